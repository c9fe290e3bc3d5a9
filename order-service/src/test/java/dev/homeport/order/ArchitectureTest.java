package dev.homeport.order;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between packages. Every rule first makes sure that its packages are not empty. */
class ArchitectureTest {
  private static final String ROOT = "dev.homeport.order.";
  private static final String[] FEATURES = {
    "order", "returns", "currency", "intake", "marketplace", "marketplace.shopify"
  };

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.homeport.order");

  private static String[] packages(String suffix, String... names) {
    return Arrays.stream(names).map(name -> ROOT + name + suffix).toArray(String[]::new);
  }

  private static void check(ArchRule rule, String... packages) {
    for (String name : packages) {
      Assertions.assertThat(
              CLASSES.that(DescribedPredicate.describe(name, c -> c.getPackageName().equals(name))))
          .as("classes in " + name)
          .isNotEmpty();
    }
    rule.check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order",
        "returns",
        "currency",
        "intake",
        "marketplace",
        "marketplace.shopify",
        "marketplace.woocommerce",
        "marketplace.aliexpress",
        "marketplace.amazon",
        "marketplace.ebay",
        "marketplace.generic"
      })
  void whereThereAreRulesThereIsPlainJava(String feature) {
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + feature)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "jakarta..",
                "io.quarkus..",
                "org.apache.kafka..",
                "org.hibernate..",
                "java.sql..",
                "io.agroal..",
                "org.eclipse.microprofile.."),
        ROOT + feature);
  }

  @Test
  void aFeatureKnowsNeitherItsRestNorItsStore() {
    String[] inner = packages("", FEATURES);
    check(
        noClasses()
            .that()
            .resideInAnyPackage(inner)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.homeport.order..rest..", "dev.homeport.order..store.."),
        inner);
  }

  @Test
  void aStoreKnowsNoRest() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.homeport.order..store..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.homeport.order..rest.."),
        packages(".store", "order", "returns", "currency", "marketplace"));
  }

  @Test
  void onlyItsOwnRestReadsAnEntityOfAStore() {
    check(
        classes()
            .that()
            .resideInAPackage("dev.homeport.order..store..")
            .should()
            .onlyBeAccessed()
            .byClassesThat(
                DescribedPredicate.describe(
                    "are of the same feature",
                    (JavaClass c) ->
                        c.getPackageName().contains(".store")
                            || c.getPackageName().equals(ROOT + "currency.rest")
                            || c.getPackageName().equals(ROOT + "marketplace.rest"))),
        packages(".store", "order", "returns", "currency"));
  }

  @Test
  void whatIsPromisedToOthersIsPlainJava() {
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + "contract")
            .and()
            .haveSimpleNameNotContaining("Topics")
            .and()
            .haveSimpleNameNotContaining("Producers")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "jakarta..", "io.quarkus..", "org.apache.kafka..", "org.hibernate.."),
        ROOT + "contract");
  }
}
