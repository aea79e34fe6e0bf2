package io.tangram.core.app;

import io.quarkus.arc.All;
import io.tangram.core.access.Actor;
import io.tangram.core.access.AppAdmins;
import io.tangram.core.access.SeenKind;
import io.tangram.core.identity.CurrentActor;
import io.tangram.core.metadata.AppVersion;
import io.tangram.core.metadata.MetadataCatalog;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.List;

/** Lets in who may design an app. To whoever sees nothing of it, the app is not there. */
@Singleton
public class DesignGate {
  static final String TABLES = "tables";

  private final CurrentActor current;
  private final AppAdmins admins;
  private final MetadataCatalog catalog;
  private final List<SeenKind> kinds;

  DesignGate(
      CurrentActor current, AppAdmins admins, MetadataCatalog catalog, @All List<SeenKind> kinds) {
    this.current = current;
    this.admins = admins;
    this.catalog = catalog;
    this.kinds = kinds;
  }

  /** Whoever asks, if they may design this app. */
  public Actor designer(String app) {
    var actor = current.get();
    if (admins.administers(app, actor)) {
      return actor;
    }
    var seen = catalog.find(app).filter(version -> sees(actor, version));
    throw ProblemException.of(seen.isPresent() ? ErrorCode.NOT_ALLOWED : ErrorCode.NOT_FOUND);
  }

  /** Whoever asks, if they may make apps. */
  public Actor founder() {
    var actor = current.get();
    if (!actor.administrator() && actor.administers().isEmpty()) {
      throw ProblemException.of(ErrorCode.NOT_ALLOWED);
    }
    return actor;
  }

  /** Whether anything is open to them: what has no open table is not there for them. */
  boolean sees(Actor actor, AppVersion version) {
    return kinds.stream()
        .filter(kind -> kind.folder().equals(TABLES))
        .anyMatch(kind -> !kind.seenBy(version, actor).isEmpty());
  }
}
