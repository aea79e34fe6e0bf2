package io.tangram.core.problem;

import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.LanguageHeader;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The language of the present answer: what the request asks for, else what the signed-in person
 * chose, else Chinese.
 */
@Singleton
public class Languages {
  public static final Locale DEFAULT = Locale.SIMPLIFIED_CHINESE;

  private static final List<Locale> SPOKEN = List.of(DEFAULT, Locale.ENGLISH);

  private final CurrentVertxRequest request;
  private final List<PreferredLocale> preferences;

  public Languages(CurrentVertxRequest request, @All List<PreferredLocale> preferences) {
    this.request = request;
    this.preferences = List.copyOf(preferences);
  }

  public Locale current() {
    return asked().or(this::chosen).orElse(DEFAULT);
  }

  /** The spoken language nearest to a tag such as {@code en-GB}; empty when there is none. */
  public static Optional<Locale> nearest(String language) {
    return SPOKEN.stream()
        .filter(spoken -> spoken.getLanguage().equalsIgnoreCase(language))
        .findFirst();
  }

  private Optional<Locale> asked() {
    return Optional.ofNullable(request.getCurrent()).stream()
        .flatMap(current -> current.acceptableLanguages().stream())
        .map(LanguageHeader::tag)
        .flatMap(tag -> nearest(tag).stream())
        .findFirst();
  }

  private Optional<Locale> chosen() {
    return preferences.stream().flatMap(p -> p.find().stream()).findFirst();
  }
}
