package io.tangram.core.record;

import io.tangram.core.access.Actor;
import io.tangram.core.field.Link;
import io.tangram.core.field.Storage;
import io.tangram.core.field.SubRow;
import io.tangram.core.organisation.Organisation;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The names of whatever records name: persons, units, other records. A name is readable wherever
 * its id is, also where the far app is not open to the reader. One statement per far table.
 */
@Singleton
class Labels {
  private static final int DEEPEST = 3;

  private final Organisation organisation;
  private final TableShapes shapes;
  private final RowLoader loader;

  Labels(Organisation organisation, TableShapes shapes, RowLoader loader) {
    this.organisation = organisation;
    this.shapes = shapes;
    this.loader = loader;
  }

  /** For all ids that the shown fields hold, and those of the system columns. */
  Map<UUID, String> of(TableShape table, List<RecordJson.Shown> rows, Actor actor) {
    var people = new HashSet<UUID>();
    var far = new LinkedHashMap<TableShape, Set<UUID>>();
    for (var shown : rows) {
      var row = shown.row();
      add(people, row.owner, row.createdBy, row.updatedBy, row.department, row.company);
      for (var field : table.fields) {
        if (shown.fields().contains(field.key())) {
          collect(table, field, row.values[field.number()], people, far);
        }
      }
    }
    var labels = new HashMap<UUID, String>();
    far.forEach((shape, ids) -> labels.putAll(titles(shape, ids, actor, 0)));
    labels.putAll(organisation.names(people));
    return labels;
  }

  private static void add(Set<UUID> ids, UUID... more) {
    for (var id : more) {
      if (id != null) {
        ids.add(id);
      }
    }
  }

  private void collect(
      TableShape table,
      FieldShape field,
      Object value,
      Set<UUID> people,
      Map<TableShape, Set<UUID>> far) {
    if (value == null) {
      return;
    }
    if (field.storage() == Storage.CHILD_ROWS) {
      var child = shapes.child(table, field);
      for (var row : (List<?>) value) {
        for (var column : child.fields) {
          collect(child, column, ((SubRow) row).values().get(column.key()), people, far);
        }
      }
      return;
    }
    if (field.link().isPresent()) {
      var ids = field.type().linked(value);
      if (field.linksTo(Link.Kind.RECORD)) {
        Need.far(table, field, shapes)
            .ifPresent(shape -> far.computeIfAbsent(shape, s -> new HashSet<>()).addAll(ids));
      } else if (!field.linksTo(Link.Kind.FILE)) {
        people.addAll(ids);
      }
    }
  }

  /** What a link to each of these rows shows: the value of the table's title field as text. */
  Map<UUID, String> titles(TableShape shape, Collection<UUID> ids, Actor actor, int depth) {
    var labels = new HashMap<UUID, String>();
    if (shape.subtable || depth >= DEEPEST) {
      return labels;
    }
    var rows = loader.byIds(shape, ids);
    labels.putAll(titles(shape, rows, actor, depth));
    return labels;
  }

  Map<UUID, String> titles(TableShape shape, List<RowData> rows, Actor actor, int depth) {
    var title = shape.byKey.get(shape.def.title());
    if (title == null) {
      return Map.of();
    }
    if (!title.kept()) {
      loader.complete(shape, rows, actor);
    }
    var labels = new HashMap<UUID, String>();
    var behind = title.link().isPresent() ? behind(shape, title, rows, actor, depth) : null;
    for (var row : rows) {
      var value = row.values[title.number()];
      if (value != null) {
        labels.put(
            row.id, behind == null ? text(title.toFormula(value)) : named(title, value, behind));
      }
    }
    return labels;
  }

  private Map<UUID, String> behind(
      TableShape shape, FieldShape title, List<RowData> rows, Actor actor, int depth) {
    var ids = new HashSet<UUID>();
    rows.forEach(row -> ids.addAll(title.type().linked(row.values[title.number()])));
    return title.linksTo(Link.Kind.RECORD)
        ? Need.far(shape, title, shapes)
            .map(far -> titles(far, ids, actor, depth + 1))
            .orElse(Map.of())
        : organisation.names(ids);
  }

  private static String named(FieldShape title, Object value, Map<UUID, String> names) {
    var words = title.type().linked(value).stream().map(names::get);
    return String.join("、", words.filter(java.util.Objects::nonNull).toList());
  }

  private static String text(Object value) {
    return value instanceof java.math.BigDecimal number
        ? number.toPlainString()
        : String.valueOf(value);
  }
}
