package io.tangram.core.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.metadata.DocumentKind;
import jakarta.inject.Singleton;

/** A kind that only these tests know: any members are allowed, so that any shape can be sent. */
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
}
