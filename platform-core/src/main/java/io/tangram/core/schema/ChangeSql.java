package io.tangram.core.schema;

import static org.jooq.impl.DSL.name;

import io.tangram.core.field.Conversion;
import io.tangram.core.field.FieldType;
import io.tangram.core.metadata.FieldDef;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** The old values of a field in SQL that can be kept as text: constants inlined, alias open. */
final class ChangeSql {
  private static final DSLContext PRINTER =
      DSL.using(
          SQLDialect.POSTGRES, new Settings().withRenderQuotedNames(RenderQuotedNames.ALWAYS));

  private final FieldType<?> source;
  private final FieldDef from;
  private final List<PhysicalColumn> live;

  ChangeSql(FieldType<?> source, FieldDef from, List<PhysicalColumn> live) {
    this.source = source;
    this.from = from;
    this.live = live;
  }

  /** The old columns under the open alias, in the order of their type's. */
  List<Field<?>> columns() {
    return source.columns(from).stream()
        .<Field<?>>flatMap(
            wanted ->
                live.stream()
                    .filter(c -> c.part().equals(wanted.part()))
                    .map(c -> DSL.field(name("~", c.name()), c.type().type())))
        .toList();
  }

  List<PhysicalColumn.Change> changes(Conversion conversion, String marker) {
    return conversion.columns().stream()
        .map(
            column ->
                new PhysicalColumn.Change(
                    marker, PRINTER.renderInlined(column), conversion.mayFail()))
        .toList();
  }
}
