package io.tangram.core.field;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * An amount in one currency. Amounts of two currencies are never added.
 *
 * @param currency three capital letters (ISO 4217)
 */
public record Money(BigDecimal amount, String currency) {
  public Money {
    requireNonNull(amount, "amount is null");
    requireNonNull(currency, "currency is null");
  }
}
