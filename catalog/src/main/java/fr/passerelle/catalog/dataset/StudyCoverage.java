package fr.passerelle.catalog.dataset;

import fr.passerelle.catalog.dataset.Dataset.Coverage;
import fr.passerelle.catalog.dataset.Dataset.Subject;
import fr.passerelle.catalog.study.Content;
import fr.passerelle.catalog.study.PartialDate;
import fr.passerelle.catalog.study.Period;
import fr.passerelle.catalog.study.StudyKind;
import fr.passerelle.catalog.territory.Territories;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What studies are about, in the words of portals.
 *
 * @param snapshot vocabularies, which name themes
 * @param territories which holds which
 */
record StudyCoverage(Snapshot snapshot, Uris uris, Territories territories) {
  private static final List<AuthorityTerm> THEMES =
      List.of(AuthorityTerm.of("data-theme", "EDUC"), AuthorityTerm.of("data-theme", "SOCI"));

  /** Resource types of the Confederation of Open Access Repositories. */
  private static final String COAR = "http://purl.org/coar/resource_type/";

  private static final String DEPARTMENT = "http://id.insee.fr/geo/departement/";

  Coverage of(Content content) {
    return new Coverage(
        type(content.kind()),
        words(content.kind()),
        THEMES,
        content.subjects().themes().stream().flatMap(ref -> subject(ref).stream()).toList(),
        content.subjects().sectors(),
        content.subjects().audiences(),
        content.subjects().territories().stream().flatMap(this::places).distinct().toList(),
        Optional.of(content.subjects().period())
            .filter(period -> !period.isEmpty())
            .map(StudyCoverage::span),
        content.reading().languages().stream()
            .flatMap(tag -> AuthorityTerm.ofLanguage(tag).stream())
            .toList(),
        AuthorityTerm.of("access-right", content.reading().accessRights().name()));
  }

  /** IRIs of the codes of ROME, Formacode and the like that it is about. */
  List<String> concepts(Content content) {
    return content.subjects().concepts().stream().flatMap(ref -> uri(ref).stream()).toList();
  }

  private static Span span(Period period) {
    return new Span(date(period.start()), date(period.end()));
  }

  private static Optional<IsoDate> date(Optional<PartialDate> date) {
    return date.map(PartialDate::exact).map(IsoDate::new);
  }

  /** One type is that of several kinds: it has its own name, theirs are keywords. */
  private static Subject type(StudyKind kind) {
    return switch (kind) {
      case REPORT -> new Subject(COAR + "c_93fc", "rapport");
      case DATASET -> new Subject(COAR + "c_ddb1", "jeu de données");
      case SURVEY, DASHBOARD, NOTE, GUIDE, PLAN, PORTRAIT, JOURNAL_ISSUE, SLIDE_DECK ->
          new Subject(COAR + "c_18cf", "texte");
    };
  }

  /** A kind of study in French. */
  static String words(StudyKind kind) {
    return switch (kind) {
      case REPORT -> "rapport";
      case SURVEY -> "enquête";
      case DASHBOARD -> "tableau de bord";
      case DATASET -> "données";
      case NOTE -> "note";
      case GUIDE -> "guide";
      case PLAN -> "plan";
      case PORTRAIT -> "portrait";
      case JOURNAL_ISSUE -> "numéro de revue";
      case SLIDE_DECK -> "diaporama";
    };
  }

  private Optional<Subject> subject(ConceptRef ref) {
    return snapshot
        .find(ref)
        .flatMap(concept -> uri(ref).map(uri -> new Subject(uri, concept.prefLabel("fr"))));
  }

  private Optional<String> uri(ConceptRef ref) {
    return snapshot
        .findScheme(ref.scheme())
        .map(scheme -> uris.concept(scheme.release().release().edition(), ref));
  }

  /** Portals find a record by a box: of a department, that of its region. */
  private Stream<Place> places(Territory territory) {
    return switch (territory.level()) {
      case REGION -> Stream.of(Place.region(territory.code(), territories.name(territory)));
      case DEPARTMENT ->
          Stream.concat(
              Stream.of(
                  new Place(
                      DEPARTMENT + territory.code(),
                      territories.name(territory),
                      Optional.empty())),
              territories.parent(territory).stream().flatMap(this::places));
      case COMPARISON, ZONE, COMMUNE ->
          territories.parent(territory).stream().flatMap(this::places);
      case COUNTRY -> Stream.of(Place.FRANCE);
      case EUROPE -> Stream.of(Place.EUROPE);
      case WORLD -> Stream.of(Place.WORLD);
    };
  }
}
