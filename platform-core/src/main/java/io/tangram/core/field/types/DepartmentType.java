package io.tangram.core.field.types;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.field.Link;
import io.tangram.core.metadata.FieldDef;
import jakarta.inject.Singleton;
import java.util.Optional;

/** One unit of the organisation; {@code of} narrows the kinds that are offered. */
@Singleton
final class DepartmentType extends OneId {
  DepartmentType() {
    super("department");
  }

  @Override
  public ObjectNode words() {
    return Words.none().oneOf("of", "companies", "departments").schema();
  }

  @Override
  public Optional<Link> link(FieldDef field) {
    return Optional.of(Link.of(Link.Kind.UNIT));
  }
}
