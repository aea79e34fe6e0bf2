package io.tangram.template;

import io.tangram.core.app.DesignGate;
import io.tangram.core.app.PublishAnswer;
import io.tangram.core.app.PublishAnswers;
import io.tangram.core.http.Idempotent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes an installed app on to its template's newest version. */
@Idempotent
@Path("/api/apps/{app}/upgrade")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "templates")
class UpgradeResource {
  @Inject TemplateInstaller installer;
  @Inject DesignGate gate;
  @Inject PublishAnswers answers;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Merge the template's newest version into the published app")
  @RequestBody(
      content = @Content(schema = @Schema(implementation = PublishAnswers.Decisions.class)))
  public PublishAnswer upgrade(
      @PathParam("app") String app,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      byte[] json) {
    var order = answers.order(gate.designer(app).person(), json);
    return answers.of(
        dryRun ? installer.previewUpgrade(app, order) : installer.upgrade(app, order));
  }
}
