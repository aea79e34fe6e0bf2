package io.tangram.core.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The one printer of documents: the same design is always the same bytes, and a difference between
 * two versions reads like a sentence. Two spaces, at most 120 columns where a Chinese character
 * takes two, one element of a list a line. It never changes what a document says: members keep
 * their order, numbers the way they were written.
 */
public final class CanonicalJson {
  private static final int WIDTH = 120;

  private CanonicalJson() {}

  /** The bytes that are kept and addressed by their hash; ends with a newline. */
  public static byte[] bytes(ObjectNode document) {
    return print(document).getBytes(UTF_8);
  }

  public static String print(ObjectNode document) {
    return lines(document, 0, -1, 0) + "\n";
  }

  /** Everything on one line. */
  static String flat(JsonNode value) {
    if (value.isArray()) {
      return value.isEmpty() ? "[]" : joined("[", value, "]");
    }
    if (!value.isObject()) {
      return value.isTextual() ? quoted(value.textValue()) : value.asText();
    }
    return value.isEmpty()
        ? "{}"
        : value.properties().stream()
            .map(m -> quoted(m.getKey()) + ": " + flat(m.getValue()))
            .collect(Collectors.joining(", ", "{ ", " }"));
  }

  private static String joined(String open, JsonNode array, String close) {
    return elements(array).stream()
        .map(CanonicalJson::flat)
        .collect(Collectors.joining(", ", open, close));
  }

  /**
   * @param indent column at which the value's own lines start
   * @param used column that is reached when it begins
   */
  private static String lines(JsonNode value, int indent, int used, int depth) {
    var line = flat(value);
    if (!value.isContainerNode() || (depth > 0 && fitsOnOneLine(value, line, used, depth))) {
      return line;
    }
    return value.isArray() ? list(value, indent, depth) : object(value, indent, used, depth);
  }

  private static boolean fitsOnOneLine(JsonNode value, String line, int used, int depth) {
    var elementsOfTheDocument = depth == 1 && value.isArray() && namesElements(value);
    return used + width(line) <= WIDTH - 2 && !elementsOfTheDocument;
  }

  private static String list(JsonNode array, int indent, int depth) {
    var items =
        elements(array).stream().map(e -> lines(e, indent + 2, indent + 2, depth + 1)).toList();
    var rows = elements(array).stream().anyMatch(JsonNode::isObject);
    return "[\n"
        + below(rows ? items : fill(items, WIDTH - indent - 3), indent)
        + "\n"
        + pad(indent)
        + "]";
  }

  private static String object(JsonNode object, int indent, int used, int depth) {
    var parts = new ArrayList<String>();
    for (var member : object.properties()) {
      var name = quoted(member.getKey()) + ": ";
      parts.add(name + lines(member.getValue(), indent + 2, indent + 2 + width(name), depth + 1));
    }
    if (depth == 0) {
      return "{\n" + below(parts, 0) + "\n}";
    }
    var filled = fill(parts, WIDTH - indent - 4);
    return used == indent
        ? "{ " + String.join(",\n" + pad(indent + 2), filled) + " }"
        : "{\n" + below(filled, indent) + "\n" + pad(indent) + "}";
  }

  private static String below(List<String> lines, int indent) {
    var inner = pad(indent + 2);
    return lines.stream().map(l -> inner + l).collect(Collectors.joining(",\n"));
  }

  /** Puts as many parts on each line as have room; a part of several lines stands alone. */
  private static List<String> fill(List<String> parts, int room) {
    var lines = new ArrayList<String>();
    for (var part : parts) {
      var last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
      var fits =
          last != null
              && !part.contains("\n")
              && !last.contains("\n")
              && width(last) + 2 + width(part) <= room;
      if (fits) {
        lines.set(lines.size() - 1, last + ", " + part);
      } else {
        lines.add(part);
      }
    }
    return lines;
  }

  private static boolean namesElements(JsonNode array) {
    return elements(array).stream().anyMatch(e -> named(e.get("key")) || named(e.get("id")));
  }

  private static boolean named(JsonNode name) {
    return name != null && name.isTextual() && !name.textValue().isEmpty();
  }

  private static List<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  /** Columns on the screen: what a Chinese font draws full-width takes two. */
  static int width(String text) {
    return text.codePoints().map(c -> wide(c) ? 2 : 1).sum();
  }

  private static boolean wide(int c) {
    return c > 0xFFFF || (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xFFEF);
  }

  private static String pad(int columns) {
    return " ".repeat(columns);
  }

  private static String quoted(String text) {
    var out = new StringBuilder(text.length() + 2).append('"');
    text.chars().forEach(c -> escape((char) c, out));
    return out.append('"').toString();
  }

  private static void escape(char c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> out.append(c < 0x20 ? String.format("\\u%04x", (int) c) : String.valueOf(c));
    }
  }
}
