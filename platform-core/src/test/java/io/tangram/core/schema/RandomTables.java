package io.tangram.core.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes designs of tables and variations of them, over all types; the same ones for a seed. */
final class RandomTables {
  /** Type, words, and values in JSON; a type without columns has none. */
  record Kind(String type, String words, String... values) {
    String json(String key, String more) {
      return "{\"key\":\""
          + key
          + "\",\"type\":\""
          + type
          + "\""
          + (words.isEmpty() ? "" : "," + words)
          + more
          + "}";
    }
  }

  private static final String ONE = "\"11111111-1111-4111-8111-111111111111\"";
  private static final String TWO = "\"22222222-2222-4222-8222-222222222222\"";

  static final List<Kind> KINDS =
      List.of(
          new Kind(
              "text",
              "",
              "\"张三\"",
              "\"12.5\"",
              "\"2026-02-28\"",
              "\"2026-02-30\"",
              "\"是\"",
              "\"甲\"",
              "\"'\\\"?{0}\""),
          new Kind("text", "\"max\":4000", "\"long\"", "\"2026-02-28T08:30:00Z\"", "\"1e9\""),
          new Kind("longtext", "", "\"a\\nb\"", "\"7\"", "\"true\"", "\"2024-02-29\""),
          new Kind(
              "number", "", "\"1.500\"", "\"-7\"", "\"0\"", "\"12345678901234567890.123456789\""),
          new Kind("number", "\"scale\":2", "\"12.34\"", "\"1\""),
          new Kind(
              "money",
              "",
              "{\"amount\":\"8.80\",\"currency\":\"USD\"}",
              "{\"amount\":\"1\",\"currency\":\"CNY\"}"),
          new Kind("date", "", "\"2026-02-28\"", "\"1999-12-31\""),
          new Kind("date", "\"precision\":\"month\"", "\"2026-02\""),
          new Kind("datetime", "", "\"2026-02-28T08:30:00Z\"", "\"2026-02-28T08:30:00.123456Z\""),
          new Kind("daterange", "", "{\"start\":\"2026-02-01\",\"end\":\"2026-02-03\"}"),
          new Kind(
              "daterange",
              "\"time\":true",
              "{\"start\":\"2026-02-01T00:00:00Z\",\"end\":\"2026-02-03T12:00:00Z\"}"),
          new Kind(
              "select", "\"options\":[\"b\",{\"key\":\"a\",\"label\":\"甲\"}]", "\"b\"", "\"a\""),
          new Kind("select", "\"options\":[\"甲\",\"7\"]", "\"甲\"", "\"7\""),
          new Kind("multiselect", "\"options\":[\"a\",\"b\",\"甲\"]", "[\"a\",\"b\"]", "[\"甲\"]"),
          new Kind("switch", "", "true", "false"),
          new Kind("person", "", ONE, TWO),
          new Kind("department", "", ONE),
          new Kind("relation", "\"to\":\"deal\"", ONE, TWO),
          new Kind("relation", "\"to\":\"order\"", TWO),
          new Kind("relations", "\"to\":\"deal\"", "[" + ONE + "," + TWO + "]", "[" + TWO + "]"),
          new Kind("relations", "\"of\":\"deal.f1\""),
          new Kind("lookup", "\"from\":\"f1.f2\""),
          new Kind("formula", "\"formula\":\"1 + 1\""),
          new Kind("formula", "\"formula\":\"1 + 1\",\"stored\":true", "\"2\""),
          new Kind("formula", "\"formula\":\"'a' & 'b'\",\"stored\":true", "\"ab\""),
          new Kind("number", "\"formula\":\"2\",\"stored\":true", "\"2\""),
          new Kind("file", "", "[{\"id\":" + ONE + ",\"name\":\"a\",\"size\":1,\"type\":\"x/y\"}]"),
          new Kind("serial", "\"pattern\":\"QJ{000}\"", "\"QJ001\"", "\"QJ002\""));

  private static final List<String> TABLES =
      List.of("deal", "order", "a_very_long_name_of_a_table_that_is_cut_somewhere");
  private static final List<String> FIELDS =
      List.of(
          "f1",
          "f2",
          "f3",
          "f4",
          "f5",
          "end",
          "select",
          "a_field_with_a_name_of_forty_eight_characters_ab");

