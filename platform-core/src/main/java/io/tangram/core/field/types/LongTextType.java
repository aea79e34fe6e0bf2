package io.tangram.core.field.types;

import io.tangram.core.field.ColumnType;
import io.tangram.core.field.FilterOp;
import io.tangram.core.metadata.FieldDef;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jooq.Field;

/** Text of many lines, up to 100,000 characters. Searched, but never sorted by. */
@Singleton
final class LongTextType extends AnyText {
  static final int MOST = 100_000;
  private static final Set<FilterOp> OPERATORS =
      Comparisons.with(
          Comparisons.EMPTINESS,
          FilterOp.EQ,
          FilterOp.NE,
          FilterOp.CONTAINS,
          FilterOp.STARTS_WITH,
          FilterOp.ENDS_WITH);

  LongTextType() {
    super("longtext", ColumnType.WORDS, OPERATORS, MOST, MOST);
  }

  @Override
  public List<Field<?>> sort(List<Field<?>> columns, FieldDef field) {
    return List.of();
  }
}
