package io.tangram.core.record;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;

/** Reads what PostgreSQL refused. It never decides what the caller is told. */
final class SqlFaults {
  // deadlock, serialization, and a plan that a publish has made stale
  private static final Set<String> PASSING = Set.of("40P01", "40001", "0A000");
  private static final Set<String> TAKEN = Set.of("23505", "23P01");

  private SqlFaults() {}

  /** A fault that carries the SQL one, for those who may try again. */
  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(SQLException cause) {
      super("a statement failed", cause);
    }

    /** Whether the same transaction may succeed when it is run once more. */
    boolean passing() {
      return PASSING.contains(((SQLException) getCause()).getSQLState());
    }
  }

  static Failure of(SQLException fault) {
    return new Failure(fault);
  }

  /** Name of the unique or exclusion rule that was broken; empty for any other fault. */
  static Optional<String> broken(SQLException fault) {
    // a batch hides the fault behind the first one
    for (var next = fault; next != null; next = next.getNextException()) {
      if (TAKEN.contains(next.getSQLState())
          && next instanceof PSQLException postgres
          && postgres.getServerErrorMessage() != null) {
        return Optional.ofNullable(postgres.getServerErrorMessage().getConstraint());
      }
    }
    return Optional.empty();
  }
}
