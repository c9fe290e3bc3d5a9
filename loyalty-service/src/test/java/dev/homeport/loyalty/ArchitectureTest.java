package dev.homeport.loyalty;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may know which; a rule fails when its packages hold no class. */
@AnalyzeClasses(
    packages = "dev.homeport.loyalty",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "dev.homeport.loyalty";
  private static final String[] RULES = {
    ROOT + ".programme",
    ROOT + ".expression",
    ROOT + ".fact",
    ROOT + ".rating",
    ROOT + ".ledger",
    ROOT + ".journal",
    ROOT + ".backtest"
  };

  @ArchTest
  static final ArchRule rulesArePlainJava =
      noClasses()
          .that()
          .resideInAnyPackage(RULES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta..",
              "io.quarkus..",
              "org.hibernate..",
              "org.apache.kafka..",
              "java.sql..",
              "com.fasterxml..",
              "dev.homeport.platform..")
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule rulesKnowNeitherStoreNorHttp =
      noClasses()
          .that()
          .resideInAnyPackage(RULES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + "..store..", ROOT + "..rest..", ROOT + ".jdbc..")
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule nobodyKnowsHttp =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "..rest..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "..rest..")
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule httpKnowsNoStore =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "..rest..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + "..store..", ROOT + ".jdbc..")
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule theLedgerKnowsNoRules =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".ledger")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + ".fact..", ROOT + ".rating..", ROOT + ".journal..", ROOT + ".inbound..")
          .allowEmptyShould(false);

  /** The engine is told everything; it asks nobody, also not what time it is. */
  @ArchTest
  static final ArchRule theEngineKnowsNoLedger =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + ".programme", ROOT + ".expression", ROOT + ".rating")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + ".ledger..", ROOT + ".journal..", ROOT + ".inbound..")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.time.Clock.class)
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule nobodyKnowsTheRecordsOfOthers =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".inbound")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + ".inbound")
          .allowEmptyShould(false);
}
