package io.tangram.core.schema;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.tangram.core.field.FieldTypes;
import io.tangram.core.formula.FormulaException;
import io.tangram.core.formula.Formulas;
import io.tangram.core.formula.Reference;
import io.tangram.core.formula.SqlScope;
import io.tangram.core.formula.SqlTerm;
import io.tangram.core.formula.ValueType;
import io.tangram.core.metadata.FieldDef;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/**
 * A row's own columns, for the condition of a partial index. It knows no moment and no far record:
 * an index cannot either.
 */
final class ColumnScope implements SqlScope {
  private static final DSLContext PRINTER =
      DSL.using(
          SQLDialect.POSTGRES, new Settings().withRenderQuotedNames(RenderQuotedNames.ALWAYS));

  private final FieldTypes types;
  private final Entity entity;
  private final PhysicalTable table;

  ColumnScope(FieldTypes types, Entity entity, PhysicalTable table) {
    this.types = types;
    this.entity = entity;
    this.table = table;
  }

  /**
   * The condition as SQL with constants inlined.
   *
   * @throws FormulaException where it needs more than the row's columns
   */
  String where(String formula) {
    return PRINTER.renderInlined(Formulas.parse(formula).toSql(this).holds());
  }

  @Override
  public Optional<SqlTerm> term(Reference reference) {
    var system = SystemColumn.of(reference.head());
    if (system.isPresent() && reference.tail().isEmpty()) {
      return Optional.of(system(system.get()));
    }
    return entity.field(reference.head()).flatMap(f -> term(reference, f));
  }

  private Optional<SqlTerm> term(Reference reference, FieldDef field) {
    var type = types.of(field);
    var columns =
        type.columns(field).stream()
            .<Field<?>>flatMap(
                wanted ->
                    table.live(field.key()).stream()
                        .filter(c -> c.part().equals(wanted.part()))
                        .map(c -> column(c.name(), c)))
            .toList();
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    if (reference.tail().isEmpty()) {
      return Optional.of(SqlTerm.of(columns.get(0), type.valueType(field)));
    }
    var part = reference.tail().get(0);
    return reference.tail().size() > 1
        ? Optional.empty()
        : type.part(part, columns, field).map(c -> SqlTerm.of(c, type.parts(field).get(part)));
  }

  private static Field<?> column(String name, PhysicalColumn column) {
    return field(name(name), column.type().type());
  }

  private static SqlTerm system(SystemColumn system) {
    var column = field(name(system.column()), system.type().type());
    return switch (system.type()) {
      case WORDS -> SqlTerm.key(column);
      case ID -> SqlTerm.of(column, ValueType.RECORD);
      case INTEGER -> SqlTerm.of(column, ValueType.NUMBER);
      default -> SqlTerm.of(column, ValueType.DATETIME);
    };
  }

  @Override
  public SqlTerm today() {
    throw new FormulaException("formula.no-sql", 0, "TODAY");
  }

  @Override
  public SqlTerm now() {
    throw new FormulaException("formula.no-sql", 0, "NOW");
  }
}
