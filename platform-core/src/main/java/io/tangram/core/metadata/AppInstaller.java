package io.tangram.core.metadata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/**
 * Makes an app of a whole tree and publishes it as version 1, or leaves nothing behind. Also takes
 * an app that came from a template on to a newer version of it.
 */
@ApplicationScoped
public class AppInstaller {
  private final Apps apps;
  private final TemplateStore templates;
  private final Publisher publisher;

  AppInstaller(Apps apps, TemplateStore templates, Publisher publisher) {
    this.apps = apps;
    this.templates = templates;
    this.publisher = publisher;
  }

  /**
   * @param template where the tree comes from; empty for an archive or a clone
   * @throws io.tangram.core.problem.ProblemException {@code KEY_TAKEN}, {@code DESIGN_INVALID}
   */
  @Transactional
  public PublishResult install(
      AppTree tree, AppHome home, Optional<App.Template> template, PublishOrder order) {
    apps.reserve(tree.key(), tree.label(), home);
    template.ifPresent(t -> templates.keep(tree.key(), t, tree.documents()));
    return publisher.first(tree.key(), tree.documents(), order);
  }

  /** Merges a newer version of the app's template into what is published. */
  @Transactional
  public PublishResult upgrade(
      String app, AppTree newer, App.Template template, PublishOrder order) {
    var tree = newer.under(app);
    var result = publisher.upgrade(app, templates.tree(app), tree.documents(), order);
    templates.keep(app, template, tree.documents());
    return result;
  }

  /** What the upgrade would do; changes nothing. */
  @Transactional
  public PublishResult previewUpgrade(String app, AppTree newer, PublishOrder order) {
    return publisher.previewUpgrade(app, templates.tree(app), newer.under(app).documents(), order);
  }
}
