package io.tangram.core.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.access.Actor;
import io.tangram.core.access.May;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.record.RecordChanged.Kind;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The platform's own door to records, within a transaction that is under way. */
@Singleton
class ProcessRecords implements SystemRecords {
  private final TableShapes shapes;
  private final RowLoader loader;
  private final RecordWriter writer;
  private final Moves moves;
  private final SystemActor nobody;

  ProcessRecords(
      TableShapes shapes, RowLoader loader, RecordWriter writer, Moves moves, SystemActor nobody) {
    this.shapes = shapes;
    this.loader = loader;
    this.writer = writer;
    this.moves = moves;
    this.nobody = nobody;
  }

  @Override
  public Optional<Row> find(AppVersion version, String table, UUID id) {
    var shape = shapes.table(version, table);
    var rows = loader.byIds(shape, List.of(id));
    loader.complete(shape, rows, nobody.actor());
    return rows.stream().findFirst().map(RowData::toRow);
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public Row write(
      AppVersion version,
      String table,
      UUID id,
      ObjectNode values,
      Optional<String> state,
      Actor actor,
      Origin origin) {
    var context = writer.trusted(shapes.table(version, table), actor, origin);
    var wanted = List.of(new RecordChange(id, 1, values));
    var record = writer.locked(wanted, context, May.UPDATE, false, List.of("")).get(0);
    state.ifPresent(key -> moves.enter(record, key, context));
    writer.update(List.of(record), wanted, context, Kind.UPDATED);
    return record.after.toRow();
  }
}
