package io.tangram.workflow.runtime;

import io.tangram.core.field.FieldTypes;
import io.tangram.core.field.Link;
import io.tangram.core.formula.Environment;
import io.tangram.core.formula.FormulaError;
import io.tangram.core.formula.Reference;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.metadata.TableDef;
import io.tangram.core.organisation.Organisation;
import io.tangram.core.organisation.Post;
import io.tangram.core.record.Row;
import io.tangram.core.record.SystemRecords;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a process's formulas see: the record, what it leads to, and the people behind the process. A
 * path along a relation reads the far record, whoever the reader is.
 */
final class WalkValues implements Environment {
  private final FieldTypes types;
  private final SystemRecords records;
  private final Organisation organisation;
  private final AppVersion version;
  private final TableDef table;
  private final Row row;
  private final UUID starter;
  private final Optional<UUID> starterPost;
  private final Instant now;

  /** The parts that stay the same for all processes come first. */
  WalkValues(
      FieldTypes types,
      SystemRecords records,
      Organisation organisation,
      AppVersion version,
      TableDef table,
      Row row,
      UUID starter,
      Optional<UUID> starterPost,
      Instant now) {
    this.types = types;
    this.records = records;
    this.organisation = organisation;
    this.version = version;
    this.table = table;
    this.row = row;
    this.starter = starter;
    this.starterPost = starterPost;
    this.now = now;
  }

  @Override
  public ZonedDateTime now() {
    return now.atZone(organisation.zone());
  }

  @Override
  public Object value(Reference reference) {
    var tail = reference.tail();
    return switch (reference.head()) {
      case "$starter", "$me" -> personPart(starter, starterPost, tail);
      case "$record" -> tail.isEmpty() ? row.id() : in(table, row, tail);
      default -> in(table, row, reference.path());
    };
  }

  private Object in(TableDef here, Row at, List<String> path) {
    var head = path.get(0);
    var tail = path.subList(1, path.size());
    var field = here.field(head);
    if (field.isPresent()) {
      return part(field.get(), at.values().get(head), tail);
    }
    var value = systemValue(at, head);
    return tail.isEmpty() || !(value instanceof UUID id) ? value : personPart(id, none(), tail);
  }

  private Object part(FieldDef field, Object value, List<String> tail) {
    var seen = types.of(field).toFormula(value, field);
    if (tail.isEmpty() || seen == null) {
      return seen;
    }
    if (seen instanceof Map<?, ?> parts) {
      return parts.get(tail.get(0));
    }
    if (seen instanceof Collection<?> several) {
      return several.stream()
          .map(one -> one instanceof Map<?, ?> cells ? cells.get(tail.get(0)) : null)
          .toList();
    }
    return seen instanceof UUID id ? beyond(field, id, tail) : FormulaError.REFERENCE;
  }

  private Object beyond(FieldDef field, UUID id, List<String> tail) {
    var link = types.of(field).link(field);
    if (link.filter(to -> to.kind() == Link.Kind.PERSON).isPresent()) {
      return personPart(id, none(), tail);
    }
    var far =
        link.filter(to -> to.kind() == Link.Kind.RECORD)
            .flatMap(to -> version.find(TableDef.class, to.table()));
    if (far.isEmpty()) {
      return FormulaError.REFERENCE;
    }
    return records
        .find(version, far.get().key(), id)
        .map(record -> in(far.get(), record, tail))
        .orElse(null);
  }

  private Object personPart(UUID person, Optional<UUID> post, List<String> tail) {
    if (tail.isEmpty()) {
      return person;
    }
    var unit =
        post.flatMap(organisation::post)
            .or(() -> organisation.posts(person).stream().findFirst())
            .map(Post::unit);
    return switch (tail.get(0)) {
      case "department" -> unit.orElse(null);
      case "company" -> unit.flatMap(organisation::companyOf).orElse(null);
      case "name" -> organisation.names(List.of(person)).get(person);
      default -> FormulaError.REFERENCE;
    };
  }

  private static Object systemValue(Row at, String name) {
    return switch (name) {
      case "id" -> at.id();
      case "type" -> at.type().orElse(null);
      case "state" -> at.state().orElse(null);
      case "version" -> at.version();
      case "company" -> at.company().orElse(null);
      case "department" -> at.department().orElse(null);
      case "owner" -> at.owner().orElse(null);
      case "created_at" -> at.createdAt();
      case "created_by" -> at.createdBy().orElse(null);
      case "updated_at" -> at.updatedAt();
      case "updated_by" -> at.updatedBy().orElse(null);
      default -> FormulaError.NAME;
    };
  }

  private static Optional<UUID> none() {
    return Optional.empty();
  }
}
