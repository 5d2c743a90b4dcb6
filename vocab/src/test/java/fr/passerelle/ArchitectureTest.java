package fr.passerelle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** The rules of ARCHITECTURE.md that the compiler does not know, in prose. */
@AnalyzeClasses(packages = "fr.passerelle", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule the_domain_knows_no_channel_and_no_framework =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.micronaut..", "jakarta..", "fr.passerelle.api..");

  @ArchTest
  static final ArchRule jena_is_known_to_skos_only =
      noClasses()
          .that()
          .resideOutsideOfPackage("fr.passerelle.vocab.skos..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.jena..");

  @ArchTest
  static final ArchRule lucene_is_known_to_search_only =
      noClasses()
          .that()
          .resideOutsideOfPackage("fr.passerelle.vocab.search..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.lucene..");

  @ArchTest
  static final ArchRule sql_is_known_to_the_stores_only =
      noClasses()
          .that()
          .resideOutsideOfPackages("fr.passerelle.vocab.release", "fr.passerelle.database")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "org.postgresql..");

  @ArchTest
  static final ArchRule the_model_depends_on_the_jdk_alone =
      classes()
          .that()
          .resideInAPackage("fr.passerelle.vocab")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "fr.passerelle.vocab", "org.jspecify..");

  @ArchTest
  static final ArchRule packages_do_not_go_round_in_circles =
      slices().matching("fr.passerelle.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule every_package_is_null_marked =
      classes().should(resideInANullMarkedPackage());

  @ArchTest
  static final ArchRule no_class_hides_its_purpose_behind_a_suffix =
      noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Helpers|Util|Utils)(\\$.*)?");

  @ArchTest static final ArchRule nobody_prints = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule readers_show_their_entry_point_only =
      classes()
          .that()
          .resideInAnyPackage(
              "fr.passerelle.vocab.certifinfo",
              "fr.passerelle.vocab.formacode",
              "fr.passerelle.vocab.kit",
              "fr.passerelle.vocab.nomenclature",
              "fr.passerelle.vocab.regional",
              "fr.passerelle.vocab.rncp",
              "fr.passerelle.vocab.rome",
              "fr.passerelle.vocab.sample")
          .and()
          .areTopLevelClasses()
          .and()
          .haveSimpleNameNotEndingWith("File")
          .and()
          .doNotHaveSimpleName("RomeParents")
          .and()
          .doNotHaveSimpleName("RomeCollections")
          .and()
          .doNotHaveSimpleName("FormacodeSuccession")
          .and()
          .doNotHaveSimpleName("Sample")
          .should()
          .notBePublic();

  private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
    return new ArchCondition<>("reside in a package that is @NullMarked") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(
            new SimpleConditionEvent(
                item, marked, item.getPackageName() + " is not @NullMarked: " + item.getName()));
      }
    };
  }
}
