package io.tangram.core.schema;

import io.tangram.core.field.FieldTypes;
import io.tangram.core.field.Link;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.FieldDef;
import io.tangram.core.metadata.MetadataCatalog;
import io.tangram.core.metadata.TableDef;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the names in documents lead: {@code ticket}, {@code ticket.parts}, {@code base:customer}.
 * An alias is looked up in the version's bindings; whether what it leads to is exported says {@link
 * TablePlace}. It reads no record.
 */
@Singleton
public final class References {
  private final FieldTypes types;
  private final Function<String, Optional<AppVersion>> apps;

  @Inject
  References(FieldTypes types, Instance<MetadataCatalog> catalog) {
    this(types, app -> catalog.get().find(app));
  }

  /**
   * @param apps the published version of another app
   */
  References(FieldTypes types, Function<String, Optional<AppVersion>> apps) {
    this.types = types;
    this.apps = apps;
  }

  /** The app behind the alias of a name: this one for a name without. */
  Optional<AppVersion> app(AppVersion from, String name) {
    var colon = name.indexOf(':');
    if (colon < 0) {
      return Optional.of(from);
    }
    return from.bound(name.substring(0, colon))
        .flatMap(app -> app.equals(from.app()) ? Optional.of(from) : apps.apply(app));
  }

  /** The table a document names. */
  public Optional<TablePlace> table(AppVersion from, String name) {
    var local = name.substring(name.indexOf(':') + 1).split("\\.");
    return app(from, name)
        .flatMap(
            version ->
                version.find(TableDef.class, local[0]).map(table -> TablePlace.of(version, table)))
        .flatMap(
            place ->
                local.length == 1
                    ? Optional.of(place)
                    : place.field(local[1]).flatMap(place::below));
  }

  /** The table behind a relation, the other end of one, or a sub-table. */
  public Optional<TablePlace> behind(TablePlace from, FieldDef field) {
    return types
        .of(field)
        .link(field)
        .filter(link -> link.kind() == Link.Kind.RECORD)
        .flatMap(link -> table(from.version(), link.table()))
        .or(() -> from.below(field));
  }
}
