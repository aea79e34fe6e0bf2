package io.tangram.core.metadata;

import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes version n+1 of an app: wholly or not at all, by one publisher at a time. It decides nothing
 * that a person has to decide and knows no kind of document by name.
 */
@ApplicationScoped
public class Publisher {
  private final AppStore apps;
  private final DocumentStore documents;
  private final ChangeSetStore changeSets;
  private final ChangeSetMerge merge;
  private final PublishRun run;
  private final PublishLock lock;

  Publisher(
      AppStore apps,
      DocumentStore documents,
      ChangeSetStore changeSets,
      ChangeSetMerge merge,
      PublishRun run,
      PublishLock lock) {
    this.apps = apps;
    this.documents = documents;
    this.changeSets = changeSets;
    this.merge = merge;
    this.run = run;
    this.lock = lock;
  }

  /**
   * Publishes a change set, merged on to what was published since its edits were made.
   *
   * @throws ProblemException {@code DOCUMENT_CONFLICT} with what both changed, {@code
   *     DESIGN_INVALID} with every fault, {@code HAZARD_NOT_ACCEPTED} with the steps, {@code
   *     PUBLISH_RUNNING} while someone else publishes the app
   */
  @Transactional
  public PublishResult publish(String app, String changeSet, PublishOrder order) {
    var known = alone(app);
    refuseUnknown(app, changeSet);
    changeSets.lock(app, changeSet, order.person());
    var merged = merge.merge(known, changeSet, order.decisions());
    refuse(merged);
    var result = run.publish(known, merged.documents(), order);
    changeSets.empty(app, changeSet);
    if (!changeSet.equals(ChangeSets.DEFAULT)) {
      changeSets.remove(app, changeSet);
    }
    return result;
  }

  /** What publishing the change set would do; changes nothing. */
  @Transactional
  public PublishResult preview(String app, String changeSet, PublishOrder order) {
    var known = existing(app);
    refuseUnknown(app, changeSet);
    return preview(known, merge.merge(known, changeSet, order.decisions()), order);
  }

  /** An earlier version becomes the newest, with the values its fields had: else like any other. */
  @Transactional
  public PublishResult restore(String app, long number, PublishOrder order) {
    return run.publish(alone(app), tree(app, number), order.takingBack());
  }

  @Transactional
  public PublishResult previewRestore(String app, long number, PublishOrder order) {
    var merged = new TreeMerge.Merged(tree(app, number), List.of());
    return preview(existing(app), merged, order.takingBack());
  }

  /**
   * Publishes a whole tree on an app that was just made: what a clone, an import, a template
   * brings.
   */
  @Transactional
  public PublishResult first(String app, Map<String, Document> tree, PublishOrder order) {
    return run.publish(alone(app), tree, order);
  }

  /** Publishes the merge of a newer tree into what is published, as a template's upgrade does. */
  @Transactional
  public PublishResult upgrade(
      String app, Map<String, Document> base, Map<String, Document> newer, PublishOrder order) {
    var known = alone(app);
    var merged = merge.upgrade(known, base, newer, order.decisions());
    refuse(merged);
    return run.publish(known, merged.documents(), order);
  }

  @Transactional
  public PublishResult previewUpgrade(
      String app, Map<String, Document> base, Map<String, Document> newer, PublishOrder order) {
    var known = existing(app);
    return preview(known, merge.upgrade(known, base, newer, order.decisions()), order);
  }

  private PublishResult preview(App app, TreeMerge.Merged merged, PublishOrder order) {
    return merged.conflicts().isEmpty()
        ? run.preview(app, merged.documents(), order)
        : new PublishResult(app.version(), List.of(), List.of(), merged.conflicts());
  }

  private Map<String, Document> tree(String app, long number) {
    var tree = documents.tree(app, number);
    return Optional.of(tree)
        .filter(t -> !t.isEmpty())
        .map(documents::contents)
        .orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND));
  }

  private void refuseUnknown(String app, String changeSet) {
    if (!changeSet.equals(ChangeSets.DEFAULT) && changeSets.revision(app, changeSet).isEmpty()) {
      throw ProblemException.of(ErrorCode.NOT_FOUND);
    }
  }

  private static void refuse(TreeMerge.Merged merged) {
    if (!merged.conflicts().isEmpty()) {
      throw ProblemException.of(ErrorCode.DOCUMENT_CONFLICT).with("conflicts", merged.conflicts());
    }
  }

  private App existing(String app) {
    return apps.find(app).orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND));
  }

  /** The app, with other publishers kept out until the transaction ends. */
  private App alone(String app) {
    lock.publisher(app);
    return apps.lock(app).orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND));
  }
}
