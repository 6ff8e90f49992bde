package com.policycortex.istio;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Data flows one way: each package knows only those before it. */
@AnalyzeClasses(
    packages = "com.policycortex.istio",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule DATA_FLOWS_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("parallel")
          .definedBy("com.policycortex.istio.parallel..")
          .layer("finding")
          .definedBy("com.policycortex.istio.finding..")
          .layer("wire")
          .definedBy("com.policycortex.istio.wire..")
          .layer("model")
          .definedBy("com.policycortex.istio.model..")
          .layer("validation")
          .definedBy("com.policycortex.istio.validation..")
          .layer("yaml")
          .definedBy("com.policycortex.istio.yaml..")
          .layer("release")
          .definedBy("com.policycortex.istio.release..")
          .layer("source")
          .definedBy("com.policycortex.istio.source..")
          .layer("dsl")
          .definedBy("com.policycortex.istio.dsl..")
          .layer("render")
          .definedBy("com.policycortex.istio.render..")
          .layer("suppression")
          .definedBy("com.policycortex.istio.suppression..")
          .layer("baseline")
          .definedBy("com.policycortex.istio.baseline..")
          .layer("repair")
          .definedBy("com.policycortex.istio.repair..")
          .layer("report")
          .definedBy("com.policycortex.istio.report..")
          .whereLayer("parallel")
          .mayNotAccessAnyLayer()
          .whereLayer("wire")
          .mayOnlyAccessLayers("finding")
          .whereLayer("finding")
          .mayNotAccessAnyLayer()
          .whereLayer("model")
          .mayOnlyAccessLayers("finding", "wire")
          .whereLayer("validation") // a ConfigMap holds a MeshConfig as a text
          .mayOnlyAccessLayers("finding", "wire", "model", "yaml", "parallel")
          .whereLayer("yaml")
          .mayOnlyAccessLayers("finding", "wire", "model", "parallel")
          .whereLayer("release")
          .mayOnlyAccessLayers("finding", "wire", "model", "yaml")
          .whereLayer("source")
          .mayOnlyAccessLayers("finding", "wire", "model")
          .whereLayer("dsl")
          .mayOnlyAccessLayers("finding", "wire", "model")
          .whereLayer("render")
          .mayOnlyAccessLayers("finding", "wire", "model", "validation")
          .whereLayer("suppression")
          .mayOnlyAccessLayers("finding", "wire", "model", "yaml")
          .whereLayer("baseline")
          .mayOnlyAccessLayers("finding", "wire", "yaml")
          .whereLayer("repair")
          .mayOnlyAccessLayers("finding", "model", "yaml")
          .whereLayer("report")
          .mayOnlyAccessLayers("finding", "model", "yaml", "repair", "parallel");

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("com.policycortex.istio.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule GENERATED_TYPES_ARE_NOT_PUBLIC =
      classes().that().haveSimpleNameStartingWith("Immutable").should().bePackagePrivate();

  @ArchTest
  static final ArchRule RULES_ARE_NOT_PUBLIC =
      classes()
          .that()
          .resideInAPackage("com.policycortex.istio.validation..")
          .and()
          .haveSimpleNameEndingWith("Rules")
          .should()
          .notBePublic();

  // InetAddress reads addresses that are digits only, which asks nobody.
  @ArchTest
  static final ArchRule NOTHING_READS_THE_CLOCK_OR_THE_NETWORK =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.net\\.(.*Socket.*|.*Connection|http\\..*)")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime");
}
