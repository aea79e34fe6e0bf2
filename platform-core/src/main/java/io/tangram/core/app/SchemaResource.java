package io.tangram.core.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.metadata.DocumentKind;
import io.tangram.core.metadata.DocumentKinds;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The shapes of documents, for editors. */
@Path("/api/schemas")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "design")
class SchemaResource {
  @Inject DocumentKinds kinds;

  @GET
  @Path("/{kind}")
  @Operation(summary = "The JSON Schema (2020-12) of a kind of document")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              schema =
                  @Schema(
                      type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT)))
  public ObjectNode schema(@PathParam("kind") String kind) {
    return kinds
        .find(kind)
        .map(DocumentKind::schema)
        .orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND));
  }
}
