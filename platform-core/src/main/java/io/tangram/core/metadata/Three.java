package io.tangram.core.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** One thing as it was and as each side has it; null where it is absent. */
record Three(JsonNode base, JsonNode mine, JsonNode theirs) {

  /** The names in three lists. */
  record Names(List<String> base, List<String> mine, List<String> theirs) {}

  static Three member(String name, JsonNode base, JsonNode mine, JsonNode theirs) {
    return new Three(member(base, name), member(mine, name), member(theirs, name));
  }

  private static JsonNode member(JsonNode object, String name) {
    return object == null ? null : object.get(name);
  }

  /** Whether one side writes as a word what another spells out. */
  boolean mixesWords() {
    return all().anyMatch(JsonNode::isTextual) && all().anyMatch(JsonNode::isObject);
  }

  Three spelledOut() {
    return new Three(
        Elements.spelledOut(base), Elements.spelledOut(mine), Elements.spelledOut(theirs));
  }

  private Stream<JsonNode> all() {
    return Stream.of(base, mine, theirs).filter(Objects::nonNull);
  }
}
