package io.tangram.core.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.problem.Violations;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads what clients send to the records' routes; unknown members are refused. */
final class RecordRequests {
  // UUID.fromString takes shorter ones too and fills them up
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private RecordRequests() {}

  /** An id in an address: what is none names nothing. */
  static UUID id(String text) {
    if (!ID.matcher(text).matches()) {
      throw ProblemException.of(ErrorCode.RECORD_NOT_FOUND);
    }
    return UUID.fromString(text);
  }

  static RecordDraft draft(JsonNode json) {
    var violations = new Violations();
    var draft = draft(json, "", violations);
    violations.refuse(ErrorCode.VALUES_INVALID);
    return draft;
  }

  private static RecordDraft draft(JsonNode json, String at, Violations violations) {
    members(json, Set.of("id", "type", "values"), at, violations);
    var id = json.path("id");
    Optional<UUID> known = Optional.empty();
    if (!id.isMissingNode() && !id.isNull()) {
      known = id(id, at + "/id", violations);
    }
    var type = json.path("type");
    if (!type.isMissingNode() && !type.isNull() && !type.isTextual()) {
      violations.add(at + "/type", "record.kind-unknown");
    }
    return new RecordDraft(
        known, Optional.ofNullable(type.textValue()), values(json, at, violations));
  }

  static RecordChange change(UUID id, JsonNode json) {
    var violations = new Violations();
    members(json, Set.of("version", "values"), "", violations);
    var change = new RecordChange(id, version(json, "", violations), values(json, "", violations));
    violations.refuse(ErrorCode.VALUES_INVALID);
    return change;
  }

  static Batch batch(JsonNode json) {
    var violations = new Violations();
    members(json, Set.of("create", "update", "delete", "atomic"), "", violations);
    var batch =
        new Batch(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            json.path("atomic").asBoolean(true));
    var total =
        json.path("create").size() + json.path("update").size() + json.path("delete").size();
    if (total > Batch.MOST) {
      violations.add("", "record.batch-large", Batch.MOST);
      violations.refuse(ErrorCode.VALUES_INVALID);
    }
    for (var i = 0; i < json.path("create").size(); i++) {
      var one = json.path("create").get(i);
      batch.create().add(new Batch.Create(i, draft(one, "/create/" + i, violations)));
    }
    for (var i = 0; i < json.path("update").size(); i++) {
      update(json.path("update").get(i), i, batch, violations);
    }
    for (var i = 0; i < json.path("delete").size(); i++) {
      var one = json.path("delete").get(i);
      var number = i;
      id(one.isObject() ? one.path("id") : one, "/delete/" + i, violations)
          .ifPresent(id -> batch.delete().add(new Batch.Delete(number, id)));
    }
    violations.refuse(ErrorCode.VALUES_INVALID);
    return batch;
  }

  private static void update(JsonNode one, int number, Batch batch, Violations violations) {
    var at = "/update/" + number;
    members(one, Set.of("id", "version", "values"), at, violations);
    var version = version(one, at, violations);
    var values = values(one, at, violations);
    id(one.path("id"), at + "/id", violations)
        .ifPresent(
            id ->
                batch
                    .update()
                    .add(new Batch.Update(number, new RecordChange(id, version, values))));
  }

  private static void members(JsonNode json, Set<String> known, String at, Violations violations) {
    if (json == null || !json.isObject()) {
      violations.add(at, "record.object");
      violations.refuse(ErrorCode.VALUES_INVALID);
      return;
    }
    for (var name : (Iterable<String>) json::fieldNames) {
      if (!known.contains(name)) {
        violations.add(at + "/" + name, "json.member-unknown");
      }
    }
  }

  private static Optional<UUID> id(JsonNode json, String at, Violations violations) {
    if (json.isTextual() && ID.matcher(json.textValue()).matches()) {
      return Optional.of(UUID.fromString(json.textValue()));
    }
    violations.add(at, "id.type");
    return Optional.empty();
  }

  private static int version(JsonNode json, String at, Violations violations) {
    var version = json.path("version");
    if (!version.isIntegralNumber() || !version.canConvertToInt()) {
      violations.add(at + "/version", "record.version");
      return 0;
    }
    return version.intValue();
  }

  private static ObjectNode values(JsonNode json, String at, Violations violations) {
    var values = json.path("values");
    if (values.isMissingNode() || values.isNull()) {
      return Incoming.empty();
    }
    if (!values.isObject()) {
      violations.add(at + "/values", "record.object");
      return Incoming.empty();
    }
    return (ObjectNode) values;
  }
}
