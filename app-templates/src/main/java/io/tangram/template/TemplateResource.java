package io.tangram.template;

import io.tangram.core.app.AppEntry;
import io.tangram.core.app.AppHomes;
import io.tangram.core.app.Body;
import io.tangram.core.app.DesignGate;
import io.tangram.core.http.Idempotent;
import io.tangram.core.metadata.Label;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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

/** The template centre. */
@Idempotent
@Path("/api/templates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "templates")
class TemplateResource {
  record Entry(String key, Label label, String icon, String version, Label help) {
    static Entry of(Template template) {
      return new Entry(
          template.key(),
          template.label(),
          template.icon().orElse(null),
          template.version(),
          template.help().orElse(null));
    }
  }

  record InstallBody(String appKey, String label, boolean sample, UUID company) {}

  @Inject TemplateCatalog templates;
  @Inject TemplateInstaller installer;
  @Inject DesignGate gate;
  @Inject AppHomes homes;

  @GET
  @Operation(summary = "The templates there are")
  public List<Entry> list() {
    return templates.all().stream().map(Entry::of).toList();
  }

  @POST
  @Path("/{key}/install")
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  @Operation(summary = "Make an app of a template and publish it, with sample records or without")
  @RequestBody(content = @Content(schema = @Schema(implementation = InstallBody.class)))
  public AppEntry install(@PathParam("key") String key, byte[] json) {
    var actor = gate.founder();
    var template = templates.get(key);
    var body = Body.of(json).only("appKey", "label", "sample", "company");
    var appKey = body.text("appKey", template.key());
    var label = body.label("label");
    var sample = body.flag("sample");
    var company = body.id("company");
    body.refuse();
    var home = homes.of(actor, company);
    return AppEntry.of(installer.install(template, appKey, label, home, sample, actor), true);
  }
}
