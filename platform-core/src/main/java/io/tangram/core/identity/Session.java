package io.tangram.core.identity;

import io.tangram.core.access.Actor;
import java.time.Instant;
import java.util.UUID;

/**
 * A sign-in as a request sees it.
 *
 * @param id SHA-256 of the token in hex, the session's name inside the house; never the token
 * @param cookie whether a browser holds it as a cookie
 * @param actor the person in the post this session acts in
 */
record Session(String id, UUID person, boolean cookie, Instant expiresAt, Actor actor) {}
