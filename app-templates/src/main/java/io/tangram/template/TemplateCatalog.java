package io.tangram.template;

import io.quarkus.arc.All;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.List;

/** The templates there are. Installs nothing. */
@Singleton
public final class TemplateCatalog {
  private final List<TemplateSource> sources;

  TemplateCatalog(@All List<TemplateSource> sources) {
    this.sources = sources;
  }

  public List<Template> all() {
    return sources.stream().flatMap(source -> source.templates().stream()).toList();
  }

  /**
   * @throws ProblemException {@code NOT_FOUND}
   */
  public Template get(String key) {
    return all().stream()
        .filter(template -> template.key().equals(key))
        .findFirst()
        .orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND));
  }
}
