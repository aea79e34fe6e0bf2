package io.tangram.core.formula;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All functions by name; a new one is one entry in the family it belongs to. */
final class Functions {
  private static final Map<String, FormulaFunction> ALL = new TreeMap<>();

  static {
    Stream.of(
            LogicFunctions.all(),
            NumberFunctions.all(),
            ListFunctions.all(),
            TextFunctions.all(),
            DateFunctions.all())
        .flatMap(List::stream)
        .forEach(function -> ALL.put(function.name(), function));
  }

  private Functions() {}

  static Optional<FormulaFunction> find(String name) {
    return Optional.ofNullable(ALL.get(name.toUpperCase(Locale.ROOT)));
  }

  static List<String> names() {
    return List.copyOf(ALL.keySet());
  }
}
