package io.tangram.core.field.types;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import io.tangram.core.field.ColumnType;
import io.tangram.core.field.FieldType;
import io.tangram.core.metadata.FieldDef;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/**
 * SQL that makes values of one type out of another's and gives null where it cannot. It never
 * raises an error, whatever stands in the column: one bad row would stop the whole job.
 */
final class Convert {
  private static final String DIGITS =
      "^[[:space:]]*[+-]?[0-9]{1,30}([.][0-9]{1,10})?[[:space:]]*$";
  private static final String DAY = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
  private static final String TIME =
      "([T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]{1,6})?)?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])?)";

  private Convert() {}

  /** The type of the column a source keeps its value in; empty when it has none. */
  static Optional<ColumnType> main(FieldType<?> source, FieldDef from) {
    return source.columns(from).stream().findFirst().map(c -> c.type());
  }

  static Field<String> text(Field<?> column) {
    return field("cast({0} as text)", SQLDataType.CLOB, column);
  }

  static Field<?> number(Field<String> text) {
    return field(
        "case when {0} ~ {1} then cast({0} as numeric) end",
        SQLDataType.NUMERIC, text, inline(DIGITS));
  }

  /** Null where the number has more digits behind the point than the field takes. */
  static Field<?> scaled(Field<?> number, int scale) {
    return field(
        "case when {0} = round({0}, {1}) then {0} end", SQLDataType.NUMERIC, number, inline(scale));
  }

  static Field<LocalDate> date(Field<String> text) {
    // months have their lengths: to_date would raise an error at the thirtieth of February
    return field(
        "case when {0} ~ {1} then case when cast(substr({0}, 1, 4) as int) > 0 and cast(substr({0},"
            + " 9, 2) as int) <= extract(day from make_date(greatest(cast(substr({0}, 1, 4) as"
            + " int), 1), cast(substr({0}, 6, 2) as int), 1) + interval '1 month' - interval '1"
            + " day') then cast(substr({0}, 1, 10) as date) end end",
        SQLDataType.LOCALDATE, text, inline(DAY + TIME + "?$"));
  }

  static Field<OffsetDateTime> timestamp(Field<String> text) {
    return field(
        "case when {0} is not null and {1} ~ {2} then cast({1} || case when {1} ~ {3} then '' else"
            + " 'Z' end as timestamp with time zone) when {0} is not null then cast({0} as"
            + " timestamp) at time zone 'UTC' end",
        SQLDataType.TIMESTAMPWITHTIMEZONE,
        date(text),
        text,
        inline(DAY + TIME + "$"),
        inline("(Z|[+-][0-9]{2}:[0-9]{2})$"));
  }

  static Field<OffsetDateTime> midnight(Field<?> date) {
    return field(
        "cast({0} as timestamp) at time zone 'UTC'", SQLDataType.TIMESTAMPWITHTIMEZONE, date);
  }

  static Field<LocalDate> day(Field<?> timestamp) {
    return field("cast({0} at time zone 'UTC' as date)", SQLDataType.LOCALDATE, timestamp);
  }

  /** The value itself if the source has a column of this very type. */
  static Optional<Field<?>> same(
      FieldType<?> source, FieldDef from, List<Field<?>> columns, ColumnType wanted) {
    return main(source, from).filter(wanted::equals).map(t -> columns.get(0));
  }
}
