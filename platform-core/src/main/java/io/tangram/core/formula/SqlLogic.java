package io.tangram.core.formula;

import static org.jooq.impl.DSL.inline;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;

/** Conditions and choices in SQL. */
final class SqlLogic {
  private SqlLogic() {}

  static SqlTerm not(SqlArguments arguments) {
    var truth = arguments.bool(0);
    return truth.as(SqlValues.bool("(not {0})", truth.value()), ValueType.BOOL).always();
  }

  static SqlTerm and(SqlArguments arguments) {
    return joined(arguments, " and ", true);
  }

  static SqlTerm or(SqlArguments arguments) {
    return joined(arguments, " or ", false);
  }

  /** Blanks do not count; nothing but blanks is an error. */
  private static SqlTerm joined(SqlArguments arguments, String word, boolean neutral) {
    var terms = arguments.terms();
    var sql = new ArrayList<String>();
    var parts = new ArrayList<Field<?>>();
    var truths = new ArrayList<SqlTerm>();
    for (var term : terms) {
      var truth = SqlValues.bool(term);
      truths.add(truth);
      sql.add("{" + parts.size() + "}");
      parts.add(term.filled() ? truth.value() : counting(term, truth, neutral));
    }
    var value = SqlValues.bool("(" + String.join(word, sql) + ")", parts.toArray(Field<?>[]::new));
    return onlyBlanks(
        SqlTerm.of(value, ValueType.BOOL, truths.toArray(SqlTerm[]::new)).always(), terms);
  }

  private static Field<?> counting(SqlTerm term, SqlTerm truth, boolean neutral) {
    return SqlValues.bool(
        "case when {0} is null then {1} else {2} end",
        term.value(), inline(neutral), truth.value());
  }

  private static SqlTerm onlyBlanks(SqlTerm value, List<SqlTerm> terms) {
    if (terms.stream().anyMatch(SqlTerm::filled)) {
      return value;
    }
    var all = new ArrayList<String>();
    var parts = new ArrayList<Field<?>>();
    for (var term : terms) {
      all.add("{" + parts.size() + "} is null");
      parts.add(term.value());
    }
    var sql = "case when " + String.join(" and ", all) + " then '#VALUE!' end";
    return value.failingToo(SqlValues.text(sql, parts.toArray(Field<?>[]::new)));
  }

  static SqlTerm xor(SqlArguments arguments) {
    var truths = arguments.terms().stream().map(SqlValues::bool).toArray(SqlTerm[]::new);
    Field<?> odd = inline(false);
    for (var truth : truths) {
      odd = SqlValues.bool("({0} <> {1})", odd, truth.value());
    }
    return onlyBlanks(SqlTerm.of(odd, ValueType.BOOL, truths).always(), arguments.terms());
  }

  static SqlTerm choose(SqlArguments arguments) {
    var otherwise = arguments.has(2) ? arguments.term(2) : SqlTerm.literal(false);
    return branch(arguments, arguments.bool(0), arguments.term(1), otherwise);
  }

  static SqlTerm firstTrue(SqlArguments arguments) {
    var result = SqlTerm.failing(FormulaError.NOT_AVAILABLE);
    for (int i = arguments.count() / 2 * 2 - 2; i >= 0; i -= 2) {
      result = branch(arguments, arguments.bool(i), arguments.term(i + 1), result);
    }
    return result;
  }

  static SqlTerm match(SqlArguments arguments) {
    var wanted = arguments.term(0);
    var withDefault = arguments.count() % 2 == 0;
    var result =
        withDefault
            ? arguments.term(arguments.count() - 1)
            : SqlTerm.failing(FormulaError.NOT_AVAILABLE);
    for (int i = arguments.count() - (withDefault ? 3 : 2); i >= 1; i -= 2) {
      var same = SqlComparison.apply(Operator.EQUAL, wanted, arguments.term(i));
      result = branch(arguments, same, arguments.term(i + 1), result);
    }
    return result;
  }

  static SqlTerm insteadOfError(SqlArguments arguments) {
    var tried = arguments.term(0);
    if (tried.error().isEmpty()) {
      return tried;
    }
    var fine = SqlTerm.of(SqlValues.bool("({0} is null)", tried.error().get()), ValueType.BOOL);
    var value =
        new SqlTerm(
            tried.value(), java.util.Optional.empty(), tried.type(), tried.lower(), tried.filled());
    return branch(arguments, fine, value, arguments.term(1));
  }

  static SqlTerm isError(SqlArguments arguments) {
    var value =
        arguments
            .term(0)
            .error()
            .<Field<?>>map(error -> SqlValues.bool("({0} is not null)", error))
            .orElse(inline(false));
    return SqlTerm.of(value, ValueType.BOOL).always();
  }

  /** An error is not blank, and an empty list is. */
  static SqlTerm blank(SqlArguments arguments) {
    var term = arguments.term(0);
    var sql =
        term.type() == ValueType.LIST ? "(coalesce(cardinality({0}), 0) = 0)" : "({0} is null)";
    var value = SqlValues.bool(sql, term.value());
    var sound =
        term.error()
            .map(error -> SqlValues.bool("({0} and {1} is null)", value, error))
            .orElse(value);
    return SqlTerm.of(sound, ValueType.BOOL).always();
  }

  /** One of two values of the same type; the other one's errors do not count. */
  private static SqlTerm branch(
      SqlArguments arguments, SqlTerm truth, SqlTerm then, SqlTerm otherwise) {
    var type = TypeCheck.common(List.of(then.type(), otherwise.type()));
    if (type == ValueType.ANY) {
      throw arguments.refusal();
    }
    var model = then.type() == ValueType.BLANK ? otherwise : then;
    var value =
        org.jooq.impl.DSL.field(
            "case when {0} then {1} else {2} end",
            model.value().getDataType(), truth.value(), then.value(), otherwise.value());
    var result =
        new SqlTerm(
            value,
            truth.error(),
            type,
            then.lower() && otherwise.lower(),
            then.filled() && otherwise.filled());
    if (then.error().isEmpty() && otherwise.error().isEmpty()) {
      return result;
    }
    Field<String> none = inline((String) null);
    return result.failingToo(
        SqlValues.text(
            "case when {0} then {1} else {2} end",
            truth.value(), then.error().orElse(none), otherwise.error().orElse(none)));
  }
}
