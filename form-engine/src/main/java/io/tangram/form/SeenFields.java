package io.tangram.form;

import io.tangram.core.access.May;
import io.tangram.core.access.TableRights;
import io.tangram.core.metadata.TableDef;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which fields of a table somebody might see on some record, so that the others are not named. */
public final class SeenFields {
  private final TableDef table;
  private final Set<String> open;

  private SeenFields(TableDef table, Set<String> open) {
    this.table = table;
    this.open = open;
  }

  /** Empty for whoever may do nothing with the table. */
  public static Optional<SeenFields> of(TableRights rights, TableDef table) {
    if (!rights.may(May.READ) && !rights.may(May.CREATE) && !rights.may(May.UPDATE)) {
      return Optional.empty();
    }
    var open = new HashSet<String>();
    rights.readMasks().forEach(mask -> open.addAll(mask.fields()));
    for (var grant : rights.creating()) {
      table.fields().stream()
          .filter(field -> grant.fields().readable(field.key()))
          .forEach(field -> open.add(field.key()));
    }
    return Optional.of(new SeenFields(table, open));
  }

  /** All fields, for somebody whom a record lets in and no group. */
  public static SeenFields ofParticipant(TableDef table) {
    var all = new HashSet<String>();
    table.fields().forEach(field -> all.add(field.key()));
    return new SeenFields(table, all);
  }

  /** Whether this is one of them; a column that every table has always is. */
  public boolean sees(String key) {
    return open.contains(key) || table.field(key).isEmpty();
  }
}
