package io.tangram.core.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tangram.core.job.Job;
import io.tangram.core.job.Jobs;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What goes on after a publish. */
@Path("/api/apps/{app}/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "design")
class JobResource {
  record JobEntry(
      UUID id,
      String kind,
      String table,
      String field,
      String state,
      long done,
      long total,
      ObjectNode details) {
    static JobEntry of(Job job) {
      return new JobEntry(
          job.id(),
          job.kind(),
          job.table(),
          job.element(),
          job.state(),
          job.done(),
          job.total(),
          job.details());
    }
  }

  @Inject DesignGate gate;
  @Inject Jobs jobs;

  @GET
  @Operation(summary = "Columns being filled and indexes being built, the newest hundred")
  public List<JobEntry> jobs(@PathParam("app") String app) {
    gate.designer(app);
    return jobs.of(app).stream().map(JobEntry::of).toList();
  }
}
