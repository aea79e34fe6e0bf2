package io.tangram.core.app;

import io.tangram.core.metadata.Conflict;
import io.tangram.core.metadata.PublishStep;
import io.tangram.core.problem.Problem;
import java.util.List;

/**
 * What was published, or would be.
 *
 * @param violations only of a dry run: what keeps it from being published
 * @param conflicts only of a dry run: what must be decided first
 */
public record PublishAnswer(
    long version,
    List<PublishStep> steps,
    List<Problem.Fault> violations,
    List<Conflict> conflicts) {}
