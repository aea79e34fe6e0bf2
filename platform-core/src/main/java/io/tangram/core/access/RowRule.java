package io.tangram.core.access;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.tangram.core.formula.Formula;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Which rows a grant reaches, as a predicate over the table under the alias {@code t}. */
public sealed interface RowRule {
  /** {@code rows} stands for the table, for what a filter names. */
  Condition where(RowScope rows);

  /** Whether a row of this owner, unit and company surely lies inside; false if SQL must say. */
  boolean surely(
      Actor actor, Optional<UUID> owner, Optional<UUID> department, Optional<UUID> company);

  /** Every row. */
  record All() implements RowRule {
    @Override
    public Condition where(RowScope rows) {
      // noCondition() would vanish inside an or, and "everyone" must not
      return DSL.trueCondition();
    }

    @Override
    public boolean surely(
        Actor actor, Optional<UUID> owner, Optional<UUID> department, Optional<UUID> company) {
      return true;
    }
  }

  /** Rows one owns. */
  record Mine() implements RowRule {
    @Override
    public Condition where(RowScope rows) {
      return system("_owner").eq(ActorValue.ME.id());
    }

    @Override
    public boolean surely(
        Actor actor, Optional<UUID> owner, Optional<UUID> department, Optional<UUID> company) {
      return owner.filter(actor.person()::equals).isPresent();
    }
  }

  /** Rows of the unit one acts in, and of the units below it. */
  record Unit() implements RowRule {
    @Override
    public Condition where(RowScope rows) {
      return system("_department").eq(any(ActorValue.UNITS_BELOW.ids()));
    }

    @Override
    public boolean surely(
        Actor actor, Optional<UUID> owner, Optional<UUID> department, Optional<UUID> company) {
      return department.filter(actor.unitsBelow()::contains).isPresent();
    }
  }

  /** Rows of the company one acts in. */
  record Company() implements RowRule {
    @Override
    public Condition where(RowScope rows) {
      return system("_company").eq(ActorValue.COMPANY.id());
    }

    @Override
    public boolean surely(
        Actor actor, Optional<UUID> owner, Optional<UUID> department, Optional<UUID> company) {
      return company.isPresent() && company.equals(actor.company());
    }
  }

  /**
   * Rows for which a formula holds.
   *
   * @param formula empty where the text is none, which only a draft can be
   */
  record Filter(String text, Optional<Formula> formula) implements RowRule {
    @Override
    public Condition where(RowScope rows) {
      return formula.map(rows::condition).orElse(DSL.falseCondition());
    }

    @Override
    public boolean surely(
        Actor actor, Optional<UUID> owner, Optional<UUID> department, Optional<UUID> company) {
      return false;
    }
  }

  private static Field<UUID> system(String column) {
    return field(name("t", column), UUID.class);
  }
}
