package io.tangram.core.field.types;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.field.ColumnType;
import io.tangram.core.field.FieldType;
import io.tangram.core.field.InvalidValue;
import io.tangram.core.metadata.FieldDef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Days and moments from outside: only such as there are, in years of four digits. */
final class Times {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final int LONGEST = 40;

  private Times() {}

  static LocalDate date(JsonNode json) throws InvalidValue {
    if (!json.isTextual() || json.textValue().length() != 10) {
      throw new InvalidValue("date.type");
    }
    try {
      return inBounds(LocalDate.parse(json.textValue(), DAY));
    } catch (DateTimeException e) {
      throw new InvalidValue("date.type");
    }
  }

  /** With {@code Z} or an offset; without one nobody knows what it means. */
  static Instant instant(JsonNode json) throws InvalidValue {
    if (!json.isTextual() || json.textValue().length() > LONGEST) {
      throw new InvalidValue("datetime.type");
    }
    try {
      var moment = OffsetDateTime.parse(json.textValue()).toInstant();
      inBounds(moment.atOffset(ZoneOffset.UTC).toLocalDate());
      return moment.truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException e) {
      throw new InvalidValue("datetime.type");
    }
  }

  private static LocalDate inBounds(LocalDate day) throws InvalidValue {
    if (day.getYear() < 1 || day.getYear() > 9999) {
      throw new InvalidValue("date.year");
    }
    return day;
  }

  static Instant instant(ResultSet row, int index) throws SQLException {
    var value = row.getObject(index, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  /** A formula's result as a day. */
  static LocalDate day(Object result) throws InvalidValue {
    if (result == null) {
      return null;
    }
    if (result instanceof LocalDate day) {
      return inBounds(day);
    }
    if (result instanceof Instant moment) {
      return inBounds(moment.atOffset(ZoneOffset.UTC).toLocalDate());
    }
    throw new InvalidValue("date.type");
  }

  /** A formula's result as a moment. */
  static Instant moment(Object result) throws InvalidValue {
    if (result == null) {
      return null;
    }
    if (result instanceof Instant moment) {
      inBounds(moment.atOffset(ZoneOffset.UTC).toLocalDate());
      return moment.truncatedTo(ChronoUnit.MICROS);
    }
    if (result instanceof LocalDate day) {
      return inBounds(day).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    throw new InvalidValue("datetime.type");
  }

  static Optional<Field<?>> days(FieldType<?> source, FieldDef from, List<Field<?>> columns) {
    return switch (Convert.main(source, from).orElse(ColumnType.JSON)) {
      case DATE -> Optional.of(columns.get(0));
      case TIMESTAMP -> Optional.of(Convert.day(columns.get(0)));
      case TEXT, WORDS -> source.asText(columns, from).map(Convert::date);
      default -> Optional.empty();
    };
  }

  static Optional<Field<?>> moments(FieldType<?> source, FieldDef from, List<Field<?>> columns) {
    return switch (Convert.main(source, from).orElse(ColumnType.JSON)) {
      case DATE -> Optional.of(Convert.midnight(columns.get(0)));
      case TIMESTAMP -> Optional.of(columns.get(0));
      case TEXT, WORDS -> source.asText(columns, from).map(Convert::timestamp);
      default -> Optional.empty();
    };
  }

  static Field<String> text(Field<?> timestamp) {
    return DSL.field(
        "to_char({0} at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')",
        SQLDataType.CLOB, timestamp);
  }
}
