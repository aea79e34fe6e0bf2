package io.tangram.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import io.tangram.core.http.Idempotent;
import io.tangram.core.identity.WithoutSignIn;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jooq.DSLContext;

/**
 * How the rooms lie, as rules over any base package, so that a planted house can be judged, too.
 */
final class HouseRules {
  private HouseRules() {}

  /** The modules, from the bottom up, by the package each one has. */
  private static final List<String> ROOMS = List.of("core", "form", "workflow", "template", "ui");

  static ArchRule modules_go_one_way_down(String base) {
    var layers = layeredArchitecture().consideringOnlyDependenciesInAnyPackage(base + "..");
    for (var room : ROOMS) {
      layers = layers.optionalLayer(room).definedBy(base + "." + room + "..");
    }
    for (var above = 1; above < ROOMS.size(); above++) {
      var room = layers.whereLayer(ROOMS.get(above));
      layers =
          above == ROOMS.size() - 1
              ? room.mayNotBeAccessedByAnyLayer()
              : room.mayOnlyBeAccessedByLayers(
                  ROOMS.subList(above + 1, ROOMS.size()).toArray(String[]::new));
    }
    return layers;
  }

  static ArchRule every_class_has_a_room(String base) {
    return classes()
        .that()
        .resideInAPackage(base + "..")
        .should()
        .resideInAnyPackage(
            ROOMS.stream().map(room -> base + "." + room + "..").toArray(String[]::new));
  }

  static ArchRule packages_have_no_cycles(String base) {
    return slices().matching(base + ".(*).(*)..").should().beFreeOfCycles();
  }

  static ArchRule resources_are_verbs_of_http_only(String base) {
    return noClasses()
        .that()
        .areAnnotatedWith(Path.class)
        .and()
        .resideInAPackage(base + "..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(DSLContext.class)
        .orShould()
        .beAnnotatedWith(Transactional.class);
  }

  /** A sign-in is left out: nobody is there yet whose key it could be. */
  static ArchRule posts_may_come_twice(String base) {
    return methods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(base + "..")
        .and()
        .areAnnotatedWith(POST.class)
        .and()
        .areNotAnnotatedWith(WithoutSignIn.class)
        .should()
        .beAnnotatedWith(Idempotent.class)
        .orShould()
        .beDeclaredInClassesThat()
        .areAnnotatedWith(Idempotent.class);
  }

  static ArchRule transactions_open_on_services(String base) {
    return noMethods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(base + "..")
        .and()
        .areDeclaredInClassesThat()
        .haveNameMatching(".*(Resource|Repository|Store|Listener)")
        .should()
        .beAnnotatedWith(Transactional.class);
  }

  static ArchRule names_say_what_a_thing_is(String base) {
    return noClasses()
        .that()
        .resideInAPackage(base + "..")
        .should()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Impl");
  }
}
