package io.tangram.core.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.formula.Vectors.Case;
import io.tangram.core.postgres.Migrated;
import io.tangram.core.postgres.Postgres;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Java and SQL pass the shared examples; the front end's twin runs the same files. */
@ExtendWith(Postgres.class)
@Migrated
class VectorsTest {
  static Stream<Case> values() {
    return Vectors.of("operators", "logic", "numbers", "lists", "texts", "dates", "generated")
        .stream();
  }

  static Stream<Case> syntax() {
    return Vectors.of("syntax").stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void java_gives_what_is_written(Case example) {
    var value = Formulas.parse(example.formula()).evaluate(example.environment());
    assertThat(value).isEqualTo(Vectors.value(example.gives()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("syntax")
  void what_is_no_formula_is_refused_with_the_reason(Case example) {
    assertThatThrownBy(() -> Formulas.parse(example.formula()))
        .isInstanceOfSatisfying(
            FormulaException.class,
            fault -> assertThat(fault.code()).isEqualTo(example.gives().path("syntax").asText()));
  }

  @Test
  void sql_gives_the_same_or_refuses(DSLContext db) {
    var wrong = new ArrayList<String>();
    var run = 0;
    for (var example : values().toList()) {
      if (example.sql()) {
        run++;
        compare(db, example).ifPresent(wrong::add);
      } else {
        assertThatThrownBy(() -> term(example))
            .as(example.toString())
            .isInstanceOf(FormulaException.class);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(run).isGreaterThan(250);
  }

  private static Optional<String> compare(DSLContext db, Case example) {
    var term = term(example);
    var row = db.select(term.orNull(), term.fault()).fetchSingle();
    Object value =
        row.get(1) != null ? FormulaError.of(row.get(1, String.class)).orElseThrow() : row.get(0);
    var plain = value instanceof OffsetDateTime moment ? moment.toInstant() : value;
    var wanted = Vectors.value(example.gives());
    return java.util.Objects.equals(Values.result(plain), wanted)
        ? Optional.empty()
        : Optional.of(example + " gives " + Values.result(plain) + " not " + wanted);
  }

  static SqlTerm term(Case example) {
    return Formulas.parse(example.formula()).toSql(new Bound(example));
  }

  /** The examples' values as typed binds. */
  private record Bound(Case example) implements SqlScope {
    @Override
    public Optional<SqlTerm> term(Reference reference) {
      return Optional.of(bind(example.values().path(reference.toString())));
    }

    private static SqlTerm bind(JsonNode typed) {
      var member = typed.properties().iterator().next();
      var value = Vectors.value(typed);
      var kind = member.getKey().equals("blank") ? member.getValue().asText() : member.getKey();
      return switch (kind) {
        case "number" -> term("numeric", value, ValueType.NUMBER);
        case "text" -> term("text", value, ValueType.TEXT);
        case "bool" -> term("boolean", value, ValueType.BOOL);
        case "date" -> term("date", value, ValueType.DATE);
        case "datetime" ->
            term(
                "timestamptz",
                ((java.time.Instant) value).atOffset(ZoneOffset.UTC),
                ValueType.DATETIME);
        case "record" -> term("uuid", value, ValueType.RECORD);
        default -> list((List<?>) value);
      };
    }

    private static SqlTerm term(String type, Object value, ValueType valueType) {
      return SqlTerm.of(DSL.field("({0}::" + type + ")", model(type), DSL.val(value)), valueType);
    }

    private static org.jooq.DataType<?> model(String type) {
      return switch (type) {
        case "numeric" -> SQLDataType.NUMERIC;
        case "boolean" -> SQLDataType.BOOLEAN;
        case "date" -> SQLDataType.LOCALDATE;
        case "timestamptz" -> SQLDataType.TIMESTAMPWITHTIMEZONE;
        case "uuid" -> SQLDataType.UUID;
        default -> SQLDataType.CLOB;
      };
    }

    private static SqlTerm list(List<?> values) {
      Field<?> array =
          values.stream().anyMatch(BigDecimal.class::isInstance)
              ? DSL.field("({0}::numeric[])", DSL.val(values.toArray(BigDecimal[]::new)))
              : DSL.field("({0}::text[])", DSL.val(values.toArray(String[]::new)));
      return SqlTerm.of(array, ValueType.LIST);
    }

    @Override
    public SqlTerm today() {
      return term("date", Vectors.NOW.toLocalDate(), ValueType.DATE);
    }

    @Override
    public SqlTerm now() {
      return term("timestamptz", Vectors.NOW.toOffsetDateTime(), ValueType.DATETIME);
    }
  }
}
