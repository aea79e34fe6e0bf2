package io.tangram.workflow.who;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.organisation.Organisation;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The process for which people are looked for. */
public interface WhoRun {
  Organisation organisation();

  /** Who started it. */
  UUID starter();

  /** The post in which they did. */
  Optional<UUID> starterPost();

  /** Ids that a setting {@code =formula} gives: one, several, or none. */
  List<UUID> ids(JsonNode setting);

  /** Ids that a path in the record leads to. */
  List<UUID> idsAt(String path);

  /** Members of the app's permission group; empty where the app has no group of that key. */
  Optional<Collection<UUID>> group(String key);

  /** Who answered at a node of this process, the last one first. */
  List<UUID> answeredAt(String node);
}
