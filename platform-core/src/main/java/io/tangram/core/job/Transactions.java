package io.tangram.core.job;

import java.util.function.Function;
import org.jooq.DSLContext;

/** A transaction of one's own. */
@FunctionalInterface
public interface Transactions {
  <T> T run(Function<DSLContext, T> work);
}
