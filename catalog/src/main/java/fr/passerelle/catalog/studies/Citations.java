package fr.passerelle.catalog.studies;

import fr.passerelle.catalog.producer.Producers;
import fr.passerelle.catalog.study.Content;
import fr.passerelle.catalog.study.PartialDate;
import fr.passerelle.catalog.study.Series;
import fr.passerelle.catalog.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Studies in one line, ready to be pasted: who, what, where in which series, when. */
public final class Citations {
  private Citations() {}

  /** Citation of the study itself: that of its record adds who publishes the catalogue. */
  public static String of(Study study, Producers producers, String lang) {
    Content said = study.content();
    List<String> parts = new ArrayList<>();
    parts.add(
        said.producers().stream()
            .map(code -> producers.name(code, lang))
            .collect(Collectors.joining(", ")));
    if (!said.authors().isEmpty()) {
      parts.addFirst(String.join(", ", said.authors()));
    }
    parts.add(lang.equals("en") ? "“" + said.title() + "”" : "« " + said.title() + " »");
    String series = series(said.series());
    if (!series.isEmpty() && !series.equals(said.title())) {
      parts.add(series);
    }
    study.date().map(PartialDate::exact).ifPresent(parts::add);
    if (study.status().isComing()) {
      parts.add(lang.equals("en") ? "forthcoming" : "à paraître");
    }
    return String.join(", ", parts);
  }

  private static String series(Series series) {
    if (series.title().isEmpty()) {
      return series.number();
    }
    return series.number().isEmpty() ? series.title() : series.title() + " n° " + series.number();
  }
}
