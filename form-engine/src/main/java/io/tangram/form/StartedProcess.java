package io.tangram.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;

/**
 * Asked after a form was sent in and committed: the process it started, if any. Whoever runs
 * processes implements it; forms know none.
 */
public interface StartedProcess {
  /** Something like {@code {"id","process","state"}} for the newest process of this record. */
  Optional<JsonNode> of(String app, String table, UUID record);
}
