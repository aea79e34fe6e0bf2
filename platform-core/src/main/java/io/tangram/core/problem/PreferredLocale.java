package io.tangram.core.problem;

import java.util.Locale;
import java.util.Optional;

/** Offered by whoever knows who is calling: the language that person chose for themselves. */
public interface PreferredLocale {
  /** Empty when nobody is signed in. Never refuses. */
  Optional<Locale> find();
}
