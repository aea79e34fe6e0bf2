package io.tangram.workflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.metadata.Label;
import io.tangram.workflow.definition.Options.NoApprover;
import io.tangram.workflow.definition.Options.Recall;
import io.tangram.workflow.definition.Options.SameApprover;
import io.tangram.workflow.definition.Options.StarterIsApprover;
import io.tangram.workflow.definition.ProcessDef.On;
import io.tangram.workflow.definition.ProcessDef.Results;
import io.tangram.workflow.definition.ProcessDef.Start;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Binds a process document that fits the schema; fills in the defaults, judges nothing. */
public final class ProcessReader {
  private ProcessReader() {}

  public static ProcessDef read(String key, ObjectNode json) {
    return new ProcessDef(
        key,
        label(json).orElse(Label.of(key)),
        json.path("table").asText(),
        list(json.path("starts"), ProcessReader::start),
        options(json.path("options")),
        results(json.path("results")),
        list(json.path("nodes"), ProcessReader::node),
        list(json.path("flows"), ProcessReader::flow));
  }

  private static Start start(JsonNode json) {
    return new Start(
        json.path("key").asText(),
        word(On.class, json.path("on"), On.SUBMIT),
        text(json, "move"),
        texts(json.path("types")),
        text(json, "when"));
  }

  private static Options options(JsonNode json) {
    var nobody = json.path("no_approver");
    var none = Options.DEFAULT;
    return new Options(
        word(StarterIsApprover.class, json.path("starter_is_approver"), none.starterIsApprover()),
        word(SameApprover.class, json.path("same_approver"), none.sameApprover()),
        nobody.isArray() ? NoApprover.SOMEBODY : word(NoApprover.class, nobody, none.noApprover()),
        list(nobody, Function.identity()),
        word(Recall.class, json.path("recall"), none.recall()));
  }

  private static Results results(JsonNode json) {
    return new Results(text(json, "approved"), text(json, "refused"), text(json, "withdrawn"));
  }

  private static NodeDef node(JsonNode json) {
    return new NodeDef(
        json.path("id").asText(),
        json.path("type").asText(),
        label(json).orElse(null),
        json.path("settings") instanceof ObjectNode settings ? settings : null);
  }

  private static FlowDef flow(JsonNode json) {
    return new FlowDef(
        json.path("id").asText(),
        json.path("from").asText(),
        json.path("to").asText(),
        text(json, "when"),
        text(json, "on").orElse(FlowDef.DONE),
        label(json));
  }

  private static Optional<Label> label(JsonNode json) {
    var label = json.path("label");
    if (label.isTextual()) {
      return Optional.of(Label.of(label.asText()));
    }
    if (!label.isObject()) {
      return Optional.empty();
    }
    var byLanguage = new LinkedHashMap<String, String>();
    label.properties().forEach(entry -> byLanguage.put(entry.getKey(), entry.getValue().asText()));
    return Optional.of(Label.of(byLanguage));
  }

  /** The member as text; empty when it is absent. */
  public static Optional<String> text(JsonNode json, String member) {
    return Optional.of(json.path(member)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  /** The texts of a list; empty when it is absent. */
  public static List<String> texts(JsonNode json) {
    return list(json, JsonNode::asText);
  }

  /** The elements of a list, read one by one; empty when it is absent. */
  public static <T> List<T> list(JsonNode json, Function<JsonNode, T> read) {
    return json.isArray()
        ? StreamSupport.stream(json.spliterator(), false).map(read).toList()
        : List.of();
  }

  /** A closed word of the format, {@code until_first} for {@code UNTIL_FIRST}. */
  public static <E extends Enum<E>> E word(Class<E> type, JsonNode json, E otherwise) {
    return json.isTextual()
        ? Enum.valueOf(type, json.asText().toUpperCase(Locale.ROOT))
        : otherwise;
  }
}
