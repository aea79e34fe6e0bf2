package io.tangram.core.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tangram.core.access.Actor;
import io.tangram.core.http.Idempotent;
import io.tangram.core.metadata.AppInstaller;
import io.tangram.core.metadata.AppTree;
import io.tangram.core.metadata.Apps;
import io.tangram.core.metadata.ChangeSets;
import io.tangram.core.metadata.MetadataCatalog;
import io.tangram.core.metadata.PublishOrder;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Whole apps going out, coming in and being copied. */
@Idempotent
@Path("/api/apps")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "apps")
class ExchangeResource {
  private static final String ZIP = "application/zip";

  record CloneBody(String key, String label, boolean data, UUID company) {}

  @Inject DesignGate gate;
  @Inject AppHomes homes;
  @Inject Apps apps;
  @Inject AppInstaller installer;
  @Inject ChangeSets changeSets;
  @Inject MetadataCatalog catalog;
  @Inject ObjectMapper json;

  @GET
  @Path("/{app}/export")
  @Produces(ZIP)
  @Operation(summary = "The app's documents as a zip, published or as drafted")
  public Response export(
      @PathParam("app") String app, @QueryParam("draft") @DefaultValue("false") boolean draft) {
    gate.designer(app);
    var documents =
        draft
            ? changeSets.documents(changeSets.get(app, ChangeSets.DEFAULT)).values()
            : catalog.current(app).documents().values();
    return Response.ok(AppArchive.pack(documents))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + app + ".zip\"")
        .build();
  }

  @POST
  @Path("/import")
  @Consumes({ZIP, MediaType.APPLICATION_OCTET_STREAM})
  @ResponseStatus(201)
  @Operation(summary = "Make an app of a zip and publish it")
  public AppEntry importApp(@QueryParam("key") String key, byte[] zip) {
    var actor = gate.founder();
    var tree = AppTree.of(AppArchive.unpack(zip));
    return install(key == null ? tree : tree.under(key), actor, Optional.empty());
  }

  @POST
  @Path("/{app}/clone")
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  @Operation(summary = "Copy the published design under a new key and publish it")
  @RequestBody(content = @Content(schema = @Schema(implementation = CloneBody.class)))
  public AppEntry copy(@PathParam("app") String app, byte[] body) {
    gate.designer(app);
    var actor = gate.founder();
    var wanted = Body.of(body).only("key", "label", "data", "company");
    var key = wanted.requiredText("key");
    var label = wanted.label("label");
    var company = wanted.id("company");
    if (wanted.flag("data")) {
      wanted.fault("/data", "app.data");
    }
    wanted.refuse();
    var tree = new AppTree(catalog.current(app).documents()).under(key);
    return install(label.map(l -> tree.labelled(l, json)).orElse(tree), actor, company);
  }

  private AppEntry install(AppTree tree, Actor actor, Optional<UUID> company) {
    var order = PublishOrder.by(actor.person(), "");
    installer.install(tree, homes.of(actor, company), Optional.empty(), order);
    return AppEntry.of(apps.get(tree.key()), true);
  }
}
