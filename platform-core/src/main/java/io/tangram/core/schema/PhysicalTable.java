package io.tangram.core.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One table in the database with all its columns, the retired ones too; the system columns go
 * without saying.
 *
 * @param key {@code deal}, or {@code deal.lines} for a sub-table
 * @param name in the database; never changes
 * @param live whether the design names it
 * @param indexes of live columns; empty for a retired table, whose old ones may stay
 */
public record PhysicalTable(
    String key,
    String name,
    boolean live,
    List<PhysicalColumn> columns,
    List<PhysicalIndex> indexes) {
  public PhysicalTable {
    requireNonNull(key, "key is null");
    requireNonNull(name, "name is null");
    columns = List.copyOf(columns);
    indexes = List.copyOf(indexes);
  }

  /** Whether its rows belong to another table's record. */
  public boolean sub() {
    return key.indexOf('.') >= 0;
  }

  public Optional<PhysicalColumn> column(String wanted) {
    return columns.stream().filter(c -> c.name().equals(wanted)).findFirst();
  }

  /** The columns a field is read from and written to. */
  public List<PhysicalColumn> live(String field) {
    return columns.stream().filter(c -> c.live() && c.field().equals(field)).toList();
  }

  boolean has(String columnName) {
    return columns.stream().anyMatch(c -> c.name().equals(columnName) || marks(c, columnName));
  }

  private static boolean marks(PhysicalColumn column, String name) {
    return column.change().filter(change -> change.marker().equals(name)).isPresent();
  }

  PhysicalTable with(List<PhysicalColumn> newColumns, List<PhysicalIndex> newIndexes) {
    return new PhysicalTable(key, name, live, newColumns, newIndexes);
  }

  PhysicalTable live(boolean nowLive) {
    return new PhysicalTable(key, name, nowLive, columns, indexes);
  }

  PhysicalTable adding(List<PhysicalColumn> more) {
    return with(Stream.concat(columns.stream(), more.stream()).toList(), indexes);
  }

  /** The columns with these names, in another state. */
  PhysicalTable in(PhysicalColumn.State state, List<PhysicalColumn> some) {
    return replacing(some.stream().map(c -> c.in(state)).toList());
  }

  PhysicalTable replacing(List<PhysicalColumn> some) {
    return with(
        columns.stream()
            .map(c -> some.stream().filter(s -> s.name().equals(c.name())).findFirst().orElse(c))
            .toList(),
        indexes);
  }

  PhysicalTable indexing(PhysicalIndex index) {
    return with(columns, Stream.concat(indexes.stream(), Stream.of(index)).toList());
  }

  PhysicalTable without(PhysicalIndex index) {
    return with(columns, indexes.stream().filter(i -> !i.name().equals(index.name())).toList());
  }
}
