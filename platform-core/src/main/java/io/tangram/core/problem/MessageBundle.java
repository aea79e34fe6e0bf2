package io.tangram.core.problem;

/**
 * Announces one area's words. Its files are {@code messages/<name>.properties} (Chinese, the
 * default) and {@code messages/<name>_en.properties} on the class path, UTF-8, in the syntax of
 * {@link java.text.MessageFormat}.
 */
public interface MessageBundle {
  String baseName();
}
