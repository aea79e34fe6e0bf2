package io.tangram.core.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.access.Actor;
import io.tangram.core.metadata.AppVersion;
import java.util.Optional;
import java.util.UUID;

/**
 * The door for what acts in the platform's name inside a running transaction: processes now,
 * automations later. The same stations as a person's write (types, formulas, rules, listeners,
 * history), only without permissions and without the locks of states; never opens a transaction of
 * its own.
 */
public interface SystemRecords {
  /**
   * The record as this transaction sees it, with its computed fields; empty when it is not there or
   * in the bin.
   */
  Optional<Row> find(AppVersion version, String table, UUID id);

  /**
   * Changes values, or the state, or both, in one write.
   *
   * @param values field key to value in the JSON shapes of the API; empty to change none
   * @param state the state to enter, whether or not a move leads there; empty to stay
   * @param actor the person behind the write, named in history
   * @throws io.tangram.core.problem.ProblemException {@code VALUES_INVALID} with pointers under
   *     {@code /values}, {@code RECORD_NOT_FOUND}
   */
  Row write(
      AppVersion version,
      String table,
      UUID id,
      ObjectNode values,
      Optional<String> state,
      Actor actor,
      Origin origin);
}
