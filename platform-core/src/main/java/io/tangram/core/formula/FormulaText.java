package io.tangram.core.formula;

import io.tangram.core.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Text for people that holds formulas in braces: {@code 还剩 {left} 天} (FORMAT law 6). Braces around
 * what is no formula are words. It sees data only.
 */
public final class FormulaText {
  private static final Pattern BRACES = Pattern.compile("\\{((?:[^{}'\"]|'[^']*'|\"[^\"]*\")+)\\}");

  /** Words, or a formula in their place. */
  private record Part(String words, Optional<Formula> formula) {}

  private final List<Part> parts;

  private FormulaText(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  public static FormulaText of(String text) {
    var parts = new ArrayList<Part>();
    var braces = BRACES.matcher(text);
    var at = 0;
    while (braces.find()) {
      parts.add(new Part(text.substring(at, braces.start()), Optional.empty()));
      parts.add(new Part(braces.group(), parsed(braces.group(1))));
      at = braces.end();
    }
    parts.add(new Part(text.substring(at), Optional.empty()));
    return new FormulaText(parts);
  }

  private static Optional<Formula> parsed(String text) {
    try {
      return Optional.of(Formulas.parse(text));
    } catch (FormulaException words) {
      return Optional.empty();
    }
  }

  /** The formulas in it, to know what they name. */
  public List<Formula> formulas() {
    return parts.stream().flatMap(part -> part.formula().stream()).toList();
  }

  /** What is wrong with them; pointers are empty. */
  public List<Violation> check(Scope scope) {
    return formulas().stream().flatMap(formula -> formula.check(scope).faults().stream()).toList();
  }

  /** The text with values in it; nothing stands where a value is blank or in error. */
  public String fill(Environment environment) {
    var filled = new StringBuilder();
    for (var part : parts) {
      filled.append(part.formula().map(f -> written(f, environment)).orElse(part.words()));
    }
    return filled.toString();
  }

  private static String written(Formula formula, Environment environment) {
    try {
      return Values.text(formula.evaluate(environment));
    } catch (Fault nothing) {
      return "";
    }
  }
}
