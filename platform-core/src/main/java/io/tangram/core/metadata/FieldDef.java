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
    List<FieldDef> fields) {

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
  }

  /**
   * A word of the type, e.g. {@code word("scale")}; a {@code MissingNode} where the document has
   * none.
   */
  public JsonNode word(String name) {
    return words.path(name);
  }

  /** Whether people never fill it: a formula, a lookup, a serial, the other end of a relation. */
  public boolean computed() {
    return formula.isPresent();
  }
}
