package io.tangram.core.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.http.Idempotent;
import io.tangram.core.problem.JsonBody;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signing in and out. The token is answered or set as a cookie, never both. */
@Path("/api/auth")
@Tag(name = "sign-in")
class AuthResource {
  /** What a program gets; a browser gets {@code expiresAt} alone. */
  record TokenAnswer(String token, Instant expiresAt) {}

  record CookieAnswer(Instant expiresAt) {}

  /** Only for OpenAPI. {@code session}: {@code cookie} for browsers. */
  record LoginBody(String username, String password, String session) {}

  private final SignIn signIn;
  private final SignOut signOut;
  private final CurrentActor current;

  @Inject
  AuthResource(SignIn signIn, SignOut signOut, CurrentActor current) {
    this.signIn = signIn;
    this.signOut = signOut;
    this.current = current;
  }

  @POST
  @Path("/login")
  @WithoutSignIn
  @Operation(summary = "Sign in with username and password")
  @RequestBody(content = @Content(schema = @Schema(implementation = LoginBody.class)))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TokenAnswer.class)))
  @APIResponse(responseCode = "401", description = "Name or password is wrong")
  @APIResponse(responseCode = "429", description = "Too many failures; Retry-After in seconds")
  public Response login(JsonNode json, HttpServerRequest request) {
    var body = JsonBody.of(json, "username", "password", "session");
    var username = body.required("username", 200);
    var password = body.requiredRaw("password", Credentials.LONGEST);
    var cookie = body.choice("session", AuthResource::cookie).orElse(false);
    body.refuse();
    var address = request.remoteAddress().hostAddress();
    var session = signIn.enter(username, password, address, cookie);
    return cookie ? withCookie(session, request) : withToken(session);
  }

  @POST
  @Idempotent
  @Path("/logout")
  @Operation(summary = "End this session on all nodes at once")
  @APIResponse(responseCode = "204")
  public Response logout() {
    var session = current.session();
    signOut.leave(session.id());
    var answer = Response.noContent();
    return session.cookie() ? answer.cookie(cookie("", 0, false)).build() : answer.build();
  }

  private static Response withToken(NewSession session) {
    return Response.ok(new TokenAnswer(session.token(), session.expiresAt()))
        .type(MediaType.APPLICATION_JSON)
        .header("Cache-Control", "no-store")
        .build();
  }

  private static Response withCookie(NewSession session, HttpServerRequest request) {
    var seconds = Math.toIntExact(session.lifetime().toSeconds());
    return Response.ok(new CookieAnswer(session.expiresAt()))
        .type(MediaType.APPLICATION_JSON)
        .header("Cache-Control", "no-store")
        .cookie(cookie(session.token(), seconds, request.isSSL()))
        .build();
  }

  private static NewCookie cookie(String value, int seconds, boolean secure) {
    return new NewCookie.Builder(SignInFilter.COOKIE)
        .value(value)
        .path("/")
        .maxAge(seconds)
        .httpOnly(true)
        .secure(secure)
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }

  private static Optional<Boolean> cookie(String word) {
    return switch (word) {
      case "cookie" -> Optional.of(true);
      case "token" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
