package io.tangram.core.record;

import io.tangram.core.problem.MessageBundle;
import jakarta.inject.Singleton;

/** The words about records, permission groups and files. */
@Singleton
public final class RecordMessages implements MessageBundle {
  @Override
  public String baseName() {
    return "record";
  }
}
