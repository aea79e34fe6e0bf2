package io.tangram.core.field.types;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.field.ColumnType;
import io.tangram.core.field.Conversion;
import io.tangram.core.field.FieldType;
import io.tangram.core.field.InvalidValue;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.problem.Violations;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Any of several options, kept in the order of the options. */
@Singleton
final class MultiselectType extends ListType<String> {
  MultiselectType() {
    super("multiselect", ColumnType.WORD_LIST);
  }

  @Override
  public ObjectNode words() {
    return Words.none().with("options", Options.schema()).schema();
  }

  @Override
  public void check(FieldDef field, Violations violations) {
    Options.of(field).check(field, violations);
  }

  @Override
  public List<String> read(JsonNode json, FieldDef field) throws InvalidValue {
    if (!json.isArray()) {
      throw new InvalidValue("list.type");
    }
    var chosen = new HashSet<String>();
    for (int i = 0; i < json.size(); i++) {
      try {
        chosen.add(Options.read(json.get(i), field));
      } catch (InvalidValue e) {
        var at = "/" + i;
        throw new InvalidValue(e.violations().stream().map(v -> v.under(at)).toList());
      }
    }
    return inOrder(field, chosen);
  }

  private static List<String> inOrder(FieldDef field, Set<String> chosen) {
    var kept = Options.of(field).labels().keySet().stream().filter(chosen::contains).toList();
    return kept.isEmpty() ? null : kept;
  }

  @Override
  String element(String text) {
    return text;
  }

  @Override
  String operand(JsonNode json) throws InvalidValue {
    var text = Texts.read(json, TextType.USUAL);
    if (text == null) {
      throw new InvalidValue("filter.value");
    }
    return text;
  }

  @Override
  public List<String> fromFormula(Object result, FieldDef field) throws InvalidValue {
    if (result == null) {
      return null;
    }
    var chosen = new HashSet<String>();
    for (var element : result instanceof List<?> list ? list : List.of(result)) {
      chosen.add(Options.known(element.toString(), field));
    }
    return inOrder(field, chosen);
  }

  @Override
  public Optional<Conversion> convert(
      FieldType<?> source, FieldDef from, List<Field<?>> columns, FieldDef to) {
    return source
        .asText(columns, from)
        .map(text -> Options.of(to).find(text))
        .map(
            key ->
                Conversion.trying(
                    DSL.field(
                        "case when {0} is not null then array[{0}] end",
                        ColumnType.WORD_LIST.type(), key)));
  }

  @Override
  public Optional<Field<String>> asText(List<Field<?>> columns, FieldDef field) {
    var element = DSL.field("e.key", SQLDataType.CLOB);
    return Optional.of(
        DSL.field(
            "(select string_agg({0}, '、' order by e.place) from unnest({1}) with ordinality as"
                + " e(key, place))",
            SQLDataType.CLOB, Options.of(field).label(element), columns.get(0)));
  }

  @Override
  public Set<String> choices(FieldDef field) {
    return Options.of(field).labels().keySet();
  }
}
