package fr.passerelle.api.study;

import fr.passerelle.api.xlsx.TextSheet;
import fr.passerelle.catalog.programme.Programme;
import fr.passerelle.catalog.study.PartialDate;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyStatus;
import fr.passerelle.catalog.study.search.Similar;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;

/** The year's programme as a workbook: studies, overlaps, gaps, and where it comes from. */
final class ProgrammeWorkbook {
  private static final List<String> STUDIES =
      List.of(
          "Titre",
          "Producteurs",
          "État",
          "Date",
          "En retard",
          "Thèmes",
          "Territoires",
          "Chevauchements",
          "Adresse");
  private static final List<String> OVERLAPS =
      List.of("Étude", "Producteurs", "Proche de", "Producteurs", "Score", "Pourquoi");
  private static final List<String> GAPS = List.of("Manque", "Nom", "Dernière étude publiée");

  private final StudyViews views;
  private final Programme programme;

  private ProgrammeWorkbook(StudyViews views, Programme programme) {
    this.views = views;
    this.programme = programme;
  }

  static byte[] write(StudyViews views, Programme programme) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Passerelle", "1.0")) {
      new ProgrammeWorkbook(views, programme).fill(workbook);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void fill(Workbook workbook) {
    TextSheet studies = TextSheet.begin(workbook, "Études " + programme.year(), STUDIES);
    programme.items().forEach(each -> studies.add(study(each)));
    studies.end();
    TextSheet overlaps = TextSheet.begin(workbook, "Chevauchements", OVERLAPS);
    programme.items().forEach(each -> overlaps(each).forEach(overlaps::add));
    overlaps.end();
    TextSheet gaps = TextSheet.begin(workbook, "Manques", GAPS);
    gaps().forEach(gaps::add);
    gaps.end();
    TextSheet source = TextSheet.begin(workbook, "Source", List.of("Citation"));
    source.add(
        List.of(
            views
                .source(programme.items().stream().map(Programme.Item::study).toList())
                .citation()));
    source.end();
  }

  private List<String> study(Programme.Item item) {
    Study study = item.study();
    return List.of(
        study.title(),
        producers(study),
        words(study.status()),
        date(study),
        item.late() ? "oui" : "",
        labels(study.themes().stream().map(views::named)),
        labels(study.territories().stream().map(views::named)),
        item.overlaps().studies().stream()
            .map(each -> each.study().title())
            .collect(Collectors.joining("\n")),
        views.names().study(study.id()));
  }

  private Stream<List<String>> overlaps(Programme.Item item) {
    Stream<List<String>> known =
        item.overlaps().studies().stream().map(each -> overlap(item.study(), each));
    return item.overlaps().contactPossible()
        ? Stream.concat(
            known,
            Stream.of(
                List.of(
                    item.study().title(),
                    producers(item.study()),
                    "une étude qui n'est pas annoncée publiquement",
                    "",
                    "",
                    "l'exploitant peut mettre en relation")))
        : known;
  }

  private List<String> overlap(Study study, Similar close) {
    return List.of(
        study.title(),
        producers(study),
        close.study().title(),
        producers(close.study()),
        Double.toString(close.score()),
        close.reasons().stream().map(Similar.Reason::fr).collect(Collectors.joining(" ; ")));
  }

  private Stream<List<String>> gaps() {
    Stream<List<String>> themes =
        programme.themes().stream()
            .map(each ->
                List.of(
                    "Thème sans étude",
                    views.named(each.theme()).label(),
                    each.last().map(PartialDate::toString).orElse("aucune")));
    Stream<List<String>> territories =
        programme.territories().stream()
            .map(each -> List.of("Département sans étude propre", views.named(each).label(), ""));
    Stream<List<String>> requested =
        programme.requested().stream()
            .map(each -> List.of("Étude demandée que personne n'a reprise", each.title(), ""));
    return Stream.of(themes, territories, requested).flatMap(rows -> rows);
  }

  private static String words(StudyStatus status) {
    return switch (status) {
      case REQUESTED -> "demandée";
      case PLANNED -> "prévue";
      case UNDER_WAY -> "en cours";
      case PUBLISHED -> "parue";
      case SUPERSEDED -> "remplacée";
      case WITHDRAWN -> "retirée";
    };
  }

  private static String date(Study study) {
    return study.date().map(PartialDate::toString).orElse("");
  }

  private String producers(Study study) {
    return study.content().producers().stream()
        .map(code -> views.agent(code).name())
        .collect(Collectors.joining("\n"));
  }

  private static String labels(Stream<StudyItem.Named> named) {
    return named.map(StudyItem.Named::label).collect(Collectors.joining("\n"));
  }
}
