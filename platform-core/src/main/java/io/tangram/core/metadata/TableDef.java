package io.tangram.core.metadata;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A data table: its fields, business kinds, lifecycle and rules (FORMAT, {@code tables/}). Rules
 * live here, so they hold for form, grid, import, API and automation alike.
 *
 * @param key the document's path without folder and ending
 * @param title key of the field that a link shows
 */
public record TableDef(
    String key,
    Label label,
    String title,
    List<FieldDef> fields,
    List<RecordType> types,
    Lifecycle lifecycle,
    List<Rule> rules,
    List<Unique> uniques,
    Exports exports) {

  /** A business kind on the table. {@code options}: field to the subset of its option keys. */
  public record RecordType(
      String key,
      Label label,
      Optional<String> code,
      List<String> hides,
      List<String> requires,
      Map<String, List<String>> options,
      Optional<String> startsIn,
      List<String> states,
      Optional<String> form) {}

  /** States and the moves between them; both empty where the table has no lifecycle. */
  public record Lifecycle(List<State> states, List<Move> moves) {
    public Optional<State> state(String key) {
      return states.stream().filter(s -> s.key().equals(key)).findFirst();
    }
  }

  /**
   * One state. {@code locks}: keys of fields that cannot be changed in it, or the single entry
   * {@code *}; {@code except}: the fields that stay open under {@code *}; {@code set}: field to
   * value or {@code =formula}, stamped on entering.
   */
  public record State(
      String key,
      Label label,
      Optional<String> color,
      List<String> locks,
      List<String> except,
      Map<String, JsonNode> set) {
    public boolean locks(String field) {
      return !except.contains(field) && (locks.contains("*") || locks.contains(field));
    }
  }

  /**
   * A move from one state to another; {@code who} is kept as JSON, since its entries are an open
   * family.
   */
  public record Move(
      String key,
      Label label,
      List<String> from,
      String to,
      List<JsonNode> who,
      Optional<String> check,
      Optional<Label> message,
      List<String> asks,
      Optional<String> process,
      Optional<String> auto) {}

  /**
   * A condition over the row: {@code check} must be true whenever {@code when} is (always, if
   * absent).
   */
  public record Rule(
      String key,
      Optional<String> when,
      String check,
      Optional<Label> message,
      Optional<String> at,
      Otherwise otherwise) {}

  /** What a broken rule does. */
  public enum Otherwise {
    REFUSE,
    WARN
  }

  /**
   * No two rows (that fulfil {@code where}) with the same values; with {@code during}, none that
   * overlap in time.
   */
  public record Unique(
      String key,
      List<String> fields,
      Optional<String> during,
      Optional<String> where,
      Optional<Label> message) {}

  /** What other apps may refer to. {@code to}: the apps' keys, or the single entry {@code all}. */
  public record Exports(List<String> fields, List<String> search, List<String> to) {
    public static final Exports NOTHING = new Exports(List.of(), List.of(), List.of());

    public boolean any() {
      return !fields.isEmpty();
    }
  }

  public TableDef {
    requireNonNull(key, "key is null");
    requireNonNull(title, "title is null");
    fields = List.copyOf(fields);
    types = List.copyOf(types);
    rules = List.copyOf(rules);
    uniques = List.copyOf(uniques);
  }

  public Optional<FieldDef> field(String wanted) {
    return fields.stream().filter(f -> f.key().equals(wanted)).findFirst();
  }

  public Optional<RecordType> type(String wanted) {
    return types.stream().filter(t -> t.key().equals(wanted)).findFirst();
  }
}
