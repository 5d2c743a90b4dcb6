package fr.passerelle.api.cli;

import fr.passerelle.catalog.audit.AuditAction;
import fr.passerelle.catalog.profile.Profile;
import fr.passerelle.catalog.study.journal.Signature;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.reading.SourceKind;
import fr.passerelle.vocab.release.Import;
import fr.passerelle.vocab.release.ImportReport;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports an official file and publishes it as a release of its edition. */
@Command(
    name = "import",
    description = "Lit un fichier officiel, le contrôle et le publie comme nouvelle version.",
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
  @Mixin private final Installation installation = new Installation();

  @Mixin private final ImportStudies studies = new ImportStudies();

  @Mixin private final ImportTerritories territories = new ImportTerritories();

  @Mixin private final ImportIndicators indicators = new ImportIndicators();

  @Parameters(
      index = "0",
      paramLabel = "SORTE",
      completionCandidates = KindWords.class,
      description = "${COMPLETION-CANDIDATES}")
  private String kind = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FICHIER",
      description = "Le fichier tel qu'il est publié ; pour Formacode, un ou plusieurs.")
  private List<Path> files = List.of();

  @Option(
      names = "--release",
      paramLabel = "VERSION",
      description = "Nom de la version, si le fichier ne le dit pas.")
  private @Nullable String release;

  @Option(
      names = "--date",
      paramLabel = "AAAA-MM-JJ",
      description = "Date de publication par le producteur, si le fichier ne la dit pas.")
  private @Nullable LocalDate issued;

  @Option(
      names = "--author",
      paramLabel = "NOM",
      description = "Qui publie une offre Lhéo ou a fait un zonage, que le fichier ne dit pas.")
  private @Nullable String author;

  @Option(
      names = "--base",
      paramLabel = "URL",
      description =
          "Base des URI de l'installation d'où vient un fichier SKOS ou SSSOM, si ce n'est pas"
              + " celle du profil : ce qu'il nomme sous elle est à nous. Les référentiels nationaux"
              + " d'une autre installation sont reconnus sans elle.")
  private List<String> bases = List.of();

  @Option(
      names = "--refused",
      paramLabel = "N",
      description =
          "Nombre d'enregistrements qui peuvent être refusés, les autres étant publiés (RNCP, RS,"
              + " Lhéo, Certif Info, kit, études) ; par défaut un pour mille, aucun dans un petit"
              + " fichier.")
  private @Nullable Integer refused;

  @Option(
      names = "--removals",
      paramLabel = "POURCENT",
      defaultValue = "10",
      description =
          "Part retirée au-delà de laquelle la version attend une décision (${DEFAULT-VALUE} %%).")
  private double removals;

  @Option(
      names = "--licence",
      paramLabel = "CODE",
      description =
          "Licence des données (etalab-2.0, odbl-1.0, ...) ; par défaut, celle du profil. Sans"
              + " licence, la version est conservée mais rien n'en est public.")
  private @Nullable String licence;

  @Option(names = "--dry-run", description = "Contrôle et compare sans rien écrire.")
  private boolean dryRun;

  @Option(
      names = "--direct",
      description =
          "Publie tout de suite ce que le profil fait passer par le tampon de stabilisation.")
  private boolean direct;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (kind.equals(ImportStudies.WORD)) {
      studies.run(
          installation, files, refused == null ? 0 : refused, dryRun, spec.commandLine().getOut());
    } else if (kind.equals(ImportTerritories.WORD)) {
      territories.run(installation, files, said(), licenceOf(), spec.commandLine().getOut());
    } else if (kind.equals(ImportIndicators.WORD)) {
      indicators.run(installation, files, said(), licenceOf(), spec.commandLine().getOut());
    } else {
      read(kind());
    }
    return Passerelle.DONE;
  }

  private ImportTerritories.Said said() {
    return new ImportTerritories.Said(
        Optional.ofNullable(author),
        Optional.ofNullable(release),
        Optional.ofNullable(issued),
        dryRun);
  }

  /** The licence declared, else that of the profile. */
  private Function<String, Optional<Licence>> licenceOf() throws IOException {
    Optional<Licence> declared = licence();
    Profile profile = installation.profile();
    return edition -> declared.or(() -> profile.licenceOf(edition));
  }

  /**
   * What kind of file it is.
   *
   * @throws ParameterException for a word that is none: the command was misused
   */
  private SourceKind kind() {
    return SourceKind.find(kind)
        .orElseThrow(() ->
            new ParameterException(
                spec.commandLine(),
                "sorte inconnue « "
                    + kind
                    + " » ; connues : "
                    + SourceKind.ids()
                    + ", "
                    + ImportStudies.WORD
                    + ", "
                    + ImportTerritories.WORD
                    + ", "
                    + ImportIndicators.WORD));
  }

  private void read(SourceKind source) throws IOException {
    Optional<Licence> declared = licence();
    Findings findings = new Findings(Optional.ofNullable(refused));
    try (LateDatabase database = new LateDatabase(installation)) {
      List<Release> releases =
          source.read(origins(), findings, id -> database.vocabularies().findPublished(id), uris());
      List<ImportReport> reports = new ArrayList<>();
      for (Release each : releases) {
        Import asked = request(each, findings, declared);
        reports.add(
            database
                .trail()
                .witness(
                    !dryRun,
                    Signature.COMMAND,
                    AuditAction.RELEASE_IMPORTED,
                    "release/" + each.edition().id() + "/" + each.id(),
                    subject -> database.vocabularies().publish(asked)));
      }
      new ReportPrinter(spec.commandLine().getOut()).print(reports);
    }
  }

  private Uris uris() throws IOException {
    return installation
        .uris()
        .and(bases.stream().map(base -> base.replaceAll("/+$", "")).collect(Collectors.toSet()));
  }

  private Import request(Release read, Findings findings, Optional<Licence> declared)
      throws IOException {
    Profile profile = installation.profile();
    String edition = read.edition().id();
    return new Import(
        read,
        findings,
        declared.isPresent() ? declared : profile.licenceOf(edition),
        dryRun,
        removals / 100,
        direct ? Optional.empty() : profile.stabilisationOf(edition));
  }

  private List<Origin> origins() {
    return files.stream()
        .map(file ->
            new Origin(
                file,
                Optional.ofNullable(release),
                Optional.ofNullable(issued),
                Optional.ofNullable(author)))
        .toList();
  }

  private Optional<Licence> licence() {
    String code = licence;
    if (code == null) {
      return Optional.empty();
    }
    return Optional.of(
        Licence.find(code)
            .orElseThrow(() -> RefusedException.of("--licence", "licence", Licence.refusal(code))));
  }

  /** The words that may be written, each with what it is. */
  static final class KindWords implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.concat(
              Arrays.stream(SourceKind.values())
                  .map(kind -> kind.id() + " (" + kind.summary() + ")"),
              Stream.of(
                  ImportStudies.WORD
                      + " (études : CSV, RIS, BibTeX, UNIMARC XML ou ISO 2709 de PMB)",
                  ImportTerritories.WORD + " (communes, zonages et passages : fichiers ou dossier)",
                  ImportIndicators.WORD + " (valeurs d'indicateurs ; --as dit leur format)"))
          .iterator();
    }
  }
}
