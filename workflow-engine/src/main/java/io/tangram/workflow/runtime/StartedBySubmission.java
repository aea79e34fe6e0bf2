package io.tangram.workflow.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tangram.form.StartedProcess;
import io.tangram.workflow.store.Instances;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Tells whoever sent a form in which process it started. */
@Singleton
final class StartedBySubmission implements StartedProcess {
  private final Instances instances;

  StartedBySubmission(Instances instances) {
    this.instances = instances;
  }

  @Override
  public Optional<JsonNode> of(String app, String table, UUID record) {
    return instances.ofRecord(app, table, record).stream()
        .reduce((earlier, later) -> later)
        .map(
            instance ->
                JsonNodeFactory.instance
                    .objectNode()
                    .put("id", instance.id().toString())
                    .put("process", instance.process())
                    .put("state", instance.state().word()));
  }
}
