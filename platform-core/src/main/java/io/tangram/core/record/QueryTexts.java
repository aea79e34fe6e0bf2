package io.tangram.core.record;

import io.tangram.core.access.SqlText;
import io.tangram.core.access.TableRights;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Keeps the texts of questions that were asked, per rights, so that one asked again is only bound.
 * Questions are the clients' to make up, so only the latest ones are kept.
 */
@Singleton
class QueryTexts {
  private static final int MOST = 300;

  SqlText page(TableRights rights, Supplier<QuerySql> sql, Query query) {
    return text(rights, "page|" + query.shape() + nulls(query), () -> sql.get().page(query));
  }

  SqlText text(TableRights rights, String key, Supplier<SqlText> make) {
    Map<String, SqlText> known = rights.derived("queries", QueryTexts::latest);
    var text = known.get(key);
    if (text == null) {
      text = make.get();
      known.put(key, text);
    }
    return text;
  }

  /** Behind a row with empties the next one is looked for in another way. */
  private static String nulls(Query query) {
    if (query.after().isEmpty()) {
      return "";
    }
    var nulls = new StringBuilder("@");
    query.after().get().forEach(value -> nulls.append(value == null ? '0' : '1'));
    return nulls.toString();
  }

  private static Map<String, SqlText> latest() {
    return Collections.synchronizedMap(
        new LinkedHashMap<String, SqlText>(64, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, SqlText> eldest) {
            return size() > MOST;
          }
        });
  }
}
