package io.tangram.core.record;

import io.tangram.core.field.SerialPattern;
import io.tangram.core.field.Storage;
import io.tangram.core.field.SubRow;
import io.tangram.core.metadata.Ids;
import io.tangram.core.metadata.TableDef.RecordType;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The station that fills in what nobody has to type: defaults, ids of rows, serial numbers. */
@Singleton
class Defaults {
  private static final String TAKE =
      """
      insert into serial_counter (app, table_key, field, counter, value) values (?, ?, ?, ?, ?)
      on conflict (app, table_key, field, counter)
      do update set value = serial_counter.value + excluded.value
      returning value\
      """;

  private final DataSource dataSource;
  private final TableShapes shapes;

  Defaults(DataSource dataSource, TableShapes shapes) {
    this.dataSource = dataSource;
    this.shapes = shapes;
  }

  /** Values for what was not sent; a kind's hidden fields stay empty. */
  void fill(Pending record, RowEnvironment environment) {
    for (var field : record.after.shape.fields) {
      var hidden = record.type().filter(t -> t.hides().contains(field.key())).isPresent();
      if (!hidden && field.writable() && !record.body.has(field.key())) {
        value(field, environment).ifPresent(v -> record.after.values[field.number()] = v);
      }
    }
  }

  private static Optional<Object> value(FieldShape field, RowEnvironment environment) {
    return field
        .defaultFormula()
        .map(f -> Optional.ofNullable(Computation.converted(field, f.evaluate(environment))))
        .orElse(field.defaultValue());
  }

  /**
   * Gives rows of sub-tables their ids and defaults, and takes over what was not sent of rows that
   * were there.
   */
  void rows(Pending record, RowEnvironment environment) {
    for (var field : record.after.shape.fields) {
      if (field.storage() == Storage.CHILD_ROWS && record.sent.get(field.key()) != null) {
        var child = shapes.child(record.after.shape, field);
        var old = record.before == null ? Map.<UUID, SubRow>of() : byId(record.before, field);
        var rows = new ArrayList<SubRow>();
        for (var row : (List<?>) record.sent.get(field.key())) {
          rows.add(row(child, (SubRow) row, old, environment));
        }
        record.after.values[field.number()] = List.copyOf(rows);
      }
    }
  }

  private static Map<UUID, SubRow> byId(RowData before, FieldShape field) {
    return before.values[field.number()] instanceof List<?> rows
        ? rows.stream()
            .map(SubRow.class::cast)
            .collect(Collectors.toMap(r -> r.id().orElseThrow(), r -> r))
        : Map.of();
  }

  private static SubRow row(
      TableShape child, SubRow sent, Map<UUID, SubRow> old, RowEnvironment environment) {
    var known = sent.id().map(old::get);
    var values = new LinkedHashMap<String, Object>();
    known.ifPresent(row -> values.putAll(row.values()));
    if (known.isEmpty()) {
      var empty = environment.child(SubRows.data(child, sent));
      for (var column : child.fields) {
        value(column, empty).ifPresent(v -> values.put(column.key(), v));
      }
    }
    values.putAll(sent.values());
    values.values().removeIf(java.util.Objects::isNull);
    return new SubRow(Optional.of(sent.id().orElseGet(Ids::next)), values);
  }

  static boolean hasSerials(TableShape shape) {
    return shape.fields.stream().anyMatch(f -> f.type().serial(f.def()).isPresent());
  }

  /**
   * Numbers new records. A counter is locked until the transaction ends, so this comes as late as
   * possible; one statement per counter.
   */
  void serials(List<Pending> records, LocalDate today) {
    for (var field : records.get(0).after.shape.fields) {
      var pattern = field.type().serial(field.def());
      if (pattern.isPresent()) {
        var byCounter =
            records.stream()
                .collect(
                    Collectors.groupingBy(
                        r -> pattern.get().counter(today, code(r)),
                        LinkedHashMap::new,
                        Collectors.toList()));
        byCounter.forEach((counter, some) -> number(field, pattern.get(), counter, some, today));
      }
    }
  }

  private void number(
      FieldShape field,
      SerialPattern pattern,
      String counter,
      List<Pending> records,
      LocalDate today) {
    var number = take(records.get(0).after.shape, field, counter, records.size()) - records.size();
    for (var record : records) {
      number++;
      record.after.values[field.number()] = pattern.format(number, today, code(record));
    }
  }

  private static String code(Pending record) {
    return record.type().flatMap(RecordType::code).orElse("");
  }

  private long take(TableShape shape, FieldShape field, String counter, int count) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(TAKE)) {
      statement.setString(1, shape.version.app());
      statement.setString(2, shape.key);
      statement.setString(3, field.key());
      statement.setString(4, counter);
      statement.setLong(5, count);
      try (var result = statement.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    } catch (SQLException e) {
      throw SqlFaults.of(e);
    }
  }
}
