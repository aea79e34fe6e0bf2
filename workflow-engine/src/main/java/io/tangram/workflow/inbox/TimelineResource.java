package io.tangram.workflow.inbox;

import io.tangram.core.identity.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a record went through, over HTTP. */
@Path("/api/apps/{app}/tables/{table}/records/{id}/timeline")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tasks")
class TimelineResource {
  private final TaskDetails details;
  private final CurrentActor current;

  @Inject
  TimelineResource(TaskDetails details, CurrentActor current) {
    this.details = details;
    this.current = current;
  }

  @GET
  @Operation(summary = "The processes a record went through, and what happened in them")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "404", description = "Not there, or not readable")
  public RecordTimeline get(
      @PathParam("app") String app, @PathParam("table") String table, @PathParam("id") UUID id) {
    return details.ofRecord(app, table, id, current.get());
  }
}
