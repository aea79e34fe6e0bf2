package io.tangram.core.identity;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.tangram.core.postgres.PostgresResource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Requests of signed-in people, for tests over HTTP: {@code As.user("staff").get("/api/me")}. */
public final class As {
  private static final Map<String, String> SESSIONS = new ConcurrentHashMap<>();

  private As() {}

  /** A JSON request of one of the demo's people, by a session that all tests share. */
  public static RequestSpecification user(String username) {
    return token(session(username));
  }

  /** The token of that session: signing in takes long on purpose, so it is done once a database. */
  public static String session(String username) {
    return SESSIONS.compute(
        username, (name, known) -> lives(known) ? known : token(name, PostgresResource.PASSWORD));
  }

  /**
   * Not after the application was started anew on a fresh database, as for another set of
   * resources.
   */
  private static boolean lives(String token) {
    return token != null && token(token).get("/api/me").statusCode() == 200;
  }

  public static RequestSpecification token(String token) {
    return given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
  }

  /** The token of a new session. */
  public static String token(String username, String password) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("username", username, "password", password))
        .post("/api/auth/login")
        .then()
        .statusCode(200)
        .extract()
        .path("token");
  }
}
