package io.tangram.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import io.quarkus.arc.All;
import io.smallrye.common.annotation.Blocking;
import io.tangram.core.http.Idempotent;
import io.tangram.core.identity.CurrentActor;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.record.RecordQuery;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Forms sent in over HTTP. */
@Path("/api/apps/{app}/forms/{form}/submissions")
@Tag(name = "forms")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Idempotent
public class SubmissionResource {
  private final SubmissionService service;
  private final RecordQuery records;
  private final CurrentActor actor;
  private final List<StartedProcess> processes;
  private final ObjectMapper json;

  SubmissionResource(
      SubmissionService service,
      RecordQuery records,
      CurrentActor actor,
      @All List<StartedProcess> processes,
      ObjectMapper json) {
    this.service = service;
    this.records = records;
    this.actor = actor;
    this.processes = List.copyOf(processes);
    this.json = json;
  }

  @POST
  @Operation(summary = "Sends a form in, or keeps it as a draft")
  public Response submit(
      @PathParam("app") String app, @PathParam("form") String form, Submission body) {
    var who = actor.get();
    var submitted = service.submit(app, form, present(body), who);
    var written = submitted.written();
    var record = new String(records.written(written, who), StandardCharsets.UTF_8);
    var answer = json.createObjectNode().putRawValue("record", new RawValue(record));
    if (!body.draft()) {
      started(app, submitted.table(), written.row().id())
          .ifPresent(process -> answer.set("process", process));
    }
    return Response.status(written.created() ? 201 : 200).entity(answer).build();
  }

  private static Submission present(Submission body) {
    if (body == null) {
      throw ProblemException.of(ErrorCode.JSON_BROKEN);
    }
    return body;
  }

  private Optional<JsonNode> started(String app, String table, UUID record) {
    return processes.stream().flatMap(p -> p.of(app, table, record).stream()).findFirst();
  }
}
