package io.tangram.workflow.runtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.record.Row;
import io.tangram.core.record.SystemRecords;
import io.tangram.workflow.node.Json;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** A walk's record: read once, changed through the one write path. */
@Singleton
class Records {
  private final SystemRecords records;

  @Inject
  Records(SystemRecords records) {
    this.records = records;
  }

  /** The record as it is now; it is read at most once between two changes. */
  Row row(Walk walk) {
    if (walk.row().isEmpty()) {
      var instance = walk.instance();
      walk.remember(
          records
              .find(walk.current(), instance.table(), instance.record())
              .orElseThrow(() -> ProblemException.of(ErrorCode.RECORD_NOT_FOUND)));
    }
    return walk.row().orElseThrow();
  }

  void enter(Walk walk, Optional<String> state) {
    if (state.isPresent() && !row(walk).state().equals(state)) {
      write(walk, Json.object(), state);
    }
  }

  void write(Walk walk, ObjectNode values, Optional<String> state) {
    var instance = walk.instance();
    records.write(
        walk.current(),
        instance.table(),
        instance.record(),
        values,
        state,
        walk.actor(),
        walk.origin());
    walk.forget();
  }
}
