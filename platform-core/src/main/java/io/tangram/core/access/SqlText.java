package io.tangram.core.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.conf.ParamType;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/**
 * A finished piece of SQL with what belongs to its question marks, in their order: an {@link
 * ActorValue}, a constant of the design, or an open {@link #OPERAND} that each request fills. Made
 * once per version and shape by jOOQ; a request only binds.
 */
public record SqlText(String text, List<Object> binds) {
  /** A question mark that the request fills with its next operand. */
  public static final Object OPERAND = new Object();

  public static final SqlText EMPTY = new SqlText("", List.of());

  // a character that no key and no literal of ours holds, so that placeholders are found for sure
  private static final char MARK = '\u0001';
  private static final DSLContext JOOQ =
      DSL.using(
          SQLDialect.POSTGRES,
          new Settings()
              .withParamType(ParamType.NAMED)
              .withRenderNamedParamPrefix(String.valueOf(MARK))
              .withRenderQuotedNames(RenderQuotedNames.ALWAYS)
              .withRenderFormatted(false));
  static final Configuration DIALECT = JOOQ.configuration();

  /** How this house writes SQL. */
  public static Configuration dialect() {
    return DIALECT;
  }

  public SqlText {
    // constants may be null, so no List.copyOf
    binds = Collections.unmodifiableList(new ArrayList<>(binds));
  }

  /**
   * Renders a part. Placeholders without a value are operands, but for those of {@link ActorValue}.
   */
  public static SqlText of(QueryPart part) {
    var marked = JOOQ.renderNamedParams(part);
    var values = JOOQ.extractBindValues(part);
    var text = new StringBuilder(marked.length());
    var binds = new ArrayList<Object>();
    for (var at = 0; at < marked.length(); at++) {
      if (marked.charAt(at) != MARK) {
        text.append(marked.charAt(at));
        continue;
      }
      var end = endOfWord(marked, at + 1);
      binds.add(bind(marked.substring(at + 1, end), values.get(binds.size())));
      text.append('?');
      at = end - 1;
    }
    return new SqlText(text.toString(), binds);
  }

  private static int endOfWord(String text, int start) {
    var end = start;
    while (end < text.length()
        && (text.charAt(end) == '_' || Character.isLetterOrDigit(text.charAt(end)))) {
      end++;
    }
    return end;
  }

  private static Object bind(String name, Object value) {
    for (var known : ActorValue.values()) {
      if (known.name().equals(name)) {
        return known;
      }
    }
    return value == null ? OPERAND : value;
  }

  /** Pieces one after the other; each is a {@code String} of our own words or a {@code SqlText}. */
  public static SqlText join(Object... pieces) {
    var text = new StringBuilder();
    var binds = new ArrayList<Object>();
    for (var piece : pieces) {
      if (piece instanceof SqlText sql) {
        text.append(sql.text);
        binds.addAll(sql.binds);
      } else {
        text.append(piece);
      }
    }
    return new SqlText(text.toString(), binds);
  }

  /** The pieces with a word between them, each in brackets if {@code word} joins conditions. */
  public static SqlText between(String word, List<SqlText> pieces) {
    var joined = new ArrayList<Object>();
    for (var piece : pieces) {
      joined.add(joined.isEmpty() ? "(" : " " + word + " (");
      joined.add(piece);
      joined.add(")");
    }
    return join(joined.toArray());
  }

  /**
   * Fills the statement from {@code index} on.
   *
   * @param operands one per open placeholder, in order; arrays are bound as arrays of text
   * @return the next free index
   */
  public int bind(PreparedStatement statement, int index, Asking asking, Iterator<?> operands)
      throws SQLException {
    var connection = statement.getConnection();
    var next = index;
    for (var bind : binds) {
      if (bind instanceof ActorValue value) {
        value.bind(statement, next++, connection, asking);
      } else {
        bind(statement, next++, connection, bind == OPERAND ? operands.next() : bind);
      }
    }
    return next;
  }

  /** Binds one JDBC object; a list of values goes as an array of text, which the SQL casts. */
  public static void bind(
      PreparedStatement statement, int index, Connection connection, Object value)
      throws SQLException {
    if (value == null) {
      statement.setNull(index, Types.NULL);
    } else if (value instanceof UUID) {
      statement.setObject(index, value, Types.OTHER);
    } else if (value instanceof Object[] array) {
      statement.setArray(index, connection.createArrayOf("text", array));
    } else {
      statement.setObject(index, value);
    }
  }
}
