package io.tangram.core.metadata;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * One field of a table or of a sub-table, as the designer sees it (FORMAT, {@code tables/}). The
 * key never changes, so renaming the label is free.
 *
 * @param key identity inside its table
 * @param type key of a {@code FieldType}
 * @param defaultValue the {@code default}: a value, or a text {@code =formula}; {@code MissingNode}
 *     when there is none
 * @param formula makes the field a computed one; absent for a field that people fill
 * @param stored {@code NO}: computed when read; {@code YES}: kept in a column; {@code
 *     WHEN_CREATED}: a frozen copy
 * @param check a condition over the row that must hold, in a formula
 * @param words the type's own words, flat in the document ({@code scale}, {@code options}, {@code
 *     to} …)
 * @param fields the columns of a {@code subtable}; empty for every other type
 * @param result a field that describes the values of one whose type does not say what they are (a
 *     formula's result, a lookup's target); known once the whole version was read, see {@link
 *     DocumentKind#complete}
 */
public record FieldDef(
    String key,
    Label label,
    String type,
    boolean required,
    boolean unique,
    JsonNode defaultValue,
    Optional<String> formula,
    Stored stored,
    Optional<String> check,
    Optional<Label> help,
    boolean hidden,
    ObjectNode words,
    List<FieldDef> fields,
    Optional<FieldDef> result) {

  /** How a computed field is kept. */
  public enum Stored {
    NO,
    YES,
    WHEN_CREATED
  }

  public FieldDef {
    requireNonNull(key, "key is null");
    requireNonNull(type, "type is null");
    label = requireNonNullElse(label, Label.of(key));
    defaultValue = requireNonNullElse(defaultValue, MissingNode.getInstance());
    words = requireNonNullElse(words, JsonNodeFactory.instance.objectNode());
    fields = List.copyOf(fields);
    requireNonNull(result, "result is null");
  }

  /** A field as its document alone tells it. */
  public FieldDef(
      String key,
      Label label,
      String type,
      boolean required,
      boolean unique,
      JsonNode defaultValue,
      Optional<String> formula,
      Stored stored,
      Optional<String> check,
      Optional<Label> help,
      boolean hidden,
      ObjectNode words,
      List<FieldDef> fields) {
    this(
        key,
        label,
        type,
        required,
        unique,
        defaultValue,
        formula,
        stored,
        check,
        help,
        hidden,
        words,
        fields,
        Optional.empty());
  }

  /** A field that carries nothing but its type, for values that no document describes. */
  public static FieldDef plain(String key, String type) {
    return new FieldDef(
        key,
        Label.of(key),
        type,
        false,
        false,
        MissingNode.getInstance(),
        Optional.empty(),
        Stored.NO,
        Optional.empty(),
        Optional.empty(),
        false,
        JsonNodeFactory.instance.objectNode(),
        List.of());
  }

  /** This field with what the whole version tells of it. */
  public FieldDef completed(Optional<FieldDef> knownResult, List<FieldDef> completedFields) {
    return new FieldDef(
        key,
        label,
        type,
        required,
        unique,
        defaultValue,
        formula,
        stored,
        check,
        help,
        hidden,
        words,
        completedFields,
        knownResult);
  }

  public Optional<FieldDef> field(String wanted) {
    return fields.stream().filter(f -> f.key().equals(wanted)).findFirst();
  }

  /**
   * A word of the type, e.g. {@code word("scale")}; a {@code MissingNode} where the document has
   * none.
   */
  public JsonNode word(String name) {
    return words.path(name);
  }

  /** Whether a formula fills it; types that nobody fills (serial, lookup) say so themselves. */
  public boolean computed() {
    return formula.isPresent();
  }

  /** Whether its value is made when the row is read and kept nowhere. */
  public boolean computedOnRead() {
    return computed() && stored == Stored.NO;
  }
}
