package io.tangram.workflow.design;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.field.FieldTypes;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.TableDef;
import io.tangram.core.problem.Violations;
import io.tangram.workflow.definition.ProcessDef;
import io.tangram.workflow.node.NodeTypes;
import io.tangram.workflow.who.WhoTypes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Judges processes before they are published. */
@Singleton
public class ProcessDesign {
  private final NodeTypes nodes;
  private final WhoTypes who;
  private final FieldTypes fields;

  @Inject
  public ProcessDesign(NodeTypes nodes, WhoTypes who, FieldTypes fields) {
    this.nodes = nodes;
    this.who = who;
    this.fields = fields;
  }

  public ObjectNode schema() {
    return ProcessSchema.of(nodes);
  }

  /** All that is wrong with a process that fits the schema; pointers are inside the document. */
  public void check(ProcessDef process, AppVersion candidate, Violations violations) {
    var bound = BoundProcess.bind(process, nodes);
    new GraphCheck(bound, violations).run();
    candidate
        .find(TableDef.class, process.table())
        .ifPresentOrElse(
            table -> new ProcessCheck(bound, table, candidate, fields, who, violations).run(),
            () -> violations.add("/table", "process.table", process.table()));
  }
}
