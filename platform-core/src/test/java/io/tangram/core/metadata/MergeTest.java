package io.tangram.core.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MergeTest {
  static final MergeStyle FORM = MergeStyle.family("layout", "items");
  static final MergeStyle PROCESS = MergeStyle.whole("flows");

  MergeStyle style = MergeStyle.PLAIN;
  Map<String, Conflict.Side> decisions = Map.of();
  List<Conflict> conflicts;

  static JsonNode json(String text) {
    return text == null ? null : DocumentReader.read(text.replace('\'', '"').getBytes(UTF_8));
  }

  JsonNode merge(String base, String mine, String theirs) {
    var clashes = new Clashes("d.json", decisions);
    var merged = new Merge(style, clashes).document(json(base), json(mine), json(theirs));
    conflicts = clashes.open();
    return merged;
  }

  void merges(String base, String mine, String theirs, String merged) {
    assertThat(merge(base, mine, theirs)).isEqualTo(json(merged));
    assertThat(conflicts).isEmpty();
  }

  void clashes(String base, String mine, String theirs, String... pointers) {
    merge(base, mine, theirs);
    assertThat(conflicts).extracting(Conflict::pointer).containsExactly(pointers);
  }

  @Nested
  class given_fields_of_a_table {
    static final String BASE =
        "{'fields':[{'key':'a','label':'甲'},{'key':'b','n':1.50},{'key':'c'}]}";

    @Test
    void when_each_changes_another_member_then_both_are_there() {
      merges(
          BASE,
          "{'fields':[{'key':'a','label':'子'},{'key':'b','n':1.50},{'key':'c'}]}",
          "{'fields':[{'key':'a','label':'甲','required':true},{'key':'b','n':1.5},{'key':'c'}]}",
          "{'fields':[{'key':'a','label':'子','required':true},{'key':'b','n':1.5},{'key':'c'}]}");
    }

    @Test
    void when_both_append_then_theirs_stands_first() {
      merges(
          BASE,
          "{'fields':[{'key':'a','label':'甲'},{'key':'b','n':1.50},{'key':'c'},{'key':'m'},{'key':'m2'}]}",
          "{'fields':[{'key':'a','label':'甲'},{'key':'b','n':1.50},{'key':'c'},{'key':'t'},{'key':'t2'}]}",
          "{'fields':[{'key':'a','label':'甲'},{'key':'b','n':1.50},{'key':'c'},{'key':'t'},{'key':'t2'},{'key':'m'},{'key':'m2'}]}");
    }

    @Test
    void when_a_new_one_is_put_behind_another_then_it_stays_there() {
      merges(
          BASE,
          "{'fields':[{'key':'m'},{'key':'a','label':'甲'},{'key':'b','n':1.50},{'key':'c'}]}",
          "{'fields':[{'key':'c'},{'key':'a','label':'甲'},{'key':'t'},{'key':'b','n':1.50}]}",
          "{'fields':[{'key':'m'},{'key':'c'},{'key':'a','label':'甲'},{'key':'t'},{'key':'b','n':1.50}]}");
    }

    @Test
    void when_one_removes_what_the_other_leaves_then_it_is_gone() {
      merges(
          BASE,
          "{'fields':[{'key':'b','n':1.50},{'key':'c'}]}",
          "{'fields':[{'key':'a','label':'甲'},{'key':'b','n':1.50}]}",
          "{'fields':[{'key':'b','n':1.50}]}");
    }

    @Test
    void when_one_removes_what_the_other_changes_then_it_is_a_conflict() {
      clashes(
          BASE,
          "{'fields':[{'key':'b','n':1.50},{'key':'c'}]}",
          "{'fields':[{'key':'a','label':'子'},{'key':'b','n':1.50},{'key':'c'}]}",
          "/fields/a");
      assertThat(conflicts.get(0).mine()).isNull();
      assertThat(conflicts.get(0).theirs().path("label").asText()).isEqualTo("子");
    }

    @Test
    void when_both_change_the_same_member_then_it_is_a_conflict() {
      clashes(
          BASE,
          "{'fields':[{'key':'a','label':'子'},{'key':'b','n':2},{'key':'c'}]}",
          "{'fields':[{'key':'a','label':'丑'},{'key':'b','n':1.500},{'key':'c'}]}",
          "/fields/a/label",
          "/fields/b/n");
    }

    @Test
    void when_someone_decided_then_their_answer_holds() {
      decisions = Map.of("d.json#/fields/a/label", Conflict.Side.THEIRS);
      merges(
          "{'fields':[{'key':'a','label':'甲'}]}",
          "{'fields':[{'key':'a','label':'子'}]}",
          "{'fields':[{'key':'a','label':'丑'}]}",
          "{'fields':[{'key':'a','label':'丑'}]}");
    }

    @Test
    void when_different_ones_are_moved_then_both_moves_are_done() {
      merges(
          "{'o':['a','b','c','d','e']}",
          "{'o':['b','c','d','e','a']}",
          "{'o':['d','a','b','c','e']}",
          "{'o':['d','b','c','e','a']}");
    }

    @Test
    void when_the_same_one_is_moved_to_two_places_then_it_is_a_conflict() {
      clashes(
          "{'o':['a','b','c','d','e']}",
          "{'o':['b','c','a','d','e']}",
          "{'o':['b','c','d','e','a']}",
          "/o");
      decisions = Map.of("d.json#/o", Conflict.Side.THEIRS);
      merges(
          "{'o':['a','b','c','d','e']}",
          "{'o':['b','c','a','d','m','e']}",
          "{'o':['b','c','d','e','a']}",
          "{'o':['b','c','d','m','e','a']}");
    }
  }

  @Nested
  class given_words_entries_and_values {
    @Test
    void then_words_are_an_ordered_set() {
      merges(
          "{'options':['p1','p2','p3']}",
          "{'options':['p1','p3','m']}",
          "{'options':['p1','p2','p3','t']}",
          "{'options':['p1','p3','t','m']}");
    }

    @Test
    void then_a_word_that_one_side_spells_out_is_the_same_element() {
      merges(
          "{'options':['p1','p2']}",
          "{'options':[{'key':'p1','label':'急'},'p2']}",
          "{'options':['p2','p1']}",
          "{'options':['p2',{'key':'p1','label':'急'}]}");
    }

    @Test
    void then_who_is_a_set_of_whole_entries() {
      merges(
          "{'who':[{'role':'a'}]}",
          "{'who':[{'role':'a'},{'role':'m','in':'=x'}]}",
          "{'who':[{'role':'t'}]}",
          "{'who':[{'role':'t'},{'role':'m','in':'=x'}]}");
    }

    @Test
    void then_other_lists_are_one_value() {
      clashes("{'at':[1,2]}", "{'at':[1,3]}", "{'at':[2,2]}", "/at");
      clashes(
          "{'match':[{'field':'a'}]}",
          "{'match':[{'field':'a'},{'field':'b'}]}",
          "{'match':[{'field':'a'},{'field':'c'}]}",
          "/match");
    }

    @Test
    void then_a_document_made_or_taken_away_by_one_side_is_so() {
      assertThat(merge(null, "{'a':1}", null)).isEqualTo(json("{'a':1}"));
      assertThat(merge("{'a':1}", null, "{'a':1}")).isNull();
      clashes("{'a':1}", null, "{'a':2}", "");
      clashes(null, "{'a':1,'b':2}", "{'a':1,'b':3}", "/b");
    }
  }

  @Nested
  class given_a_form {
    static final String BASE =
        "{'layout':[{'key':'g','type':'group','items':['x',{'key':'y','width':6}]},"
            + "{'key':'h','type':'group','items':['z']}]}";

    {
      style = FORM;
    }

    @Test
    void when_one_widens_what_the_other_moves_then_it_is_once_and_wide_there() {
      merges(
          BASE,
          "{'layout':[{'key':'g','type':'group','items':['x',{'key':'y','width':12}]},"
              + "{'key':'h','type':'group','items':['z']}]}",
          "{'layout':[{'key':'g','type':'group','items':['x']},"
              + "{'key':'h','type':'group','items':['z',{'key':'y','width':6}]}]}",
          "{'layout':[{'key':'g','type':'group','items':['x']},"
              + "{'key':'h','type':'group','items':['z',{'key':'y','width':12}]}]}");
    }

    @Test
    void when_both_move_it_to_different_groups_then_it_is_a_conflict_and_it_is_there_once() {
      clashes(
          BASE,
          "{'layout':[{'key':'g','type':'group','items':['x']},"
              + "{'key':'h','type':'group','items':['z',{'key':'y','width':6}]}]}",
          "{'layout':[{'key':'g','type':'group','items':['x']},{'key':'y','width':6},"
              + "{'key':'h','type':'group','items':['z']}]}",
          "/layout/y/@group");
    }

    @Test
    void when_one_takes_a_group_away_and_the_other_fills_it_then_it_is_a_conflict() {
      clashes(
          BASE,
          "{'layout':[{'key':'g','type':'group','items':['x',{'key':'y','width':6},'z']}]}",
          "{'layout':[{'key':'g','type':'group','items':['x',{'key':'y','width':6}]},"
              + "{'key':'h','type':'group','items':['z','new']}]}",
          "/layout/h");
    }

    @Test
    void when_groups_are_put_into_each_other_then_it_is_a_conflict() {
      clashes(
          "{'layout':[{'key':'g','items':[]},{'key':'h','items':[]}]}",
          "{'layout':[{'key':'g','items':[{'key':'h','items':[]}]}]}",
          "{'layout':[{'key':'h','items':[{'key':'g','items':[]}]}]}",
          "/layout");
    }

    @Test
    void when_one_wraps_items_in_a_new_group_and_the_other_labels_one_then_both_hold() {
      merges(
          "{'layout':['x','y']}",
          "{'layout':[{'key':'n','type':'group','label':'组','items':['x','y']}]}",
          "{'layout':['x',{'key':'y','label':'乙'}]}",
          "{'layout':[{'key':'n','type':'group','label':'组','items':['x',{'key':'y','label':'乙'}]}]}");
    }
  }

  @Nested
  class given_a_process {
    static final String BASE =
        "{'nodes':[{'id':'a'},{'id':'b'},{'id':'c'}],"
            + "'flows':[{'id':'f1','from':'a','to':'b'},{'id':'f2','from':'b','to':'c'}]}";

    {
      style = PROCESS;
    }

    @Test
    void when_settings_change_here_and_a_branch_is_added_there_then_both_are_there() {
      merges(
          BASE,
          BASE.replace("{'id':'b'}", "{'id':'b','label':'审批'}"),
          BASE.replace("{'id':'c'}]", "{'id':'c'},{'id':'d'}]")
              .replace("'to':'c'}]", "'to':'c'},{'id':'f3','from':'c','to':'d'}]"),
          BASE.replace("{'id':'b'}", "{'id':'b','label':'审批'}")
              .replace("{'id':'c'}]", "{'id':'c'},{'id':'d'}]")
              .replace("'to':'c'}]", "'to':'c'},{'id':'f3','from':'c','to':'d'}]"));
    }

    @Test
    void when_both_insert_into_the_same_flow_then_the_whole_document_is_decided() {
      clashes(
          BASE,
          BASE.replace("'to':'b'}", "'to':'m'},{'id':'x_1','from':'m','to':'b'}")
              .replace("{'id':'b'}", "{'id':'m'},{'id':'b'}"),
          BASE.replace("'to':'b'}", "'to':'t'},{'id':'f9','from':'t','to':'b'}")
              .replace("{'id':'b'}", "{'id':'t'},{'id':'b'}"),
          "");
      assertThat(conflicts.get(0).theirs().path("nodes")).hasSize(4);
    }

    @Test
    void when_one_removes_a_node_that_the_other_leads_to_then_the_whole_document_is_decided() {
      clashes(
          BASE,
          "{'nodes':[{'id':'a'},{'id':'b'}],'flows':[{'id':'f1','from':'a','to':'b'}]}",
          BASE.replace("'to':'c'}]", "'to':'c'},{'id':'f3','from':'a','to':'c','when':'x'}]"),
          "");
    }

    @Test
    void when_another_part_clashes_then_only_that_is_decided() {
      clashes(
          BASE,
          BASE.replace("{'id':'b'}", "{'id':'b','label':'甲'}"),
          BASE.replace("{'id':'b'}", "{'id':'b','label':'乙'}"),
          "/nodes/b/label");
    }
  }

  @Nested
  class given_two_states_of_a_document {
    @Test
    void then_the_difference_names_each_place() {
      var found =
          Difference.between(
              json("{'label':'甲','fields':[{'key':'a','n':1},{'key':'b'}],'o':['x','y']}"),
              json("{'label':'乙','fields':[{'key':'a','n':1.0},{'key':'c'}],'o':['y','x']}"));
      assertThat(found)
          .extracting(Difference::pointer)
          .containsExactly("/label", "/fields/a/n", "/fields/b", "/fields/c", "/o");
      assertThat(StreamSupport.stream(found.get(4).to().spliterator(), false).map(JsonNode::asText))
          .containsExactly("y", "x");
    }
  }
}
