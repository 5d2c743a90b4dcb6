package fr.passerelle.catalog.studies;

import fr.passerelle.catalog.producer.Producer;
import fr.passerelle.catalog.study.Content;
import fr.passerelle.catalog.study.PartialDate;
import fr.passerelle.catalog.study.Relations;
import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.catalog.study.StudyStatus;
import fr.passerelle.catalog.study.Subjects;
import fr.passerelle.catalog.study.form.Draft;
import fr.passerelle.catalog.territory.Territories;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.source.Findings;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a draft says, held against what there is: codes that are published, producers that exist,
 * studies that can be seen, dates that make sense.
 *
 * @param catalogue the studies and producers
 * @param actor who deposits
 * @param snapshot what vocabularies are published
 * @param territories what territories there are
 * @param today the day
 */
record ContentCheck(
    Catalogue catalogue, Actor actor, Snapshot snapshot, Territories territories, LocalDate today) {

  /**
   * The draft with its codes as their vocabularies write them.
   *
   * @param status where the study is to stand
   */
  Content check(Draft draft, StudyStatus status, Findings findings) {
    Content said = draft.content();
    dates(said, status, findings);
    producers(said, status, findings);
    relations(said.relations(), findings);
    Subjects about = said.subjects();
    for (int i = 0; i < about.territories().size(); i++) {
      territory("/territories/" + i, about.territories().get(i), findings);
    }
    Subjects checked =
        new Subjects(
            refs("themes", about.themes(), findings),
            about.territories(),
            about.period(),
            about.sectors(),
            about.audiences(),
            refs("subjects", about.concepts(), findings));
    return said.about(checked);
  }

  private void territory(String at, Territory territory, Findings findings) {
    if (!territories.has(territory)) {
      findings.refused(
          at,
          "unknown-code",
          "aucun territoire « "
              + territory
              + " » ; ceux qu'il y a sont donnés par /api/v1/territories");
    }
  }

  private void dates(Content said, StudyStatus status, Findings findings) {
    Optional<PartialDate> issued = said.dates().issued();
    if (issued.filter(date -> date.first().isAfter(today)).isPresent()) {
      findings.refused(
          "/issued",
          "future-date",
          "la date de parution %s est à venir : l'annoncer par expected".formatted(issued.get()));
    }
    if (status == StudyStatus.PLANNED && said.dates().expected().isEmpty()) {
      findings.refused("/expected", "required", "une étude prévue a une date de parution attendue");
    }
  }

  private void producers(Content said, StudyStatus status, Findings findings) {
    Optional<LocalDate> day =
        said.dates()
            .issued()
            .or(() -> said.dates().expected())
            .map(date -> date.last().isAfter(today) ? today : date.last())
            .or(() -> status.isComing() ? Optional.of(today) : Optional.empty());
    for (int i = 0; i < said.producers().size(); i++) {
      String at = "/producers/" + i;
      String code = said.producers().get(i);
      Optional<Producer> producer = catalogue.producers().find(code);
      if (producer.isEmpty()) {
        findings.refused(
            at,
            "unknown-producer",
            "producteur inconnu « "
                + code
                + " »"
                + Guess.producer(catalogue.producers(), code)
                + " ; /api/v1/producers les donne");
      } else if (day.filter(each -> !existed(producer.get(), each, said)).isPresent()) {
        findings.refused(at, "dead-producer", ended(producer.get(), day.get()));
      }
    }
  }

  /** A year in which a producer ended may be one in which it still published. */
  private static boolean existed(Producer producer, LocalDate day, Content said) {
    LocalDate first =
        said.dates()
            .issued()
            .or(() -> said.dates().expected())
            .map(PartialDate::first)
            .filter(each -> each.isBefore(day))
            .orElse(day);
    return producer.existed(day) || producer.existed(first);
  }

  private String ended(Producer producer, LocalDate day) {
    if (producer.validUntil().filter(day::isAfter).isEmpty()) {
      return "%s n'existe que depuis le %s"
          .formatted(
              producer.name("fr"), producer.validFrom().map(LocalDate::toString).orElse("?"));
    }
    String successors =
        producer.successors().stream()
            .map(code -> "%s (%s)".formatted(catalogue.producers().name(code, "fr"), code))
            .collect(Collectors.joining(", "));
    return "%s n'existe plus depuis le %s%s"
        .formatted(
            producer.name("fr"),
            producer.validUntil().orElseThrow(),
            successors.isEmpty() ? "" : " ; lui succède : " + successors);
  }

  private void relations(Relations relations, Findings findings) {
    known("replaces", relations.replaces(), findings);
    known("follows", relations.follows(), findings);
  }

  private void known(String member, List<StudyId> ids, Findings findings) {
    for (int i = 0; i < ids.size(); i++) {
      if (catalogue.as(actor.as()).find(ids.get(i)).isEmpty()) {
        findings.refused(
            "/" + member + "/" + i, "unknown-study", "aucune étude « " + ids.get(i) + " »");
      }
    }
  }

  private List<ConceptRef> refs(String member, List<ConceptRef> refs, Findings findings) {
    return refs.stream()
        .map(ref -> ref("/" + member + "/" + refs.indexOf(ref), ref, findings))
        .distinct()
        .toList();
  }

  private ConceptRef ref(String at, ConceptRef ref, Findings findings) {
    Optional<PublishedScheme> scheme = snapshot.findScheme(ref.scheme());
    if (scheme.isEmpty()) {
      findings.refused(
          at,
          "unknown-vocabulary",
          "le vocabulaire « " + ref.scheme() + " » n'est pas publié ; /api/v1/vocabs les donne");
      return ref;
    }
    Optional<ConceptRef> found = snapshot.find(scheme.get(), ref.code()).map(each -> each.ref());
    if (found.isEmpty()) {
      findings.refused(
          at,
          "unknown-code",
          "code inconnu « %s » dans %s%s"
              .formatted(
                  ref.code(),
                  scheme.get().scheme().id(),
                  Guess.code(snapshot, scheme.get().scheme().id(), ref.code())));
    }
    return found.orElse(ref);
  }
}
