package io.tangram.core.organisation;

import io.tangram.core.problem.MessageBundle;
import jakarta.inject.Singleton;

/** The words of faults in units, persons, posts, roles and sign-ins. */
@Singleton
final class OrganisationMessages implements MessageBundle {
  @Override
  public String baseName() {
    return "organisation";
  }
}
