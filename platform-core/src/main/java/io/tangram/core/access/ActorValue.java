package io.tangram.core.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What a permission's SQL may ask of the person at work. In a statement it is a placeholder, bound
 * for each request, so that one text serves everybody.
 */
public enum ActorValue {
  ME(SQLDataType.UUID, asking -> asking.actor().person()),
  COMPANY(SQLDataType.UUID, asking -> asking.actor().company()),
  DEPARTMENT(SQLDataType.UUID, asking -> asking.actor().department()),
  UNITS_BELOW(SQLDataType.UUID.array(), asking -> asking.actor().unitsBelow()),
  PRINCIPALS(SQLDataType.UUID.array(), asking -> asking.actor().principals()),
  TODAY(SQLDataType.LOCALDATE, Asking::today),
  NOW(SQLDataType.TIMESTAMPWITHTIMEZONE, Asking::now);

  private final Field<?> placeholder;
  private final Function<Asking, Object> value;

  ActorValue(DataType<?> type, Function<Asking, Object> value) {
    // the cast spares PostgreSQL a guess; the name is how the rendered text is told apart
    this.placeholder =
        DSL.field(
            "cast({0} as " + type.getTypeName(SqlText.DIALECT) + ")",
            type,
            DSL.param(name(), SQLDataType.OTHER));
    this.value = value;
  }

  /** The placeholder of a single id. */
  public Field<UUID> id() {
    return placeholder.coerce(UUID.class);
  }

  /** The placeholder of a list of ids. */
  public Field<UUID[]> ids() {
    return placeholder.coerce(UUID[].class);
  }

  public Field<?> field() {
    return placeholder;
  }

  void bind(PreparedStatement statement, int index, Connection connection, Asking asking)
      throws SQLException {
    var bound = value.apply(asking);
    if (bound instanceof Collection<?> ids) {
      statement.setArray(
          index, connection.createArrayOf("text", ids.stream().map(Object::toString).toArray()));
    } else if (bound instanceof Optional<?> id) {
      statement.setObject(index, id.orElse(null), Types.OTHER);
    } else if (bound instanceof UUID) {
      statement.setObject(index, bound, Types.OTHER);
    } else {
      statement.setObject(index, bound);
    }
  }
}
