package io.tangram.workflow.who;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.All;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns {@code who} entries into people. */
@Singleton
public class WhoTypes {
  private final Map<String, WhoType> byKey;

  @Inject
  public WhoTypes(@All List<WhoType> types) {
    this.byKey = types.stream().collect(Collectors.toMap(WhoType::key, Function.identity()));
  }

  /**
   * The people the entries name, each once, in order; those who may not act are left out. One
   * statement per entry at most, and one for all.
   */
  public List<UUID> find(List<JsonNode> entries, WhoRun run) {
    var named = new LinkedHashSet<UUID>();
    for (var entry : entries) {
      of(entry).ifPresent(type -> named.addAll(type.find(entry, run)));
    }
    var active = run.organisation().activePersons(named);
    return named.stream().filter(active::contains).toList();
  }

  /** Looks for faults in the entry at index {@code index}. */
  public void check(JsonNode entry, WhoCheck check) {
    var type = of(entry);
    if (type.isEmpty()) {
      check.fault("", "process.who.unknown", String.join(", ", names(entry)));
      return;
    }
    var known = type.get();
    for (var name : names(entry)) {
      if (!name.equals(known.key()) && !known.words().contains(name)) {
        check.fault("/" + name, "process.who.word", name);
      }
    }
    known.check(entry, check);
  }

  /** Keys of all kinds there are, for editors. */
  public Set<String> keys() {
    return byKey.keySet();
  }

  private Optional<WhoType> of(JsonNode entry) {
    return names(entry).stream().map(byKey::get).filter(type -> type != null).findFirst();
  }

  private static List<String> names(JsonNode entry) {
    var names = new ArrayList<String>();
    entry.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
