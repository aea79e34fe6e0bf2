package io.tangram.core.calculator;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.formula.Formula;
import io.tangram.core.formula.FormulaError;
import io.tangram.core.formula.FormulaException;
import io.tangram.core.formula.Formulas;
import io.tangram.core.formula.ValueType;
import io.tangram.core.organisation.Organisation;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.SQLStateClass;

/**
 * Works out one formula with given values, in Java or in the database. It reads no record and
 * changes nothing.
 */
@ApplicationScoped
class Calculator {
  private static final BigDecimal LIMIT = new BigDecimal("1E309");

  private final DSLContext db;
  private final Organisation organisation;
  private final Clock clock;

  @Inject
  Calculator(DSLContext db, Organisation organisation, Clock clock) {
    this.db = db;
    this.organisation = organisation;
    this.clock = clock;
  }

  /** The result; an error or a text that is no formula is a result too. */
  CalculatorAnswer inJava(String expression, JsonNode values) {
    return answer(expression, formula -> java(formula, environment(values)));
  }

  /** The same through one prepared statement. */
  CalculatorAnswer inSql(String expression, JsonNode values) {
    return answer(expression, formula -> sql(formula, environment(values)));
  }

  private interface BackEnd {
    CalculatorAnswer run(Formula formula);
  }

  private static CalculatorAnswer answer(String expression, BackEnd backEnd) {
    Formula formula;
    try {
      formula = Formulas.parse(expression);
    } catch (FormulaException fault) {
      return CalculatorAnswer.UNREADABLE;
    }
    return backEnd.run(formula);
  }

  private GivenValues environment(JsonNode values) {
    return new GivenValues(values, ZonedDateTime.now(clock.withZone(organisation.zone())));
  }

  private static CalculatorAnswer java(Formula formula, GivenValues values) {
    var value = formula.evaluate(values);
    return value instanceof FormulaError error
        ? CalculatorAnswer.failed(error.code())
        : CalculatorAnswer.of(value, ValueType.of(value));
  }

  private CalculatorAnswer sql(Formula formula, GivenValues values) {
    try {
      var term = formula.toSql(new GivenColumns(values));
      return answer(
          db.select(term.orNull().as("value"), term.fault().as("error")).fetchSingle(),
          term.type());
    } catch (FormulaException fault) {
      throw ProblemException.of(ErrorCode.VALUES_INVALID, List.of(fault.violation("/expression")));
    } catch (DataAccessException failed) {
      // data that PostgreSQL cannot hold: a number of 200,000 digits, a text with NUL
      if (failed.sqlStateClass() == SQLStateClass.C22_DATA_EXCEPTION) {
        return CalculatorAnswer.failed(FormulaError.NUMBER.code());
      }
      throw failed;
    }
  }

  private static CalculatorAnswer answer(Record row, ValueType type) {
    if (row.get("error") != null) {
      return CalculatorAnswer.failed(row.get("error", String.class));
    }
    var value = row.get("value");
    if (value instanceof BigDecimal number && number.abs().compareTo(LIMIT) >= 0) {
      return CalculatorAnswer.failed(FormulaError.NUMBER.code());
    }
    var plain = value instanceof OffsetDateTime moment ? moment.toInstant() : value;
    return CalculatorAnswer.of(plain, plain == null ? ValueType.BLANK : type);
  }
}
