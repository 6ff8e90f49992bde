package com.policycortex.istio;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.mesh.Mesh;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Data flows one way: from manifests to the mesh, from the mesh to what checks say of it. */
@AnalyzeClasses(
    packages = {
      "com.policycortex.istio.matching",
      "com.policycortex.istio.mesh",
      "com.policycortex.istio.analysis",
      "com.policycortex.istio.lint"
    },
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "com.policycortex.istio.";

  @ArchTest
  static final ArchRule DATA_FLOWS_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true) // those of dsl-core are looked at there
          .layer("finding")
          .definedBy(ROOT + "finding..")
          .layer("wire")
          .definedBy(ROOT + "wire..")
          .layer("model")
          .definedBy(ROOT + "model..")
          .layer("validation")
          .definedBy(ROOT + "validation..")
          .layer("yaml")
          .definedBy(ROOT + "yaml..")
          .layer("texts")
          .definedBy(ROOT + "matching.text..")
          .layer("matching")
          .definedBy(ROOT + "matching")
          .layer("mesh")
          .definedBy(ROOT + "mesh..")
          .layer("check")
          .definedBy(ROOT + "analysis.check..")
          .layer("areas")
          .definedBy(
              resideInAPackage(ROOT + "analysis.*..")
                  .and(not(resideInAPackage(ROOT + "analysis.check..")))
                  .as("areas of checks"))
          .layer("analysis")
          .definedBy(ROOT + "analysis")
          .layer("report")
          .definedBy(ROOT + "report..")
          .layer("lint")
          .definedBy(ROOT + "lint..")
          .whereLayer("texts")
          .mayNotAccessAnyLayer()
          .whereLayer("matching")
          .mayOnlyAccessLayers("finding", "model", "texts")
          .whereLayer("mesh")
          .mayOnlyAccessLayers("finding", "wire", "model", "validation", "yaml")
          .whereLayer("check")
          .mayOnlyAccessLayers("finding", "wire", "model", "yaml", "mesh")
          .whereLayer("areas")
          .mayOnlyAccessLayers(
              "finding",
              "wire",
              "model",
              "validation",
              "yaml",
              "texts",
              "matching",
              "mesh",
              "check")
          .whereLayer("analysis")
          .mayOnlyAccessLayers("finding", "model", "mesh", "check", "areas")
          .whereLayer("lint")
          .mayOnlyAccessLayers(
              "finding", "model", "validation", "yaml", "report", "mesh", "analysis");

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("com.policycortex.istio.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule CHECKS_ARE_NOT_PUBLIC =
      classes()
          .that()
          .areAssignableTo(Check.class)
          .and()
          .doNotBelongToAnyOf(Check.class)
          .should()
          .notBePublic();

  // A check that went past its view would not be asked again when what it read changes.
  @ArchTest
  static final ArchRule CHECKS_READ_THE_MESH_THROUGH_THEIR_VIEW =
      noClasses()
          .that()
          .areAssignableTo(Check.class)
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Mesh.class);

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
