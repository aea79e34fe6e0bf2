package io.tangram.form;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tangram.core.access.Actor;
import io.tangram.core.metadata.MetadataCatalog;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.problem.Violations;
import io.tangram.core.record.Intent;
import io.tangram.core.record.Origin;
import io.tangram.core.record.RecordChange;
import io.tangram.core.record.RecordDraft;
import io.tangram.core.record.RecordService;
import io.tangram.core.record.RecordService.Written;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;

/**
 * Forms that are sent in. What a form asks for beyond its table is looked at here; the record
 * itself is written through {@link RecordService} like any other.
 *
 * <p>A record that was never sent in can be gone on with by any number of drafts, until it is. Sent
 * in a second time under the same id it is the same record, or refused as another one.
 */
@ApplicationScoped
public class SubmissionService {
  private final MetadataCatalog catalog;
  private final Forms forms;
  private final FormFilling filling;
  private final RecordService records;
  private final SubmissionHistory history;

  SubmissionService(
      MetadataCatalog catalog,
      Forms forms,
      FormFilling filling,
      RecordService records,
      SubmissionHistory history) {
    this.catalog = catalog;
    this.forms = forms;
    this.filling = filling;
    this.records = records;
    this.history = history;
  }

  /** What came of it, and the table it went to. */
  public record Submitted(String table, Written written) {}

  /**
   * Takes a form in.
   *
   * @throws ProblemException {@code NOT_FOUND} for an unknown form, {@code VALUES_INVALID} with
   *     every fault of form and table, and what {@link RecordService} throws
   */
  public Submitted submit(String app, String form, Submission submission, Actor actor) {
    var version = catalog.current(app);
    var def = forms.find(version, form).orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND));
    var violations = new Violations();
    // what was sent in before is no draft any more: it is created once more, and recognised
    var unfinished = submission.known().filter(id -> !history.sentIn(app, def.table(), id));
    var filled = filling.fill(version, def, submission, unfinished, actor, violations);
    var write = new Write(app, def, submission, filled, actor);
    if (violations.isEmpty()) {
      return new Submitted(def.table(), write(write));
    }
    throw refusal(write, violations);
  }

  private record Write(
      String app, FormDef form, Submission submission, FormFilling.Filled filled, Actor actor) {
    Intent intent() {
      return submission.draft() ? Intent.DRAFT : Intent.SUBMIT;
    }

    Origin origin() {
      return Origin.form(form.key());
    }
  }

  private Written write(Write write) {
    var form = write.form();
    var values = write.filled().values();
    var stored = write.filled().version();
    if (stored.isPresent()) {
      var change = new RecordChange(write.submission().id(), stored.get(), values);
      return records.update(
          write.app(), form.table(), change, write.intent(), write.actor(), write.origin());
    }
    var draft = new RecordDraft(write.submission().known(), form.type(), values);
    return records.create(
        write.app(), form.table(), draft, write.intent(), write.actor(), write.origin());
  }

  /** The form's faults with those of the table, in one answer: tried, and taken back for sure. */
  private ProblemException refusal(Write write, Violations violations) {
    var all = new ArrayList<>(violations.list());
    try {
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                write(write);
                throw ProblemException.of(ErrorCode.VALUES_INVALID, violations.list());
              });
    } catch (ProblemException problem) {
      if (problem.code() != ErrorCode.VALUES_INVALID) {
        return problem;
      }
      problem.violations().stream()
          .filter(v -> all.stream().noneMatch(known -> known.pointer().equals(v.pointer())))
          .forEach(all::add);
    }
    return ProblemException.of(ErrorCode.VALUES_INVALID, all);
  }
}
