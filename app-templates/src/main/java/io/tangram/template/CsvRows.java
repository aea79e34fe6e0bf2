package io.tangram.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads comma-separated values (RFC 4180): quoted cells may hold commas, line breaks and doubled
 * quotes. Knows nothing of fields.
 */
final class CsvRows {
  private final String text;
  private int at;

  private CsvRows(String text) {
    this.text = text;
  }

  /** Every line below the first one, column name to cell; empty cells are absent. */
  static List<Map<String, String>> read(String csv) {
    var lines = new CsvRows(csv.startsWith("\uFEFF") ? csv.substring(1) : csv).lines();
    var rows = new ArrayList<Map<String, String>>();
    for (var line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      var row = new LinkedHashMap<String, String>();
      for (var i = 0; i < Math.min(line.size(), lines.get(0).size()); i++) {
        if (!line.get(i).isEmpty()) {
          row.put(lines.get(0).get(i).strip(), line.get(i));
        }
      }
      if (!row.isEmpty()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private List<List<String>> lines() {
    var lines = new ArrayList<List<String>>();
    while (at < text.length()) {
      lines.add(line());
    }
    return lines;
  }

  private List<String> line() {
    var cells = new ArrayList<String>();
    cells.add(cell());
    while (at < text.length() && text.charAt(at) == ',') {
      at++;
      cells.add(cell());
    }
    if (text.startsWith("\r\n", at)) {
      at++;
    }
    at++;
    return cells;
  }

  private String cell() {
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted();
    }
    var start = at;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private String quoted() {
    var cell = new StringBuilder();
    for (at++; at < text.length(); at++) {
      if (text.charAt(at) != '"') {
        cell.append(text.charAt(at));
      } else if (text.startsWith("\"\"", at)) {
        cell.append('"');
        at++;
      } else {
        at++;
        break;
      }
    }
    return cell.toString();
  }
}
