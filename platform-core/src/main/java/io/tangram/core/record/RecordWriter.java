package io.tangram.core.record;

import io.tangram.core.access.Actor;
import io.tangram.core.access.Guard;
import io.tangram.core.access.May;
import io.tangram.core.access.TableRights;
import io.tangram.core.event.Event;
import io.tangram.core.event.Outbox;
import io.tangram.core.metadata.Ids;
import io.tangram.core.metadata.TableDef;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.problem.Violations;
import io.tangram.core.record.RecordChanged.Kind;
import io.tangram.core.record.RecordStore.Locked;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The one write path: what becomes of records between the transaction's begin and its end. It opens
 * no transaction and never tries again; {@link RecordService} does.
 */
@Singleton
class RecordWriter {
  private final Stations stations;
  private final RecordStore store;
  private final RowLoader loader;
  private final FieldMerge merge;
  private final LinkCheck links;
  private final Changes changes;
  private final Outbox outbox;
  private final Listeners listeners;
  private final UniqueFaults uniques;
  private final Guard guard;

  RecordWriter(
      Stations stations,
      RecordStore store,
      RowLoader loader,
      FieldMerge merge,
      LinkCheck links,
      Changes changes,
      Outbox outbox,
      Listeners listeners,
      UniqueFaults uniques,
      Guard guard) {
    this.stations = stations;
    this.store = store;
    this.loader = loader;
    this.merge = merge;
    this.links = links;
    this.changes = changes;
    this.outbox = outbox;
    this.listeners = listeners;
    this.uniques = uniques;
    this.guard = guard;
  }

  WriteContext context(TableShape shape, Actor actor, Origin origin, Intent intent) {
    return new WriteContext(
        shape,
        Optional.of(guard.rights(shape.version, shape.def, actor)),
        guard.asking(actor),
        origin,
        intent);
  }

  WriteContext trusted(TableShape shape, Actor actor, Origin origin) {
    return new WriteContext(shape, Optional.empty(), guard.asking(actor), origin, Intent.WRITE);
  }

  // ---- create

  /** A new record as it was sent, not yet looked at. */
  Pending draft(RecordDraft draft, WriteContext context, String at, Violations violations) {
    var row = new RowData(context.shape());
    row.id = draft.id().orElseGet(Ids::next);
    row.version = 1;
    row.type = kind(draft, context.shape().def, at, violations);
    row.state = start(context.shape().def, row.type);
    row.owner = context.actor().person();
    row.department = context.actor().department().orElse(null);
    row.company = context.actor().company().orElse(null);
    row.createdBy = context.actor().person();
    row.createdAt = moment(context);
    stamp(row, context);
    var record = new Pending(null, row, draft.values(), at);
    context.rights().ifPresent(rights -> masks(record, rights));
    return record;
  }

  private static String kind(RecordDraft draft, TableDef table, String at, Violations violations) {
    if (draft.type().isPresent() && table.type(draft.type().get()).isEmpty()) {
      violations.add(at + "/type", "record.kind-unknown");
    }
    return draft
        .type()
        .or(() -> table.types().stream().findFirst().map(TableDef.RecordType::key))
        .orElse(null);
  }

  private static String start(TableDef table, String kind) {
    return Optional.ofNullable(kind)
        .flatMap(table::type)
        .flatMap(TableDef.RecordType::startsIn)
        .or(() -> table.lifecycle().states().stream().findFirst().map(TableDef.State::key))
        .orElse(null);
  }

  /** On a new row everything counts that some group opens to whoever may create. */
  private static void masks(Pending record, TableRights rights) {
    if (rights.everything()) {
      return;
    }
    var fields = record.after.shape.byKey.keySet();
    record.writable =
        fields.stream()
            .filter(f -> rights.creating().stream().anyMatch(g -> g.fields().writable(f)))
            .collect(Collectors.toSet());
    record.readable =
        fields.stream()
            .filter(f -> rights.creating().stream().anyMatch(g -> g.fields().readable(f)))
            .collect(Collectors.toSet());
  }

  /**
   * Creates all of them or none.
   *
   * @return those whose id was taken; then nothing was written and the caller decides
   */
  List<Pending> create(List<Pending> records, WriteContext context, Violations violations) {
    mayCreate(context);
    stations.pass(records, context, violations);
    var taken = uniques.watching(context.shape(), records, () -> store.insert(records));
    if (!taken.isEmpty()) {
      return taken;
    }
    refuseOutside(records, context);
    links.attach(records);
    tell(records, context, context.intent() == Intent.SUBMIT ? Kind.SUBMITTED : Kind.CREATED);
    return List.of();
  }

  private static void mayCreate(WriteContext context) {
    context
        .rights()
        .ifPresent(
            rights -> {
              if (!rights.may(May.CREATE)) {
                throw ProblemException.of(
                    rights.may(May.READ) ? ErrorCode.NOT_ALLOWED : ErrorCode.NOT_FOUND);
              }
            });
  }

