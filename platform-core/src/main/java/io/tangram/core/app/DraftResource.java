package io.tangram.core.app;

import io.tangram.core.http.Idempotent;
import io.tangram.core.metadata.ChangeSets;
import io.tangram.core.metadata.Edit;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Documents as they are being designed: the default change set, and under a name any other. */
@Idempotent
@Path("/api/apps/{app}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "design")
class DraftResource {
  record EditBody(Map<String, Object> put, List<String> delete, Map<String, String> ifMatch) {}

  record Put(long revision, String etag) {}

  @Inject DesignGate gate;
  @Inject Drafts drafts;
  @Inject ChangeSets changeSets;

  @GET
  @Path("/draft")
  @Operation(summary = "The default change set: its revision, base and documents")
  public DraftAnswer draft(@PathParam("app") String app) {
    return changeSet(app, ChangeSets.DEFAULT);
  }

  @GET
  @Path("/drafts")
  @Operation(summary = "All change sets")
  public List<DraftAnswer> changeSets(@PathParam("app") String app) {
    gate.designer(app);
    return changeSets.all(app).stream().map(DraftAnswer::of).toList();
  }

  @GET
  @Path("/drafts/{name}")
  @Operation(summary = "A named change set")
  public DraftAnswer changeSet(@PathParam("app") String app, @PathParam("name") String name) {
    gate.designer(app);
    return DraftAnswer.of(changeSets.get(app, name));
  }

  @POST
  @Path("/draft")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Edit several documents, all or none")
  @RequestBody(content = @Content(schema = @Schema(implementation = EditBody.class)))
  public Edit.Outcome edit(@PathParam("app") String app, byte[] json) {
    return edit(app, ChangeSets.DEFAULT, json);
  }

  @POST
  @Path("/drafts/{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Edit several documents of a named change set, which is made if need be")
  @RequestBody(content = @Content(schema = @Schema(implementation = EditBody.class)))
  public Edit.Outcome edit(
      @PathParam("app") String app, @PathParam("name") String name, byte[] json) {
    var actor = gate.designer(app);
    return drafts.edit(app, name, Body.of(json).only("put", "delete", "ifMatch"), actor.person());
  }

  @DELETE
  @Path("/draft")
  @Operation(summary = "Drop all changes")
  public void discard(@PathParam("app") String app) {
    discard(app, ChangeSets.DEFAULT);
  }

  @DELETE
  @Path("/drafts/{name}")
  @Operation(summary = "Drop a named change set")
  public void discard(@PathParam("app") String app, @PathParam("name") String name) {
    changeSets.discard(app, name, gate.designer(app).person());
  }

  @GET
  @Path("/draft/{path: .+}")
  @Operation(summary = "A document with its ETag")
  @Produces(MediaType.WILDCARD)
  public Response get(@PathParam("app") String app, @PathParam("path") String path) {
    return get(app, ChangeSets.DEFAULT, path);
  }

  @GET
  @Path("/drafts/{name}/{path: .+}")
  @Operation(summary = "A document of a named change set with its ETag")
  @Produces(MediaType.WILDCARD)
  public Response get(
      @PathParam("app") String app,
      @PathParam("name") String name,
      @PathParam("path") String path) {
    gate.designer(app);
    return FileAnswer.of(changeSets.document(app, name, path));
  }

  @PUT
  @Path("/draft/{path: .+}")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Write a document; an existing one needs the ETag it has")
  public Response put(
      @PathParam("app") String app,
      @PathParam("path") String path,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      byte[] body) {
    return put(app, ChangeSets.DEFAULT, path, ifMatch, body);
  }

  @PUT
  @Path("/drafts/{name}/{path: .+}")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Write a document of a named change set")
  public Response put(
      @PathParam("app") String app,
      @PathParam("name") String name,
      @PathParam("path") String path,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      byte[] body) {
    var person = gate.designer(app).person();
    var outcome = drafts.put(app, name, path, body, Drafts.etags(ifMatch), person);
    var etag = outcome.etags().get(path);
    return Response.status(outcome.created().isEmpty() ? 200 : 201)
        .header(HttpHeaders.ETAG, "\"" + etag + "\"")
        .entity(new Put(outcome.revision(), etag))
        .build();
  }

  @DELETE
  @Path("/draft/{path: .+}")
  @Operation(summary = "Take a document away")
  public void delete(
      @PathParam("app") String app,
      @PathParam("path") String path,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    delete(app, ChangeSets.DEFAULT, path, ifMatch);
  }

  @DELETE
  @Path("/drafts/{name}/{path: .+}")
  @Operation(summary = "Take a document of a named change set away")
  public void delete(
      @PathParam("app") String app,
      @PathParam("name") String name,
      @PathParam("path") String path,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    drafts.delete(app, name, path, Drafts.etags(ifMatch), gate.designer(app).person());
  }
}
