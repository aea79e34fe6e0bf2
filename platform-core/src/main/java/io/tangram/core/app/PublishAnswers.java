package io.tangram.core.app;

import io.tangram.core.metadata.Conflict;
import io.tangram.core.metadata.PublishOptions;
import io.tangram.core.metadata.PublishOrder;
import io.tangram.core.metadata.PublishResult;
import io.tangram.core.metadata.PublishStep;
import io.tangram.core.problem.Problems;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reads what someone who publishes has decided, and says what came of it. */
@Singleton
public class PublishAnswers {
  /** The body of a publish; every member may be absent. */
  @Schema(name = "PublishBody")
  public record Decisions(
      List<PublishStep.Hazard> accept,
      String note,
      List<String> restore,
      Map<String, Conflict.Side> choose) {}

  private final Problems problems;

  PublishAnswers(Problems problems) {
    this.problems = problems;
  }

  public PublishOrder order(UUID person, byte[] json) {
    var body = Body.of(json).only("accept", "note", "restore", "choose");
    var order =
        new PublishOrder(
            person,
            Set.copyOf(body.words("accept", PublishStep.Hazard.class)),
            body.text("note", ""),
            new PublishOptions(Set.copyOf(body.texts("restore"))),
            body.choices("choose", Conflict.Side.class));
    if (order.note().length() > 1_000) {
      body.fault("/note", "schema.maxLength", 1_000);
    }
    body.refuse();
    return order;
  }

  public PublishAnswer of(PublishResult result) {
    return new PublishAnswer(
        result.version(), result.steps(), problems.faults(result.violations()), result.conflicts());
  }
}
