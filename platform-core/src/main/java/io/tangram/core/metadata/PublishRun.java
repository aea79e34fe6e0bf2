package io.tangram.core.metadata;

import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.problem.Violation;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stations of a publish, once it is known which documents are to be published: check, plan, ask
 * for what is dangerous, do. Runs in the caller's transaction and under its lock.
 */
@Singleton
final class PublishRun {
  private final AppStore apps;
  private final DocumentStore documents;
  private final DocumentKinds kinds;
  private final VersionAssembly assembly;
  private final VersionReader reader;
  private final PublishLock lock;
  private final VersionCatalog catalog;

  PublishRun(
      AppStore apps,
      DocumentStore documents,
      DocumentKinds kinds,
      VersionAssembly assembly,
      VersionReader reader,
      PublishLock lock,
      VersionCatalog catalog) {
    this.apps = apps;
    this.documents = documents;
    this.kinds = kinds;
    this.assembly = assembly;
    this.reader = reader;
    this.lock = lock;
    this.catalog = catalog;
  }

  PublishResult publish(App app, Map<String, Document> tree, PublishOrder order) {
    if (unchanged(app, tree)) {
      return new PublishResult(app.version(), List.of(), List.of(), List.of());
    }
    var candidate = candidate(app, tree);
    if (!candidate.violations().isEmpty()) {
      throw ProblemException.of(ErrorCode.DESIGN_INVALID, candidate.violations());
    }
    var from = published(app);
    var to = candidate.version().orElseThrow();
    var steps = plan(from, to, order.options());
    refuseHazards(steps, order);
    lock.writers(app.key());
    lock.answering(
        ErrorCode.UNAVAILABLE,
        () -> kinds.all().forEach(kind -> kind.publish(from, to, order.options())));
    apps.published(to, order.person(), order.note());
    documents.keepTree(app.key(), to.number(), to.documents());
    catalog.changing(app.key());
    return new PublishResult(to.number(), steps, List.of(), List.of());
  }

  PublishResult preview(App app, Map<String, Document> tree, PublishOrder order) {
    if (unchanged(app, tree)) {
      return new PublishResult(app.version(), List.of(), List.of(), List.of());
    }
    var candidate = candidate(app, tree);
    // a plan can only be made of a design without faults
    var steps =
        candidate
            .version()
            .filter(v -> candidate.violations().isEmpty())
            .map(to -> plan(published(app), to, order.options()))
            .orElse(List.of());
    return new PublishResult(app.version() + 1, steps, candidate.violations(), List.of());
  }

  /** A version that may be published; absent when its documents cannot even be read. */
  private record Candidate(Optional<AppVersion> version, List<Violation> violations) {}

  private Candidate candidate(App app, Map<String, Document> tree) {
    var shapes = assembly.shapes(tree);
    if (!tree.containsKey("app.json")) {
      return new Candidate(Optional.empty(), List.of(Violation.at("app.json#", "document.app")));
    }
    if (!shapes.isEmpty()) {
      return new Candidate(Optional.empty(), shapes);
    }
    var version = reader.assemble(app, app.version() + 1, tree);
    return new Candidate(Optional.of(version), assembly.faults(version));
  }

  private boolean unchanged(App app, Map<String, Document> tree) {
    var published = documents.tree(app.key(), app.version());
    return published.size() == tree.size()
        && tree.values().stream().allMatch(d -> d.hash().equals(published.get(d.path())));
  }

  private Optional<AppVersion> published(App app) {
    return app.version() == 0 ? Optional.empty() : Optional.of(reader.read(app, app.version()));
  }

  private List<PublishStep> plan(Optional<AppVersion> from, AppVersion to, PublishOptions options) {
    var steps = new ArrayList<PublishStep>();
    kinds.all().forEach(kind -> steps.addAll(kind.plan(from, to, options)));
    return steps;
  }

  private static void refuseHazards(List<PublishStep> steps, PublishOrder order) {
    var accepted = order.accept();
    var open =
        steps.stream()
            .map(PublishStep::hazard)
            .anyMatch(h -> h != PublishStep.Hazard.NONE && !accepted.contains(h));
    if (open) {
      throw ProblemException.of(ErrorCode.HAZARD_NOT_ACCEPTED).with("steps", steps);
    }
  }
}
