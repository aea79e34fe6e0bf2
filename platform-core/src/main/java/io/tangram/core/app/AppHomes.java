package io.tangram.core.app;

import io.tangram.core.access.Actor;
import io.tangram.core.metadata.AppHome;
import io.tangram.core.organisation.Organisation;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.problem.Violation;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Says whose a new app is: an administrator's rights end where their company ends. */
@Singleton
public class AppHomes {
  private final Organisation organisation;

  AppHomes(Organisation organisation) {
    this.organisation = organisation;
  }

  /** The whole organisation's for its administrators, else the company's they administer. */
  public AppHome of(Actor actor) {
    var company =
        actor.administrator()
            ? Optional.<UUID>empty()
            : actor
                .company()
                .filter(actor::administers)
                .or(() -> actor.administers().stream().sorted().findFirst())
                .flatMap(organisation::companyOf);
    return new AppHome(company, Optional.of(actor.person()));
  }

  /** The named company's, if they administer it. */
  public AppHome of(Actor actor, Optional<UUID> company) {
    if (company.isEmpty()) {
      return of(actor);
    }
    if (organisation.unit(company.get()).isEmpty() || !actor.administers(company.get())) {
      throw ProblemException.of(
          ErrorCode.VALUES_INVALID, List.of(Violation.at("/company", "app.company")));
    }
    return new AppHome(organisation.companyOf(company.get()), Optional.of(actor.person()));
  }
}
