package io.tangram.core.metadata;

import io.tangram.core.problem.MessageBundle;
import jakarta.inject.Singleton;

/** The words about documents: their shape, their paths, what keeps them from being published. */
@Singleton
final class MetadataMessages implements MessageBundle {
  @Override
  public String baseName() {
    return "metadata";
  }
}
