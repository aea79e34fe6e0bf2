package io.tangram.core.app;

import io.tangram.core.metadata.Document;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;

/** Answers with a document's bytes. What a browser would run is only ever saved, never shown. */
final class FileAnswer {
  private static final Map<String, String> SHOWN =
      Map.of(
          "json", MediaType.APPLICATION_JSON + ";charset=UTF-8",
          "csv", "text/csv;charset=UTF-8",
          "png", "image/png",
          "jpg", "image/jpeg",
          "jpeg", "image/jpeg",
          "gif", "image/gif",
          "webp", "image/webp");

  private FileAnswer() {}

  static Response of(Document document) {
    var ending = document.path().substring(document.path().lastIndexOf('.') + 1);
    var type = SHOWN.get(ending.toLowerCase(Locale.ROOT));
    var answer =
        Response.ok(document.bytes())
            .header(
                HttpHeaders.CONTENT_TYPE, type == null ? MediaType.APPLICATION_OCTET_STREAM : type)
            .header(HttpHeaders.ETAG, "\"" + document.hash() + "\"")
            .header("X-Content-Type-Options", "nosniff");
    if (type == null) {
      answer.header(HttpHeaders.CONTENT_DISPOSITION, "attachment");
    }
    return answer.build();
  }
}
