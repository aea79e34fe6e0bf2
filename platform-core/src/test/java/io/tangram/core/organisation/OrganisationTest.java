package io.tangram.core.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tangram.core.identity.Actors;
import io.tangram.core.identity.FirstStart;
import io.tangram.core.postgres.PostgresResource;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class OrganisationTest {
  @Inject Organisation organisation;
  @Inject Actors actors;
  @Inject FirstStart firstStart;
  @Inject DSLContext db;

  UUID person(String username) {
    return db.resultQuery("select id from person where username = {0}", username)
        .fetchSingle(0, UUID.class);
  }

  UUID unit(String name) {
    return organisation.units().stream()
        .filter(unit -> unit.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  List<String> names(List<UUID> persons) {
    var names = organisation.names(persons);
    return persons.stream().map(names::get).toList();
  }

  @Nested
  class given_somebody_in_a_team {
    @Test
    void then_their_leaders_are_the_heads_from_the_team_upwards() {
      var staff = person("staff");
      assertThat(organisation.leaderOf(staff, Optional.empty(), 1)).contains(person("leader"));
      assertThat(organisation.leaderOf(staff, Optional.empty(), 2)).contains(person("head"));
      assertThat(names(organisation.leadersOf(staff, Optional.empty())))
          .containsExactly("周文博", "郑国栋", "高志远");
      assertThat(organisation.leaderOf(staff, Optional.empty(), 4)).isEmpty();
      assertThat(organisation.leaderOf(staff, Optional.empty(), 0)).isEmpty();
    }

    @Test
    void then_a_leader_is_not_their_own_leader() {
      assertThat(organisation.leaderOf(person("leader"), Optional.empty(), 1))
          .contains(person("head"));
    }

    @Test
    void then_heads_are_counted_by_units() {
      assertThat(organisation.unitHead(unit("研发一组"), 0)).contains(person("leader"));
      assertThat(organisation.unitHead(unit("研发一组"), 1)).contains(person("head"));
      assertThat(organisation.unitHead(unit("研发一组"), 3)).as("the group has no head").isEmpty();
      assertThat(organisation.unitHead(unit("研发一组"), 99)).isEmpty();
      assertThat(organisation.unitHead(UUID.randomUUID(), 0)).isEmpty();
    }

    @Test
    void then_a_named_head_counts_before_the_holder_of_a_leaders_post() {
      var team = unit("研发一组");
      var row = organisation.unit(team).orElseThrow();
      assertThat(row.namedHead()).isEmpty();
      var tree = new UnitTree(List.of(row));
      assertThat(tree.leaders(person("staff"), team)).containsExactly(person("leader"));
    }
  }

  @Nested
  class given_somebody_with_posts_in_both_companies {
    @Test
    void then_who_leads_them_depends_on_the_post() {
      var person = person("shenruolan");
      var posts = organisation.posts(person);
      assertThat(posts).extracting(Post::position).containsExactly("财务经理", "财务负责人");
      assertThat(organisation.leaderOf(person, Optional.of(posts.get(0).id()), 1))
          .contains(person("gaozhiyuan"));
      assertThat(organisation.leaderOf(person, Optional.of(posts.get(1).id()), 1))
          .contains(person("yuhaiming"));
    }

    @Test
    void then_the_actor_belongs_to_one_company_and_holds_the_units_of_both() {
      var person = person("shenruolan");
      var posts = organisation.posts(person);
      var second = actors.find(person, Optional.of(posts.get(1).id())).orElseThrow();
      assertThat(second.company()).contains(unit("苏州七巧制造有限公司"));
      assertThat(second.units()).contains(unit("财务部"), unit("苏州七巧制造有限公司"));
      assertThat(second.unitsBelow()).contains(unit("生产部")).doesNotContain(unit("财务部"));
      assertThat(second.roles()).containsExactly("finance");
      assertThat(second.administrator()).isFalse();
    }

    @Test
    void then_a_post_of_somebody_else_is_not_acted_in() {
      var post = organisation.posts(person("staff")).get(0).id();
      var actor = actors.find(person("shenruolan"), Optional.of(post)).orElseThrow();
      assertThat(actor.post()).contains(organisation.posts(person("shenruolan")).get(0).id());
    }
  }

  @Nested
  class given_units {
    @Test
    void then_a_company_holds_what_is_below_it() {
      assertThat(organisation.companyOf(unit("研发一组"))).contains(unit("上海七巧科技有限公司"));
      assertThat(organisation.companyOf(unit("昆山仓库"))).contains(unit("苏州七巧制造有限公司"));
      assertThat(organisation.companyOf(unit("七巧集团"))).contains(unit("七巧集团"));
      assertThat(organisation.unitsBelow(unit("研发部")))
          .containsExactlyInAnyOrder(unit("研发部"), unit("研发一组"));
      assertThat(organisation.unitsBelow(UUID.randomUUID())).isEmpty();
    }

    @Test
    void then_members_administrators_roles_and_positions_are_found() {
      assertThat(organisation.membersOf(unit("研发部"))).contains(person("staff"), person("head"));
      assertThat(organisation.administratorsOf(unit("生产部")))
          .containsExactly(person("tanweijun"), person("admin"));
      assertThat(organisation.roleMembers("hr")).isEqualTo(Set.of(person("hr")));
      assertThat(organisation.roleMembers("nothing")).isEmpty();
      assertThat(organisation.holders("总经理"))
          .containsExactlyInAnyOrder(person("gaozhiyuan"), person("yuhaiming"));
    }

    @Test
    void then_names_of_persons_and_units_come_together_and_others_not() {
      var staff = person("staff");
      var stranger = UUID.randomUUID();
      assertThat(organisation.names(List.of(staff, unit("研发部"), stranger)))
          .containsEntry(staff, "林晓燕")
          .containsEntry(unit("研发部"), "研发部")
          .doesNotContainKey(stranger);
    }

    @Test
    void then_the_zone_is_the_organisations() {
      assertThat(organisation.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    }
  }

  @Nested
  class given_a_second_start {
    @Test
    void then_nothing_is_there_twice_and_no_password_is_made() {
      var counts =
          "select (select count(*) from person) || ' ' || (select count(*) from post) || ' '"
              + " || (select count(*) from org_unit) || ' ' || (select count(*) from credential)";
      var before = db.resultQuery(counts).fetchSingle(0, String.class);
      firstStart.begin(null);
      assertThat(db.resultQuery(counts).fetchSingle(0, String.class)).isEqualTo(before);
      assertThat(firstStart.signIn().madePassword()).isEmpty();
    }
  }
}
