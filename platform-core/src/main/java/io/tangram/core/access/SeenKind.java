package io.tangram.core.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.metadata.AppVersion;
import java.util.Map;

/**
 * Shows the documents of one folder to a person: as published, minus what they may not see. Found
 * by CDI; a folder without one is shown to nobody.
 */
public interface SeenKind {
  /** The folder whose documents it shows: {@code tables}, {@code forms} … */
  String folder();

  /** Key to what the actor sees of it, in path order; what they may not see at all is absent. */
  Map<String, JsonNode> seenBy(AppVersion version, Actor actor);
}
