package io.tangram.workflow.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.access.RecordGrants.Level;
import io.tangram.core.organisation.Organisation;
import io.tangram.workflow.definition.FlowDef;
import io.tangram.workflow.definition.NodeDef;
import io.tangram.workflow.definition.ProcessDef.Results;
import io.tangram.workflow.node.NodeRun;
import io.tangram.workflow.store.ProcessInstance;
import io.tangram.workflow.store.TimelineEntry.Act;
import io.tangram.workflow.who.WhoRun;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One walk standing at one node. */
final class Visit implements NodeRun, WhoRun {
  private final Desk desk;
  private final Records records;
  private final Walk walk;
  private final NodeDef node;
  private final String execution;

  /**
   * @param execution the engine's name of the place
   */
  Visit(Desk desk, Records records, Walk walk, NodeDef node, String execution) {
    this.desk = desk;
    this.records = records;
    this.walk = walk;
    this.node = node;
    this.execution = execution;
  }

  @Override
  public NodeDef node() {
    return node;
  }

  @Override
  public void enter(Optional<String> state) {
    records.enter(walk, state);
  }

  @Override
  public boolean ask(List<JsonNode> who, Answer answer) {
    var people = new Approvers(desk, walk, this).of(who);
    if (people.isEmpty()) {
      walk.outcome(FlowDef.DONE);
      note(Act.AUTO, Optional.empty());
      return false;
    }
    var open = answer == Answer.IN_TURN ? 1 : people.size();
    insert(people, open);
    desk.notices.changed(people.subList(0, open));
    return true;
  }

  @Override
  public void inform(List<JsonNode> who) {
    var people = desk.who.find(who, this);
    if (!people.isEmpty()) {
      insert(people, people.size());
      note(Act.COPIED, Optional.empty());
    }
  }

  private void insert(List<UUID> people, int open) {
    var instance = walk.instance();
    desk.tasks.insert(instance.id(), node.id(), execution, node.type(), people, open, desk.now());
    desk.grants.grant(
        instance.app(), instance.table(), instance.record(), people, Level.READ, instance.grant());
  }

  @Override
  public void finish(Result result) {
    var results = walk.process().definition().results();
    var ended = ProcessInstance.State.valueOf(result.name());
    var instance = walk.instance();
    desk.instances.end(instance.id(), ended, desk.now());
    var touched = new ArrayList<>(desk.tasks.cancelOpen(instance.id(), desk.now()));
    touched.add(instance.starter());
    desk.notices.changed(touched);
    desk.note(
        instance, Optional.of(node.id()), Act.ENDED, Optional.empty(), Optional.of(ended.word()));
    records.enter(walk, stateFor(result, results));
  }

  private static Optional<String> stateFor(Result result, Results results) {
    return switch (result) {
      case APPROVED -> results.approved();
      case REFUSED -> results.refused();
      case WITHDRAWN -> results.withdrawn();
    };
  }

  private void note(Act act, Optional<UUID> actor) {
    desk.note(walk.instance(), Optional.of(node.id()), act, actor, Optional.empty());
  }

  @Override
  public Object value(JsonNode setting) {
    return desk.formulas.value(walk, records.row(walk), setting);
  }

  @Override
  public Organisation organisation() {
    return desk.organisation;
  }

  @Override
  public UUID starter() {
    return walk.instance().starter();
  }

  @Override
  public Optional<UUID> starterPost() {
    return walk.instance().starterPost();
  }

  @Override
  public List<UUID> ids(JsonNode setting) {
    return asIds(value(setting));
  }

  @Override
  public List<UUID> idsAt(String path) {
    return asIds(desk.formulas.at(walk, records.row(walk), path));
  }

  private static List<UUID> asIds(Object value) {
    if (value instanceof UUID id) {
      return List.of(id);
    }
    return value instanceof List<?> several
        ? several.stream().filter(UUID.class::isInstance).map(UUID.class::cast).toList()
        : List.of();
  }

  @Override
  public Optional<Collection<UUID>> group(String key) {
    return desk.groups.members(walk.current(), key);
  }

  @Override
  public List<UUID> answeredAt(String other) {
    return desk.tasks.answeredAt(walk.instance().id(), other);
  }
}
