package io.tangram.core.calculator;

import io.tangram.core.formula.Environment;
import io.tangram.core.formula.FormulaError;
import io.tangram.core.formula.Reference;
import io.tangram.core.formula.SqlScope;
import io.tangram.core.formula.SqlTerm;
import io.tangram.core.formula.ValueType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The same values as binds of a statement. */
final class GivenColumns implements SqlScope {
  private final Environment values;

  GivenColumns(Environment values) {
    this.values = values;
  }

  @Override
  public Optional<SqlTerm> term(Reference reference) {
    return bind(values.value(reference));
  }

  private static Optional<SqlTerm> bind(Object value) {
    if (value instanceof List<?> list) {
      return array(list.stream().filter(Objects::nonNull).toList());
    }
    if (value instanceof FormulaError error) {
      return Optional.of(SqlTerm.failing(error));
    }
    return Optional.of(scalar(value));
  }

  private static SqlTerm scalar(Object value) {
    if (value instanceof BigDecimal number) {
      return SqlTerm.of(
          DSL.field("{0}::numeric", SQLDataType.NUMERIC, DSL.val(number)), ValueType.NUMBER);
    }
    if (value instanceof Boolean truth) {
      return SqlTerm.of(
          DSL.field("{0}::boolean", SQLDataType.BOOLEAN, DSL.val(truth)), ValueType.BOOL);
    }
    if (value == null) {
      return SqlTerm.of(DSL.inline((String) null), ValueType.BLANK);
    }
    var text = DSL.field("{0}::text", SQLDataType.CLOB, DSL.val(value.toString()));
    return SqlTerm.of(text, ValueType.TEXT);
  }

  /** PostgreSQL's arrays hold one kind of value; a mixed list has no SQL face. */
  private static Optional<SqlTerm> array(List<?> list) {
    if (list.stream().allMatch(BigDecimal.class::isInstance)) {
      var numbers = list.toArray(BigDecimal[]::new);
      return Optional.of(SqlTerm.of(DSL.field("{0}::numeric[]", DSL.val(numbers)), ValueType.LIST));
    }
    if (list.stream().allMatch(String.class::isInstance)) {
      var texts = list.toArray(String[]::new);
      return Optional.of(SqlTerm.of(DSL.field("{0}::text[]", DSL.val(texts)), ValueType.LIST));
    }
    return Optional.empty();
  }

  @Override
  public SqlTerm today() {
    return SqlTerm.of(
        DSL.field("{0}::date", SQLDataType.LOCALDATE, DSL.val(values.now().toLocalDate())),
        ValueType.DATE);
  }

  @Override
  public SqlTerm now() {
    return SqlTerm.of(
        DSL.field(
            "{0}::timestamptz",
            SQLDataType.TIMESTAMPWITHTIMEZONE, DSL.val(values.now().toOffsetDateTime())),
        ValueType.DATETIME);
  }
}
