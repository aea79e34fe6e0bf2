package io.tangram.core.http;

import static org.jooq.impl.DSL.val;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * Answers by key for 24 hours, in the caller's transaction. Of two requests with one key the second
 * waits in {@link #claim} until the first has committed or failed.
 */
@Singleton
class KeptAnswers {
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final DSLContext db;
  private final ObjectMapper json;

  @Inject
  KeptAnswers(DSLContext db, ObjectMapper json) {
    this.db = db;
    this.json = json;
  }

  /**
   * The answer given before; empty when the key is new, and is the caller's from now on.
   *
   * @throws ProblemException {@code IDEMPOTENCY_MISMATCH} when the key stands for another request
   */
  Optional<KeptAnswer> claim(IdempotencyKey key) {
    forgetOld();
    var mine =
        db.query(
                "insert into idempotency_key (person, key, request) values ({0}, {1}, {2})"
                    + " on conflict do nothing",
                val(key.person()), val(key.key()), val(key.request()))
            .execute();
    return mine == 1 ? Optional.empty() : Optional.of(find(key));
  }

  private KeptAnswer find(IdempotencyKey key) {
    var row =
        db.resultQuery(
                "select request, status, headers::text, body from idempotency_key"
                    + " where person = {0} and key = {1}",
                val(key.person()), val(key.key()))
            .fetchSingle();
    if (!Arrays.equals(row.get(0, byte[].class), key.request())) {
      throw ProblemException.of(ErrorCode.IDEMPOTENCY_MISMATCH);
    }
    return new KeptAnswer(
        row.get(1, Integer.class), headers(row.get(2, String.class)), row.get(3, byte[].class));
  }

  void keep(IdempotencyKey key, KeptAnswer answer) {
    db.query(
            "update idempotency_key set status = {2}, headers = {3}::jsonb, body = {4}"
                + " where person = {0} and key = {1}",
            val(key.person()),
            val(key.key()),
            val(answer.status()),
            val(text(answer.headers())),
            val(answer.body()))
        .execute();
  }

  /** A few at a time, and none that somebody else is about to delete. */
  private void forgetOld() {
    db.query(
            "delete from idempotency_key where ctid in (select ctid from idempotency_key"
                + " where created_at < now() - interval '24 hours' limit 50"
                + " for update skip locked)")
        .execute();
  }

  private Map<String, String> headers(String text) {
    try {
      return json.readValue(text, HEADERS);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(Map<String, String> headers) {
    try {
      return json.writeValueAsString(headers);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
