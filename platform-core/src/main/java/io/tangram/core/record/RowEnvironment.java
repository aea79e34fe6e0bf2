package io.tangram.core.record;

import io.tangram.core.access.Actor;
import io.tangram.core.field.Link;
import io.tangram.core.field.Storage;
import io.tangram.core.field.SubRow;
import io.tangram.core.formula.Environment;
import io.tangram.core.formula.FormulaError;
import io.tangram.core.formula.Reference;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Gives a formula the values of one row, of the rows around it, and of the person at work. All far
 * rows were loaded before ({@link Need}); it asks no database.
 *
 * @param old the row before the write, for {@code $old}
 * @param record what one stands on, for {@code $record}; the row itself if empty
 * @param parent the record a sub-table's row belongs to, for {@code $parent}
 */
record RowEnvironment(
    RowData row,
    Optional<RowData> old,
    Optional<RowData> parent,
    Optional<RowData> record,
    Related related,
    TableShapes shapes,
    Actor actor,
    ZonedDateTime now)
    implements Environment {

  @Override
  public Object value(Reference reference) {
    return switch (reference.head()) {
      case "$me" -> me(reference.tail());
      case "$old" -> old.map(o -> value(o, reference.tail())).orElse(null);
      case "$record" -> value(record.orElse(row), reference.tail());
      case "$parent" -> parent.map(p -> value(p, reference.tail())).orElse(null);
      default ->
          reference.head().startsWith("$") ? FormulaError.NAME : value(row, reference.path());
    };
  }

  /** The same, with the row before the write as {@code $old}; null for a new record. */
  RowEnvironment since(RowData before) {
    return new RowEnvironment(
        row, Optional.ofNullable(before), parent, record, related, shapes, actor, now);
  }

  /** The same for a candidate, while one stands on another record. */
  RowEnvironment standingOn(RowData standing) {
    return new RowEnvironment(row, old, parent, Optional.of(standing), related, shapes, actor, now);
  }

  /** The same moment and person, for a row of a sub-table. */
  RowEnvironment child(RowData child) {
    return new RowEnvironment(
        child, Optional.empty(), Optional.of(row), record, related, shapes, actor, now);
  }

  private Object me(List<String> tail) {
    return switch (tail.isEmpty() ? "" : tail.get(0)) {
      case "" -> actor.person();
      case "name" -> actor.name();
      case "department" -> actor.department().orElse(null);
      case "company" -> actor.company().orElse(null);
      default -> FormulaError.NAME;
    };
  }

  private Object value(RowData at, List<String> path) {
    if (path.isEmpty()) {
      return at.id;
    }
    var field = at.shape.field(path.get(0));
    return field.isPresent()
        ? value(at, field.get(), path.subList(1, path.size()))
        : system(at, path.get(0));
  }

  private Object value(RowData at, FieldShape field, List<String> tail) {
    var value = at.values[field.number()];
    if (field.storage() == Storage.CHILD_ROWS) {
      return children(at, field, value, tail);
    }
    if (tail.isEmpty()) {
      return field.toFormula(value);
    }
    if (field.linksTo(Link.Kind.RECORD)) {
      return along(at, field, value, tail);
    }
    var whole = value == null ? null : field.toFormula(value);
    return whole instanceof Map<?, ?> parts ? parts.get(tail.get(0)) : null;
  }

  private Object children(RowData at, FieldShape field, Object value, List<String> tail) {
    var shape = shapes.child(at.shape, field);
    var found = new ArrayList<Object>();
    for (var child : value instanceof List<?> rows ? rows : List.of()) {
      var data = SubRows.data(shape, (SubRow) child);
      add(found, tail.isEmpty() ? data.id : value(data, tail));
    }
    return found;
  }

  private Object along(RowData at, FieldShape field, Object value, List<String> tail) {
    var far = Need.far(at.shape, field, shapes);
    if (far.isEmpty()) {
      return FormulaError.REFERENCE;
    }
    if (value instanceof UUID id) {
      return related.find(far.get(), id).map(row -> value(row, tail)).orElse(null);
    }
    if (value == null
        && field.storage() == Storage.COLUMNS
        && !(field.toFormula(null) instanceof List<?>)) {
      return null;
    }
    var found = new ArrayList<Object>();
    for (var id : field.type().linked(value)) {
      related.find(far.get(), id).ifPresent(row -> add(found, value(row, tail)));
    }
    return found;
  }

  private static void add(List<Object> list, Object value) {
    if (value instanceof List<?> more) {
      list.addAll(more);
    } else {
      list.add(value);
    }
  }

  private static Object system(RowData at, String name) {
    return switch (name) {
      case "id" -> at.id;
      case "version" -> java.math.BigDecimal.valueOf(at.version);
      case "type" -> at.type;
      case "state" -> at.state;
      case "company" -> at.company;
      case "department" -> at.department;
      case "owner" -> at.owner;
      case "created_at" -> at.createdAt;
      case "created_by" -> at.createdBy;
      case "updated_at" -> at.updatedAt;
      case "updated_by" -> at.updatedBy;
      default -> FormulaError.NAME;
    };
  }
}
