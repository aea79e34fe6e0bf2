package io.tangram.core.app;

import io.tangram.core.metadata.Apps;
import io.tangram.core.metadata.ChangeSets;
import io.tangram.core.metadata.Conflict;
import io.tangram.core.metadata.PublishOptions;
import io.tangram.core.metadata.PublishOrder;
import io.tangram.core.metadata.PublishResult;
import io.tangram.core.metadata.PublishStep;
import io.tangram.core.metadata.Publisher;
import io.tangram.core.metadata.VersionNote;
import io.tangram.core.organisation.Organisation;
import io.tangram.core.problem.Problem;
import io.tangram.core.problem.Problems;
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
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Publishing, and the versions that came of it. */
@Path("/api/apps/{app}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "design")
class PublishResource {
  record PublishBody(
      List<PublishStep.Hazard> accept,
      String note,
      List<String> restore,
      Map<String, String> choose) {}

  /** What was published, or would be: {@code violations} and {@code conflicts} only then. */
  record Answer(
      long version,
      List<PublishStep> steps,
      List<Problem.Fault> violations,
      List<Conflict> conflicts) {}

  record VersionEntry(
      long version, String note, Instant createdAt, UUID createdBy, String createdByName) {}

  @Inject DesignGate gate;
  @Inject Publisher publisher;
  @Inject Apps apps;
  @Inject Organisation organisation;
  @Inject Problems problems;

  @POST
  @Path("/publish")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Publish the default change set, or say what that would do")
  @RequestBody(content = @Content(schema = @Schema(implementation = PublishBody.class)))
  public Answer publish(
      @PathParam("app") String app,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      byte[] json) {
    return publish(app, ChangeSets.DEFAULT, dryRun, json);
  }

  @POST
  @Path("/drafts/{name}/publish")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Publish a named change set, or say what that would do")
  @RequestBody(content = @Content(schema = @Schema(implementation = PublishBody.class)))
  public Answer publish(
      @PathParam("app") String app,
      @PathParam("name") String name,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      byte[] json) {
    var order = order(gate.designer(app).person(), json);
    return answer(
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
  @RequestBody(content = @Content(schema = @Schema(implementation = PublishBody.class)))
  public Answer restore(
      @PathParam("app") String app,
      @PathParam("number") long number,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      byte[] json) {
    var order = order(gate.designer(app).person(), json);
    return answer(
        dryRun
            ? publisher.previewRestore(app, number, order)
            : publisher.restore(app, number, order));
  }

  static PublishOrder order(UUID person, byte[] json) {
    var body = Body.of(json).only("accept", "note", "restore", "choose");
    var order =
        new PublishOrder(
            person,
            Set.copyOf(body.words("accept", PublishStep.Hazard.class)),
            body.text("note", ""),
            new PublishOptions(Set.copyOf(body.texts("restore"))),
            body.choices("choose", Conflict.Side.class));
    if (order.note().length() > 1_000) {
      body.fault("/note", "schema.maxLength", 1_000);
    }
    body.refuse();
    return order;
  }

  private Answer answer(PublishResult result) {
    return new Answer(
        result.version(), result.steps(), problems.faults(result.violations()), result.conflicts());
  }
}
