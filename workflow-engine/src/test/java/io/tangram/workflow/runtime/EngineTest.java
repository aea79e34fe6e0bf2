package io.tangram.workflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tangram.core.postgres.PostgresResource;
import io.tangram.workflow.Designs;
import io.tangram.workflow.definition.ProcessReader;
import io.tangram.workflow.design.BoundProcess;
import io.tangram.workflow.node.NodeTypes;
import io.tangram.workflow.store.Statements;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class EngineTest {
  @Inject ProcessRuntime runtime;
  @Inject NodeTypes types;
  @Inject Statements statements;

  BoundProcess leave() {
    return BoundProcess.bind(
        ProcessReader.read("leave", Designs.read("leave.process.json")), types);
  }

  long deployed() {
    return statements.list("select 1 from act_re_procdef", row -> 1).size();
  }

  @Test
  void when_a_deployment_is_rolled_back_then_the_engine_has_nothing_of_it() {
    var before = deployed();
    QuarkusTransaction.begin();
    var ghost = runtime.deploy("office", leave());
    QuarkusTransaction.rollback();
    assertThat(deployed()).isEqualTo(before);
    QuarkusTransaction.begin();
    var real = runtime.deploy("office", leave());
    QuarkusTransaction.commit();
    assertThat(deployed()).isEqualTo(before + 1);
    assertThat(real).isNotEqualTo(ghost);
  }
}
