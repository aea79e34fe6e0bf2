package io.tangram.core.metadata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.problem.Violations;
import java.util.List;
import java.util.Optional;

/**
 * A kind of document: one class per kind, found by CDI. An unknown kind is refused, so a new kind
 * is one class.
 *
 * @param <D> the definition it is read into: immutable, right as soon as it exists
 */
public interface DocumentKind<D> {
  /** The word before the slash of {@code "format"}: {@code table} in {@code table/1}. */
  String key();

  /** The folder in an app's tree: {@code tables}; empty for the one {@code app.json}. */
  String folder();

  Class<D> type();

  /**
   * JSON Schema (2020-12) of the document; unknown members are refused by it. Served to editors.
   */
  ObjectNode schema();

  /** Binds a document that fits the schema. The key is the file's name without its ending. */
  D read(String key, ObjectNode document);

  /**
   * The definition with what only the whole version tells, e.g. the type of a formula's result.
   * Asked once, after all documents of the version were read and before any is checked; a name that
   * leads nowhere is left for {@link #check}.
   */
  default D complete(D definition, AppVersion version) {
    return definition;
  }

  /**
   * What the schema cannot say: names that lead nowhere, formulas with a fault. Pointers are inside
   * the document.
   */
  default void check(String key, D definition, AppVersion candidate, Violations violations) {}

  /** What the merge has to know of the shape beyond keys and members. */
  default MergeStyle merging() {
    return MergeStyle.PLAIN;
  }

  /**
   * What publishing {@code to} after {@code from} would do outside the documents. Pure but for
   * reading the database. The number of {@code to} is the one it will get.
   */
  default List<PublishStep> plan(Optional<AppVersion> from, AppVersion to, PublishOptions options) {
    return List.of();
  }

  /** Does it, inside the publish's transaction and under the app's exclusive lock. */
  default void publish(Optional<AppVersion> from, AppVersion to, PublishOptions options) {}
}
