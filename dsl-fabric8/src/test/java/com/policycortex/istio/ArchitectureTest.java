package com.policycortex.istio;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Nobody but its own module knows fabric8. */
@AnalyzeClasses(
    packages = "com.policycortex.istio",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule FABRIC8_STAYS_IN_ITS_MODULE =
      noClasses()
          .that()
          .resideOutsideOfPackage("com.policycortex.istio.fabric8..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.fabric8..", "com.policycortex.istio.fabric8..");
}
