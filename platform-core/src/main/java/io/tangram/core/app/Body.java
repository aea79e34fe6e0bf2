package io.tangram.core.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.metadata.DocumentReader;
import io.tangram.core.metadata.Label;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.Violations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Reads the body of a request about designs, member by member, and says all that is wrong with it
 * at once. An absent body has no members.
 */
public final class Body {
  private final ObjectNode json;
  private final Violations violations = new Violations();

  private Body(ObjectNode json) {
    this.json = json;
  }

  /**
   * @throws io.tangram.core.problem.ProblemException {@code JSON_BROKEN}
   */
  public static Body of(byte[] utf8) {
    return new Body(
        utf8 == null || utf8.length == 0
            ? JsonNodeFactory.instance.objectNode()
            : DocumentReader.read(utf8));
  }

  /** Refuses members of other names. */
  public Body only(String... names) {
    json.fieldNames()
        .forEachRemaining(
            name -> {
              if (!List.of(names).contains(name)) {
                violations.add("/" + escaped(name), "json.member-unknown");
              }
            });
    return this;
  }

  public String text(String member, String otherwise) {
    return optionalText(member).orElse(otherwise);
  }

  public Optional<String> optionalText(String member) {
    return member(member, JsonNode::isTextual).map(JsonNode::textValue);
  }

  public String requiredText(String member) {
    if (!json.hasNonNull(member)) {
      violations.add("/" + member, "schema.required", member);
    }
    return text(member, "");
  }

  public boolean flag(String member) {
    return member(member, JsonNode::isBoolean).map(JsonNode::booleanValue).orElse(false);
  }

  public Optional<UUID> id(String member) {
    return optionalText(member)
        .flatMap(
            text -> {
              try {
                return Optional.of(UUID.fromString(text));
              } catch (IllegalArgumentException e) {
                violations.add("/" + member, "json.type");
                return Optional.empty();
              }
            });
  }

  public Optional<Label> label(String member) {
    var value = member(member, v -> v.isTextual() || v.isObject());
    if (value.isPresent() && !fits(value.get())) {
      violations.add("/" + member, "app.label");
      return Optional.empty();
    }
    return value.map(Body::label);
  }

  private static boolean fits(JsonNode label) {
    var texts = new ArrayList<JsonNode>();
    (label.isTextual() ? List.of(label) : label).forEach(texts::add);
    return !texts.isEmpty()
        && texts.stream()
            .allMatch(
                t -> t.isTextual() && !t.textValue().isBlank() && t.textValue().length() <= 200);
  }

  private static Label label(JsonNode json) {
    if (json.isTextual()) {
      return Label.of(json.textValue());
    }
    Map<String, String> byLanguage = new LinkedHashMap<>();
    json.properties().forEach(l -> byLanguage.put(l.getKey(), l.getValue().textValue()));
    return Label.of(byLanguage);
  }

  public List<String> texts(String member) {
    var texts = new ArrayList<String>();
    var list = member(member, JsonNode::isArray).orElseGet(JsonNodeFactory.instance::arrayNode);
    for (var i = 0; i < list.size(); i++) {
      if (list.get(i).isTextual()) {
        texts.add(list.get(i).textValue());
      } else {
        violations.add("/" + member + "/" + i, "json.type");
      }
    }
    return texts;
  }

  /** Words out of a closed set, as constants of the enum. */
  <E extends Enum<E>> List<E> words(String member, Class<E> type) {
    var found = new ArrayList<E>();
    var texts = texts(member);
    for (var i = 0; i < texts.size(); i++) {
      constant(texts.get(i), type, "/" + member + "/" + i).ifPresent(found::add);
    }
    return found;
  }

  <E extends Enum<E>> Map<String, E> choices(String member, Class<E> type) {
    Map<String, E> choices = new LinkedHashMap<>();
    members(member)
        .forEach(
            (name, value) ->
                constant(value.asText(), type, "/" + member + "/" + escaped(name))
                    .ifPresent(choice -> choices.put(name, choice)));
    return choices;
  }

  private <E extends Enum<E>> Optional<E> constant(String word, Class<E> type, String pointer) {
    for (var constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(word)) {
        return Optional.of(constant);
      }
    }
    violations.add(pointer, "schema.enum", List.of(type.getEnumConstants()).toString());
    return Optional.empty();
  }

  /** The members of an object; none where it is absent. */
  Map<String, JsonNode> members(String member) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    member(member, JsonNode::isObject)
        .map(JsonNode::properties)
        .orElse(Set.of())
        .forEach(m -> members.put(m.getKey(), m.getValue()));
    return members;
  }

  private Optional<JsonNode> member(String name, java.util.function.Predicate<JsonNode> fits) {
    var value = Optional.ofNullable(json.get(name)).filter(v -> !v.isNull());
    if (value.isPresent() && !fits.test(value.get())) {
      violations.add("/" + name, "json.type");
      return Optional.empty();
    }
    return value;
  }

  public void fault(String pointer, String code, Object... arguments) {
    violations.add(pointer, code, arguments);
  }

  /** To be called once everything was read. */
  public void refuse() {
    violations.refuse(ErrorCode.VALUES_INVALID);
  }

  static String escaped(String member) {
    return member.replace("~", "~0").replace("/", "~1");
  }
}
