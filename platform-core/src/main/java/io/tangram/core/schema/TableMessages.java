package io.tangram.core.schema;

import io.tangram.core.problem.MessageBundle;
import jakarta.inject.Singleton;

/** The words for faults in the design of tables. */
@Singleton
public final class TableMessages implements MessageBundle {
  @Override
  public String baseName() {
    return "table";
  }
}
