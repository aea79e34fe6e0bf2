package io.tangram.core.record;

import io.tangram.core.access.Actor;
import io.tangram.core.access.Guard;
import io.tangram.core.access.May;
import io.tangram.core.access.SqlText;
import io.tangram.core.field.FileRef;
import io.tangram.core.field.Link;
import io.tangram.core.field.Storage;
import io.tangram.core.field.SubRow;
import io.tangram.core.file.Files;
import io.tangram.core.file.StoredFile;
import io.tangram.core.formula.Formulas;
import io.tangram.core.organisation.Organisation;
import io.tangram.core.problem.Violations;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The station that looks whether what values name is there and may be named: records, persons,
 * units, files. One statement per kind of thing, however many records.
 */
@Singleton
class LinkCheck {
  /** One place of one record that names something. */
  private record Named(
      Pending record, FieldShape field, String pointer, Object value, Consumer<Object> replace) {}

  private final DataSource dataSource;
  private final TableShapes shapes;
  private final Organisation organisation;
  private final Files files;
  private final Guard guard;
  private final RowLoader loader;

  LinkCheck(
      DataSource dataSource,
      TableShapes shapes,
      Organisation organisation,
      Files files,
      Guard guard,
      RowLoader loader) {
    this.dataSource = dataSource;
    this.shapes = shapes;
    this.organisation = organisation;
    this.files = files;
    this.guard = guard;
    this.loader = loader;
  }

  /** Checks what was sent. {@code trusted}: the platform itself writes, existence is enough. */
  void check(List<Pending> records, Actor actor, boolean trusted, Violations violations) {
    var byLink = new LinkedHashMap<Link, List<Named>>();
    for (var record : records) {
      for (var key : record.sent.keySet()) {
        var field = record.after.shape.byKey.get(key);
        if (record.changed.contains(key)) {
          collect(record, field, byLink);
        }
      }
    }
    byLink.forEach((link, named) -> check(link, named, actor, trusted, violations));
  }

  private void collect(Pending record, FieldShape field, Map<Link, List<Named>> byLink) {
    var value = record.after.values[field.number()];
    if (field.storage() == Storage.CHILD_ROWS && value instanceof List<?> rows) {
      var child = shapes.child(record.after.shape, field);
      for (var i = 0; i < rows.size(); i++) {
        var at = record.pointer(field.key()) + "/" + i + "/values/";
        for (var column : child.fields) {
          var cell = ((SubRow) rows.get(i)).values().get(column.key());
          var row = i;
          add(
              new Named(
                  record,
                  column,
                  at + column.key(),
                  cell,
                  v -> SubRows.replace(record.after, field, row, column.key(), v)),
              byLink);
        }
      }
    } else {
      add(
          new Named(
              record,
              field,
              record.pointer(field.key()),
              value,
              v -> record.after.values[field.number()] = v),
          byLink);
    }
  }

  private static void add(Named named, Map<Link, List<Named>> byLink) {
    if (named.value() != null && named.field().writable()) {
      named
          .field()
          .link()
          .ifPresent(link -> byLink.computeIfAbsent(link, l -> new ArrayList<>()).add(named));
    }
  }

  private void check(
      Link link, List<Named> named, Actor actor, boolean trusted, Violations violations) {
    var ids = new HashSet<UUID>();
    named.forEach(n -> ids.addAll(n.field().type().linked(n.value())));
    if (link.kind() == Link.Kind.FILE) {
      takeFiles(named, files.find(ids), actor, trusted, violations);
      return;
    }
    var there =
        switch (link.kind()) {
          case PERSON -> persons(ids, actor);
          case UNIT -> organisation.unitsAmong(ids);
          default -> records(named.get(0), link, ids, actor, trusted);
        };
    for (var one : named) {
      if (!there.containsAll(one.field().type().linked(one.value()))) {
        violations.add(one.pointer(), "record.target-unknown");
      }
    }
    if (link.kind() == Link.Kind.RECORD && !trusted) {
      refuseUnfit(named, link, there, actor, violations);
    }
  }

  /** A relation with a condition takes only records that fit it, as its picker offers them. */
  private void refuseUnfit(
      List<Named> named, Link link, Set<UUID> there, Actor actor, Violations violations) {
    var choosy = named.stream().filter(n -> n.field().def().word("where").isTextual()).toList();
    var far =
        choosy.isEmpty()
            ? Optional.<TableShape>empty()
            : shapes.far(choosy.get(0).record().after.shape.version, link.table());
    if (far.isEmpty()) {
      return;
    }
    var rows = loader.mapByIds(far.get(), there);
    loader.complete(far.get(), List.copyOf(rows.values()), actor);
    for (var one : choosy) {
      var where = Formulas.parse(one.field().def().word("where").asText());
      var ids = one.field().type().linked(one.value());
      var chosen = ids.stream().map(rows::get).filter(Objects::nonNull).toList();
      var related = loader.load(chosen, Need.of(far.get(), List.of(where), shapes), actor);
      for (var row : chosen) {
        var environment = loader.environment(row, related, actor).standingOn(one.record().after);
        if (!where.holds(environment)) {
          violations.add(one.pointer(), "record.target-unfit");
          break;
        }
      }
    }
  }

