package io.tangram.core.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tangram.core.postgres.Migrated;
import io.tangram.core.postgres.Postgres;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Postgres.class)
@Migrated
class FormulaSqlTest {
  private static final SqlScope COLUMNS =
      new SqlScope() {
        @Override
        public Optional<SqlTerm> term(Reference reference) {
          switch (reference.toString()) {
            case "amount":
              return Optional.of(
                  SqlTerm.of(DSL.field(DSL.name("amount"), SQLDataType.NUMERIC), ValueType.NUMBER));
            case "state":
              return Optional.of(SqlTerm.key(DSL.field(DSL.name("state"), SQLDataType.CLOB)));
            case "due":
              return Optional.of(
                  SqlTerm.of(DSL.field(DSL.name("due"), SQLDataType.LOCALDATE), ValueType.DATE));
            case "tags":
              return Optional.of(SqlTerm.of(DSL.field(DSL.name("tags")), ValueType.LIST));
            default:
              return Optional.empty();
          }
        }

        @Override
        public SqlTerm today() {
          return SqlTerm.of(DSL.val(LocalDate.of(2026, 3, 1)), ValueType.DATE);
        }

        @Override
        public SqlTerm now() {
          throw new IllegalStateException("no formula here asks for the moment");
        }
      };

  @BeforeAll
  static void three_tickets(DSLContext db) {
    db.execute("create table ticket (id int, amount numeric, state text, due date, tags text[])");
    db.execute(
        "insert into ticket values (1, 10, 'open', '2026-02-01', '{vip}'), (2, 0, 'closed', null,"
            + " null), (3, null, null, '2026-04-01', '{new,vip}')");
  }

  private static List<Integer> where(DSLContext db, String formula) {
    var condition = Formulas.parse(formula).toSql(COLUMNS).holds();
    return db.select(DSL.field("id", Integer.class))
        .from("ticket")
        .where(condition)
        .orderBy(DSL.field("id"))
        .fetch(0, Integer.class);
  }

  @Test
  void conditions_choose_rows_and_a_blank_is_nothing(DSLContext db) {
    assertThat(where(db, "state = 'OPEN'")).containsExactly(1);
    assertThat(where(db, "state <> 'open'")).containsExactly(2, 3);
    assertThat(where(db, "amount = 0")).containsExactly(2, 3);
    assertThat(where(db, "ISBLANK(amount)")).containsExactly(3);
    assertThat(where(db, "AND(due < TODAY(), NOT(ISBLANK(due)))")).containsExactly(1);
    assertThat(where(db, "CONTAINS(tags, 'VIP')")).containsExactly(1, 3);
    assertThat(where(db, "CONTAINS(state, 'LOSE')")).containsExactly(2);
  }

  @Test
  void a_row_in_error_is_not_chosen_and_does_not_stop_the_others(DSLContext db) {
    assertThat(where(db, "10 / amount > 0")).containsExactly(1);
    assertThat(where(db, "state * 2 = 0")).containsExactly(3);
    assertThat(where(db, "IFERROR(10 / amount, 7) = 7")).containsExactly(2, 3);
  }

  @Test
  void what_has_no_sql_is_refused() {
    assertThatThrownBy(() -> Formulas.parse("TEXT(amount, '0.00') = '1'").toSql(COLUMNS))
        .isInstanceOfSatisfying(
            FormulaException.class, fault -> assertThat(fault.code()).isEqualTo("formula.no-sql"));
  }
}
