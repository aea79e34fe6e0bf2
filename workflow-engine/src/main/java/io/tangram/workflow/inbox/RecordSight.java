package io.tangram.workflow.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tangram.core.access.Actor;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.MetadataCatalog;
import io.tangram.core.metadata.TableDef;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.record.RecordQuery;
import io.tangram.form.FormDef;
import io.tangram.workflow.store.ProcessInstance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The record behind a task as the person may see it, and the form that shows it. */
@Singleton
class RecordSight {
  /** Both empty when the record, or the app, is gone. */
  record Seen(Optional<JsonNode> record, Optional<String> form) {}

  private static final Set<ErrorCode> GONE =
      Set.of(ErrorCode.RECORD_NOT_FOUND, ErrorCode.NOT_FOUND);

  private final MetadataCatalog catalog;
  private final RecordQuery records;
  private final ObjectMapper mapper;

  @Inject
  RecordSight(MetadataCatalog catalog, RecordQuery records, ObjectMapper mapper) {
    this.catalog = catalog;
    this.records = records;
    this.mapper = mapper;
  }

  Seen of(ProcessInstance instance, Actor actor) {
    try {
      var record =
          tree(records.get(instance.app(), instance.table(), instance.record(), true, actor));
      var type = Optional.ofNullable(record.path("type").textValue());
      var version = catalog.current(instance.app());
      return new Seen(Optional.of(record), form(version, instance.table(), type));
    } catch (ProblemException e) {
      if (GONE.contains(e.code())) {
        return new Seen(Optional.empty(), Optional.empty());
      }
      throw e;
    }
  }

  /**
   * @throws ProblemException {@code RECORD_NOT_FOUND}, {@code NOT_FOUND} for whoever may not read
   *     it
   */
  void refuseStrangers(String app, String table, UUID record, Actor actor) {
    records.get(app, table, record, false, actor);
  }

  private JsonNode tree(byte[] json) {
    try {
      return mapper.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The form its type names, else the first one of the table for that type. */
  private static Optional<String> form(AppVersion version, String table, Optional<String> type) {
    var named =
        type.flatMap(
            wanted ->
                version
                    .find(TableDef.class, table)
                    .flatMap(known -> known.type(wanted))
                    .flatMap(TableDef.RecordType::form));
    return named.or(
        () ->
            version.all(FormDef.class).values().stream()
                .filter(form -> form.table().equals(table))
                .filter(form -> form.type().isEmpty() || form.type().equals(type))
                .map(FormDef::key)
                .findFirst());
  }
}
