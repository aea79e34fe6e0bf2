package io.tangram.workflow.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.field.FieldTypes;
import io.tangram.core.formula.Environment;
import io.tangram.core.formula.Formula;
import io.tangram.core.formula.Formulas;
import io.tangram.core.formula.Reference;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.TableDef;
import io.tangram.core.organisation.Organisation;
import io.tangram.core.record.RecordChanged;
import io.tangram.core.record.Row;
import io.tangram.core.record.SystemRecords;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Evaluates the formulas of processes; each text is parsed once per version. */
@Singleton
class ProcessFormulas {
  private final FieldTypes types;
  private final SystemRecords records;
  private final Organisation organisation;
  private final Clock clock;

  @Inject
  ProcessFormulas(FieldTypes types, SystemRecords records, Organisation organisation, Clock clock) {
    this.types = types;
    this.records = records;
    this.organisation = organisation;
    this.clock = clock;
  }

  private record Parsed(String text) {}

  /** Whether a condition holds for the record at hand. */
  boolean holds(Walk walk, Row row, String condition) {
    return parsed(walk.current(), condition).holds(values(walk, row));
  }

  /** Whether a condition holds for a record that was just written. */
  boolean holds(RecordChanged change, String condition) {
    var actor = change.actor();
    return parsed(change.version(), condition)
        .holds(
            values(change.version(), change.table(), change.after(), actor.person(), actor.post()));
  }

  /** A setting that is {@code =formula}, evaluated; any other as its plain text. */
  Object value(Walk walk, Row row, JsonNode setting) {
    var text = setting.asText();
    return text.startsWith("=")
        ? parsed(walk.current(), text.substring(1)).evaluate(values(walk, row))
        : Formulas.plain(text);
  }

  /** What a path in the record leads to. */
  Object at(Walk walk, Row row, String path) {
    return values(walk, row).value(Reference.of(path));
  }

  /** A moment; a date counts from its first second in the organisation's zone. */
  Optional<Instant> moment(Object value) {
    if (value instanceof LocalDate date) {
      return Optional.of(date.atStartOfDay(organisation.zone()).toInstant());
    }
    return value instanceof Instant instant ? Optional.of(instant) : Optional.empty();
  }

  /** What people call the record: its title field as text. */
  String title(AppVersion version, String table, Row row) {
    return version
        .find(TableDef.class, table)
        .map(known -> known.title())
        .map(row.values()::get)
        .map(Object::toString)
        .orElse("");
  }

  private Formula parsed(AppVersion version, String text) {
    return version.derived(new Parsed(text), key -> Formulas.parse(key.text()));
  }

  private Environment values(Walk walk, Row row) {
    var instance = walk.instance();
    var table = walk.current().find(TableDef.class, instance.table()).orElseThrow();
    return values(walk.current(), table, row, instance.starter(), instance.starterPost());
  }

  private Environment values(
      AppVersion version, TableDef table, Row row, UUID starter, Optional<UUID> post) {
    return new WalkValues(
        types, records, organisation, version, table, row, starter, post, clock.instant());
  }
}
