package io.tangram.core.formula;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * The door to the formula language: text in, {@link Formula} out. Keeps nothing; whoever has a
 * version keeps its formulas in it.
 */
public final class Formulas {
  /** Longest formula, in characters. */
  public static final int MAX_LENGTH = 8_000;

  /** Deepest nesting of brackets, calls and signs. */
  public static final int MAX_DEPTH = 100;

  private Formulas() {}

  /**
   * Reads a formula without a leading {@code =}.
   *
   * @throws FormulaException when the text is none, with the place
   */
  public static Formula parse(String text) {
    return new Formula(text, new Parser(text).formula());
  }

  /**
   * The formula in a document's value that may be one (FORMAT law 4): a text that begins with
   * {@code =}. Empty for every plain value.
   *
   * @throws FormulaException when what follows the {@code =} is none
   */
  public static Optional<Formula> in(JsonNode value) {
    return value.isTextual() && value.textValue().startsWith("=")
        ? Optional.of(parse(value.textValue().substring(1)))
        : Optional.empty();
  }

  /** The plain text of a document's value: {@code '=x} stands for the text {@code =x}. */
  public static String plain(String value) {
    return value.startsWith("'=") ? value.substring(1) : value;
  }

  /** Names of all functions, for editors. */
  public static List<String> functions() {
    return Functions.names();
  }
}
