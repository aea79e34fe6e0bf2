package io.tangram.core.record;

import io.tangram.core.field.Link;
import io.tangram.core.field.Storage;
import io.tangram.core.formula.Formula;
import io.tangram.core.formula.Reference;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has to be loaded before formulas can run: the rows behind relations, level by level. Made
 * once per version; loading it costs one statement per relation.
 */
final class Need {
  private static final int DEEPEST = 6;

  /** One way on: the rows at its other end, and what these need in turn. */
  record Way(TableShape far, Need need) {}

  final Map<FieldShape, Way> ways = new LinkedHashMap<>();
  boolean computed;

  static Need of(TableShape shape, Collection<Formula> formulas, TableShapes shapes) {
    var need = new Need();
    for (var formula : formulas) {
      for (var reference : formula.references()) {
        need.add(shape, path(reference), shapes, 0);
      }
    }
    return need;
  }

  /** {@code $old.x}, {@code $record.x} and {@code $parent.x} lead over the same tables as x. */
  private static List<String> path(Reference reference) {
    return reference.head().startsWith("$") ? reference.tail() : reference.path();
  }

  void add(TableShape shape, List<String> path, TableShapes shapes, int depth) {
    if (path.isEmpty() || depth > DEEPEST) {
      return;
    }
    var field = shape.field(path.get(0));
    if (field.isEmpty()) {
      return;
    }
    var tail = path.subList(1, path.size());
    if (field.get().storage() == Storage.NOWHERE && depth > 0) {
      // the far row computes it when it is loaded, and needs what its formula names
      computed = true;
      field.get().formula().ifPresent(f -> addAll(shape, f, shapes, depth));
    }
    if (tail.isEmpty() && field.get().storage() == Storage.COLUMNS) {
      return;
    }
    far(shape, field.get(), shapes)
        .ifPresent(
            far ->
                ways.computeIfAbsent(field.get(), f -> new Way(far, new Need()))
                    .need()
                    .add(far, tail, shapes, depth + 1));
  }

  void addAll(TableShape shape, Formula formula, TableShapes shapes, int depth) {
    formula.references().forEach(r -> add(shape, path(r), shapes, depth + 1));
  }

  static Optional<TableShape> far(TableShape shape, FieldShape field, TableShapes shapes) {
    return switch (field.storage()) {
      case CHILD_ROWS -> Optional.of(shapes.child(shape, field));
      case COLUMNS, OTHER_END, NOWHERE ->
          field
              .link()
              .filter(link -> link.kind() == Link.Kind.RECORD)
              .flatMap(link -> shapes.far(shape.version, link.table()));
      case ELSEWHERE -> Optional.empty();
    };
  }
}
