package io.tangram.workflow.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tangram.core.http.Idempotent;
import io.tangram.core.identity.CurrentActor;
import io.tangram.workflow.runtime.TaskActions;
import io.tangram.workflow.store.ProcessTask.Act;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tasks over HTTP. */
@Path("/api/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tasks")
@Idempotent
class TaskResource {
  /** Only for OpenAPI. */
  record AnswerBody(String comment, Object values) {}

  private final TaskInbox inbox;
  private final TaskDetails details;
  private final TaskActions actions;
  private final CurrentActor current;
  private final ObjectMapper mapper;

  @Inject
  TaskResource(
      TaskInbox inbox,
      TaskDetails details,
      TaskActions actions,
      CurrentActor current,
      ObjectMapper mapper) {
    this.inbox = inbox;
    this.details = details;
    this.actions = actions;
    this.current = current;
    this.mapper = mapper;
  }

  @GET
  @Operation(summary = "One of one's boxes: todo, started, done or cc")
  public TaskPage page(
      @QueryParam("box") @DefaultValue("todo") String box,
      @QueryParam("limit") @DefaultValue("50") String limit,
      @QueryParam("after") String after) {
    return inbox.page(box, current.get(), limit, after);
  }

  @GET
  @Path("/counts")
  @Operation(summary = "What badges show")
  public TaskCounts counts() {
    return inbox.counts(current.get());
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "A task of one's own, or a process one has started")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "404", description = "Not there, or somebody else's")
  public TaskDetail get(@PathParam("id") UUID id) {
    return details.get(id, current.get());
  }

  @POST
  @Path("/{id}/approve")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Agree; the same act again answers the same")
  @RequestBody(content = @Content(schema = @Schema(implementation = AnswerBody.class)))
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "409", description = "Somebody else was faster, or it was taken back")
  public TaskDetail approve(@PathParam("id") UUID id, byte[] body) {
    return answer(id, Act.APPROVED, body);
  }

  @POST
  @Path("/{id}/reject")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Refuse; the same act again answers the same")
  @RequestBody(content = @Content(schema = @Schema(implementation = AnswerBody.class)))
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "409", description = "Somebody else was faster, or it was taken back")
  public TaskDetail reject(@PathParam("id") UUID id, byte[] body) {
    return answer(id, Act.REJECTED, body);
  }

  @POST
  @Path("/{id}/recall")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Take back a process one has started")
  @RequestBody(content = @Content(schema = @Schema(implementation = AnswerBody.class)))
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "409", description = "The process's options allow it no more")
  public TaskDetail recall(@PathParam("id") UUID id, byte[] body) {
    var actor = current.get();
    actions.recall(id, TaskAnswer.read(body, mapper).comment(), actor);
    return details.get(id, actor);
  }

  private TaskDetail answer(UUID id, Act act, byte[] body) {
    var actor = current.get();
    var answer = TaskAnswer.read(body, mapper);
    actions.answer(id, act, answer.comment(), answer.values(), actor);
    return details.get(id, actor);
  }
}
