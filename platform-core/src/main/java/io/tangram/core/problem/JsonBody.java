package io.tangram.core.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * Reads a request's small JSON object member by member and gathers every fault with its pointer. It
 * knows nothing of the fields of user tables.
 *
 * <p>Absent and null are the same here, but for {@link #has}. After a fault a member reads as
 * absent; {@link #refuse} throws {@code VALUES_INVALID} with all of them.
 */
public final class JsonBody {
  private final JsonNode json;
  private final String at;
  private final Violations violations;

  private JsonBody(JsonNode json, String at, Violations violations, Set<String> known) {
    this.json = json;
    this.at = at;
    this.violations = violations;
    if (json == null || !json.isObject()) {
      violations.add(at, "body.object");
      return;
    }
    json.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                violations.add(pointer(name), "body.unknown");
              }
            });
  }

  /** A body that may have these members and no others. */
  public static JsonBody of(JsonNode json, String... known) {
    return new JsonBody(json, "", new Violations(), Set.of(known));
  }

  public boolean has(String name) {
    return json != null && json.has(name);
  }

  /** Whether any member but this one was sent. */
  public boolean hasOther(String name) {
    return json != null && json.size() > (json.has(name) ? 1 : 0);
  }

  /** A text that must be there: trimmed, not empty, at most {@code longest} characters. */
  public String required(String name, int longest) {
    var text = text(name, longest);
    if (text.isEmpty() && !faulty(name)) {
      violations.add(pointer(name), "body.required");
    }
    return text.orElse("");
  }

  /** A trimmed text, or empty. */
  public Optional<String> text(String name, int longest) {
    return raw(name, longest).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** A text exactly as sent: a password may begin with a blank. */
  public Optional<String> raw(String name, int longest) {
    return member(name, JsonNode::isTextual, "body.text")
        .map(JsonNode::textValue)
        .filter(text -> keep(storable(text), name, "body.characters"))
        .filter(text -> keep(text.length() <= longest, name, "body.too-long", longest));
  }

  /** A text exactly as sent that must be there. */
  public String requiredRaw(String name, int longest) {
    var text = raw(name, longest);
    if (text.isEmpty() && !faulty(name)) {
      violations.add(pointer(name), "body.required");
    }
    return text.orElse("");
  }

  public Optional<Boolean> bool(String name) {
    return member(name, JsonNode::isBoolean, "body.boolean").map(JsonNode::booleanValue);
  }

  public Optional<Integer> count(String name) {
    return member(name, n -> n.isIntegralNumber() && n.canConvertToInt(), "body.count")
        .map(JsonNode::intValue);
  }

  public Optional<UUID> id(String name) {
    return raw(name, 100).flatMap(text -> parsed(name, "body.id", text, JsonBody::uuid));
  }

  public Optional<LocalDate> date(String name) {
    return raw(name, 100).flatMap(text -> parsed(name, "body.date", text, JsonBody::day));
  }

  /** One of the words; {@code make} gives empty for an unknown one. */
  public <T> Optional<T> choice(String name, Function<String, Optional<T>> make) {
    return raw(name, 100).flatMap(text -> parsed(name, "body.choice", text, make));
  }

  /** A list of ids, each once; empty when absent. */
  public List<UUID> ids(String name) {
    var found = new ArrayList<UUID>();
    var items = member(name, JsonNode::isArray, "body.list");
    items.ifPresent(
        list -> {
          for (var i = 0; i < list.size(); i++) {
            var id =
                list.get(i).isTextual() ? uuid(list.get(i).textValue()) : Optional.<UUID>empty();
            id.ifPresent(found::add);
            keep(id.isPresent(), name + "/" + i, "body.id");
          }
        });
    return found.stream().distinct().toList();
  }

  /** The objects of a list, each read like a body of its own; empty when absent. */
  public List<JsonBody> objects(String name, String... known) {
    return member(name, JsonNode::isArray, "body.list").stream()
        .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
        .map(new Counted(name, Set.of(known))::next)
        .toList();
  }

  public Optional<JsonBody> object(String name, String... known) {
    return Optional.ofNullable(json.get(name))
        .filter(node -> !node.isNull())
        .map(node -> new JsonBody(node, pointer(name), violations, Set.of(known)));
  }

  /** A fault of the caller's own finding, at a member of this object. */
  public void fault(String name, String code, Object... arguments) {
    violations.add(pointer(name), code, arguments);
  }

  public void refuse() {
    violations.refuse(ErrorCode.VALUES_INVALID);
  }

  private final class Counted {
    private final String name;
    private final Set<String> known;
    private int count;

    Counted(String name, Set<String> known) {
      this.name = name;
      this.known = known;
    }

    JsonBody next(JsonNode node) {
      return new JsonBody(node, pointer(name) + "/" + count++, violations, known);
    }
  }

  private Optional<JsonNode> member(
      String name, java.util.function.Predicate<JsonNode> fits, String code) {
    return Optional.ofNullable(json)
        .map(object -> object.get(name))
        .filter(node -> !node.isNull())
        .filter(node -> keep(fits.test(node), name, code));
  }

  private <T> Optional<T> parsed(
      String name, String code, String text, Function<String, Optional<T>> parse) {
    var value = parse.apply(text);
    keep(value.isPresent(), name, code);
    return value;
  }

  private boolean keep(boolean right, String name, String code, Object... arguments) {
    if (!right) {
      violations.add(pointer(name), code, arguments);
    }
    return right;
  }

  private boolean faulty(String name) {
    return violations.list().stream().anyMatch(v -> v.pointer().equals(pointer(name)));
  }

  private String pointer(String name) {
    return at + "/" + name;
  }

  /** PostgreSQL keeps neither NUL nor half a character. */
  private static boolean storable(String text) {
    return text.codePoints()
        .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
  }

  private static Optional<UUID> uuid(String text) {
    try {
      // UUID.fromString takes short forms too, and two ways of writing one id are one too many
      return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text))
          .filter(d -> d.getYear() >= 1 && d.getYear() <= 9999);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
