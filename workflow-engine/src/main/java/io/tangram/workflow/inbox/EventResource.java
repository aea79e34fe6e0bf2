package io.tangram.workflow.inbox;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.tangram.core.identity.CurrentActor;
import io.tangram.workflow.inbox.EventStream.Watched;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The stream of events a browser keeps open. */
@Path("/api/events")
@Tag(name = "tasks")
class EventResource {
  private final EventStreams streams;
  private final RecordSight sight;
  private final WatchedRecords records;
  private final CurrentActor current;

  @Inject
  EventResource(
      EventStreams streams, RecordSight sight, WatchedRecords records, CurrentActor current) {
    this.streams = streams;
    this.sight = sight;
    this.records = records;
    this.current = current;
  }

  @GET
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(summary = "Task counts, and changes of the one record that is open (app/table/id)")
  @APIResponse(responseCode = "200", description = "text/event-stream: tasks, record")
  public Multi<OutboundSseEvent> open(@QueryParam("watch") String watch, @Context Sse sse) {
    var actor = current.get();
    var watched = Watched.parse(watch);
    watched.ifPresent(
        record -> sight.refuseStrangers(record.app(), record.table(), record.id(), actor));
    var version = watched.map(record -> records.version(record.id())).orElse(0);
    return Multi.createFrom()
        .emitter(
            emitter ->
                streams.open(new EventStream(actor.person(), watched, version, sse, emitter)),
            BackPressureStrategy.BUFFER);
  }
}
