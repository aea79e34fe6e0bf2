package io.tangram.core.metadata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.problem.Violation;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;

/**
 * Reads the JSON of a design into a tree that forgets nothing: the order of members and the way
 * each number was written. Refuses what no document needs (depth, size, doubled members, wild
 * numbers, NUL) before anything computes with it. It knows no kind and checks no shape.
 */
public final class DocumentReader {
  /** Levels of nesting; the deepest document of a real app has about 12. */
  static final int DEPTH = 64;

  /** Characters of one JSON text: all documents of one edit together. */
  static final int LENGTH = 4_000_000;

  private static final int DIGITS = 60;
  private static final int EXPONENT = 300;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH)
                  .maxDocumentLength(LENGTH)
                  .maxStringLength(500_000)
                  .maxNumberLength(1_000)
                  .build())
          .build();

  private DocumentReader() {}

  /**
   * @throws ProblemException {@code JSON_BROKEN} when it is no JSON object, {@code
   *     DOCUMENT_INVALID} with pointers when it holds a number or a character that cannot be kept
   */
  public static ObjectNode read(byte[] utf8) {
    try (var parser = JSON.createParser(utf8)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw ProblemException.of(ErrorCode.JSON_BROKEN, 1, 1);
      }
      var root = object(parser);
      if (parser.nextToken() != null) {
        throw broken(parser);
      }
      return root;
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw ProblemException.of(
          ErrorCode.JSON_BROKEN,
          at == null ? 1 : at.getLineNr(),
          at == null ? 1 : at.getColumnNr());
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot fail to be read", e);
    }
  }

  private static ObjectNode object(JsonParser parser) throws IOException {
    var node = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = text(parser, parser.currentName());
      parser.nextToken();
      node.set(name, value(parser));
    }
    return node;
  }

  private static ArrayNode array(JsonParser parser) throws IOException {
    var node = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      node.add(value(parser));
    }
    return node;
  }

  private static JsonNode value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> NODES.textNode(text(parser, parser.getText()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      default -> throw broken(parser);
    };
  }

  private static JsonNode number(JsonParser parser) throws IOException {
    var written = parser.getText();
    var e = Math.max(written.indexOf('e'), written.indexOf('E'));
    var digits = (e < 0 ? written : written.substring(0, e)).chars().filter(Character::isDigit);
    // a power of ten is compared as text: 1E+50000000 must never reach arithmetic
    if (digits.count() > DIGITS || (e >= 0 && !smallExponent(written.substring(e + 1)))) {
      throw refuse(parser, "document.number");
    }
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT || written.equals("-0")) {
      return new Lexeme(written);
    }
    var whole = new BigInteger(written);
    if (whole.bitLength() < Integer.SIZE) {
      return NODES.numberNode(whole.intValue());
    }
    return whole.bitLength() < Long.SIZE
        ? NODES.numberNode(whole.longValue())
        : NODES.numberNode(whole);
  }

  private static boolean smallExponent(String exponent) {
    var digits = exponent.replaceFirst("^[+-]?0*", "");
    return digits.length() <= 3 && (digits.isEmpty() || Integer.parseInt(digits) <= EXPONENT);
  }

  private static String text(JsonParser parser, String text) {
    var storable =
        text.codePoints().noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF)); // lone surrogate
    if (!storable) {
      throw refuse(parser, "document.character");
    }
    return text;
  }

  private static ProblemException refuse(JsonParser parser, String code) {
    var pointer = parser.getParsingContext().pathAsPointer().toString();
    return ProblemException.of(ErrorCode.DOCUMENT_INVALID, List.of(Violation.at(pointer, code)));
  }

  private static ProblemException broken(JsonParser parser) {
    var at = parser.currentLocation();
    return ProblemException.of(ErrorCode.JSON_BROKEN, at.getLineNr(), at.getColumnNr());
  }
}
