package io.tangram.core.organisation;

import java.util.UUID;

/** How far somebody's rights as an administrator reach. */
public interface Authority {
  /** Over this unit and all below it. */
  boolean over(UUID unit);

  /** Over the whole organisation. */
  boolean overAll();

  /** The person who has it: nobody may shut themselves out. */
  UUID person();
}
