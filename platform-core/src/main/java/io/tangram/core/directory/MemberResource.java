package io.tangram.core.directory;

import io.smallrye.common.annotation.Blocking;
import io.tangram.core.access.RoleMember;
import io.tangram.core.access.RoleMembers;
import io.tangram.core.identity.CurrentActor;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Named members of permission groups. */
@Path("/api/apps/{app}/roles/{role}/members")
@Tag(name = "permissions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class MemberResource {
  private final RoleMembers members;
  private final CurrentActor actor;

  MemberResource(RoleMembers members, CurrentActor actor) {
    this.members = members;
    this.actor = actor;
  }

  @GET
  @Operation(summary = "The named members of a permission group")
  public List<RoleMember> list(@PathParam("app") String app, @PathParam("role") String role) {
    return members.members(app, role, actor.get());
  }

  @PUT
  @Operation(summary = "Replaces the named members of a permission group")
  public List<RoleMember> replace(
      @PathParam("app") String app, @PathParam("role") String role, List<RoleMember> named) {
    return members.replace(app, role, named == null ? List.of() : named, actor.get());
  }
}
