package io.tangram.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {
  static final String HOUSE = "io.tangram";
  static final String PLANTED = "io.tangram.ui.planted";
  static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages(HOUSE);

  static Stream<Named<Function<String, ArchRule>>> rules() {
    return Stream.of(
        Named.of("modules go one way down", HouseRules::modules_go_one_way_down),
        Named.of("every class has a room", HouseRules::every_class_has_a_room),
        Named.of("packages have no cycles", HouseRules::packages_have_no_cycles),
        Named.of("resources are verbs only", HouseRules::resources_are_verbs_of_http_only),
        Named.of("posts may come twice", HouseRules::posts_may_come_twice),
        Named.of("transactions open on services", HouseRules::transactions_open_on_services),
        Named.of("names say what a thing is", HouseRules::names_say_what_a_thing_is));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void the_house_keeps_the_rule(Function<String, ArchRule> rule) {
    assertThat(OURS).isNotEmpty();
    var result = rule.apply(HOUSE).allowEmptyShould(true).evaluate(OURS);
    assertThat(result.getFailureReport().getDetails()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_planted_breach_is_found(Function<String, ArchRule> rule) {
    var planted = new ClassFileImporter().importPackages(PLANTED);
    assertThat(rule.apply(PLANTED).evaluate(planted).hasViolation()).isTrue();
  }
}
