package io.tangram.core.formula;

import io.tangram.core.formula.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads a formula into its tree, with the precedence of Excel: signs, {@code %}, {@code ^}, {@code
 * * /}, {@code + -}, {@code &}, comparison. Operators of one level stand flat in one node, so that
 * only brackets, calls and signs make a tree deep, and those are counted.
 */
final class Parser {
  private final List<Token> tokens;
  private int at;
  private int depth;

  Parser(String text) {
    if (text.length() > Formulas.MAX_LENGTH) {
      throw new FormulaException("formula.long", Formulas.MAX_LENGTH, "");
    }
    this.tokens = new Lexer(text).tokens();
  }

  Expression formula() {
    var root = comparison();
    if (peek().kind() != Kind.END) {
      throw unexpected();
    }
    return root;
  }

  private Expression comparison() {
    return chain(this::concatenation, Operator.COMPARING);
  }

  private Expression concatenation() {
    return chain(this::sum, Operator.JOINING);
  }

  private Expression sum() {
    return chain(this::product, Operator.ADDING);
  }

  private Expression product() {
    return chain(this::power, Operator.MULTIPLYING);
  }

  private Expression power() {
    return chain(this::percent, Operator.RAISING);
  }

  private Expression chain(Supplier<Expression> operand, Set<Operator> level) {
    var first = operand.get();
    var steps = new ArrayList<Chain.Step>();
    for (var operator = operator(level); operator != null; operator = operator(level)) {
      steps.add(new Chain.Step(operator, operand.get()));
    }
    return steps.isEmpty() ? first : new Chain(first, steps);
  }

  private Operator operator(Set<Operator> level) {
    for (var operator : level) {
      if (peek().is(operator.symbol())) {
        at++;
        return operator;
      }
    }
    return null;
  }

  private Expression percent() {
    var value = signed();
    var outside = depth;
    while (peek().is("%")) {
      at++;
      deeper();
      value = new Percent(value);
    }
    depth = outside;
    return value;
  }

  private Expression signed() {
    if (!peek().is("-") && !peek().is("+")) {
      return primary();
    }
    var minus = peek().is("-");
    at++;
    deeper();
    var operand = signed();
    depth--;
    return new Sign(minus, operand);
  }

  private Expression primary() {
    var token = peek();
    at++;
    switch (token.kind()) {
      case NUMBER:
        return new Literal(new BigDecimal(token.text()));
      case TEXT:
        return new Literal(token.text());
      case ERROR:
        return new Literal(FormulaError.of(token.text()).orElseThrow());
      case NAME:
        return peek().is("(") ? call(token) : name(token);
      default:
        at--;
        return bracket();
    }
  }

  private Expression bracket() {
    expect("(");
    deeper();
    var inner = comparison();
    depth--;
    expect(")");
    return inner;
  }

  private Expression name(Token token) {
    switch (token.text().toUpperCase(Locale.ROOT)) {
      case "TRUE":
        return new Literal(true);
      case "FALSE":
        return new Literal(false);
      default:
        return new Name(Reference.of(token.text()), token.position());
    }
  }

  private Expression call(Token name) {
    at++;
    deeper();
    var arguments = arguments();
    depth--;
    var function = Functions.find(name.text());
    if (function.isEmpty()) {
      return new UnknownCall(name.text(), name.position(), arguments);
    }
    if (!function.get().takes(arguments.size())) {
      throw new FormulaException("formula.arguments", name.position(), function.get().name());
    }
    return new Call(function.get(), name.position(), arguments);
  }

  private List<Expression> arguments() {
    var arguments = new ArrayList<Expression>();
    if (peek().is(")")) {
      at++;
      return arguments;
    }
    arguments.add(argument());
    while (peek().is(",")) {
      at++;
      arguments.add(argument());
    }
    expect(")");
    return arguments;
  }

  /** {@code IF(a,,b)} leaves one out: it is blank. */
  private Expression argument() {
    return peek().is(",") || peek().is(")") ? new Literal(null) : comparison();
  }

  private void deeper() {
    if (++depth > Formulas.MAX_DEPTH) {
      throw new FormulaException("formula.deep", peek().position(), peek().text());
    }
  }

  private void expect(String symbol) {
    if (!peek().is(symbol)) {
      throw unexpected();
    }
    at++;
  }

  private Token peek() {
    return tokens.get(at);
  }

  private FormulaException unexpected() {
    return new FormulaException("formula.unexpected", peek().position(), peek().text());
  }
}
