package io.tangram.core.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects faults, so that one answer names all of them. Not safe for use by several threads. */
public final class Violations {
  private final List<Violation> found = new ArrayList<>();

  public void add(String pointer, String code, Object... arguments) {
    found.add(Violation.at(pointer, code, arguments));
  }

  public void addAll(List<Violation> more) {
    found.addAll(more);
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  public List<Violation> list() {
    return List.copyOf(found);
  }

  /** Throws when anything was found. */
  public void refuse(ErrorCode code) {
    if (!found.isEmpty()) {
      throw ProblemException.of(code, found);
    }
  }
}
