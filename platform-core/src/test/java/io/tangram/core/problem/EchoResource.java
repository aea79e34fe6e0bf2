package io.tangram.core.problem;

import com.fasterxml.jackson.databind.JsonNode;
import io.tangram.core.identity.WithoutSignIn;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Gives back what it was sent, and fails in every way there is. */
@WithoutSignIn
@Path("/api/echo")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EchoResource {
  public record Line(String product, int count, BigDecimal price) {}

  public record Order(String title, boolean urgent, List<Line> lines) {}

  @POST
  public JsonNode tree(JsonNode body) {
    return body;
  }

  @POST
  @Path("order")
  public Order order(Order order) {
    return order;
  }

  @POST
  @Path("bytes")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  public int bytes(byte[] body) {
    return body.length;
  }

  @GET
  @Path("{id}")
  public UUID byId(@PathParam("id") UUID id) {
    return id;
  }

  @GET
  @Path("fail/{how}")
  public String fail(@PathParam("how") String how) throws SQLException {
    switch (how) {
      case "refused":
        throw ProblemException.of(
                ErrorCode.VALUES_INVALID, List.of(Violation.at("/values/a", "sample.limit", 5, 7)))
            .with("steps", List.of("one"));
      case "wrapped":
        throw new IllegalStateException(ProblemException.of(ErrorCode.RECORD_CHANGED));
      case "deadlock":
        throw new SQLException("secret table", "40P01");
      default:
        throw new IllegalStateException("secret of " + how);
    }
  }
}
