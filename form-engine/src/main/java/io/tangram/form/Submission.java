package io.tangram.form;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What somebody filled into a form.
 *
 * @param id chosen by the client, so that sending twice creates once; or that of a record that was
 *     never sent in, to go on with it; absent lets the house choose
 * @param values field key to value in the JSON shapes of the API; absent for none
 * @param draft kept to be gone on with: nothing has to be complete, no process starts
 */
public record Submission(
    UUID id, @Schema(type = SchemaType.OBJECT) ObjectNode values, boolean draft) {
  public Submission {
    values = values == null ? JsonNodeFactory.instance.objectNode() : values;
  }

  Optional<UUID> known() {
    return Optional.ofNullable(id);
  }
}
