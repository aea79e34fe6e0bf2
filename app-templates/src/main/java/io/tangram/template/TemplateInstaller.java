package io.tangram.template;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tangram.core.access.Actor;
import io.tangram.core.metadata.App;
import io.tangram.core.metadata.AppHome;
import io.tangram.core.metadata.AppInstaller;
import io.tangram.core.metadata.Apps;
import io.tangram.core.metadata.Label;
import io.tangram.core.metadata.PublishOrder;
import io.tangram.core.metadata.PublishResult;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Makes apps of templates and takes them on to newer ones: wholly or not at all. */
@ApplicationScoped
class TemplateInstaller {
  private final AppInstaller installer;
  private final Apps apps;
  private final TemplateCatalog templates;
  private final SampleLoader samples;
  private final ObjectMapper json;

  TemplateInstaller(
      AppInstaller installer,
      Apps apps,
      TemplateCatalog templates,
      SampleLoader samples,
      ObjectMapper json) {
    this.installer = installer;
    this.apps = apps;
    this.templates = templates;
    this.samples = samples;
    this.json = json;
  }

  /**
   * @param sample whether its sample records come along
   * @throws ProblemException {@code KEY_TAKEN}
   */
  @Transactional
  public App install(
      Template template,
      String appKey,
      Optional<Label> label,
      AppHome home,
      boolean sample,
      Actor actor) {
    var own = template.tree().under(appKey);
    var tree = label.map(l -> own.labelled(l, json)).orElse(own);
    var order = PublishOrder.by(actor.person(), template.key() + " " + template.version());
    installer.install(tree, home, Optional.of(origin(template)), order);
    if (sample) {
      samples.load(appKey, actor);
    }
    return apps.get(appKey);
  }

  /**
   * @throws ProblemException {@code NOT_FOUND} for an app that came from no template
   */
  @Transactional
  public PublishResult upgrade(String app, PublishOrder order) {
    var template = template(app);
    return installer.upgrade(app, template.tree(), origin(template), order);
  }

  @Transactional
  public PublishResult previewUpgrade(String app, PublishOrder order) {
    return installer.previewUpgrade(app, template(app).tree(), order);
  }

  private Template template(String app) {
    return apps.get(app)
        .template()
        .map(App.Template::key)
        .map(templates::get)
        .orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND));
  }

  private static App.Template origin(Template template) {
    return new App.Template(template.key(), template.version());
  }
}
