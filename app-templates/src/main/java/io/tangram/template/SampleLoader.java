package io.tangram.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tangram.core.access.Actor;
import io.tangram.core.field.FieldTypes;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.MetadataCatalog;
import io.tangram.core.metadata.TableDef;
import io.tangram.core.record.Intent;
import io.tangram.core.record.Origin;
import io.tangram.core.record.RecordDraft;
import io.tangram.core.record.RecordService;
import io.tangram.core.record.SystemRecords;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Writes the sample records of an app, as the person who installs it: through the same door as any
 * other record, so that a sample which breaks a rule is refused. Starts no process. Opens no
 * transaction.
 */
@Singleton
class SampleLoader {
  private static final Origin ORIGIN = new Origin("sample", Optional.empty(), 0);

  private final MetadataCatalog catalog;
  private final RecordService records;
  private final SystemRecords system;
  private final FieldTypes types;

  SampleLoader(
      MetadataCatalog catalog, RecordService records, SystemRecords system, FieldTypes types) {
    this.catalog = catalog;
    this.records = records;
    this.system = system;
    this.types = types;
  }

  void load(String app, Actor actor) {
    var version = catalog.current(app);
    for (var table : version.all(TableDef.class).values()) {
      var file = version.documents().get("sample/" + table.key() + ".csv");
      if (file != null) {
        var lines = CsvRows.read(new String(file.bytes(), UTF_8));
        SampleRecord.of(lines, table, types).forEach(r -> write(version, table, r, actor));
      }
    }
  }

  private void write(AppVersion version, TableDef table, SampleRecord sample, Actor actor) {
    var draft = new RecordDraft(Optional.empty(), sample.type(), sample.values());
    var written =
        records.create(version.app(), table.key(), draft, Intent.WRITE, actor, ORIGIN).row();
    if (sample.state().isPresent() && !sample.state().equals(written.state())) {
      var nothing = JsonNodeFactory.instance.objectNode();
      system.write(version, table.key(), written.id(), nothing, sample.state(), actor, ORIGIN);
    }
  }
}
