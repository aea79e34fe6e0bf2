package io.tangram.core.record;

import com.fasterxml.jackson.databind.node.TextNode;
import io.tangram.core.field.FieldType;
import io.tangram.core.field.InvalidValue;
import io.tangram.core.field.Link;
import io.tangram.core.field.Storage;
import io.tangram.core.formula.Formula;
import io.tangram.core.formula.Formulas;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.schema.StoredColumn;
import java.util.List;
import java.util.Optional;

/**
 * One field with all that the write and the read path ask of it, found out once per version.
 *
 * @param number its place among the table's fields, from 0
 * @param at index of its first column in a result; 0 when it has none
 */
record FieldShape(
    FieldDef def,
    FieldType<Object> type,
    Storage storage,
    List<StoredColumn> columns,
    int number,
    int at,
    Optional<Formula> formula,
    Optional<Formula> check,
    Optional<Formula> defaultFormula,
    Optional<Object> defaultValue,
    Optional<Link> link) {

  static FieldShape of(
      FieldDef def, FieldType<Object> type, List<StoredColumn> columns, int number, int at) {
    return new FieldShape(
        def,
        type,
        type.storage(def),
        columns,
        number,
        columns.isEmpty() ? 0 : at,
        def.formula().map(Formulas::parse),
        def.check().map(Formulas::parse),
        Formulas.in(def.defaultValue()),
        plainDefault(def, type),
        type.link(def));
  }

  private static Optional<Object> plainDefault(FieldDef def, FieldType<Object> type) {
    var json = def.defaultValue();
    if (json.isMissingNode() || json.isNull() || Formulas.in(json).isPresent()) {
      return Optional.empty();
    }
    try {
      var plain = json.isTextual() ? TextNode.valueOf(Formulas.plain(json.textValue())) : json;
      return Optional.ofNullable(type.read(plain, def));
    } catch (InvalidValue e) {
      throw new IllegalStateException("default of " + def.key() + " was not checked", e);
    }
  }

  String key() {
    return def.key();
  }

  boolean writable() {
    return type.writable(def);
  }

  boolean kept() {
    return storage == Storage.COLUMNS;
  }

  boolean linksTo(Link.Kind kind) {
    return link.filter(l -> l.kind() == kind).isPresent();
  }

  boolean same(Object one, Object other) {
    return one == other || one != null && other != null && type.same(one, other);
  }

  /** The value as formulas see it. */
  Object toFormula(Object value) {
    return type.toFormula(value, def);
  }
}
