package io.tangram.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One line of {@code strangers.tsv}: a route, the statuses it must answer to nobody, to a stranger
 * and to a reader (several with commas; - where the call would spoil the test), and the body that
 * is sent.
 *
 * @param path the route's path, {@code {name}} standing for what the test has made
 */
record StrangerEntry(
    String method, String path, Map<String, List<Integer>> statuses, String type, String body) {

  static List<StrangerEntry> all() {
    try (var file = StrangerEntry.class.getResourceAsStream("/strangers.tsv")) {
      var lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
      var entries = new ArrayList<StrangerEntry>();
      lines
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t+"))
          .forEach(columns -> entries.add(of(columns)));
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StrangerEntry of(String[] columns) {
    var statuses =
        Map.of(
            "nobody", numbers(columns[2]),
            "stranger", numbers(columns[3]),
            "reader", numbers(columns[4]));
    var body = columns.length > 5 ? columns[5].translateEscapes() : null;
    var type = columns.length > 6 ? columns[6] : "application/json";
    return new StrangerEntry(columns[0], columns[1], statuses, type, body);
  }

  private static List<Integer> numbers(String text) {
    return text.equals("-")
        ? List.of()
        : Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
  }

  String route() {
    return method + " " + path;
  }

  boolean expects(String caller, int status) {
    return expected(caller).contains(status);
  }

  List<Integer> expected(String caller) {
    return statuses.get(caller);
  }
}