  private Set<UUID> persons(Set<UUID> ids, Actor actor) {
    var others = new HashSet<>(ids);
    // oneself is there; the most frequent case costs no statement
    others.remove(actor.person());
    var there = new HashSet<>(organisation.persons(others));
    there.add(actor.person());
    return there;
  }

  /** Those of the ids that are records which this person may name. */
  private Set<UUID> records(Named first, Link link, Set<UUID> ids, Actor actor, boolean trusted) {
    var from = first.field().number() >= 0 ? first.record().after.shape.version : null;
    var far = shapes.far(from, link.table());
    if (far.isEmpty()) {
      return Set.of();
    }
    var shape = far.get();
    var near = shape.version.app().equals(from.app());
    var exported =
        shape.def.exports().to().contains("all") || shape.def.exports().to().contains(from.app());
    if (!near && !exported) {
      return Set.of();
    }
    var sql = trusted || !near || shape.subtable ? exists(shape) : referable(shape, actor);
    return found(sql, ids, actor);
  }

  private static SqlText exists(TableShape shape) {
    return SqlText.join(
        "select t.\"_id\" from "
            + shape.from
            + " where t.\"_id\" = any(cast(? as uuid[]))"
            + (shape.subtable ? "" : " and t.\"_deleted_at\" is null"));
  }

  private SqlText referable(TableShape shape, Actor actor) {
    var rights = guard.rights(shape.version, shape.def, actor);
    if (rights.everything()) {
      return exists(shape);
    }
    return SqlText.join(
        exists(shape),
        " and (",
        SqlText.between(
            "or",
            List.of(rights.rows(May.READ).orElseThrow(), rights.rows(May.REFER).orElseThrow())),
        ")");
  }

  private Set<UUID> found(SqlText sql, Set<UUID> ids, Actor actor) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(sql.text())) {
      SqlText.bind(statement, 1, connection, ids.stream().map(UUID::toString).toArray());
      sql.bind(statement, 2, guard.asking(actor), List.of().iterator());
      try (var result = statement.executeQuery()) {
        var found = new HashSet<UUID>();
        while (result.next()) {
          found.add(result.getObject(1, UUID.class));
        }
        return found;
      }
    } catch (SQLException e) {
      throw SqlFaults.of(e);
    }
  }

  /** A file is the uploader's until a record takes it; what the client says of it is replaced. */
  private void takeFiles(
      List<Named> named,
      Map<UUID, StoredFile> known,
      Actor actor,
      boolean trusted,
      Violations violations) {
    for (var one : named) {
      var ids = one.field().type().linked(one.value());
      if (ids.stream().allMatch(id -> takeable(known.get(id), one.record(), actor, trusted))) {
        describe(one, ids.stream().map(known::get).toList());
      } else {
        violations.add(one.pointer(), "record.file-unknown");
      }
    }
  }

  private static boolean takeable(StoredFile file, Pending record, Actor actor, boolean trusted) {
    return file != null
        && file.place()
            .map(place -> place.record().equals(record.after.id))
            .orElse(trusted || file.uploader().equals(actor.person()));
  }

  private static void describe(Named one, List<StoredFile> stored) {
    one.replace()
        .accept(
            stored.stream().map(f -> new FileRef(f.id(), f.name(), f.size(), f.type())).toList());
  }

  /** Ties the files of written records to them. */
  void attach(List<Pending> records) {
    for (var record : records) {
      for (var field : record.after.shape.fields) {
        var value = record.after.values[field.number()];
        if (value == null || !record.changed.contains(field.key())) {
          continue;
        }
        if (field.storage() == Storage.CHILD_ROWS) {
          attachRows(record, field, (List<?>) value);
        } else if (field.linksTo(Link.Kind.FILE)) {
          files.attach(field.type().linked(value), place(record, field.key()));
        }
      }
    }
  }

  private void attachRows(Pending record, FieldShape field, List<?> rows) {
    for (var column : shapes.child(record.after.shape, field).fields) {
      if (column.linksTo(Link.Kind.FILE)) {
        var ids = new HashSet<UUID>();
        rows.forEach(
            row -> ids.addAll(column.type().linked(((SubRow) row).values().get(column.key()))));
        files.attach(ids, place(record, field.key() + "." + column.key()));
      }
    }
  }

  private static StoredFile.Place place(Pending record, String field) {
    var shape = record.after.shape;
    return new StoredFile.Place(shape.version.app(), shape.key, record.after.id, field);
  }
}
