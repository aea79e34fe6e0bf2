package io.tangram.core.metadata;

import java.time.Instant;
import java.util.Optional;

/**
 * One app as the list of apps knows it.
 *
 * @param label as published; as drafted while nothing is published
 * @param version number of the published version; 0 while there is none
 * @param template the template it came from
 */
public record App(
    String key,
    Label label,
    Optional<String> icon,
    AppHome home,
    long version,
    Optional<Template> template,
    Instant updatedAt) {

  /** A template and the version of it that the app was made from or upgraded to last. */
  public record Template(String key, String version) {}
}
