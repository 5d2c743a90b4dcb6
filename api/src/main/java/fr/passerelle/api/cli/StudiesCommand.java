package fr.passerelle.api.cli;

import fr.passerelle.catalog.audit.AuditAction;
import fr.passerelle.catalog.producer.Producer;
import fr.passerelle.catalog.producer.ProducerFile;
import fr.passerelle.catalog.studies.Actor;
import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.catalog.studies.Likes;
import fr.passerelle.catalog.studies.NoSuchStudyException;
import fr.passerelle.catalog.studies.Passages;
import fr.passerelle.catalog.study.PartialDate;
import fr.passerelle.catalog.study.Qualification;
import fr.passerelle.catalog.study.Reader;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.catalog.study.StudyStatus;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.SourceFile;
import fr.passerelle.vocab.source.SourceText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the operator does with studies: looks at what waits, qualifies, returns, corrects. */
@Command(
    name = "studies",
    description = "Études : ce qui attend, ce qui tarde, ce qui se chevauche ; qualifier, rendre.",
    mixinStandardHelpOptions = true,
    subcommands = HelpCommand.class)
final class StudiesCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(name = "list", description = "Montre les études, cachées comprises.")
  int list(
      @Mixin Installation at,
      @Option(names = "--waiting", description = "Celles qui attendent une qualification.")
          boolean waiting,
      @Option(names = "--late", description = "Celles dont la date attendue est passée.")
          boolean late) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    try (StudyStore store = new StudyStore(at)) {
      store.catalogue().list().stream()
          .filter(study ->
              !waiting
                  || study.standing().qualification() == Qualification.SUBMITTED
                  || study.standing().qualification() == Qualification.QUALIFIED)
          .filter(study -> !late || study.isLate(today))
          .forEach(study -> print(study, today));
    }
    out().flush();
    return Passerelle.DONE;
  }

  private void print(Study study, LocalDate today) {
    out()
        .printf(
            "%s  %-10s %-10s %-8s %-10s %s%s%n",
            study.id(),
            study.status().id(),
            study.standing().qualification().id(),
            study.standing().visibility().id(),
            study.date().map(PartialDate::toString).orElse(""),
            study.key().producer() + " : " + study.title(),
            study.isLate(today) ? " (en retard)" : "");
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  @Command(name = "qualify", description = "Qualifie une fiche ou, avec --publish, la publie.")
  int qualify(
      @Mixin Installation at,
      @Parameters(paramLabel = "ID", description = "Identifiant de l'étude.") String id,
      @Option(names = "--publish", description = "Met aussitôt la fiche au catalogue.")
          boolean publish) {
    Qualification as = publish ? Qualification.PUBLISHED : Qualification.QUALIFIED;
    return change(
        at,
        AuditAction.STUDY_QUALIFIED,
        id,
        (passages, named) -> passages.qualify(Actor.COMMAND, named, as, ""));
  }

  @Command(name = "return", description = "Rend une fiche à son producteur, avec une raison.")
  int giveBack(
      @Mixin Installation at,
      @Parameters(paramLabel = "ID", description = "Identifiant de l'étude.") String id,
      @Option(names = "--reason", required = true, paramLabel = "TEXTE", description = "Pourquoi.")
          String reason) {
    return change(
        at,
        AuditAction.STUDY_QUALIFIED,
        id,
        (passages, named) ->
            passages.qualify(Actor.COMMAND, named, Qualification.RETURNED, reason));
  }

  @Command(name = "pass", description = "Fait passer une étude à un autre état de sa vie.")
  int pass(
      @Mixin Installation at,
      @Parameters(index = "0", paramLabel = "ID", description = "Identifiant de l'étude.")
          String id,
      @Parameters(
              index = "1",
              paramLabel = "ÉTAT",
              description = "planned, under-way, published, superseded ou withdrawn.")
          String status,
      @Option(names = "--reason", paramLabel = "TEXTE", description = "Pourquoi.")
          @Nullable String reason) {
    StudyStatus to =
        StudyStatus.find(status)
            .orElseThrow(() ->
                RefusedException.of(
                    status, "status", "état inconnu ; connus : " + StudyStatus.ids()));
    return change(
        at,
        AuditAction.STUDY_PASSED,
        id,
        (passages, named) -> passages.pass(Actor.COMMAND, named, to, reason == null ? "" : reason));
  }

  @Command(name = "delete", description = "Supprime une fiche ; son identifiant ne sert plus.")
  int delete(
      @Mixin Installation at,
      @Parameters(paramLabel = "ID", description = "Identifiant de l'étude.") String id,
      @Option(names = "--reason", required = true, paramLabel = "TEXTE", description = "Pourquoi.")
          String reason) {
    return change(
        at,
        AuditAction.STUDY_DELETED,
        id,
        (passages, named) -> passages.delete(Actor.COMMAND, named, reason));
  }

  private int change(
      Installation at, AuditAction action, String id, BiFunction<Passages, StudyId, Study> change) {
    StudyId named =
        StudyId.parse(id)
            .orElseThrow(
                () -> RefusedException.of(id, "id", "un identifiant a dix lettres et chiffres"));
    try (StudyStore store = new StudyStore(at)) {
      Passages passages = new Passages(store.studies(), Clock.systemUTC());
      Study study =
          store
              .trail()
              .witness(
                  Actor.COMMAND.by(),
                  action,
                  "study/" + named,
                  subject -> change(change, passages, named));
      print(study, LocalDate.now(ZoneOffset.UTC));
      out().flush();
    }
    return Passerelle.DONE;
  }

  private static Study change(
      BiFunction<Passages, StudyId, Study> change, Passages passages, StudyId named) {
    try {
      return change.apply(passages, named);
    } catch (NoSuchStudyException e) {
      throw RefusedException.of(named + "", "unknown-study", String.valueOf(e.getMessage()));
    }
  }

  @Command(name = "overlaps", description = "Montre les études à venir qui se chevauchent.")
  int overlaps(@Mixin Installation at) {
    try (StudyStore store = new StudyStore(at)) {
      CatalogueView catalogue = store.studies().catalogue().as(Reader.OPERATOR);
      for (Map.Entry<Study, Likes> each : catalogue.overlaps().entrySet()) {
        print(each.getKey(), LocalDate.now(ZoneOffset.UTC));
        each.getValue()
            .studies()
            .forEach(similar ->
                out()
                    .printf(
                        "    %.2f  %s  %s : %s (%s)%n",
                        similar.score(),
                        similar.study().id(),
                        similar.study().key().producer(),
                        similar.study().title(),
                        String.join(
                            " ; ", similar.reasons().stream().map(why -> why.fr()).toList())));
      }
    }
    out().flush();
    return Passerelle.DONE;
  }

  @Command(name = "producers", description = "Lit un fichier de producteurs (CSV), ou les montre.")
  int producers(
      @Mixin Installation at,
      @Parameters(
              arity = "0..1",
              paramLabel = "FICHIER",
              description =
                  "Colonnes code;fr, puis au besoin en;kind;homepage;validFrom;validUntil;"
                      + "successors;trusted (oui : publie sans qualification, par convention).")
          @Nullable Path file)
      throws IOException {
    try (StudyStore store = new StudyStore(at)) {
      if (file != null) {
        Findings findings = new Findings();
        List<Producer> read =
            ProducerFile.read(
                SourceFile.name(file),
                SourceText.open(file, findings),
                store.studies().catalogue().producers(),
                findings);
        findings.refuseIfFaulty();
        store
            .trail()
            .witness(
                Actor.COMMAND.by(),
                AuditAction.PRODUCERS_PUT,
                "producers (" + read.size() + ")",
                subject -> {
                  store.studies().put(read, Actor.COMMAND, Clock.systemUTC().instant());
                  return read.size();
                });
        out().println(read.size() + " producteurs lus.");
      } else {
        store
            .studies()
            .catalogue()
            .producers()
            .list()
            .forEach(each ->
                out()
                    .printf(
                        "%-30s %s%s%s%n",
                        each.code(),
                        each.name("fr"),
                        each.validUntil().map(day -> " (jusqu'au " + day + ")").orElse(""),
                        each.trusted() ? " (publie sans qualification)" : ""));
      }
    }
    out().flush();
    return Passerelle.DONE;
  }
}
