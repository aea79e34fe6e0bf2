package io.tangram.workflow.design;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.field.FieldTypes;
import io.tangram.core.field.Link;
import io.tangram.core.formula.FormulaException;
import io.tangram.core.formula.Formulas;
import io.tangram.core.formula.ValueType;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.metadata.TableDef;
import io.tangram.core.problem.Violations;
import io.tangram.workflow.definition.ProcessDef;
import io.tangram.workflow.definition.ProcessDef.On;
import io.tangram.workflow.definition.ProcessDef.Start;
import io.tangram.workflow.node.NodeCheck;
import io.tangram.workflow.who.WhoCheck;
import io.tangram.workflow.who.WhoTypes;
import java.util.List;
import java.util.Optional;

/** Looks whether the names and formulas of a process lead somewhere; its shape is GraphCheck's. */
final class ProcessCheck {
  private final ProcessDef process;
  private final BoundProcess bound;
  private final TableDef table;
  private final ProcessScope scope;
  private final FieldTypes types;
  private final WhoTypes who;
  private final Violations violations;

  ProcessCheck(
      BoundProcess bound,
      TableDef table,
      AppVersion version,
      FieldTypes types,
      WhoTypes who,
      Violations violations) {
    this.process = bound.definition();
    this.bound = bound;
    this.table = table;
    this.scope = new ProcessScope(version, table, types);
    this.types = types;
    this.who = who;
    this.violations = violations;
  }

  void run() {
    for (var i = 0; i < process.starts().size(); i++) {
      start(process.starts().get(i), "/starts/" + i);
    }
    var results = process.results();
    results.approved().ifPresent(state -> state(state, "/results/approved"));
    results.refused().ifPresent(state -> state(state, "/results/refused"));
    results.withdrawn().ifPresent(state -> state(state, "/results/withdrawn"));
    entries(process.options().substitutes(), "/options/no_approver");
    for (var node : bound.nodes()) {
      node.check(new AtNode("/nodes/" + node.position() + "/settings"));
    }
    for (var i = 0; i < process.flows().size(); i++) {
      var at = "/flows/" + i + "/when";
      process.flows().get(i).when().ifPresent(when -> formula(when, ValueType.BOOL, at));
    }
  }

  private void start(Start start, String at) {
    start.when().ifPresent(when -> formula(when, ValueType.BOOL, at + "/when"));
    for (var i = 0; i < start.types().size(); i++) {
      if (table.type(start.types().get(i)).isEmpty()) {
        violations.add(at + "/types/" + i, "process.start.type", start.types().get(i));
      }
    }
    if (start.on() == On.MOVE && start.move().isEmpty()) {
      violations.add(at, "process.start.move-missing");
    }
    if (start.on() != On.MOVE && start.move().isPresent()) {
      violations.add(at + "/move", "process.start.move-extra");
    }
    start
        .move()
        .filter(key -> table.lifecycle().moves().stream().noneMatch(m -> m.key().equals(key)))
        .ifPresent(key -> violations.add(at + "/move", "process.start.move", key));
  }

  private void state(String state, String pointer) {
    if (table.lifecycle().state(state).isEmpty()) {
      violations.add(pointer, "process.state", state);
    }
  }

  private void formula(String text, ValueType wanted, String pointer) {
    try {
      var checked = Formulas.parse(text).check(scope, wanted);
      checked.faults().forEach(fault -> violations.addAll(List.of(fault.under(pointer))));
    } catch (FormulaException e) {
      violations.addAll(List.of(e.violation(pointer)));
    }
  }

  private void setting(JsonNode setting, ValueType wanted, String pointer) {
    if (!setting.asText().startsWith("=")) {
      violations.add(pointer, "process.who.formula");
      return;
    }
    formula(setting.asText().substring(1), wanted, pointer);
  }

  private void entries(List<JsonNode> entries, String pointer) {
    for (var i = 0; i < entries.size(); i++) {
      who.check(entries.get(i), new AtWho(pointer + "/" + i));
    }
  }

  private Optional<FieldDef> field(String path) {
    var dot = path.indexOf('.');
    return dot < 0
        ? table.field(path)
        : table.field(path.substring(0, dot)).flatMap(sub -> sub.field(path.substring(dot + 1)));
  }

  /** Faults of one node's settings. */
  private final class AtNode implements NodeCheck {
    private final String at;

    AtNode(String at) {
      this.at = at;
    }

    @Override
    public void state(JsonNode state, String pointer) {
      ProcessCheck.this.state(state.asText(), at + pointer);
    }

    @Override
    public void fields(List<String> fields, String pointer) {
      for (var i = 0; i < fields.size(); i++) {
        var path = fields.get(i);
        var here = at + pointer + "/" + i;
        field(path)
            .ifPresentOrElse(
                found -> writable(found, here), () -> violations.add(here, "process.field", path));
      }
    }

    private void writable(FieldDef field, String pointer) {
      if (!types.of(field).writable(field)) {
        violations.add(pointer, "process.field.computed", field.label().toString());
      }
    }

    @Override
    public void who(List<JsonNode> entries, String pointer) {
      if (entries.isEmpty()) {
        violations.add(at + pointer, "process.who.missing");
      }
      entries(entries, at + pointer);
    }

    @Override
    public void formula(JsonNode setting, ValueType wanted, String pointer) {
      setting(setting, wanted, at + pointer);
    }

    @Override
    public void fault(String pointer, String code, Object... arguments) {
      violations.add(at + pointer, code, arguments);
    }
  }

  /** Faults of one {@code who} entry. */
  private final class AtWho implements WhoCheck {
    private final String at;

    AtWho(String at) {
      this.at = at;
    }

    @Override
    public void formula(JsonNode setting, String pointer) {
      setting(setting, ValueType.ANY, at + pointer);
    }

    @Override
    public void path(JsonNode setting, String pointer) {
      var path = setting.asText();
      ProcessCheck.this.formula(path, ValueType.ANY, at + pointer);
      var notPeople =
          field(path)
              .flatMap(field -> types.of(field).link(field))
              .filter(link -> link.kind() != Link.Kind.PERSON)
              .isPresent();
      var noLink = field(path).filter(field -> types.of(field).link(field).isEmpty()).isPresent();
      if (notPeople || noLink) {
        violations.add(at + pointer, "process.who.person", path);
      }
    }

    @Override
    public void text(JsonNode setting, String pointer) {
      if (!setting.isTextual() || setting.asText().isBlank()) {
        violations.add(at + pointer, "process.who.text");
      }
    }

    @Override
    public void node(JsonNode setting, String pointer) {
      if (process.node(setting.asText()).isEmpty()) {
        violations.add(at + pointer, "process.who.node", setting.asText());
      }
    }

    @Override
    public void fault(String pointer, String code, Object... arguments) {
      violations.add(at + pointer, code, arguments);
    }
  }
}
