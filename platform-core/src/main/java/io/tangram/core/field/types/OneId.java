package io.tangram.core.field.types;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.field.ColumnType;
import io.tangram.core.field.Conversion;
import io.tangram.core.field.FieldType;
import io.tangram.core.field.IndexWish;
import io.tangram.core.field.InvalidValue;
import io.tangram.core.formula.ValueType;
import io.tangram.core.metadata.FieldDef;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What types share whose value is the id of one thing. */
abstract class OneId extends OneColumn<UUID> {
  OneId(String key) {
    super(key, ColumnType.ID, Comparisons.EQUALITY);
  }

  @Override
  public final UUID read(JsonNode json, FieldDef field) throws InvalidValue {
    return Uuids.read(json);
  }

  @Override
  public final void write(UUID value, FieldDef field, JsonGenerator json) throws IOException {
    json.writeString(value.toString());
  }

  @Override
  final Object bound(UUID value) {
    return value;
  }

  @Override
  final UUID fetched(ResultSet row, int index) throws SQLException {
    return row.getObject(index, UUID.class);
  }

  @Override
  public final IndexWish index(FieldDef field) {
    return IndexWish.BTREE;
  }

  @Override
  public final List<UUID> linked(UUID value) {
    return value == null ? List.of() : List.of(value);
  }

  @Override
  public final List<Field<?>> sort(List<Field<?>> columns, FieldDef field) {
    return List.of();
  }

  @Override
  public final ValueType valueType(FieldDef field) {
    return ValueType.RECORD;
  }

  @Override
  public final UUID fromFormula(Object result, FieldDef field) throws InvalidValue {
    return Uuids.of(result);
  }

  @Override
  public boolean keeps(FieldDef from, FieldDef to) {
    return super.keeps(from, to) && link(from).equals(link(to));
  }

  /** Ids of the same things: one to one, or out of a list that holds a single one. */
  @Override
  public final Optional<Conversion> convert(
      FieldType<?> source, FieldDef from, List<Field<?>> columns, FieldDef to) {
    if (columns.isEmpty() || !source.link(from).equals(link(to))) {
      return Optional.empty();
    }
    return switch (Convert.main(source, from).orElse(ColumnType.JSON)) {
      case ID -> Optional.of(Conversion.safe(columns.get(0)));
      case ID_LIST ->
          Optional.of(
              Conversion.trying(
                  DSL.field(
                      "case when cardinality({0}) = 1 then ({0})[1] end",
                      SQLDataType.UUID, columns.get(0))));
      default -> Optional.empty();
    };
  }

  /** An id is no text for people. */
  @Override
  public final Optional<Field<String>> asText(List<Field<?>> columns, FieldDef field) {
    return Optional.empty();
  }
}
