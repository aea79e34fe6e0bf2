package io.tangram.core.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tangram.core.postgres.PostgresResource;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PublisherTest {
  private static final UUID PERSON = new UUID(0, 1);
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Inject Apps apps;
  @Inject ChangeSets changeSets;
  @Inject Publisher publisher;
  @Inject MetadataCatalog catalog;

  String app;

  @BeforeEach
  void an_app_with_a_draft() {
    app = "docs_" + NUMBER.incrementAndGet();
    apps.create(app, Label.of("行政"), new AppHome(Optional.empty(), Optional.of(PERSON)));
  }

  Edit.Outcome put(String name, String path, String json) {
    var document = Documents.of(path, DocumentReader.read(json.getBytes(UTF_8)));
    var etag = changeSets.get(app, ChangeSets.DEFAULT).tree().get(path);
    var named = name.equals(ChangeSets.DEFAULT) ? etag : published(name, path);
    var seen = named == null ? Map.<String, List<String>>of() : Map.of(path, List.of(named));
    return changeSets.edit(app, name, new Edit(Map.of(path, document), List.of(), seen), PERSON);
  }

  private String published(String name, String path) {
    return changeSets.all(app).stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .map(c -> c.tree().get(path))
        .orElseGet(() -> changeSets.get(app, ChangeSets.DEFAULT).published().get(path));
  }

  String app(String label, String icon) {
    return """
    {"format":"app/1","key":"%s","label":"%s"%s}\
    """
        .formatted(app, label, icon.isEmpty() ? "" : ",\"icon\":\"" + icon + "\"");
  }

  static PublishOrder order() {
    return PublishOrder.by(PERSON, "");
  }

  void refused(ErrorCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void when_it_is_published_then_the_catalogue_has_it() {
    assertThat(catalog.find(app)).isEmpty();
    var result = publisher.publish(app, "draft", order());
    assertThat(result.version()).isEqualTo(1);
    assertThat(catalog.current(app).find(AppDef.class, "app").orElseThrow().label().toString())
        .isEqualTo("行政");
    assertThat(catalog.current(app)).isSameAs(catalog.current(app));
    assertThat(catalog.apps()).contains(app);
  }

  @Test
  void when_nothing_changed_then_the_version_stays() {
    publisher.publish(app, "draft", order());
    var again = publisher.publish(app, "draft", order());
    assertThat(again.version()).isEqualTo(1);
    assertThat(again.steps()).isEmpty();
  }

  @Test
  void when_it_is_a_dry_run_then_nothing_happens() {
    var result = publisher.preview(app, "draft", order());
    assertThat(result.version()).isEqualTo(1);
    assertThat(catalog.find(app)).isEmpty();
    assertThat(changeSets.get(app, "draft").changes()).isNotEmpty();
  }

  @Test
  void when_the_design_has_faults_then_all_are_told_and_nothing_is_published() {
    put(
        "draft",
        "app.json",
        """
        {"format":"app/1","key":"%s","label":"行政","requires":[{"key":"far","app":"nowhere"}],
         "menu":[{"key":"m","items":["tables/a","tables/b"]}]}\
        """
            .formatted(app));
    assertThatThrownBy(() -> publisher.publish(app, "draft", order()))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.violations())
                    .extracting("pointer")
                    .containsExactly(
                        "app.json#/menu/0/items/0",
                        "app.json#/menu/0/items/1",
                        "app.json#/requires/0/app"));
    assertThat(catalog.find(app)).isEmpty();
  }

  @Test
  void when_a_hotfix_passes_a_draft_then_both_changes_are_in_the_next_version() {
    publisher.publish(app, "draft", order());
    put("draft", "app.json", app("行政部", ""));
    put("hotfix", "app.json", app("行政", "stamp"));
    publisher.publish(app, "hotfix", order());
    assertThat(publisher.publish(app, "draft", order()).version()).isEqualTo(3);
    var now = catalog.current(app).find(AppDef.class, "app").orElseThrow();
    assertThat(now.label().toString()).isEqualTo("行政部");
    assertThat(now.icon()).contains("stamp");
  }

  @Test
  void when_both_changed_the_same_then_it_is_a_conflict_until_someone_decides() {
    publisher.publish(app, "draft", order());
    put("draft", "app.json", app("甲", ""));
    put("hotfix", "app.json", app("乙", ""));
    publisher.publish(app, "hotfix", order());
    refused(ErrorCode.DOCUMENT_CONFLICT, () -> publisher.publish(app, "draft", order()));
    assertThat(publisher.preview(app, "draft", order()).conflicts())
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.place()).isEqualTo("app.json#/label");
              assertThat(c.base().asText()).isEqualTo("行政");
              assertThat(c.mine().asText()).isEqualTo("甲");
              assertThat(c.theirs().asText()).isEqualTo("乙");
            });
    var decided =
        new PublishOrder(
            PERSON,
            java.util.Set.of(),
            "",
            PublishOptions.NONE,
            Map.of("app.json#/label", Conflict.Side.MINE));
    assertThat(publisher.publish(app, "draft", decided).version()).isEqualTo(3);
    assertThat(apps.get(app).label().toString()).isEqualTo("甲");
  }

  @Test
  void when_the_editor_has_seen_both_states_then_the_edit_settles_the_conflict() {
    publisher.publish(app, "draft", order());
    var mine = put("draft", "app.json", app("甲", "")).etags().get("app.json");
    put("hotfix", "app.json", app("乙", ""));
    publisher.publish(app, "hotfix", order());
    var theirs = catalog.current(app).documents().get("app.json").hash();
    var settled = Documents.of("app.json", DocumentReader.read(app("丙", "").getBytes(UTF_8)));
    changeSets.edit(
        app,
        "draft",
        new Edit(Map.of("app.json", settled), List.of(), Map.of("app.json", List.of(mine, theirs))),
        PERSON);
    publisher.publish(app, "draft", order());
    assertThat(apps.get(app).label().toString()).isEqualTo("丙");
  }

  @Test
  void when_an_older_version_is_restored_then_it_is_the_newest() {
    publisher.publish(app, "draft", order());
    put("draft", "app.json", app("改过", ""));
    publisher.publish(app, "draft", order());
    assertThat(publisher.restore(app, 1, order()).version()).isEqualTo(3);
    assertThat(catalog.current(app).documents().get("app.json").hash())
        .isEqualTo(catalog.version(app, 1).documents().get("app.json").hash());
    assertThat(apps.versions(app)).extracting(VersionNote::version).containsExactly(3L, 2L, 1L);
  }

  @Test
  void when_it_is_in_the_bin_then_its_key_stays_taken() {
    apps.remove(app, PERSON);
    assertThat(apps.find(app)).isEmpty();
    refused(
        ErrorCode.KEY_TAKEN,
        () -> apps.create(app, Label.of("新"), new AppHome(Optional.empty(), Optional.of(PERSON))));
  }

  @Test
  void when_an_edit_saw_nothing_or_something_else_then_it_is_refused() {
    var document = Documents.of("app.json", DocumentReader.read(app("甲", "").getBytes(UTF_8)));
    var blind = new Edit(Map.of("app.json", document), List.of(), Map.of());
    refused(ErrorCode.ETAG_MISSING, () -> changeSets.edit(app, "draft", blind, PERSON));
    var old = changeSets.get(app, "draft").tree().get("app.json");
    put("draft", "app.json", app("乙", ""));
    var stale = new Edit(Map.of("app.json", document), List.of(), Map.of("app.json", List.of(old)));
    assertThatThrownBy(() -> changeSets.edit(app, "draft", stale, PERSON))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.DOCUMENT_CHANGED);
              assertThat(e.members().get("changes").toString()).contains("/label", "行政", "乙");
            });
  }
}
