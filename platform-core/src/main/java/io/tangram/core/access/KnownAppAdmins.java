package io.tangram.core.access;

import io.tangram.core.metadata.App;
import io.tangram.core.metadata.AppHome;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.Apps;
import io.tangram.core.metadata.MetadataCatalog;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Knows whose an app is from the version in memory; only an unpublished app costs a query. */
@Singleton
final class KnownAppAdmins implements AppAdmins {
  private final MetadataCatalog catalog;
  private final Apps apps;

  KnownAppAdmins(MetadataCatalog catalog, Apps apps) {
    this.catalog = catalog;
    this.apps = apps;
  }

  @Override
  public boolean administers(String app, Actor actor) {
    return home(app).filter(home -> administers(home, actor)).isPresent();
  }

  private static boolean administers(AppHome home, Actor actor) {
    return actor.administrator()
        || home.creator().filter(actor.person()::equals).isPresent()
        || home.company().filter(actor::administers).isPresent();
  }

  @Override
  public Optional<UUID> company(String app) {
    return home(app).flatMap(AppHome::company);
  }

  @Override
  public Optional<UUID> creator(String app) {
    return home(app).flatMap(AppHome::creator);
  }

  private Optional<AppHome> home(String app) {
    return catalog.find(app).map(AppVersion::home).or(() -> apps.find(app).map(App::home));
  }
}
