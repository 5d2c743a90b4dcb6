package fr.passerelle.catalog.dataset;

import fr.passerelle.catalog.dataset.Dataset.Coverage;
import fr.passerelle.catalog.dataset.Dataset.Family;
import fr.passerelle.catalog.dataset.Dataset.Source;
import fr.passerelle.vocab.Licence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A record with nothing wrong, and what becomes of it where something is. */
record DatasetFixture(
    String title,
    String iri,
    Optional<Licence> licence,
    Optional<Agent> publisher,
    Optional<IsoDate> modified,
    AuthorityTerm frequency,
    Place place,
    String words) {
  static final PortalRules RULES = new PortalRules(LocalDate.of(2026, 11, 23));

  static final DatasetFixture SOUND =
      new DatasetFixture(
          "ROME 4.0",
          "https://id.exemple.fr/id/dataset/vocab/rome-4",
          Optional.of(Licence.ETALAB_2_0),
          Optional.of(new Agent("https://id.exemple.fr/#ft", "France Travail", "")),
          Optional.of(new IsoDate("2025-09-18")),
          AuthorityTerm.of("frequency", "IRREG"),
          Place.FRANCE,
          "tableau");

  static Dataset keyed(String key) {
    return SOUND.dataset(key);
  }

  static Dataset keyed(String key, Instant listed) {
    return SOUND.dataset(key, listed);
  }

  Dataset dataset(String key) {
    return dataset(key, Instant.EPOCH);
  }

  private Dataset dataset(String key, Instant listed) {
    return new Dataset(
        key,
        key.isEmpty() ? iri : iri + "/" + key,
        Family.VOCABULARY,
        true,
        title,
        title.isBlank() ? "" : "Les métiers.",
        List.of("métiers"),
        new Source(publisher, List.of(), licence, "", modified, modified, "60", frequency),
        new Coverage(
            new Dataset.Subject("http://exemple.fr/type", "taxonomie"),
            "taxonomie",
            List.of(AuthorityTerm.of("data-theme", "SOCI")),
            List.of(),
            List.of(),
            List.of(),
            List.of(place),
            Optional.empty(),
            List.of(),
            AuthorityTerm.of("access-right", "PUBLIC")),
        "https://exemple.fr/doc",
        List.of(),
        Optional.empty(),
        List.of(
            new Distribution(
                iri + "#csv",
                "CSV",
                words,
                "https://exemple.fr/rome-4.csv",
                "",
                words.isEmpty() ? Optional.empty() : Optional.of(FileFormat.CSV),
                licence,
                modified,
                Optional.empty())),
        new Dataset.Registration(listed, listed, ""));
  }
}
