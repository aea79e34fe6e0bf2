package io.tangram.core.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer as bytes, so that it can be given again to the letter.
 *
 * @param headers those that belong to the answer itself and not to one exchange
 */
record KeptAnswer(int status, Map<String, String> headers, byte[] body) {
  /** As the HTTP layer names it for a value that a resource gives back. */
  private static final String JSON = MediaType.APPLICATION_JSON + ";charset=UTF-8";

  private static final List<String> KEPT =
      List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG);

  /** The answer for what a resource gave back: a response, a value or nothing. */
  static KeptAnswer of(Object given, int status, ObjectMapper json) {
    if (given instanceof Response response) {
      var headers = new TreeMap<String, String>();
      for (var name : KEPT) {
        var value = response.getHeaderString(name);
        if (value != null) {
          headers.put(name, value);
        }
      }
      return new KeptAnswer(response.getStatus(), headers, bytes(response.getEntity(), json));
    }
    var headers = given == null ? Map.<String, String>of() : Map.of(HttpHeaders.CONTENT_TYPE, JSON);
    return new KeptAnswer(status, headers, bytes(given, json));
  }

  Response response() {
    var answer = Response.status(status);
    headers.forEach(answer::header);
    return body.length == 0 ? answer.build() : answer.entity(body).build();
  }

  private static byte[] bytes(Object entity, ObjectMapper json) {
    if (entity == null) {
      return new byte[0];
    }
    if (entity instanceof byte[] ready) {
      return ready;
    }
    if (entity instanceof String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    return entity instanceof StreamingOutput stream ? streamed(stream) : written(entity, json);
  }

  private static byte[] streamed(StreamingOutput stream) {
    var bytes = new ByteArrayOutputStream();
    try {
      stream.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] written(Object entity, ObjectMapper json) {
    try {
      return json.writeValueAsBytes(entity);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
