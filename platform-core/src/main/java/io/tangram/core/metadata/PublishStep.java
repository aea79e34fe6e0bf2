package io.tangram.core.metadata;

/**
 * One thing a publish does, as the preview shows it (API.md, {@code steps}).
 *
 * @param kind kebab-case word: {@code create-table}, {@code add-column}, {@code change-type} …
 * @param table key of the table it touches ({@code ticket}, {@code ticket.parts}); empty for steps
 *     that touch none
 * @param element key of the field, index or process; may be empty
 * @param running whether it goes on as a job after the publish
 * @param details figures for people, e.g. how many values cannot be converted
 */
public record PublishStep(
    String kind,
    String table,
    String element,
    Hazard hazard,
    boolean running,
    java.util.Map<String, Object> details) {

  /** How dangerous a step is; the publisher accepts each hazard by name. */
  public enum Hazard {
    NONE,
    MAY_FAIL,
    LOSES_DATA
  }
}
