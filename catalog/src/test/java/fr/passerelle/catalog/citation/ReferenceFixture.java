package fr.passerelle.catalog.citation;

import fr.passerelle.catalog.study.PartialDate;
import fr.passerelle.catalog.study.Series;
import fr.passerelle.catalog.study.StudyKind;
import fr.passerelle.catalog.study.StudyStatus;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** References as studies give them. */
final class ReferenceFixture {
  static final String URI = "https://passerelle.example/id/study/d76cxwgphh";

  private ReferenceFixture() {}

  static Reference titled(String title) {
    return of(title, List.of("Dupont, Jeanne"), StudyKind.REPORT, "2021-06~");
  }

  static Reference signed(String author) {
    return of("Les métiers du littoral", List.of(author), StudyKind.REPORT, "2021");
  }

  static Reference of(String title, List<String> authors, StudyKind kind, String date) {
    return new Reference(
        "insee2021-d76cxwgphh",
        URI,
        kind,
        title,
        authors,
        List.of("Insee", "Dares"),
        new Series("Insee Première", "1780"),
        PartialDate.parse(date),
        StudyStatus.PUBLISHED,
        List.of("fr"),
        OptionalInt.of(4),
        List.of("https://www.insee.fr/fr/statistiques/4241397?a={b}%"),
        "Une personne sur six\nn'utilise pas Internet.",
        List.of("Emploi", "Numérique & société"));
  }

  static Reference coming() {
    return new Reference(
        "dares-abcdefghij",
        URI,
        StudyKind.SURVEY,
        "Enquête Besoins en main-d'œuvre",
        List.of(),
        List.of("Dares"),
        Series.NONE,
        Optional.empty(),
        StudyStatus.PLANNED,
        List.of("fr"),
        OptionalInt.empty(),
        List.of(),
        "",
        List.of());
  }
}
