package io.tangram.core.formula;

import io.tangram.core.formula.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cuts a formula's text into words. Knows nothing of their order. */
final class Lexer {
  // Chinese keyboards write these without being asked
  private static final Map<Character, Character> WIDE =
      Map.of(
          '\uff08', '(', '\uff09', ')', '\uff0c', ',', '\uff1d', '=', '\uff1c', '<', '\uff1e', '>');
  private static final List<String> SYMBOLS =
      List.of("<>", "<=", ">=", "=", "<", ">", "+", "-", "*", "/", "^", "%", "&", "(", ")", ",");
  private static final int MAX_DIGITS = 60;
  private static final int MAX_EXPONENT = 308;

  private final String text;
  private int at;

  Lexer(String text) {
    this.text = text;
  }

  List<Token> tokens() {
    var tokens = new ArrayList<Token>();
    skipBlanks();
    while (at < text.length()) {
      tokens.add(next());
      skipBlanks();
    }
    tokens.add(new Token(Kind.END, "", text.length()));
    return tokens;
  }

  private void skipBlanks() {
    while (at < text.length() && blank(text.charAt(at))) {
      at++;
    }
  }

  private static boolean blank(char c) {
    return Character.isWhitespace(c) || c == '\u00a0' || c == '\u3000';
  }

  private Token next() {
    var c = text.charAt(at);
    if (c == '\'' || c == '"') {
      return string(c);
    }
    if (digit(at) || (c == '.' && digit(at + 1))) {
      return number();
    }
    if (c == '#') {
      return error();
    }
    return nameStart(c) ? name() : symbol();
  }

  private Token string(char quote) {
    var start = at++;
    var content = new StringBuilder();
    while (at < text.length()) {
      var c = text.charAt(at++);
      if (c != quote) {
        content.append(c);
      } else if (at < text.length() && text.charAt(at) == quote) {
        content.append(quote);
        at++;
      } else {
        return new Token(Kind.TEXT, content.toString(), start);
      }
    }
    throw new FormulaException("formula.unclosed", start, text.substring(start, start + 1));
  }

  private Token number() {
    var start = at;
    digits();
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      digits();
    }
    var mantissa = at - start;
    var exponent = exponent();
    if (mantissa > MAX_DIGITS || exponent > MAX_EXPONENT) {
      throw new FormulaException("formula.number", start, text.substring(start, start + 1));
    }
    return new Token(Kind.NUMBER, text.substring(start, at), start);
  }

  /** Passes over {@code E+5}; its size, however long it is written. */
  private int exponent() {
    var from = at;
    if (at < text.length() && (text.charAt(at) | 0x20) == 'e') {
      var sign = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0 ? 2 : 1;
      if (digit(at + sign)) {
        at += sign;
        from = at;
        digits();
        return at - from > 4 ? Integer.MAX_VALUE : Integer.parseInt(text.substring(from, at));
      }
    }
    return 0;
  }

  private void digits() {
    while (digit(at)) {
      at++;
    }
  }

  private boolean digit(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  private Token error() {
    for (var error : FormulaError.values()) {
      var code = error.code();
      if (text.regionMatches(true, at, code, 0, code.length())) {
        at += code.length();
        return new Token(Kind.ERROR, code, at - code.length());
      }
    }
    throw new FormulaException("formula.character", at, "#");
  }

  private Token name() {
    var start = at++;
    while (at < text.length() && namePart()) {
      at++;
    }
    return new Token(Kind.NAME, text.substring(start, at), start);
  }

  /** A dot belongs to a name when a further word follows it. */
  private boolean namePart() {
    var c = text.charAt(at);
    if (c == '.') {
      return at + 1 < text.length() && nameStart(text.charAt(at + 1));
    }
    return nameStart(c) || digit(at);
  }

  private static boolean nameStart(char c) {
    return c == '_' || c == '$' || Character.isLetter(c);
  }

  private Token symbol() {
    var rest = narrow(at) + (at + 1 < text.length() ? narrow(at + 1) : "");
    for (var symbol : SYMBOLS) {
      if (rest.startsWith(symbol)) {
        at += symbol.length();
        return new Token(Kind.SYMBOL, symbol, at - symbol.length());
      }
    }
    throw new FormulaException(
        "formula.character", at, text.substring(at, text.offsetByCodePoints(at, 1)));
  }

  private String narrow(int index) {
    var c = text.charAt(index);
    return String.valueOf(WIDE.getOrDefault(c, c));
  }
}
