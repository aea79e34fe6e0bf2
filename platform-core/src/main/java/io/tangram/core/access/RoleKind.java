package io.tangram.core.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.access.FieldRights.Right;
import io.tangram.core.access.RoleDef.Grant;
import io.tangram.core.formula.FormulaException;
import io.tangram.core.formula.Formulas;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.DocumentKind;
import io.tangram.core.metadata.Label;
import io.tangram.core.metadata.TableDef;
import io.tangram.core.problem.Violations;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;

/** The documents of {@code roles/}: permission groups. Publishing one touches nothing else. */
@Singleton
final class RoleKind implements DocumentKind<RoleDef> {
  private final ObjectMapper json;
  private final RowScopes scopes;

  RoleKind(ObjectMapper json, RowScopes scopes) {
    this.json = json;
    this.scopes = scopes;
  }

  @Override
  public String key() {
    return "role";
  }

  @Override
  public String folder() {
    return "roles";
  }

  @Override
  public Class<RoleDef> type() {
    return RoleDef.class;
  }

  @Override
  public ObjectNode schema() {
    try {
      return (ObjectNode) json.readTree(SCHEMA);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the schema of roles is broken", e);
    }
  }

  @Override
  public RoleDef read(String key, ObjectNode document) {
    var grants = new ArrayList<Grant>();
    document.path("grants").forEach(grant -> grants.add(grant(grant)));
    return new RoleDef(key, label(document.path("label")), members(document), grants);
  }

  private Label label(JsonNode label) {
    return json.convertValue(label, Label.class);
  }

  private static Optional<MemberRule> members(ObjectNode document) {
    var members = document.path("members");
    if (members.has("position")) {
      return Optional.of(new MemberRule.Position(members.path("position").asText()));
    }
    if (members.has("role")) {
      return Optional.of(new MemberRule.OrganisationRole(members.path("role").asText()));
    }
    return switch (members.path("unit").asText()) {
      case "company" -> Optional.of(new MemberRule.Company());
      case "organisation" -> Optional.of(new MemberRule.Organisation());
      default -> Optional.empty();
    };
  }

  private static Grant grant(JsonNode grant) {
    var may = EnumSet.noneOf(May.class);
    grant.path("may").forEach(word -> May.of(word.asText()).ifPresent(may::add));
    return new Grant(
        grant.path("key").asText(),
        grant.path("table").asText(),
        may,
        rows(grant.path("rows").asText("mine")),
        fields(grant.path("fields")));
  }

  private static RowRule rows(String rows) {
    return switch (rows) {
      case "all" -> new RowRule.All();
      case "unit" -> new RowRule.Unit();
      case "company" -> new RowRule.Company();
      case "mine" -> new RowRule.Mine();
      default -> filter(rows.substring(1));
    };
  }

  private static RowRule filter(String text) {
    try {
      return new RowRule.Filter(text, Optional.of(Formulas.parse(text)));
    } catch (FormulaException e) {
      // a draft may hold it; the check names the place before it can be published
      return new RowRule.Filter(text, Optional.empty());
    }
  }

  private static FieldRights fields(JsonNode fields) {
    var named = new LinkedHashMap<String, Right>();
    fields
        .properties()
        .forEach(
            entry ->
                named.put(
                    entry.getKey(),
                    Right.valueOf(entry.getValue().asText().toUpperCase(Locale.ROOT))));
    var rest = Optional.ofNullable(named.remove("*")).orElse(Right.WRITE);
    return new FieldRights(named, rest);
  }

  @Override
  public void check(String key, RoleDef role, AppVersion candidate, Violations violations) {
    for (var i = 0; i < role.grants().size(); i++) {
      check(role.grants().get(i), candidate, "/grants/" + i, violations);
    }
  }

  private void check(Grant grant, AppVersion candidate, String at, Violations violations) {
    var table = candidate.find(TableDef.class, grant.table());
    if (table.isEmpty()) {
      violations.add(at + "/table", "role.table-unknown", grant.table());
      return;
    }
    for (var field : grant.fields().named().keySet()) {
      if (table.get().field(field).isEmpty()) {
        violations.add(at + "/fields/" + field, "role.field-unknown", field);
      }
    }
    if (grant.rows() instanceof RowRule.Filter filter) {
      scopes.check(filter.text(), candidate, table.get(), at + "/rows", violations);
    }
  }

  private static final String SCHEMA =
      """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "required": ["format", "label"],
        "additionalProperties": false,
        "properties": {
          "format": { "const": "role/1" },
          "label": { "anyOf": [
            { "type": "string", "minLength": 1, "maxLength": 200 },
            { "type": "object", "minProperties": 1,
              "additionalProperties": { "type": "string", "minLength": 1, "maxLength": 200 } } ] },
          "help": { "anyOf": [ { "type": "string" },
            { "type": "object", "additionalProperties": { "type": "string" } } ] },
          "lock": { "enum": ["sealed", "extendable", "free"] },
          "members": { "anyOf": [
            { "type": "object", "additionalProperties": false, "required": ["position"],
              "properties": { "position": { "type": "string", "minLength": 1 } } },
            { "type": "object", "additionalProperties": false, "required": ["role"],
              "properties": { "role": { "type": "string", "pattern": "^[a-z][a-z0-9_]{0,47}$" } } },
            { "type": "object", "additionalProperties": false, "required": ["unit"],
              "properties": { "unit": { "enum": ["company", "organisation"] } } } ] },
          "grants": { "type": "array", "items": {
            "type": "object",
            "required": ["key", "table", "may"],
            "additionalProperties": false,
            "properties": {
              "key": { "type": "string", "pattern": "^[a-z][a-z0-9_]{0,47}$" },
              "label": { "anyOf": [ { "type": "string" },
                { "type": "object", "additionalProperties": { "type": "string" } } ] },
              "help": { "anyOf": [ { "type": "string" },
                { "type": "object", "additionalProperties": { "type": "string" } } ] },
              "lock": { "enum": ["sealed", "extendable", "free"] },
              "table": { "type": "string", "pattern": "^[a-z][a-z0-9_]{0,47}$" },
              "may": { "type": "array", "minItems": 1, "uniqueItems": true, "items": {
                "enum": ["read", "create", "update", "delete", "refer", "export", "import",
                         "print", "share", "comment", "transfer", "merge"] } },
              "rows": { "anyOf": [ { "enum": ["all", "unit", "company", "mine"] },
                { "type": "string", "pattern": "^=." } ] },
              "fields": { "type": "object",
                "propertyNames": { "pattern": "^([*]|[a-z][a-z0-9_]{0,47})$" },
                "additionalProperties": { "enum": ["hidden", "read", "write"] } }
            } } }
        }
      }
      """;
}
