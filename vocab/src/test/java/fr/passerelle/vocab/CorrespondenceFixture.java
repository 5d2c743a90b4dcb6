package fr.passerelle.vocab;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/** A published correspondence with a split, a merge, single pairs and codes without a partner. */
public final class CorrespondenceFixture {
  /** Bases of the tests: national and regional ones differ. */
  public static final Uris URIS =
      new Uris("https://data.example.org", "https://region.example.org");

  /** Certifications to ROME 3 sheets; one label is a formula, one holds a tab and a line feed. */
  public static final PublishedRelease RELEASE = release();

  /** What the release states. */
  public static final Correspondence CORRESPONDENCE =
      RELEASE.release().correspondences().getFirst();

  private CorrespondenceFixture() {}

  private static PublishedRelease release() {
    Scheme own =
        Scheme.of(
            "rncp",
            "RNCP",
            List.of(
                certification("RNCP1", "=HYPERLINK(\"https://x\")"),
                certification("RNCP2", "BTS \"commerce\"\tsoir\net jour, week-end"),
                certification("RNCP3", "Licence"),
                certification("RNCP4", "Master"),
                certification("RNCP4/BC01", "Bloc de compétences")));
    Stubs stubs = new Stubs();
    List<Pair> pairs =
        List.of(
            pair("RNCP1", stubs, "M1805").ranked(1),
            pair("RNCP2", stubs, "D1102").commented("dit par la source"),
            pair("RNCP2", stubs, "D1103"),
            pair("RNCP3", stubs, "K1304"),
            assessed(pair("RNCP4/BC01", stubs, "K1304")));
    Correspondence correspondence =
        Correspondence.of(
            new Correspondence.Author("france-competences", "France compétences"),
            "rncp",
            "rome-3",
            new Correspondence.Versions("", "3"),
            "Indexation par le producteur : « codes ROME » de la fiche",
            pairs,
            List.of(
                Association.gone(new ConceptRef("rncp", "RNCP4"), "aucun code"),
                Association.created(stubs.cite(rome("Z9999"), ConceptType.FICHE_METIER, ""), "")));
    return new PublishedRelease(
        Release.of(
            Edition.RNCP,
            "2026-01-15",
            new Release.Source("x.zip", "0".repeat(64), LocalDate.of(2026, 1, 15), false),
            List.of(own, stubs.schemes().getFirst()),
            List.of(correspondence)),
        Licence.ETALAB_2_0,
        "2".repeat(64));
  }

  private static Concept certification(String code, String label) {
    return Fixture.of("rncp", code, ConceptType.CERTIFICATION, label);
  }

  private static Pair pair(String from, Stubs stubs, String to) {
    ConceptRef target = stubs.cite(rome(to), ConceptType.FICHE_METIER, "Fiche " + to);
    return Pair.related(new ConceptRef("rncp", from), target);
  }

  private static ConceptRef rome(String code) {
    return new ConceptRef("rome-3", code);
  }

  private static Pair assessed(Pair pair) {
    return new Pair(
        pair.from(),
        pair.to(),
        pair.predicate(),
        Justification.REVIEW,
        OptionalDouble.of(0.75),
        0,
        new Pair.Remark("Une autrice", "Un relecteur", "2025-12-01", ""));
  }
}
