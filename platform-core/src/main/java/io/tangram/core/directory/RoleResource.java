package io.tangram.core.directory;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.http.Idempotent;
import io.tangram.core.identity.CurrentActor;
import io.tangram.core.organisation.OrgRole;
import io.tangram.core.organisation.Roles;
import io.tangram.core.problem.JsonBody;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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

/**
 * The organisation's roles: everybody reads them, the whole organisation's administrators write.
 */
@Idempotent
@Path("/api/org/roles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "organisation")
class RoleResource {
  record RoleBody(String key, String name, List<UUID> members) {}

  private final Roles roles;
  private final CurrentActor current;

  @Inject
  RoleResource(Roles roles, CurrentActor current) {
    this.roles = roles;
    this.current = current;
  }

  @GET
  @Operation(summary = "All roles")
  public Items<OrgRole> list() {
    return Items.all(roles.all());
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One role")
  public OrgRole get(@PathParam("id") UUID id) {
    return roles.get(id);
  }

  @POST
  @ResponseStatus(201)
  @Operation(summary = "A new role")
  @RequestBody(content = @Content(schema = @Schema(implementation = RoleBody.class)))
  public OrgRole create(JsonNode json) {
    return roles.create(authority(), JsonBody.of(json, "key", "name", "members"));
  }

  @PATCH
  @Path("/{id}")
  @Operation(summary = "Rename a role or change its members; the key stays")
  @RequestBody(content = @Content(schema = @Schema(implementation = RoleBody.class)))
  public OrgRole change(@PathParam("id") UUID id, JsonNode json) {
    return roles.change(authority(), id, JsonBody.of(json, "name", "members"));
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "Take a role away")
  public void delete(@PathParam("id") UUID id) {
    roles.delete(authority(), id);
  }

  private ActorAuthority authority() {
    return new ActorAuthority(current.get());
  }
}
