package io.tangram.form;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jooq.DSLContext;

/** Whether a record was ever sent in; history knows. */
@Singleton
class SubmissionHistory {
  private final DSLContext db;

  SubmissionHistory(DSLContext db) {
    this.db = db;
  }

  boolean sentIn(String app, String table, UUID record) {
    return db.fetchExists(
        selectOne()
            .from(table(name("history")))
            .where(field(name("record"), UUID.class).eq(record))
            .and(field(name("app"), String.class).eq(app))
            .and(field(name("table_key"), String.class).eq(table))
            .and(field(name("kind"), String.class).eq("submitted")));
  }
}
