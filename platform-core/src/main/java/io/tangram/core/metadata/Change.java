package io.tangram.core.metadata;

import java.util.Optional;

/**
 * What a change set does to one document.
 *
 * @param hash what it is to be; empty: it is taken away
 * @param baseHash what the edit started from; empty: there was no such document
 * @param baseVersion the published version it started from
 */
public record Change(
    String path, Optional<String> hash, Optional<String> baseHash, long baseVersion) {}
