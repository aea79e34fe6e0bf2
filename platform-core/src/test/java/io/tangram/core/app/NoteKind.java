package io.tangram.core.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.DocumentKind;
import io.tangram.core.metadata.PublishOptions;
import io.tangram.core.metadata.PublishStep;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind that only these tests know: any members are allowed, so that any shape can be sent; {@code
 * hazard} makes publishing it dangerous, {@code breaks} makes it fail half-way.
 */
@Singleton
public class NoteKind implements DocumentKind<NoteKind.Note> {
  /** What is read of it: only what it says. */
  public record Note(ObjectNode json) {}

  @Override
  public String key() {
    return "note";
  }

  @Override
  public String folder() {
    return "notes";
  }

  @Override
  public Class<Note> type() {
    return Note.class;
  }

  @Override
  public ObjectNode schema() {
    return JsonNodeFactory.instance.objectNode().put("type", "object");
  }

  @Override
  public Note read(String key, ObjectNode document) {
    return new Note(document);
  }

  @Override
  public List<PublishStep> plan(Optional<AppVersion> from, AppVersion to, PublishOptions options) {
    return to.all(Note.class).entrySet().stream()
        .filter(e -> e.getValue().json().has("hazard"))
        .map(e -> step(e.getKey(), e.getValue().json().path("hazard").asText()))
        .toList();
  }

  private static PublishStep step(String key, String hazard) {
    return new PublishStep(
        "burn-note", "", key, PublishStep.Hazard.valueOf(hazard), false, Map.of("pages", 3));
  }

  @Override
  public void publish(Optional<AppVersion> from, AppVersion to, PublishOptions options) {
    if (to.all(Note.class).values().stream().anyMatch(n -> n.json().has("breaks"))) {
      throw ProblemException.of(ErrorCode.UNAVAILABLE);
    }
  }
}
