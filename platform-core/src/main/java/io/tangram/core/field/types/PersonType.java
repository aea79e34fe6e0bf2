package io.tangram.core.field.types;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.field.Link;
import io.tangram.core.metadata.FieldDef;
import jakarta.inject.Singleton;
import java.util.Optional;

/** One person of the organisation. */
@Singleton
final class PersonType extends OneId {
  PersonType() {
    super("person");
  }

  @Override
  public ObjectNode words() {
    return Words.none().schema();
  }

  @Override
  public Optional<Link> link(FieldDef field) {
    return Optional.of(Link.of(Link.Kind.PERSON));
  }
}
