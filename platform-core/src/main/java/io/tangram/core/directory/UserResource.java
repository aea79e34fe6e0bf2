package io.tangram.core.directory;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.http.Idempotent;
import io.tangram.core.identity.CurrentActor;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.problem.Violation;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The people of the organisation: everybody finds names, administrators change their own part. */
@Idempotent
@Path("/api/org/users")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "organisation")
class UserResource {
  private static final int MOST = 1000;

  record PostBody(
      UUID id, UUID unit, String position, Boolean leader, LocalDate from, LocalDate until) {}

  /** A person as they are sent; the list of posts replaces the one before. */
  record UserBody(
      String username,
      String name,
      String password,
      String locale,
      Boolean active,
      List<PostBody> posts,
      List<UUID> administers) {}

  private final Users users;
  private final CurrentActor current;

  @Inject
  UserResource(Users users, CurrentActor current) {
    this.users = users;
    this.current = current;
  }

  @GET
  @Operation(summary = "People by name")
  public Items<UserAnswer> list(
      @QueryParam("search") String search,
      @QueryParam("unit") String unit,
      @QueryParam("limit") @DefaultValue("50") String limit,
      @QueryParam("after") String after) {
    return users.page(
        current.get(), given(search), unit(unit), limit(limit), Optional.ofNullable(after));
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One person")
  public UserAnswer get(@PathParam("id") UUID id) {
    return users.get(current.get(), id);
  }

  @POST
  @ResponseStatus(201)
  @Operation(summary = "A new person")
  @RequestBody(content = @Content(schema = @Schema(implementation = UserBody.class)))
  public UserAnswer create(JsonNode json) {
    return users.create(current.get(), json);
  }

  @PATCH
  @Path("/{id}")
  @Operation(summary = "Change a person, their posts or what they administer")
  @RequestBody(content = @Content(schema = @Schema(implementation = UserBody.class)))
  public UserAnswer change(@PathParam("id") UUID id, JsonNode json) {
    return users.change(current.get(), id, json);
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "Let a person go: no sign-in from now on, history stays")
  public void deactivate(@PathParam("id") UUID id) {
    users.deactivate(current.get(), id);
  }

  private static Optional<String> given(String text) {
    return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
  }

  private static Optional<UUID> unit(String text) {
    try {
      return given(text).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      throw invalid("/unit", "body.id");
    }
  }

  private static int limit(String text) {
    try {
      var limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    } catch (NumberFormatException e) {
      throw invalid("/limit", "query.limit", 1, MOST);
    }
    throw invalid("/limit", "query.limit", 1, MOST);
  }

  private static ProblemException invalid(String pointer, String code, Object... arguments) {
    return ProblemException.of(
        ErrorCode.QUERY_INVALID, List.of(Violation.at(pointer, code, arguments)));
  }
}
