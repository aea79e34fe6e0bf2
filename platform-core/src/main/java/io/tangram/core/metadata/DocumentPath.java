package io.tangram.core.metadata;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in an app's tree. Everything else is refused, so a path can never lead out of the app.
 *
 * @param folder empty for {@code app.json}
 * @param key the file's name without its ending; for bytes the whole name
 * @param bytes whether what stands there is kept as it is, not as JSON
 */
record DocumentPath(String folder, String key, boolean bytes) {
  /** Identity inside an app: what users call keys. */
  static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,47}");

  private static final Pattern DOCUMENT = Pattern.compile("([a-z]{1,20})/(" + KEY + ")\\.json");
  private static final Pattern BYTES =
      Pattern.compile(
          "(assets)/([A-Za-z0-9_][A-Za-z0-9._-]{0,99})|(sample)/(%1$s\\.csv)|(prints)/(%1$s\\.html)"
              .formatted(KEY));

  /** The place a text names; empty when there is no such place in any app. */
  static Optional<DocumentPath> of(String path) {
    if (path.equals("app.json")) {
      return Optional.of(new DocumentPath("", "app", false));
    }
    var document = DOCUMENT.matcher(path);
    if (document.matches()) {
      return Optional.of(new DocumentPath(document.group(1), document.group(2), false));
    }
    var bytes = BYTES.matcher(path);
    for (var group = 1; bytes.matches() && group <= 5; group += 2) {
      if (bytes.group(group) != null) {
        return Optional.of(new DocumentPath(bytes.group(group), bytes.group(group + 1), true));
      }
    }
    return Optional.empty();
  }
}
