package dev.homeport.customer;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between packages. Every rule first makes sure that its packages are not empty. */
class ArchitectureTest {
  private static final String ROOT = "dev.homeport.customer.";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.homeport.customer");

  @ParameterizedTest
  @ValueSource(strings = {"consent", "contact", "person", "matching"})
  void whereThereAreRulesThereIsPlainJava(String feature) {
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + feature)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "jakarta..", "io.quarkus..", "org.apache.kafka..", "org.hibernate..", "java.sql.."),
        feature);
  }

  @Test
  void nobodyKnowsTheRestLayer() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "profile.rest")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "profile.rest"),
        "profile",
        "profile.rest");
  }

  @Test
  void thePersonKnowsOnlyHowPeopleAreReached() {
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + "person")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "profile..", ROOT + "identity..", ROOT + "inbound.."),
        "person",
        "profile",
        "identity",
        "inbound");
  }

  @Test
  void whatOthersAreToldHoldsNoContactValue() {
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + "contract")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "contact", ROOT + "person", "org.hibernate.."),
        "contract",
        "contact");
  }

  @Test
  void featuresDoNotGoInCircles() {
    SlicesRuleDefinition.slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  private static void check(ArchRule rule, String... packages) {
    for (String name : List.of(packages)) {
      assertThat(CLASSES.that(describe(name, c -> c.getPackageName().equals(ROOT + name))))
          .as("classes in " + name)
          .isNotEmpty();
    }
    rule.check(CLASSES);
  }
}
