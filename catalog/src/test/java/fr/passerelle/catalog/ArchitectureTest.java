package fr.passerelle.catalog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "fr.passerelle.catalog",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule the_domain_knows_no_framework_and_no_channel =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.micronaut..", "fr.passerelle.api..");

  @ArchTest
  static final ArchRule jena_is_known_to_the_reader_of_other_catalogues_only =
      noClasses()
          .that()
          .resideOutsideOfPackage("fr.passerelle.catalog.harvest.dcat..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.jena..");

  @ArchTest
  static final ArchRule packages_do_not_depend_on_each_other_in_a_circle =
      slices().matching("fr.passerelle.(**)").should().beFreeOfCycles();
}
