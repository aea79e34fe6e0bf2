package io.tangram.core.formula;

/**
 * One word of a formula.
 *
 * @param text a name or symbol as written, a string's content, a number's digits
 * @param position index of its first character
 */
record Token(Kind kind, String text, int position) {
  enum Kind {
    NUMBER,
    TEXT,
    NAME,
    ERROR,
    SYMBOL,
    END
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }
}
