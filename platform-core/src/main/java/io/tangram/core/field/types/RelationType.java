package io.tangram.core.field.types;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.field.Link;
import io.tangram.core.metadata.FieldDef;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** One record of a table, of this app or, behind an alias, of another. */
@Singleton
final class RelationType extends OneId {
  static final String TABLE =
      "^([a-z][a-z0-9_]{0,47}:)?[a-z][a-z0-9_]{0,47}([.][a-z][a-z0-9_]{0,47})?$";

  RelationType() {
    super("relation");
  }

  @Override
  public ObjectNode words() {
    return Words.none().text("to", TABLE).formula("where").schema();
  }

  @Override
  public List<String> requiredWords() {
    return List.of("to");
  }

  @Override
  public Optional<Link> link(FieldDef field) {
    return Optional.of(Link.record(field.word("to").asText()));
  }
}
