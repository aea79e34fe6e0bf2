package io.tangram.workflow.inbox;

import io.tangram.core.metadata.AppDef;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.MetadataCatalog;
import io.tangram.workflow.definition.NodeDef;
import io.tangram.workflow.definition.ProcessDef;
import io.tangram.workflow.store.ProcessInstance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;

/**
 * The names that apps, processes and nodes carry for people. What is no longer there (an app in the
 * bin) is called by its key, so that a box with one such line still opens.
 */
@Singleton
class Wording {
  private final MetadataCatalog catalog;

  @Inject
  Wording(MetadataCatalog catalog) {
    this.catalog = catalog;
  }

  String app(String app, Locale locale) {
    return catalog.find(app).stream()
        .flatMap(version -> version.all(AppDef.class).values().stream())
        .map(known -> known.label().in(locale))
        .findFirst()
        .orElse(app);
  }

  String process(ProcessInstance instance, Locale locale) {
    return definition(instance)
        .map(process -> process.label().in(locale))
        .orElse(instance.process());
  }

  String node(ProcessInstance instance, String node, Locale locale) {
    return definition(instance)
        .flatMap(process -> process.node(node))
        .map(NodeDef::label)
        .map(label -> label.in(locale))
        .orElse(node);
  }

  private Optional<ProcessDef> definition(ProcessInstance instance) {
    return catalog
        .find(instance.app())
        .map(current -> version(current, instance))
        .flatMap(version -> version.find(ProcessDef.class, instance.process()));
  }

  private AppVersion version(AppVersion current, ProcessInstance instance) {
    return current.number() == instance.version()
        ? current
        : catalog.version(instance.app(), instance.version());
  }
}
