package io.tangram.core.app;

import io.tangram.core.metadata.App;
import io.tangram.core.metadata.Label;
import java.time.Instant;
import java.util.UUID;

/**
 * A line of the list of apps.
 *
 * @param version 0 while nothing is published
 * @param admin whether the caller may design it
 */
public record AppEntry(
    String key,
    Label label,
    String icon,
    long version,
    UUID company,
    boolean admin,
    String template,
    Instant updatedAt) {
  public static AppEntry of(App app, boolean admin) {
    return new AppEntry(
        app.key(),
        app.label(),
        app.icon().orElse(null),
        app.version(),
        app.home().company().orElse(null),
        admin,
        app.template().map(App.Template::key).orElse(null),
        app.updatedAt());
  }
}
