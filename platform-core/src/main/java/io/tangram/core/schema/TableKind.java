package io.tangram.core.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.field.FieldTypes;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.DocumentKind;
import io.tangram.core.metadata.PublishOptions;
import io.tangram.core.metadata.PublishStep;
import io.tangram.core.metadata.TableDef;
import io.tangram.core.problem.Violations;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The documents below {@code tables/}: what they say, and what they make of the database. */
@Singleton
public final class TableKind implements DocumentKind<TableDef> {
  private final FieldTypes types;
  private final References references;
  private final TablePublisher publisher;

  @Inject
  TableKind(FieldTypes types, References references, TablePublisher publisher) {
    this.types = types;
    this.references = references;
    this.publisher = publisher;
  }

  @Override
  public String key() {
    return "table";
  }

  @Override
  public String folder() {
    return "tables";
  }

  @Override
  public Class<TableDef> type() {
    return TableDef.class;
  }

  @Override
  public ObjectNode schema() {
    return new TableSchema(types).make();
  }

  @Override
  public TableDef read(String key, ObjectNode document) {
    return TableReader.table(key, document);
  }

  @Override
  public TableDef complete(TableDef table, AppVersion version) {
    return new TableCompletion(types, references).complete(table, version);
  }

  @Override
  public void check(String key, TableDef table, AppVersion candidate, Violations violations) {
    new TableCheck(types, references, table, candidate, violations).run();
  }

  @Override
  public List<PublishStep> plan(Optional<AppVersion> from, AppVersion to, PublishOptions options) {
    return publisher.plan(from, to, options);
  }

  @Override
  public void publish(Optional<AppVersion> from, AppVersion to, PublishOptions options) {
    publisher.publish(from, to, options);
  }
}
