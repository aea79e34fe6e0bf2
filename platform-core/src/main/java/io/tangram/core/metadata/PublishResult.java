package io.tangram.core.metadata;

import io.tangram.core.problem.Violation;
import java.util.List;

/**
 * What a publish did, or what a dry run says it would do.
 *
 * @param version the version that is current now; of a dry run the one there would be
 * @param violations only of a dry run: what keeps it from being published
 * @param conflicts only of a dry run: what must be decided first
 */
public record PublishResult(
    long version, List<PublishStep> steps, List<Violation> violations, List<Conflict> conflicts) {}
