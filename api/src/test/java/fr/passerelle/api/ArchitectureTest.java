package fr.passerelle.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import fr.passerelle.api.http.Retiring;
import io.swagger.v3.oas.annotations.Operation;

@AnalyzeClasses(packages = "fr.passerelle", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule http_lives_in_the_api_only =
      noClasses()
          .that()
          .resideOutsideOfPackage("fr.passerelle.api..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.micronaut..", "io.netty..");

  @ArchTest
  static final ArchRule dependencies_point_from_api_to_catalog_to_vocab =
      noClasses()
          .that()
          .resideInAnyPackage("fr.passerelle.vocab..", "fr.passerelle.database..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("fr.passerelle.catalog..", "fr.passerelle.api..");

  @ArchTest
  static final ArchRule jena_lives_where_rdf_is_written_and_read =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "fr.passerelle.vocab.skos..",
              "fr.passerelle.catalog.harvest.dcat..",
              "fr.passerelle.api.linkeddata.dcat..",
              "fr.passerelle.api.linkeddata.sparql..",
              "fr.passerelle.api.figures",
              "fr.passerelle.api.linkeddata.shapes..",
              "fr.passerelle.api.linkeddata.territory..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.jena..");

  @ArchTest
  static final ArchRule sql_lives_in_the_stores_only =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "fr.passerelle.vocab.release..",
              "fr.passerelle.catalog.harvest",
              "fr.passerelle.catalog.agreement..",
              "fr.passerelle.catalog.audit..",
              "fr.passerelle.catalog.delivery..",
              "fr.passerelle.catalog.key..",
              "fr.passerelle.catalog.producer..",
              "fr.passerelle.catalog.study.journal..",
              "fr.passerelle.catalog.territory.store..",
              "fr.passerelle.catalog.use..",
              "fr.passerelle.database..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.jdbi..");

  @ArchTest
  static final ArchRule raw_figures_are_opened_and_drawn_by_one_command_only =
      noClasses()
          .that()
          .resideOutsideOfPackage("fr.passerelle.catalog.secrecy..")
          .and()
          .doNotHaveFullyQualifiedName("fr.passerelle.api.cli.ProtectCommand")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("fr.passerelle.catalog.secrecy.protecting..")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleName("SmallCounts");

  @ArchTest
  static final ArchRule what_serves_seals_and_reads_and_cannot_open =
      noClasses()
          .that()
          .resideInAnyPackage(
              "fr.passerelle.catalog.secrecy", "fr.passerelle.catalog.secrecy.sealing")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("fr.passerelle.catalog.secrecy.protecting..");

  @ArchTest
  static final ArchRule that_command_knows_nothing_of_what_serves =
      classes()
          .that()
          .haveFullyQualifiedName("fr.passerelle.api.cli.ProtectCommand")
          .or()
          .resideInAPackage("fr.passerelle.catalog.secrecy..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.crypto..",
              "org.jspecify..",
              "picocli..",
              "org.yaml.snakeyaml..",
              "de.siegmar.fastcsv..",
              "com.exceptionfactory.jagged..",
              "fr.passerelle.vocab",
              "fr.passerelle.vocab.source",
              "fr.passerelle.catalog.indicator",
              "fr.passerelle.catalog.secrecy..",
              "fr.passerelle.catalog.territory..",
              "fr.passerelle.api.cli");

  @ArchTest
  static final ArchRule channels_do_not_know_each_other =
      noClasses()
          .that()
          .resideInAPackage("fr.passerelle.api.rest..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "fr.passerelle.api.graphql..",
              "fr.passerelle.api.linkeddata..",
              "fr.passerelle.api.web..");

  @ArchTest
  static final ArchRule controllers_are_not_seen_from_outside_their_channel =
      classes().that().haveSimpleNameEndingWith("Controller").should().bePackagePrivate();

  @ArchTest
  static final ArchRule what_the_contract_deprecates_says_so_in_its_answers =
      methods()
          .that()
          .areAnnotatedWith(deprecated())
          .should()
          .beAnnotatedWith(Retiring.class)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule what_says_that_it_retires_is_deprecated_in_the_contract =
      methods()
          .that()
          .areAnnotatedWith(Retiring.class)
          .should()
          .beAnnotatedWith(deprecated())
          .allowEmptyShould(true);

  private static DescribedPredicate<JavaAnnotation<?>> deprecated() {
    return DescribedPredicate.describe(
        "@Operation(deprecated = true)",
        annotation ->
            annotation.getRawType().isEquivalentTo(Operation.class)
                && annotation.get("deprecated").filter(Boolean.TRUE::equals).isPresent());
  }

  @ArchTest
  static final ArchRule names_say_what_a_thing_is =
      noClasses()
          .that()
          .resideInAPackage("fr.passerelle..")
          .should()
          .haveNameMatching(".*(Impl|Manager|Helper|Utils?)");
}
