package dev.homeport.analytics;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.stream.Stream;

/** Which package may know which; a rule fails when its packages hold no class. */
@AnalyzeClasses(
    packages = "dev.homeport.analytics",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "dev.homeport.analytics";
  private static final String RFM = ROOT + ".rfm";
  private static final String FACT = ROOT + ".fact";
  private static final String CHANGE = ROOT + ".change";
  private static final String COHORT = ROOT + ".cohort";
  private static final String ACQUISITION = ROOT + ".acquisition";
  private static final String AFFINITY = ROOT + ".affinity";
  private static final String PRICE = ROOT + ".price";
  private static final String DERIVED = ROOT + ".derived";
  private static final String VALUE = ROOT + ".value";
  private static final String BTYD = VALUE + ".btyd";
  private static final String PROFILE = ROOT + ".profile";
  private static final String POINTS = ROOT + ".points";
  private static final String SEGMENT = ROOT + ".segment";
  private static final String CHART = ROOT + ".chart";
  private static final String REPORT = ROOT + ".report";

  @ArchTest static final ArchRule scoring_is_plain_java = plainJava(RFM);
  @ArchTest static final ArchRule facts_are_plain_java = plainJava(FACT);

  @ArchTest static final ArchRule changes_are_plain_java = plainJava(CHANGE);

  @ArchTest static final ArchRule cohorts_are_plain_java = plainJava(COHORT);
  @ArchTest static final ArchRule what_is_derived_is_plain_java = plainJava(DERIVED);

  @ArchTest static final ArchRule affinity_is_plain_java = plainJava(AFFINITY);
  @ArchTest static final ArchRule affinity_has_classes = hasClasses(AFFINITY);
  @ArchTest static final ArchRule affinity_has_an_api = hasClasses(AFFINITY + ".rest");
  @ArchTest static final ArchRule affinity_has_a_store = hasClasses(AFFINITY + ".store");

  @ArchTest static final ArchRule prices_are_plain_java = plainJava(PRICE);
  @ArchTest static final ArchRule prices_have_classes = hasClasses(PRICE);
  @ArchTest static final ArchRule prices_have_an_api = hasClasses(PRICE + ".rest");
  @ArchTest static final ArchRule prices_have_a_store = hasClasses(PRICE + ".store");

  @ArchTest static final ArchRule acquisition_is_plain_java = plainJava(ACQUISITION);
  @ArchTest static final ArchRule acquisition_has_classes = hasClasses(ACQUISITION);
  @ArchTest static final ArchRule acquisition_has_an_api = hasClasses(ACQUISITION + ".rest");
  @ArchTest static final ArchRule acquisition_has_a_store = hasClasses(ACQUISITION + ".store");

  @ArchTest static final ArchRule cohorts_have_classes = hasClasses(COHORT);
  @ArchTest static final ArchRule cohorts_have_an_api = hasClasses(COHORT + ".rest");
  @ArchTest static final ArchRule the_store_of_cohorts_has_classes = hasClasses(COHORT + ".store");
  @ArchTest static final ArchRule what_is_derived_has_classes = hasClasses(DERIVED);
  @ArchTest static final ArchRule its_store_has_classes = hasClasses(DERIVED + ".store");
  @ArchTest static final ArchRule values_are_plain_java = plainJava(VALUE, BTYD);
  @ArchTest static final ArchRule models_are_plain_java = plainJava(BTYD, "org.hipparchus..");

  @ArchTest static final ArchRule values_have_classes = hasClasses(VALUE);
  @ArchTest static final ArchRule models_have_classes = hasClasses(BTYD);
  @ArchTest static final ArchRule fitting_has_classes = hasClasses(VALUE + ".fitting");
  @ArchTest static final ArchRule the_store_of_values_has_classes = hasClasses(VALUE + ".store");
  @ArchTest static final ArchRule the_rest_of_values_has_classes = hasClasses(VALUE + ".rest");
  @ArchTest static final ArchRule profiles_are_plain_java = plainJava(PROFILE);

  /** The language of expressions is somebody else's. */
  @ArchTest
  static final ArchRule segments_are_plain_java =
      plainJava(SEGMENT, "dev.cel..", "com.google.common.collect..");

  @ArchTest static final ArchRule points_are_plain_java = plainJava(POINTS);
  @ArchTest static final ArchRule points_have_classes = hasClasses(POINTS);
  @ArchTest static final ArchRule points_have_a_store = hasClasses(POINTS + ".store");
  @ArchTest static final ArchRule points_have_a_chapter = hasClasses(POINTS + ".rest");

  @ArchTest static final ArchRule profiles_have_classes = hasClasses(PROFILE);
  @ArchTest static final ArchRule segments_have_classes = hasClasses(SEGMENT);
  @ArchTest static final ArchRule rest_of_segments_has_classes = hasClasses(SEGMENT + ".rest");

  @ArchTest
  static final ArchRule the_store_of_profiles_has_classes = hasClasses(PROFILE + ".store");

  @ArchTest
  static final ArchRule the_store_of_segments_has_classes = hasClasses(SEGMENT + ".store");

  @ArchTest
  static final ArchRule nobody_else_knows_the_language_of_expressions =
      noClasses()
          .that()
          .resideOutsideOfPackage(SEGMENT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.cel..");

  @ArchTest static final ArchRule charts_are_plain_java = plainJava(CHART);
  @ArchTest static final ArchRule reports_are_plain_java = plainJava(REPORT, CHART);

  @ArchTest static final ArchRule charts_have_classes = hasClasses(CHART);
  @ArchTest static final ArchRule reports_have_classes = hasClasses(REPORT);
  @ArchTest static final ArchRule the_rest_of_reports_has_classes = hasClasses(REPORT + ".rest");
  @ArchTest static final ArchRule scoring_has_classes = hasClasses(RFM);
  @ArchTest static final ArchRule facts_have_classes = hasClasses(FACT);
  @ArchTest static final ArchRule changes_have_classes = hasClasses(CHANGE);
  @ArchTest static final ArchRule rest_has_classes = hasClasses(RFM + ".rest");
  @ArchTest static final ArchRule the_store_of_scoring_has_classes = hasClasses(RFM + ".store");
  @ArchTest static final ArchRule the_store_of_facts_has_classes = hasClasses(FACT + ".store");
  @ArchTest static final ArchRule the_store_of_changes_has_classes = hasClasses(CHANGE + ".store");
  @ArchTest static final ArchRule the_contract_has_classes = hasClasses(ROOT + ".contract");
  @ArchTest static final ArchRule inbound_has_classes = hasClasses(ROOT + ".inbound");
  @ArchTest static final ArchRule rebuild_has_classes = hasClasses(ROOT + ".rebuild");

  @ArchTest
  static final ArchRule nobody_knows_http =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "..rest..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "..rest..");

  @ArchTest
  static final ArchRule only_a_store_knows_itself =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "..store..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "..store..");

  @ArchTest
  static final ArchRule stores_do_not_know_each_other =
      noClasses()
          .that()
          .resideInAnyPackage(RFM + ".store", SEGMENT + ".store")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              FACT + ".store", VALUE + ".store", PROFILE + ".store", POINTS + ".store");

  @ArchTest
  static final ArchRule the_store_of_values_knows_no_other =
      noClasses()
          .that()
          .resideInAPackage(VALUE + ".store")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FACT + ".store", RFM + ".store", CHANGE + ".store");

  @ArchTest
  static final ArchRule only_stores_speak_sql =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "..store..", ROOT + ".database")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "io.agroal..", ROOT + ".database");

  @ArchTest
  static final ArchRule nobody_knows_the_records_of_others =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".inbound")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + ".inbound");

  @ArchTest
  static final ArchRule only_an_api_draws_and_reports =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "..rest..", REPORT, CHART)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(REPORT, CHART);

  @ArchTest
  static final ArchRule a_report_knows_no_feature =
      noClasses()
          .that()
          .resideInAPackage(REPORT + "..")
          .should()
          .dependOnClassesThat(
              resideInAPackage(ROOT + "..")
                  .and(not(resideInAnyPackage(ROOT, REPORT + "..", CHART))));

  private static ArchRule plainJava(String feature, String... others) {
    String[] allowed =
        Stream.concat(Stream.of(feature, "java..", "org.jspecify.."), Stream.of(others))
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(feature)
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(allowed)
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("java.sql..");
  }

  private static ArchRule hasClasses(String name) {
    return ArchRuleDefinition.classes()
        .that()
        .resideInAPackage(name)
        .and()
        .doNotHaveSimpleName("package-info")
        .should(ArchConditions.resideInAPackage(name))
        .allowEmptyShould(false);
  }
}
