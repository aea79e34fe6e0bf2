package io.tangram.core.formula;

import io.tangram.core.problem.Violation;
import java.util.List;

/** A text that is no formula. It knows the place and the kind of fault, never the words for it. */
public final class FormulaException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;
  private final int position;
  private final String found;

  /**
   * @param code key of the message in the language files, e.g. {@code formula.unexpected}
   * @param position index of the first wrong character, from 0
   * @param found the piece of text that was wrong; empty at the end of the formula
   */
  public FormulaException(String code, int position, String found) {
    super(code + " at " + position + ": " + found, null, false, false);
    this.code = code;
    this.position = position;
    this.found = found;
  }

  public String code() {
    return code;
  }

  public int position() {
    return position;
  }

  /** The fault with arguments {@code {0}} the place from 1 and {@code {1}} what stands there. */
  public Violation violation(String pointer) {
    return new Violation(pointer, code, List.of(position + 1, found));
  }
}
