package io.tangram.core.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tangram.core.identity.As;
import io.tangram.core.postgres.PostgresResource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ExchangeHttpTest {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  String key;

  @BeforeEach
  void a_free_key() {
    key = "exchange_" + NUMBER.incrementAndGet();
  }

  static ValidatableResponse send(byte[] zip, String key) {
    return As.user("admin")
        .contentType("application/zip")
        .body(zip)
        .post("/api/apps/import?key=" + key)
        .then();
  }

  static byte[] export(String app) {
    return As.user("admin")
        .get("/api/apps/" + app + "/export")
        .then()
        .statusCode(200)
        .contentType("application/zip")
        .extract()
        .asByteArray();
  }

  static byte[] zip(Map<String, byte[]> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipArchiveOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        var entry = new ZipArchiveEntry(file.getKey());
        if (file.getKey().startsWith("assets/link")) {
          entry.setUnixMode(0120777);
        }
        zip.putArchiveEntry(entry);
        zip.write(file.getValue());
        zip.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  static Map<String, byte[]> app() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(
        "app.json", "{\"format\":\"app/1\",\"key\":\"far\",\"label\":\"远方\"}".getBytes(UTF_8));
    return files;
  }

  @Nested
  class given_an_app_of_all_sorts {
    @BeforeEach
    void import_it() throws IOException {
      var files = app();
      files.put(
          "notes/all.json",
          """
          {"format":"note/1","label":"备注：一二三","price":1.50,"big":1e2,"none":[],"empty":{},"minus":-0.0,
           "fields":[{"key":"a","label":"甲"},"b"],"text":"“引号”\\n😀"}\
          """
              .getBytes(UTF_8));
      files.put("assets/logo.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2});
      files.put("sample/a.csv", "名称,数量\n甲,1\n".getBytes(UTF_8));
      send(zip(files), key).statusCode(201).body("key", equalTo(key)).body("version", equalTo(1));
    }

    @Test
    void then_export_import_export_is_equal_to_the_byte() {
      var first = export(key);
      assertThat(export(key)).isEqualTo(first);
      send(first, key + "_b").statusCode(201);
      var second = AppArchive.unpack(export(key + "_b"));
      var expected = AppArchive.unpack(first);
      var renamed = new String(expected.get("app.json"), UTF_8).replace(key, key + "_b");
      expected.put("app.json", renamed.getBytes(UTF_8));
      assertThat(second).containsExactlyInAnyOrderEntriesOf(expected);
      assertThat(new String(second.get("notes/all.json"), UTF_8))
          .contains("1.50", "1e2", "\"none\": []", "\"empty\": {}", "-0.0", "备注：一二三");
      // under its own key again nothing at all differs, be it the zip's own bytes
      assertThat(
              AppArchive.pack(
                  io.tangram.core.metadata.AppTree.of(AppArchive.unpack(first))
                      .documents()
                      .values()))
          .isEqualTo(first);
    }

    @Test
    void when_it_is_cloned_then_the_copy_is_published_under_its_own_name() {
      var copy = key + "_copy";
      As.user("admin")
          .body(Map.of("key", copy, "label", "副本", "data", false))
          .post("/api/apps/" + key + "/clone")
          .then()
          .statusCode(201)
          .body("version", equalTo(1));
      As.user("admin")
          .get("/api/apps/" + copy + "/draft/app.json")
          .then()
          .body("label", equalTo("副本"))
          .body("key", equalTo(copy));
      As.user("admin")
          .body(Map.of("key", copy))
          .post("/api/apps/" + key + "/clone")
          .then()
          .statusCode(409);
      As.user("admin")
          .body(Map.of("key", copy + "x", "data", true))
          .post("/api/apps/" + key + "/clone")
          .then()
          .statusCode(422);
      As.user("staff")
          .body(Map.of("key", "c"))
          .post("/api/apps/" + key + "/clone")
          .then()
          .statusCode(404);
    }

    @Test
    void when_the_key_is_taken_then_nothing_is_imported() {
      send(export(key), key).statusCode(409).body("type", equalTo("key-taken"));
    }
  }

  @Nested
  class given_an_archive_of_ill_will {
    void refused(Map<String, byte[]> files, int status) throws IOException {
      send(zip(files), key).statusCode(status);
      As.user("admin").get("/api/apps").then().body("key", not(hasItem(key)));
    }

    @Test
    void then_paths_that_lead_outside_are_refused() throws IOException {
      for (var path :
          new String[] {
            "../../etc/passwd",
            "/etc/passwd",
            "assets/../../x.png",
            "assets\\..\\x.png",
            "C:/x.json",
            "notes/a.json/../../b.json",
            "tables/x.exe",
            "README"
          }) {
        var files = app();
        files.put(path, "{}".getBytes(UTF_8));
        refused(files, 422);
      }
    }

    @Test
    void then_a_bomb_is_too_large() throws IOException {
      var files = app();
      var zeros = new byte[AppArchive.MOST_FILE + 1];
      files.put("assets/bomb.bin", zeros);
      refused(files, 413);
      files.remove("assets/bomb.bin");
      for (var i = 0; i < 9; i++) {
        files.put("assets/b" + i, Arrays.copyOf(zeros, AppArchive.MOST_FILE));
      }
      refused(files, 413);
      var many = app();
      for (var i = 0; i < AppArchive.MOST_ENTRIES; i++) {
        many.put("assets/a" + i, new byte[0]);
      }
      refused(many, 413);
    }

    @Test
    void then_a_link_is_refused() throws IOException {
      var files = app();
      files.put("assets/link", "/etc/passwd".getBytes(UTF_8));
      refused(files, 422);
    }

    @Test
    void then_what_is_no_zip_or_no_app_is_refused() throws IOException {
      send("no zip at all".getBytes(UTF_8), key).statusCode(422);
      send(Arrays.copyOf(zip(app()), 60), key).statusCode(422);
      refused(Map.of("notes/a.json", "{\"format\":\"note/1\"}".getBytes(UTF_8)), 422);
    }

    @Test
    void then_broken_and_foreign_documents_are_told_all_at_once() throws IOException {
      var files = app();
      files.put("notes/a.json", "{\"format\":".getBytes(UTF_8));
      files.put("notes/b.json", "{\"format\":\"note/1\",\"n\":1e999}".getBytes(UTF_8));
      files.put("elsewhere/c", new byte[0]);
      send(zip(files), key)
          .statusCode(422)
          .body("violations.pointer", hasItems("notes/a.json#", "notes/b.json#/n", "elsewhere/c#"));
      var pages = app();
      pages.put("pages/home.json", "{\"format\":\"page/1\",\"label\":\"x\"}".getBytes(UTF_8));
      send(zip(pages), key).statusCode(422).body("violations.pointer", hasItem("pages/home.json#"));
    }

    @Test
    void then_whoever_may_not_make_apps_is_refused() throws IOException {
      As.user("staff")
          .contentType("application/zip")
          .body(zip(app()))
          .post("/api/apps/import?key=" + key)
          .then()
          .statusCode(403);
    }
  }
}
