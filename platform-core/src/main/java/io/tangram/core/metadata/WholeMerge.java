package io.tangram.core.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Merges a document in which one list holds the others together, like the flows of a process: as
 * soon as that list clashes, or a merged entry of it would name something the other side took away,
 * the whole document is one decision. Half an insertion never hangs in the air.
 */
final class WholeMerge {
  private final String list;
  private final Clashes clashes;

  WholeMerge(String list, Clashes clashes) {
    this.list = list;
    this.clashes = clashes;
  }

  JsonNode document(JsonNode base, JsonNode mine, JsonNode theirs) {
    var trial = clashes.trial();
    var merged = new Merge(MergeStyle.PLAIN, trial).document(base, mine, theirs);
    if (trial.met("/" + list) || namesWhatIsGone(base, mine, theirs, merged)) {
      return clashes.settle("", base, mine, theirs);
    }
    clashes.take(trial);
    return merged;
  }

  private boolean namesWhatIsGone(JsonNode base, JsonNode mine, JsonNode theirs, JsonNode merged) {
    var gone = names(base);
    gone.addAll(names(mine));
    gone.addAll(names(theirs));
    gone.removeAll(names(merged));
    return uses(merged, gone) && !(uses(mine, gone) && uses(theirs, gone));
  }

  private boolean uses(JsonNode document, Set<String> gone) {
    for (var element : document.path(list)) {
      for (Map.Entry<String, JsonNode> member : element.properties()) {
        if (member.getValue().isTextual() && gone.contains(member.getValue().textValue())) {
          return true;
        }
      }
    }
    return false;
  }

  private Set<String> names(JsonNode document) {
    var names = new HashSet<String>();
    if (document != null) {
      document
          .properties()
          .forEach(
              member -> {
                if (member.getValue().isArray() && !member.getKey().equals(list)) {
                  member.getValue().forEach(e -> Elements.name(e).ifPresent(names::add));
                }
              });
    }
    return names;
  }
}
