package io.tangram.core.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.http.Idempotent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is signed in, the post they act in, their language and password. */
@Idempotent
@Path("/api/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sign-in")
class MeResource {
  record PostBody(UUID post) {}

  record PasswordBody(String old, @Schema(name = "new") String fresh) {}

  record MeBody(PasswordBody password, String locale) {}

  private final Me me;
  private final CurrentActor current;

  @Inject
  MeResource(Me me, CurrentActor current) {
    this.me = me;
    this.current = current;
  }

  @GET
  @Operation(summary = "Who is signed in")
  public MeAnswer get() {
    return me.show(current.get());
  }

  @POST
  @Path("/post")
  @Operation(summary = "Act in another of one's posts")
  @RequestBody(content = @Content(schema = @Schema(implementation = PostBody.class)))
  public MeAnswer actIn(JsonNode json) {
    return me.show(me.actIn(current.session(), json));
  }

  @PATCH
  @Operation(summary = "Change one's own language or password")
  @RequestBody(content = @Content(schema = @Schema(implementation = MeBody.class)))
  public MeAnswer change(JsonNode json) {
    return me.show(me.change(current.session(), json));
  }
}
