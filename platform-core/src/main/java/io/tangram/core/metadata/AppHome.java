package io.tangram.core.metadata;

import java.util.Optional;
import java.util.UUID;

/**
 * Whose app it is.
 *
 * @param company the company it was made in; empty for an app of the whole organisation
 * @param creator the person who made it; empty only for a version that was never stored
 */
public record AppHome(Optional<UUID> company, Optional<UUID> creator) {
  public static final AppHome NOBODY = new AppHome(Optional.empty(), Optional.empty());
}
