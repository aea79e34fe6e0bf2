package io.tangram.core.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.field.FieldTypes;
import io.tangram.core.metadata.DocumentKind;
import io.tangram.core.metadata.TableDef;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The documents below {@code tables/}: what they say, and what they make of the database. */
@Singleton
public final class TableKind implements DocumentKind<TableDef> {
  private final FieldTypes types;

  @Inject
  public TableKind(FieldTypes types) {
    this.types = types;
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
}
