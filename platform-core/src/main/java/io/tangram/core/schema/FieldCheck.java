package io.tangram.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tangram.core.field.FieldType;
import io.tangram.core.field.FieldTypes;
import io.tangram.core.field.InvalidValue;
import io.tangram.core.field.Link;
import io.tangram.core.field.Storage;
import io.tangram.core.formula.Formulas;
import io.tangram.core.formula.ValueType;
import io.tangram.core.metadata.AppDef;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.metadata.FieldDef.Stored;
import io.tangram.core.problem.Violations;
import java.util.HashSet;
import java.util.Optional;

/** What can be wrong with one field of a table, beyond its shape. */
final class FieldCheck {
  private final FieldTypes types;
  private final References references;
  private final FormulaTyping typing;

  FieldCheck(FieldTypes types, References references, FormulaTyping typing) {
    this.types = types;
    this.references = references;
    this.typing = typing;
  }

  void fields(TablePlace place, Faults faults) {
    var keys = new HashSet<String>();
    for (int i = 0; i < place.fields().size(); i++) {
      var field = place.fields().get(i);
      var at = faults.under("fields", i);
      if (!keys.add(field.key())) {
        at.under("key").add("field.key.twice", field.key());
      }
      if (SystemColumn.reserved(field.key())) {
        at.under("key").add("field.key.reserved", field.key());
      }
      field(place, field, at);
      place.below(field).ifPresent(sub -> fields(sub, at));
    }
  }

  private void field(TablePlace place, FieldDef field, Faults at) {
    var type = types.of(field);
    var own = new Violations();
    type.check(field, own);
    at.addAll(own);
    formula(place, field, type, at);
    at.condition(field.check(), "check", typing.scope(place));
    defaultValue(place, field, type, at);
    if (field.unique() && !type.unique(field)) {
      at.under("unique").add("field.unique.type");
    }
    type.link(field)
        .filter(link -> link.kind() == Link.Kind.RECORD && type.storage(field) != Storage.ELSEWHERE)
        .filter(link -> !field.computed())
        .ifPresent(link -> relation(place, field, link, at));
    if (type.storage(field) == Storage.ELSEWHERE) {
      lookup(place, field, at);
    }
  }

  private void formula(TablePlace place, FieldDef field, FieldType<Object> type, Faults at) {
    if (field.formula().isEmpty()) {
      if (field.stored() != Stored.NO) {
        at.under("stored").add("field.stored.formula");
      }
      return;
    }
    var wanted = field.result().isPresent() ? ValueType.ANY : type.valueType(field);
    // values with parts are made of a number (money), or not at all
    var free = wanted == ValueType.RECORD || wanted == ValueType.LIST;
    at.under("formula")
        .formula(field.formula().get(), typing.scope(place), free ? ValueType.ANY : wanted);
    if (typing.circular(place, field)) {
      at.under("formula").add("field.formula.self", field.key());
    } else if (field.stored() != Stored.NO && type.valueType(field) == ValueType.ANY) {
      at.under("stored").add("field.stored.type");
    }
  }

  private void defaultValue(TablePlace place, FieldDef field, FieldType<Object> type, Faults at) {
    var value = field.defaultValue();
    if (value.isMissingNode() || value.isNull()) {
      return;
    }
    if (!type.writable(field)) {
      at.under("default").add("field.default.computed");
    } else if (value.isTextual() && value.textValue().startsWith("=")) {
      var wanted = type.valueType(field);
      var free = wanted == ValueType.RECORD || wanted == ValueType.LIST;
      at.under("default")
          .formula(
              value.textValue().substring(1), typing.scope(place), free ? ValueType.ANY : wanted);
    } else {
      plain(value, field, type, at.under("default"));
    }
  }

  private static void plain(JsonNode value, FieldDef field, FieldType<Object> type, Faults at) {
    try {
      type.read(
          value.isTextual() ? TextNode.valueOf(Formulas.plain(value.textValue())) : value, field);
    } catch (InvalidValue e) {
      at.addAll(e.violations());
    }
  }

  private void relation(TablePlace place, FieldDef field, Link link, Faults at) {
    var otherEnd = types.of(field).storage(field) == Storage.OTHER_END;
    var word = at.under(otherEnd ? "of" : "to");
    var far = table(place, link.table(), word);
    if (far.isEmpty()) {
      return;
    }
    if (otherEnd && !pointsHere(place, field, far.get())) {
      word.add("relation.of", field.word("of").asText());
    }
    var where = field.word("where");
    if (where.isTextual()) {
      at.under("where")
          .formula(where.textValue(), typing.choosing(far.get(), place), ValueType.BOOL);
    }
  }

  private boolean pointsHere(TablePlace place, FieldDef field, TablePlace far) {
    var relation = field.word("of").asText();
    return far.field(relation.substring(relation.lastIndexOf('.') + 1))
        .filter(back -> types.of(back).storage(back) == Storage.COLUMNS)
        .flatMap(back -> references.behind(far, back))
        .filter(place::same)
        .isPresent();
  }

  /** The table of a name, which must be there, and for another app's be required and exported. */
  private Optional<TablePlace> table(TablePlace from, String name, Faults at) {
    var colon = name.indexOf(':');
    if (colon >= 0 && from.version().bound(name.substring(0, colon)).isEmpty()) {
      // an optional app that is not there leaves its fields empty
      if (!optional(from, name.substring(0, colon))) {
        at.add("relation.alias", name.substring(0, colon));
      }
      return Optional.empty();
    }
    var far = references.table(from.version(), name);
    if (far.isEmpty()) {
      at.add("relation.table", name);
    } else if (colon >= 0 && !far.get().exported(from.version().app(), Optional.empty())) {
      at.add("relation.export", name);
    } else if (colon >= 0 && !required(from, name)) {
      at.add("relation.required", name);
    }
    return far;
  }

  private static boolean optional(TablePlace from, String alias) {
    return from.version().all(AppDef.class).values().stream()
        .flatMap(app -> app.requires().stream())
        .anyMatch(require -> require.key().equals(alias) && require.optional());
  }

  private static boolean required(TablePlace from, String name) {
    var alias = name.substring(0, name.indexOf(':'));
    var table = name.substring(name.indexOf(':') + 1).split("\\.")[0];
    return from.version().all(AppDef.class).values().stream()
        .flatMap(app -> app.requires().stream())
        .anyMatch(r -> r.key().equals(alias) && r.tables().containsKey(table));
  }

  private void lookup(TablePlace place, FieldDef field, Faults at) {
    var from = field.word("from").asText();
    if (field.result().isEmpty()) {
      at.under("from").add("lookup.path", from);
      return;
    }
    var dot = from.indexOf('.', from.indexOf(':') + 1);
    for (var pair : field.word("match").properties()) {
      var far = references.table(place.version(), from.substring(0, dot));
      var known =
          far.flatMap(t -> t.field(pair.getKey()))
              .filter(f -> types.of(f).storage(f) == Storage.COLUMNS)
              .isPresent();
      if (!known) {
        at.under("match").under(pair.getKey()).add("lookup.match", pair.getKey());
      }
      at.under("match")
          .under(pair.getKey())
          .formula(pair.getValue().asText(), typing.scope(place), ValueType.ANY);
    }
  }
}
