package io.tangram.core.app;

import io.tangram.core.http.Idempotent;
import io.tangram.core.metadata.Apps;
import io.tangram.core.metadata.ChangeSets;
import io.tangram.core.metadata.Publisher;
import io.tangram.core.metadata.VersionNote;
import io.tangram.core.organisation.Organisation;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Publishing, and the versions that came of it. */
@Idempotent
@Path("/api/apps/{app}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "design")
class PublishResource {
  record VersionEntry(
      long version, String note, Instant createdAt, UUID createdBy, String createdByName) {}

  @Inject DesignGate gate;
  @Inject Publisher publisher;
  @Inject Apps apps;
  @Inject Organisation organisation;
  @Inject PublishAnswers answers;

  @POST
  @Path("/publish")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Publish the default change set, or say what that would do")
  @RequestBody(
      content = @Content(schema = @Schema(implementation = PublishAnswers.Decisions.class)))
  public PublishAnswer publish(
      @PathParam("app") String app,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      byte[] json) {
    return publish(app, ChangeSets.DEFAULT, dryRun, json);
  }

  @POST
  @Path("/drafts/{name}/publish")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Publish a named change set, or say what that would do")
  @RequestBody(
      content = @Content(schema = @Schema(implementation = PublishAnswers.Decisions.class)))
  public PublishAnswer publish(
      @PathParam("app") String app,
      @PathParam("name") String name,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      byte[] json) {
    var order = answers.order(gate.designer(app).person(), json);
    return answers.of(
        dryRun ? publisher.preview(app, name, order) : publisher.publish(app, name, order));
  }

  @GET
  @Path("/versions")
  @Operation(summary = "The versions, newest first")
  public List<VersionEntry> versions(@PathParam("app") String app) {
    gate.designer(app);
    var versions = apps.versions(app);
    var names =
        organisation.names(
            versions.stream().map(VersionNote::createdBy).collect(Collectors.toSet()));
    return versions.stream()
        .map(
            v ->
                new VersionEntry(
                    v.version(), v.note(), v.createdAt(), v.createdBy(), names.get(v.createdBy())))
        .toList();
  }

  @POST
  @Path("/versions/{number: [0-9]{1,18}}/restore")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Publish an earlier version again")
  @RequestBody(
      content = @Content(schema = @Schema(implementation = PublishAnswers.Decisions.class)))
  public PublishAnswer restore(
      @PathParam("app") String app,
      @PathParam("number") long number,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      byte[] json) {
    var order = answers.order(gate.designer(app).person(), json);
    return answers.of(
        dryRun
            ? publisher.previewRestore(app, number, order)
            : publisher.restore(app, number, order));
  }
}
