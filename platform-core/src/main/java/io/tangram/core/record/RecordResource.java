package io.tangram.core.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import io.tangram.core.http.Idempotent;
import io.tangram.core.identity.CurrentActor;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Records of one table. */
@Idempotent
@Path("/api/apps/{app}/tables/{table}/records")
@Tag(name = "records")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class RecordResource {
  private final RecordService service;
  private final RecordQuery query;
  private final RecordHistory history;
  private final RecordAnswers answers;
  private final CurrentActor actor;

  RecordResource(
      RecordService service,
      RecordQuery query,
      RecordHistory history,
      RecordAnswers answers,
      CurrentActor actor) {
    this.service = service;
    this.query = query;
    this.history = history;
    this.answers = answers;
    this.actor = actor;
  }

  @GET
  @Operation(summary = "A page of the records one may see, newest first")
  public byte[] list(
      @PathParam("app") String app,
      @PathParam("table") String table,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after,
      @QueryParam("labels") boolean labels) {
    return query.query(app, table, answers.question(limit, after, labels), actor.get());
  }

  @POST
  @Path("/query")
  @Operation(summary = "Records by filter, in an order, with groups and sums")
  public byte[] query(
      @PathParam("app") String app, @PathParam("table") String table, JsonNode body) {
    return query.query(app, table, answers.present(body), actor.get());
  }

  @POST
  @Operation(summary = "Creates a record; the same id with the same body creates it once")
  public Response create(
      @PathParam("app") String app, @PathParam("table") String table, JsonNode body) {
    var draft = RecordRequests.draft(answers.present(body));
    var who = actor.get();
    var written = service.create(app, table, draft, Intent.WRITE, who, Origin.PERSON);
    return Response.status(written.created() ? 201 : 200)
        .entity(query.written(written, who))
        .build();
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One record")
  public byte[] get(
      @PathParam("app") String app,
      @PathParam("table") String table,
      @PathParam("id") String id,
      @QueryParam("labels") boolean labels) {
    return query.get(app, table, RecordRequests.id(id), labels, actor.get());
  }

  @PATCH
  @Path("/{id}")
  @Operation(summary = "Changes fields of a record; changes of others to other fields are kept")
  public byte[] update(
      @PathParam("app") String app,
      @PathParam("table") String table,
      @PathParam("id") String id,
      JsonNode body) {
    var change = RecordRequests.change(RecordRequests.id(id), answers.present(body));
    var who = actor.get();
    return query.written(service.update(app, table, change, Intent.WRITE, who, Origin.PERSON), who);
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "Puts a record into the bin")
  public void delete(
      @PathParam("app") String app, @PathParam("table") String table, @PathParam("id") String id) {
    service.delete(app, table, RecordRequests.id(id), actor.get(), Origin.PERSON);
  }

  @POST
  @Path("/{id}/restore")
  @Operation(summary = "Takes a record out of the bin")
  public byte[] restore(
      @PathParam("app") String app, @PathParam("table") String table, @PathParam("id") String id) {
    var who = actor.get();
    return query.written(
        service.restore(app, table, RecordRequests.id(id), who, Origin.PERSON), who);
  }

  @POST
  @Path("/{id}/moves/{move}")
  @Operation(summary = "Takes a record to another state of its lifecycle")
  public byte[] move(
      @PathParam("app") String app,
      @PathParam("table") String table,
      @PathParam("id") String id,
      @PathParam("move") String move,
      JsonNode body) {
    var change = RecordRequests.change(RecordRequests.id(id), answers.present(body));
    var who = actor.get();
    return query.written(service.move(app, table, move, change, who, Origin.PERSON), who);
  }

  @GET
  @Path("/{id}/history")
  @Operation(summary = "What happened to a record, newest first, as far as its fields are shown")
  public byte[] history(
      @PathParam("app") String app,
      @PathParam("table") String table,
      @PathParam("id") String id,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after) {
    return history.page(app, table, RecordRequests.id(id), limit, after, actor.get());
  }

  @POST
  @Path("/batch")
  @Operation(summary = "Creates, changes and deletes up to 1,000 records, all or each for itself")
  public byte[] batch(
      @PathParam("app") String app, @PathParam("table") String table, JsonNode body) {
    var batch = RecordRequests.batch(answers.present(body));
    var who = actor.get();
    return answers.batch(service.batch(app, table, batch, who, Origin.PERSON), who);
  }
}
