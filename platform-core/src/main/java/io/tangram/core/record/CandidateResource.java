package io.tangram.core.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import io.tangram.core.http.Idempotent;
import io.tangram.core.identity.CurrentActor;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a relation may be set to. */
@Path("/api/apps/{app}/tables/{table}/candidates")
@Tag(name = "records")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Idempotent
class CandidateResource {
  private final Candidates candidates;
  private final RecordAnswers answers;
  private final CurrentActor actor;

  CandidateResource(Candidates candidates, RecordAnswers answers, CurrentActor actor) {
    this.candidates = candidates;
    this.answers = answers;
    this.actor = actor;
  }

  @POST
  @Operation(summary = "Records that a relation may be set to, by title")
  public byte[] page(
      @PathParam("app") String app, @PathParam("table") String table, JsonNode body) {
    return candidates.page(app, table, answers.present(body), actor.get());
  }
}