  /** A new row must lie inside the rows of a grant to create. Most rules need no look at it. */
  private void refuseOutside(List<Pending> records, WriteContext context) {
    var rights = context.rights().filter(r -> !r.everything());
    if (rights.isEmpty()) {
      return;
    }
    if (records.stream().allMatch(r -> surelyInside(r, rights.get(), context))) {
      return;
    }
    var predicate = rights.get().rows(May.CREATE).orElseThrow();
    for (var record : records) {
      if (!store.inside(context.shape(), record.after.id, predicate, context.asking())) {
        throw ProblemException.of(ErrorCode.NOT_ALLOWED);
      }
    }
  }

  /** Rules by owner, unit and company need no look at the database. */
  private static boolean surelyInside(Pending record, TableRights rights, WriteContext context) {
    var row = record.after;
    return rights.creating().stream()
        .anyMatch(
            g ->
                g.rows()
                    .surely(
                        context.actor(),
                        Optional.ofNullable(row.owner),
                        Optional.ofNullable(row.department),
                        Optional.ofNullable(row.company)));
  }

  // ---- change

  /** Locks the rows and puts the changes beside them; a row that is not there is refused. */
  List<Pending> locked(
      List<RecordChange> wanted,
      WriteContext context,
      May may,
      boolean inBin,
      List<String> places) {
    var ids = wanted.stream().map(RecordChange::id).toList();
    var found = store.lock(context.shape(), ids, context.rights(), may, context.asking(), inBin);
    var befores = found.values().stream().map(Locked::row).toList();
    loader.complete(context.shape(), befores, context.actor());
    var records = new ArrayList<Pending>();
    for (var i = 0; i < wanted.size(); i++) {
      records.add(changed(wanted.get(i), found, context, places.get(i)));
    }
    return records;
  }

  private static Pending changed(
      RecordChange change, Map<UUID, Locked> found, WriteContext context, String at) {
    var locked = found.get(change.id());
    if (locked == null || !locked.mayRead()) {
      throw ProblemException.of(ErrorCode.RECORD_NOT_FOUND);
    }
    if (!locked.may()) {
      throw ProblemException.of(ErrorCode.NOT_ALLOWED);
    }
    var after = locked.row().copy();
    after.version++;
    stamp(after, context);
    var record = new Pending(locked.row(), after, change.values(), at);
    record.readable = locked.readable();
    record.writable = locked.writable();
    return record;
  }

  /** Changes all of them or none; what changes nothing is left as it is. */
  void update(List<Pending> records, List<RecordChange> wanted, WriteContext context, Kind kind) {
    stations.pass(records, context, new Violations());
    if (!context.trusted()) {
      merge.refuseConflicts(records, wanted);
    }
    var real =
        records.stream()
            .filter(r -> !r.changed.isEmpty() || r.changedSystem() || kind == Kind.SUBMITTED)
            .toList();
    records.stream()
        .filter(r -> !real.contains(r))
        .forEach(
            r -> {
              r.after.version = r.before.version;
              r.after.updatedAt = r.before.updatedAt;
              r.after.updatedBy = r.before.updatedBy;
            });
    if (!real.isEmpty()) {
      uniques.watching(
          context.shape(),
          real,
          () -> {
            store.update(real);
            return null;
          });
      links.attach(real);
      tell(real, context, kind);
    }
  }

  /** Into the bin, or out of it. */
  void bin(List<Pending> records, WriteContext context, boolean into) {
    if (into && !context.trusted()) {
      records.forEach(RecordWriter::refuseLocked);
    }
    uniques.watching(
        context.shape(),
        records,
        () -> {
          store.bin(records, into);
          return null;
        });
    tell(records, context, into ? Kind.DELETED : Kind.RESTORED);
  }

  private static void refuseLocked(Pending record) {
    var state = record.before.state;
    var table = record.before.shape.def;
    if (state != null
        && table.lifecycle().state(state).filter(s -> s.locks().contains("*")).isPresent()) {
      throw ProblemException.of(ErrorCode.STATE_CONFLICT);
    }
  }

  // ---- afterwards

  private void tell(List<Pending> records, WriteContext context, Kind kind) {
    outbox.append(records.stream().map(r -> event(r, context, kind)).toList());
    for (var record : records) {
      var shape = context.shape();
      listeners.tell(
          new RecordChanged(
              shape.version,
              shape.def,
              kind,
              Optional.ofNullable(record.before).map(RowData::toRow),
              record.after.toRow(),
              changedKeys(record),
              context.actor(),
              context.origin()),
          record);
    }
  }

  private static Set<String> changedKeys(Pending record) {
    return Set.copyOf(record.changed);
  }

  private Event event(Pending record, WriteContext context, Kind kind) {
    var shape = context.shape();
    var origin = context.origin();
    return new Event(
        0,
        shape.version.app(),
        shape.key,
        record.after.id,
        record.after.version,
        kind.name().toLowerCase(Locale.ROOT),
        changes.of(record),
        Optional.of(context.actor().person()),
        origin.cause(),
        origin.reference(),
        origin.depth(),
        record.after.updatedAt);
  }

  private static void stamp(RowData row, WriteContext context) {
    row.updatedAt = moment(context);
    row.updatedBy = context.actor().person();
  }

  private static Instant moment(WriteContext context) {
    // as PostgreSQL keeps it, so that the answer equals what is read later
    return context.asking().now().toInstant().truncatedTo(ChronoUnit.MICROS);
  }
}
