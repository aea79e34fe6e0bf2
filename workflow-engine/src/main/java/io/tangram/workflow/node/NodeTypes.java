package io.tangram.workflow.node;

import io.quarkus.arc.All;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All kinds of nodes there are, by key. */
@Singleton
public class NodeTypes {
  private final Map<String, NodeType<?>> byKey;

  @Inject
  public NodeTypes(@All List<NodeType<?>> types) {
    var sorted = new TreeMap<String, NodeType<?>>();
    for (var type : types) {
      if (sorted.put(type.key(), type) != null) {
        throw new IllegalStateException("two node types with the key " + type.key());
      }
    }
    this.byKey = new LinkedHashMap<>(sorted);
  }

  public Optional<NodeType<?>> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** The type of a node in a published process, whose types were checked. */
  public NodeType<?> get(String key) {
    return find(key).orElseThrow(() -> new IllegalStateException("no node type " + key));
  }

  public Set<String> keys() {
    return byKey.keySet();
  }
}
