package io.tangram.core.calculator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tangram.core.http.Idempotent;
import io.tangram.core.identity.CurrentActor;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.problem.Violation;
import io.tangram.core.problem.Violations;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Formulas tried out over HTTP. */
@Idempotent
@Path("/api/formulas")
@Tag(name = "formulas")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CalculatorResource {
  private final Calculator calculator;
  private final CurrentActor actor;

  @Inject
  CalculatorResource(Calculator calculator, CurrentActor actor) {
    this.calculator = calculator;
    this.actor = actor;
  }

  /**
   * A formula and the values its names stand for.
   *
   * @param expression without a leading {@code =}
   * @param values name to value; absent for none
   */
  public record Question(
      @Schema(required = true) String expression,
      @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT)
          JsonNode values) {}

  @POST
  @Path("/evaluate")
  @Operation(summary = "Works out a formula with the given values, in Java or in the database")
  public CalculatorAnswer evaluate(
      @QueryParam("backend") @DefaultValue("java") String backend, Question question) {
    actor.get();
    check(backend, question);
    JsonNode values =
        question.values() == null ? JsonNodeFactory.instance.objectNode() : question.values();
    return backend.equals("sql")
        ? calculator.inSql(question.expression(), values)
        : calculator.inJava(question.expression(), values);
  }

  private static void check(String backend, Question question) {
    if (!backend.equals("java") && !backend.equals("sql")) {
      throw ProblemException.of(
          ErrorCode.QUERY_INVALID, List.of(Violation.at("/backend", "formula.backend", backend)));
    }
    var violations = new Violations();
    if (question == null || question.expression() == null) {
      violations.add("/expression", "formula.missing");
    } else if (question.values() != null
        && !question.values().isObject()
        && !question.values().isNull()) {
      violations.add("/values", "formula.values");
    }
    violations.refuse(ErrorCode.VALUES_INVALID);
  }
}
