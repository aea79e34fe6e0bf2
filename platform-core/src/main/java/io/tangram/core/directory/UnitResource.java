package io.tangram.core.directory;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.http.Idempotent;
import io.tangram.core.identity.CurrentActor;
import io.tangram.core.organisation.Organisation;
import io.tangram.core.organisation.Unit;
import io.tangram.core.organisation.Units;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.JsonBody;
import io.tangram.core.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The units of the organisation: everybody reads the tree, administrators change their part. */
@Idempotent
@Path("/api/org/units")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "organisation")
class UnitResource {
  private static final String[] MEMBERS = {"parent", "kind", "name", "head", "position"};

  /** A unit as it is sent; {@code head} is a person's id or null. */
  record UnitBody(UUID parent, String kind, String name, UUID head, Integer position) {}

  private final Units units;
  private final Organisation organisation;
  private final CurrentActor current;

  @Inject
  UnitResource(Units units, Organisation organisation, CurrentActor current) {
    this.units = units;
    this.organisation = organisation;
    this.current = current;
  }

  @GET
  @Operation(summary = "The whole tree, each unit after the one above it")
  public Items<UnitAnswer> list() {
    return Items.all(organisation.units().stream().map(UnitAnswer::of).toList());
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One unit")
  public UnitAnswer get(@PathParam("id") UUID id) {
    return organisation
        .unit(id)
        .map(UnitAnswer::of)
        .orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND));
  }

  @POST
  @ResponseStatus(201)
  @Operation(summary = "A new unit under one that the caller administers")
  @RequestBody(content = @Content(schema = @Schema(implementation = UnitBody.class)))
  public UnitAnswer create(JsonNode json) {
    return shown(units.create(authority(), JsonBody.of(json, MEMBERS)));
  }

  @PATCH
  @Path("/{id}")
  @Operation(summary = "Rename, move or hand over a unit")
  @RequestBody(content = @Content(schema = @Schema(implementation = UnitBody.class)))
  public UnitAnswer change(@PathParam("id") UUID id, JsonNode json) {
    return shown(units.change(authority(), id, JsonBody.of(json, MEMBERS)));
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "Close an empty unit; history keeps its name")
  public void close(@PathParam("id") UUID id) {
    units.close(authority(), id);
  }

  private UnitAnswer shown(Unit unit) {
    return UnitAnswer.of(organisation.unit(unit.id()).orElse(unit));
  }

  private ActorAuthority authority() {
    return new ActorAuthority(current.get());
  }
}
