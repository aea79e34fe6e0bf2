package io.tangram.core.problem;

import io.quarkus.arc.All;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Every word the server says to people, by key and language. A language without a word of its own
 * falls back to Chinese; a key that nobody wrote down is shown as it is, and logged.
 */
@Singleton
public class Messages {
  private static final Logger LOG = Logger.getLogger(Messages.class);
  private static final String FOLDER = "/messages/";

  private final List<MessageBundle> bundles;
  private final Map<String, Map<String, String>> byLanguage = new ConcurrentHashMap<>();

  @Inject
  public Messages(@All List<MessageBundle> bundles) {
    this.bundles = List.copyOf(bundles);
  }

  /** The text for the key with its {@code {0}}, {@code {1}} … filled in. */
  public String text(Locale locale, String key, List<?> arguments) {
    return find(locale, key, arguments)
        .orElseGet(
            () -> {
              LOG.warnf("No message for %s", key);
              return key;
            });
  }

  public Optional<String> find(Locale locale, String key, List<?> arguments) {
    return Optional.ofNullable(words(locale).get(key))
        .map(pattern -> new MessageFormat(pattern, Locale.ROOT).format(plain(arguments)));
  }

  private Map<String, String> words(Locale locale) {
    return byLanguage.computeIfAbsent(locale.getLanguage(), this::load);
  }

  private Map<String, String> load(String language) {
    var words = new HashMap<String, String>();
    for (var bundle : bundles) {
      read(bundle, FOLDER + bundle.baseName() + ".properties", words);
      read(bundle, FOLDER + bundle.baseName() + "_" + language + ".properties", words);
    }
    return Map.copyOf(words);
  }

  private static void read(MessageBundle bundle, String path, Map<String, String> into) {
    try (var in = bundle.getClass().getResourceAsStream(path)) {
      if (in != null) {
        var read = new Properties();
        read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        read.stringPropertyNames().forEach(key -> into.put(key, read.getProperty(key)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  // MessageFormat would write 2000 as 2,000 and 1E+3 in full
  private static Object[] plain(List<?> arguments) {
    return arguments.stream()
        .map(a -> a instanceof BigDecimal number ? number.toString() : String.valueOf(a))
        .toArray();
  }
}
