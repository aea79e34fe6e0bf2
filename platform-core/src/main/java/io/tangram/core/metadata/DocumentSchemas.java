package io.tangram.core.metadata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.tangram.core.problem.Violation;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/**
 * Holds documents against the schema of their kind and says what does not fit in words of ours,
 * each with its place. It checks shape only; what names lead to is the kind's own check.
 */
@Singleton
final class DocumentSchemas {
  private static final int MOST = 100;

  private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private final SchemaValidatorsConfig config =
      SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
  private final ConcurrentMap<String, JsonSchema> compiled = new ConcurrentHashMap<>();

  /** What does not fit, in the order of the document; at most a hundred. */
  List<Violation> violations(DocumentKind<?> kind, ObjectNode document) {
    var format = document.path("format").asText();
    if (!format.equals(kind.key() + "/1")) {
      return List.of(Violation.at("/format", "schema.format", kind.key() + "/1"));
    }
    var schema =
        compiled.computeIfAbsent(kind.key(), k -> factory.getSchema(kind.schema(), config));
    var found =
        schema.validate(document).stream().flatMap(DocumentSchemas::violation).distinct().toList();
    return found.stream().filter(v -> telling(v, found)).limit(MOST).toList();
  }

  /** A fork says only that no branch fits; where a branch says what is wrong inside, that is it. */
  private static boolean telling(Violation violation, List<Violation> found) {
    var here = violation.pointer();
    return switch (violation.code()) {
      case "schema.shape" -> found.stream().noneMatch(v -> v.pointer().startsWith(here + "/"));
      case "schema.type" ->
          found.stream()
              .noneMatch(
                  v ->
                      v.pointer().startsWith(here + "/")
                          || (v.pointer().equals(here) && precedes(v, violation, found)));
      default -> true;
    };
  }

  /** Of several branches that want another type one is enough, and a fork's own word is better. */
  private static boolean precedes(Violation other, Violation violation, List<Violation> found) {
    return other.code().equals("schema.shape")
        || (other.code().equals("schema.type") && found.indexOf(other) < found.indexOf(violation));
  }

  private static Stream<Violation> violation(ValidationMessage message) {
    var place = message.getInstanceLocation().toString();
    var property = message.getProperty();
    return switch (message.getType()) {
      // the branches say more than the fork does
      case "if", "then", "else", "$ref" -> Stream.empty();
      case "required", "dependentRequired" ->
          Stream.of(Violation.at(place + "/" + escaped(property), "schema.required", property));
      case "additionalProperties", "unevaluatedProperties" ->
          Stream.of(Violation.at(place + "/" + escaped(property), "schema.unknown", property));
      default -> Stream.of(new Violation(place, code(message.getType()), words(message)));
    };
  }

  private static String code(String keyword) {
    return switch (keyword) {
      case "type",
          "enum",
          "const",
          "pattern",
          "minimum",
          "maximum",
          "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "uniqueItems",
          "minProperties",
          "maxProperties" ->
          "schema." + keyword;
      default -> "schema.shape";
    };
  }

  private static List<Object> words(ValidationMessage message) {
    var words = new ArrayList<Object>();
    for (var argument : message.getArguments() == null ? new Object[0] : message.getArguments()) {
      words.add(String.valueOf(argument));
    }
    return words;
  }

  private static String escaped(String member) {
    return member == null ? "" : member.replace("~", "~0").replace("/", "~1");
  }
}
