package io.tangram.workflow.who.types;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.workflow.who.WhoCheck;
import io.tangram.workflow.who.WhoRun;
import java.util.Optional;
import java.util.UUID;

/** What the entries that climb the organisation share. */
final class Levels {
  /** No organisation is deeper; a larger number is a slip of the finger. */
  private static final int HIGHEST = 50;

  private Levels() {}

  static void check(JsonNode entry, String word, int least, WhoCheck check) {
    var level = entry.path(word);
    if (!level.isMissingNode()
        && !(level.isIntegralNumber() && level.asInt() >= least && level.asInt() <= HIGHEST)) {
      check.fault("/" + word, "process.who.level", least, HIGHEST);
    }
  }

  /** The starter is followed up from the post in which they started, others from their oldest. */
  static Optional<UUID> post(UUID person, WhoRun run) {
    return person.equals(run.starter()) ? run.starterPost() : Optional.empty();
  }
}
