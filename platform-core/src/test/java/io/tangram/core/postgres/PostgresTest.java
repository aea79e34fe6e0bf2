package io.tangram.core.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Postgres.class)
class PostgresTest {
  @Test
  void each_class_has_a_database_of_its_own(DSLContext db, TestDatabase database) {
    assertThat(db.fetchValue("select current_database()").toString()).startsWith("test_");
    try (var other = TestDatabase.create()) {
      assertThat(other.jdbcUrl()).isNotEqualTo(database.jdbcUrl());
    }
  }

  @Test
  void a_moment_is_bound_as_one(DSLContext db) {
    var past = OffsetDateTime.now(ZoneOffset.UTC).minusHours(1);
    assertThat(db.fetchValue("select now() > ?", past)).isEqualTo(true);
  }

  @Nested
  class given_a_nested_class {
    @Test
    void then_it_shares_the_database(DSLContext db, TestDatabase database) {
      assertThat(database.jdbcUrl())
          .endsWith(db.fetchValue("select current_database()").toString());
    }
  }
}