  /** A field as it stands in a design; {@code columns} only in a sub-table. */
  record Field(Kind kind, boolean unique, Map<String, Field> columns) {
    String json(String key) {
      if (columns.isEmpty()) {
        return kind.json(key, unique ? ",\"unique\":true" : "");
      }
      var inner = new ArrayList<String>();
      columns.forEach((k, field) -> inner.add(field.json(k)));
      return "{\"key\":\""
          + key
          + "\",\"type\":\"subtable\",\"fields\":["
          + String.join(",", inner)
          + "]}";
    }
  }

  /** Table to field to what it is. */
  record Design(Map<String, Map<String, Field>> tables) {
    Map<String, String> documents() {
      var documents = new LinkedHashMap<String, String>();
      tables.forEach(
          (table, fields) -> {
            var list = new ArrayList<String>();
            fields.forEach((key, field) -> list.add(field.json(key)));
            documents.put(table, "{\"title\":\"f1\",\"fields\":[" + String.join(",", list) + "]}");
          });
      return documents;
    }
  }

  private final Random random;

  RandomTables(long seed) {
    this.random = new Random(seed);
  }

  Design design() {
    var tables = new LinkedHashMap<String, Map<String, Field>>();
    for (var table : TABLES) {
      if (random.nextInt(3) > 0) {
        tables.put(table, fields(true));
      }
    }
    return tables.isEmpty() ? design() : new Design(tables);
  }

  private Map<String, Field> fields(boolean withSubtables) {
    var fields = new LinkedHashMap<String, Field>();
    for (var key : FIELDS) {
      if (random.nextInt(2) == 0) {
        fields.put(key, field(withSubtables));
      }
    }
    return fields.isEmpty() ? fields(withSubtables) : fields;
  }

  private Field field(boolean withSubtables) {
    if (withSubtables && random.nextInt(9) == 0) {
      return new Field(KINDS.get(0), false, fields(false));
    }
    return new Field(KINDS.get(random.nextInt(KINDS.size())), false, Map.of());
  }

  /**
   * The design after a day of editing: things added, removed, of another type, in another order.
   */
  Design edited(Design design) {
    var tables = new LinkedHashMap<String, Map<String, Field>>();
    for (var table : TABLES) {
      var old = design.tables().get(table);
      if (old != null && random.nextInt(8) > 0) {
        tables.put(table, edited(old, true));
      } else if (old == null && random.nextInt(4) == 0) {
        tables.put(table, fields(true));
      }
    }
    return tables.isEmpty() ? edited(design) : new Design(tables);
  }

  private Map<String, Field> edited(Map<String, Field> old, boolean withSubtables) {
    var fields = new LinkedHashMap<String, Field>();
    for (var key : FIELDS) {
      var field = old.get(key);
      if (field == null) {
        if (random.nextInt(4) == 0) {
          var added = field(withSubtables);
          // nothing stands in a new column, so nothing can stand there twice
          var text = added.columns().isEmpty() && added.kind().type().equals("text");
          fields.put(
              key,
              new Field(
                  added.kind(), text && !added.kind().words().contains("4000"), added.columns()));
        }
      } else if (random.nextInt(6) > 0) {
        fields.put(key, edited(field, withSubtables));
      }
    }
    return fields.isEmpty() ? old : fields;
  }

  private Field edited(Field field, boolean withSubtables) {
    if (!field.columns().isEmpty() && random.nextInt(8) > 0) {
      return new Field(field.kind(), false, edited(field.columns(), false));
    }
    return random.nextInt(3) == 0 ? field(withSubtables) : field;
  }

  /** One of the kind's values, or null; never the same text twice where they must differ. */
  String value(Field field) {
    var values = field.kind().values();
    if (field.unique()) {
      return "\"" + Long.toHexString(random.nextLong()) + "\"";
    }
    return values.length == 0 || random.nextInt(5) == 0
        ? null
        : values[random.nextInt(values.length)];
  }

  <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }
}
