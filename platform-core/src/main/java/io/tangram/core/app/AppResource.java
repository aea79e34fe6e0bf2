package io.tangram.core.app;

import io.tangram.core.http.Idempotent;
import io.tangram.core.identity.CurrentActor;
import io.tangram.core.metadata.Apps;
import io.tangram.core.metadata.Label;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The apps there are. */
@Idempotent
@Path("/api/apps")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "apps")
class AppResource {
  record NewApp(String key, String label, UUID company) {}

  @Inject CurrentActor current;
  @Inject SeenApps seen;
  @Inject DesignGate gate;
  @Inject AppHomes homes;
  @Inject Apps apps;

  @GET
  @Operation(summary = "The apps the caller can open or design")
  public List<AppEntry> list() {
    return seen.list(current.get());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  @Operation(summary = "Make an app with an empty draft")
  @RequestBody(content = @Content(schema = @Schema(implementation = NewApp.class)))
  public AppEntry create(byte[] json) {
    var actor = gate.founder();
    var body = Body.of(json).only("key", "label", "company");
    var key = body.requiredText("key");
    var label = body.label("label").orElse(Label.of(key));
    var company = body.id("company");
    body.refuse();
    return AppEntry.of(apps.create(key, label, homes.of(actor, company)), true);
  }

  @GET
  @Path("/{app}")
  @Operation(summary = "What the caller sees of the published version")
  public SeenApp get(@PathParam("app") String app) {
    return seen.get(app, current.get());
  }

  @DELETE
  @Path("/{app}")
  @Operation(summary = "Put an app into the bin")
  public void remove(@PathParam("app") String app) {
    apps.remove(app, gate.designer(app).person());
  }
}
