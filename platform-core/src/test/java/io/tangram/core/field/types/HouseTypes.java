package io.tangram.core.field.types;

import io.tangram.core.field.FieldTypes;
import java.util.List;

/** The field types of the house for tests that run without CDI. */
public final class HouseTypes {
  private static final FieldTypes ALL = make();

  private HouseTypes() {}

  public static FieldTypes all() {
    return ALL;
  }

  private static FieldTypes make() {
    var self = new FieldTypes[1];
    self[0] =
        new FieldTypes(
            List.of(
                new TextType(),
                new LongTextType(),
                new NumberType(),
                new MoneyType(),
                new DateType(),
                new DatetimeType(),
                new DateRangeType(),
                new SelectType(),
                new MultiselectType(),
                new SwitchType(),
                new PersonType(),
                new DepartmentType(),
                new RelationType(),
                new RelationsType(),
                new LookupType(() -> self[0]),
                new FormulaType(() -> self[0]),
                new SubtableType(() -> self[0]),
                new FileType(),
                new SerialType()));
    return self[0];
  }
}
