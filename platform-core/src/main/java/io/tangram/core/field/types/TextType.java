package io.tangram.core.field.types;

import io.tangram.core.field.ColumnType;
import io.tangram.core.formula.ValueType;
import io.tangram.core.metadata.FieldDef;
import jakarta.inject.Singleton;

/** One line of text. 255 characters unless the document says otherwise. */
@Singleton
final class TextType extends AnyText {
  static final int USUAL = 255;
  static final int MOST = 4000;

  TextType() {
    super("text", ColumnType.TEXT, Comparisons.TEXT, USUAL, MOST);
  }

  @Override
  public boolean keeps(FieldDef from, FieldDef to) {
    // numbers once given stay when their pattern is taken away
    return from.type().equals(key()) || from.type().equals(SerialType.KEY);
  }

  @Override
  public boolean holds(ValueType result) {
    return result == ValueType.TEXT || result == ValueType.ANY || result == ValueType.BLANK;
  }
}
