package io.tangram.core.metadata;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.NumericNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A number that is written again exactly as a person wrote it: {@code 1.50} stays {@code 1.50},
 * {@code 1e2} stays {@code 1e2}. Two are equal when they are written alike. Only the reader makes
 * them, after it has checked that the exponent is small.
 */
final class Lexeme extends NumericNode {
  private static final long serialVersionUID = 1L;

  private final String written;
  private final BigDecimal value;

  Lexeme(String written) {
    this.written = written;
    this.value = new BigDecimal(written);
  }

  @Override
  public void serialize(JsonGenerator generator, SerializerProvider provider) throws IOException {
    generator.writeNumber(written);
  }

  @Override
  public String asText() {
    return written;
  }

  @Override
  public JsonToken asToken() {
    return JsonToken.VALUE_NUMBER_FLOAT;
  }

  @Override
  public NumberType numberType() {
    return NumberType.BIG_DECIMAL;
  }

  @Override
  public Number numberValue() {
    return value;
  }

  @Override
  public boolean isBigDecimal() {
    return true;
  }

  @Override
  public boolean isFloatingPointNumber() {
    return true;
  }

  @Override
  public int intValue() {
    return value.intValue();
  }

  @Override
  public long longValue() {
    return value.longValue();
  }

  @Override
  public double doubleValue() {
    return value.doubleValue();
  }

  @Override
  public BigDecimal decimalValue() {
    return value;
  }

  @Override
  public BigInteger bigIntegerValue() {
    return value.toBigInteger();
  }

  @Override
  public boolean canConvertToExactIntegral() {
    return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
  }

  @Override
  public boolean canConvertToInt() {
    return inRange(Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  @Override
  public boolean canConvertToLong() {
    return inRange(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private boolean inRange(long least, long most) {
    return value.compareTo(BigDecimal.valueOf(least)) >= 0
        && value.compareTo(BigDecimal.valueOf(most)) <= 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Lexeme lexeme && lexeme.written.equals(written);
  }

  @Override
  public int hashCode() {
    return written.hashCode();
  }
}
