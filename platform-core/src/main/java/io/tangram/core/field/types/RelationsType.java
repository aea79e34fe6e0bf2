package io.tangram.core.field.types;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.field.ColumnDef;
import io.tangram.core.field.ColumnType;
import io.tangram.core.field.Conversion;
import io.tangram.core.field.FieldType;
import io.tangram.core.field.FilterOp;
import io.tangram.core.field.IndexWish;
import io.tangram.core.field.InvalidValue;
import io.tangram.core.field.Link;
import io.tangram.core.field.Storage;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.problem.Violation;
import io.tangram.core.problem.Violations;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Several records: kept here ({@code to}), or the other end of a relation kept there ({@code of}).
 */
@Singleton
final class RelationsType extends ListType<UUID> {
  static final int MOST = 1000;

  RelationsType() {
    super("relations", ColumnType.ID_LIST);
  }

  @Override
  public ObjectNode words() {
    return Words.none()
        .text("to", RelationType.TABLE)
        .text("of", RelationType.TABLE)
        .formula("where")
        .schema();
  }

  @Override
  public void check(FieldDef field, Violations violations) {
    if (field.words().has("to") == field.words().has("of")) {
      violations.add("", "relations.to_or_of");
    }
  }

  private static boolean otherEnd(FieldDef field) {
    return field.words().has("of");
  }

  @Override
  public Storage storage(FieldDef field) {
    return otherEnd(field) ? Storage.OTHER_END : super.storage(field);
  }

  @Override
  public List<ColumnDef> columns(FieldDef field) {
    return otherEnd(field) ? List.of() : super.columns(field);
  }

  @Override
  public boolean writable(FieldDef field) {
    return !otherEnd(field) && super.writable(field);
  }

  @Override
  public Set<FilterOp> operators(FieldDef field) {
    return otherEnd(field) ? Set.of() : super.operators(field);
  }

  @Override
  public List<UUID> read(JsonNode json, FieldDef field) throws InvalidValue {
    if (!json.isArray()) {
      throw new InvalidValue("list.type");
    }
    if (json.size() > MOST) {
      throw new InvalidValue("list.long", MOST);
    }
    var ids = new LinkedHashSet<UUID>();
    for (int i = 0; i < json.size(); i++) {
      var id = json.get(i).isTextual() ? Uuids.read(json.get(i)) : null;
      if (id == null) {
        throw new InvalidValue(List.of(Violation.at("/" + i, "id.type")));
      }
      ids.add(id);
    }
    return ids.isEmpty() ? null : List.copyOf(ids);
  }

  @Override
  UUID element(String text) {
    return UUID.fromString(text);
  }

  @Override
  String operand(JsonNode json) throws InvalidValue {
    var id = Uuids.read(json);
    if (id == null) {
      throw new InvalidValue("filter.value");
    }
    return id.toString();
  }

  @Override
  public IndexWish index(FieldDef field) {
    return otherEnd(field) ? IndexWish.NONE : IndexWish.GIN;
  }

  /** The far table; for the other end of a relation the table that keeps it. */
  @Override
  public Optional<Link> link(FieldDef field) {
    if (!otherEnd(field)) {
      return Optional.of(Link.record(field.word("to").asText()));
    }
    var relation = field.word("of").asText();
    var dot = relation.lastIndexOf('.');
    return Optional.of(Link.record(dot < 0 ? relation : relation.substring(0, dot)));
  }

  @Override
  public List<UUID> linked(List<UUID> value) {
    return value == null ? List.of() : value;
  }

  @Override
  public List<UUID> fromFormula(Object result, FieldDef field) throws InvalidValue {
    if (result == null) {
      return null;
    }
    var ids = new ArrayList<UUID>();
    for (var element : result instanceof List<?> list ? list : List.of(result)) {
      ids.add(Uuids.of(element));
    }
    return ids.isEmpty() ? null : ids;
  }

  @Override
  public boolean keeps(FieldDef from, FieldDef to) {
    return super.keeps(from, to) && link(from).equals(link(to));
  }

  @Override
  public Optional<Conversion> convert(
      FieldType<?> source, FieldDef from, List<Field<?>> columns, FieldDef to) {
    var one = Convert.main(source, from).filter(ColumnType.ID::equals).isPresent();
    return one && source.link(from).equals(link(to))
        ? Optional.of(
            Conversion.safe(
                DSL.field(
                    "case when {0} is not null then array[{0}] end",
                    ColumnType.ID_LIST.type(), columns.get(0))))
        : Optional.empty();
  }
}
