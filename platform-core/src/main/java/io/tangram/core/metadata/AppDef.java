package io.tangram.core.metadata;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The app itself: {@code app.json}, the one document that names itself.
 *
 * @param version the template's version; absent in an app that is no template
 * @param menu groups of paths; empty when all tables are to be shown
 */
public record AppDef(
    String key,
    Label label,
    Optional<String> icon,
    Optional<String> version,
    List<Require> requires,
    List<MenuGroup> menu) {
  public AppDef {
    requireNonNull(key, "key is null");
    requireNonNull(label, "label is null");
    requires = List.copyOf(requires);
    menu = List.copyOf(menu);
  }

  /**
   * An alias under which documents name things of another app.
   *
   * @param key the alias, left of the colon
   * @param app key of the app it stands for unless another one is bound
   * @param tables the exported tables that are used, each with the fields used of it
   */
  public record Require(
      String key, Label label, String app, boolean optional, Map<String, List<String>> tables) {}

  /** Items are paths without ending: {@code tables/deal}. */
  public record MenuGroup(String key, Label label, List<String> items) {}
}
