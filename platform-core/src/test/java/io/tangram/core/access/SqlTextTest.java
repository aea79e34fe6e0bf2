package io.tangram.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tangram.core.field.ColumnType;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class SqlTextTest {
  @Test
  void then_open_places_constants_and_the_asker_keep_their_order() {
    var sql =
        SqlText.of(
            DSL.condition(
                "{0} = {1} and {2} > {3} and {0} <> {1}",
                DSL.field(DSL.name("t", "a")),
                ColumnType.WORDS.placeholder(),
                DSL.val("constant"),
                ActorValue.ME.field()));
    assertThat(sql.text())
        .isEqualTo(
            "(\"t\".\"a\" = cast(? as text) and ? > cast(? as uuid) and \"t\".\"a\" <> cast(? as"
                + " text))");
    assertThat(sql.binds())
        .isEqualTo(List.of(SqlText.OPERAND, "constant", ActorValue.ME, SqlText.OPERAND));
  }
}
