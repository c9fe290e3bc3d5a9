package dev.homeport.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** Who may know whom. Rules that meet no class fail. */
@AnalyzeClasses(
    packages = "dev.homeport.gateway",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule routesArePlainJava =
      noClasses()
          .that()
          .resideInAPackage("..gateway.route..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta..", "io.quarkus..", "io.vertx..", "org.hibernate..", "org.apache.kafka..");

  @ArchTest
  static final ArchRule nobodyKnowsTheRestLayer =
      noClasses()
          .that()
          .resideOutsideOfPackages("..tenant.rest..", "..apikey.rest..", "..webhook.rest..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..tenant.rest..", "..apikey.rest..", "..webhook.rest..");

  @ArchTest
  static final ArchRule onlyTheStoreKnowsTheTablesOfWebhooks =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..gateway.webhook",
              "..webhook.rest..",
              "..webhook.administration..",
              "..webhook.inbound..",
              "..webhook.sending..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "io.agroal..", "dev.homeport.platform.database..");

  @ArchTest
  static final ArchRule theRequestPathNeverWaitsForTheDatabase =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..gateway.forward..",
              "..gateway.authentication..",
              "..gateway.limits..",
              "..gateway.overview..",
              "..upstream..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.persistence..", "java.sql..", "io.agroal..", "jakarta.transaction..");

  @ArchTest
  static final ArchRule onlyAdministrationTouchesTheTableWithoutRowLevelSecurity =
      classes()
          .that()
          .haveSimpleName("TenantAccount")
          .should()
          .onlyBeAccessed()
          .byAnyPackage("..gateway.tenant..");

  @ArchTest
  static final ArchRule featuresDoNotGoInCircles =
      SlicesRuleDefinition.slices()
          .matching("dev.homeport.gateway.(*)..")
          .should()
          .beFreeOfCycles();
}
