package fr.passerelle.catalog.dataset;

import fr.passerelle.catalog.dataset.Dataset.Coverage;
import fr.passerelle.catalog.dataset.Dataset.Family;
import fr.passerelle.catalog.dataset.Dataset.Registration;
import fr.passerelle.catalog.dataset.Dataset.Source;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.PublishedCorrespondence;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.release.StoredRelease;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The records of what is published of vocabularies: one of each edition that has a scheme, one of
 * each correspondence. A record keeps its name from release to release.
 */
public final class VocabularyDatasets {
  private static final AuthorityTerm FRENCH = AuthorityTerm.of("language", "FRA");
  private static final AuthorityTerm OPEN = AuthorityTerm.of("access-right", "PUBLIC");

  private final Snapshot snapshot;
  private final Uris uris;
  private final String address;
  private final Place region;
  private final Files files;

  /**
   * Those of that state.
   *
   * @param address where the service answers, without final slash
   * @param region the region observed, which its own vocabularies are about
   */
  public VocabularyDatasets(
      Snapshot snapshot, Uris uris, String address, Place region, Files files) {
    this.snapshot = snapshot;
    this.uris = uris;
    this.address = address;
    this.region = region;
    this.files = files;
  }

  /**
   * What the channels know of files and releases.
   *
   * @param ofScheme the files of a scheme
   * @param ofCorrespondence the files of a correspondence
   * @param releases releases of an edition that were ever published, the newest first
   */
  public record Files(
      Function<PublishedScheme, List<OfferedFile>> ofScheme,
      Function<PublishedCorrespondence, List<OfferedFile>> ofCorrespondence,
      Function<String, List<StoredRelease>> releases) {}

  /**
   * A file that is offered.
   *
   * @param extension which tells its format
   * @param path where it is, on the service
   * @param size length and digest, if known
   */
  public record OfferedFile(String extension, String path, Optional<Distribution.Size> size) {}

  /** All of them. */
  public List<Dataset> list() {
    return Stream.concat(
            snapshot.schemes().stream().filter(each -> !each.companion()).flatMap(this::vocabulary),
            snapshot.correspondences().stream().map(this::correspondence))
        .toList();
  }

  /** An edition of which only stubs are known is described by who describes it. */
  private Stream<Dataset> vocabulary(PublishedScheme scheme) {
    if (isCited(scheme)) {
      return Stream.empty();
    }
    PublishedRelease published = scheme.release();
    Edition edition = published.release().edition();
    String key = "vocab/" + edition.id();
    String iri = iri(key);
    List<Distribution> all = new ArrayList<>();
    parts(scheme)
        .forEach(part ->
            files.ofScheme().apply(part).stream()
                .filter(file -> part.equals(scheme) || isShort(file))
                .forEach(
                    file -> all.add(distribution(iri, part.scheme().title(), published, file))));
    return Stream.of(
        new Dataset(
            key,
            iri,
            Family.VOCABULARY,
            true,
            titled(edition.title(), published),
            description(scheme),
            EditionFacts.of(edition.id()).keywords(),
            source(edition, published, List.of()),
            coverage(edition, "TAXONOMY"),
            address + "/doc/vocab/" + edition.id(),
            List.of(uris.scheme(edition, edition.id())),
            Optional.empty(),
            all,
            registration(published)));
  }

  private Dataset correspondence(PublishedCorrespondence by) {
    PublishedRelease published = by.release();
    Edition edition = published.release().edition();
    Correspondence correspondence = by.correspondence();
    String key = "correspondence/" + correspondence.id();
    String iri = iri(key);
    String uri = uris.correspondence(edition, correspondence);
    Agent author = new Agent(uri + "#auteur", correspondence.author().name(), "");
    String title = "Correspondance " + correspondence.title();
    return new Dataset(
        key,
        iri,
        Family.CORRESPONDENCE,
        true,
        titled(title, published),
        description(correspondence, published),
        EditionFacts.of(edition.id()).keywords(),
        source(edition, published, List.of(author)),
        coverage(edition, "MAPPING"),
        address + "/doc/correspondence/" + correspondence.id(),
        List.of(uri),
        Optional.empty(),
        files.ofCorrespondence().apply(by).stream()
            .map(file -> distribution(iri, title, published, file))
            .toList(),
        registration(published));
  }

  /** The lists that come with an edition follow it. */
  private Stream<PublishedScheme> parts(PublishedScheme main) {
    return Stream.concat(
        Stream.of(main),
        snapshot.schemes().stream()
            .filter(PublishedScheme::companion)
            .filter(each -> each.release().equals(main.release()) && !isCited(each)));
  }

  private static boolean isCited(PublishedScheme scheme) {
    return scheme.stated().scheme().concepts().stream()
        .allMatch(each -> each.status() == Status.REFERENCED);
  }

  /** Of companion lists, a spreadsheet and a graph are enough. */
  private static boolean isShort(OfferedFile file) {
    return file.extension().equals("csv") || file.extension().equals("ttl");
  }

  private Distribution distribution(
      String dataset, String title, PublishedRelease published, OfferedFile file) {
    String name = file.path().substring(file.path().lastIndexOf('/') + 1);
    Optional<FileFormat> format = FileFormat.ofExtension(file.extension());
    String words = format.map(FileFormat::words).orElse(file.extension());
    String url = address + file.path();
    return new Distribution(
        dataset + "#" + Uris.path(name),
        title + " : " + words,
        "%s, en entier, version %s ; format : %s. L'adresse reste d'une version à l'autre."
            .formatted(title, published.release().id(), words),
        url,
        url,
        format,
        Optional.of(published.licence()),
        Optional.of(IsoDate.of(published.modified())),
        file.size());
  }

  private String iri(String key) {
    return uris.regionalBase() + "/id/dataset/" + key;
  }

  private static String titled(String title, PublishedRelease published) {
    return published.release().source().sample() ? title + " (échantillon)" : title;
  }

  private static String description(PublishedScheme scheme) {
    PublishedRelease published = scheme.release();
    Release release = published.release();
    return String.format(
        Locale.FRANCE,
        "%sVersion %s : %,d notions avec leurs libellés, liens et codes%s, publiées avec leurs"
            + " versions et leurs différences. Source : %s.",
        notice(release),
        dated(published),
        scheme.scheme().concepts().size(),
        release.edition().homepage().isEmpty() ? "" : " (" + release.edition().homepage() + ")",
        published.citation());
  }

  /** A release that is named by its date says it once. */
  private static String dated(PublishedRelease published) {
    String id = published.release().id();
    String date = published.modified().toString();
    return id.equals(date) ? "du " + date : id + ", " + date;
  }

  private static String description(Correspondence correspondence, PublishedRelease published) {
    String method = correspondence.method().isBlank() ? "" : " " + correspondence.method() + ".";
    return String.format(
        Locale.FRANCE,
        "%s%,d paires de codes entre %s et %s, chacune avec sa relation et sa justification, selon"
            + " %s.%s Source : %s.",
        notice(published.release()),
        correspondence.pairs().size(),
        correspondence.source(),
        correspondence.target(),
        correspondence.author().name(),
        method,
        published.citation());
  }

  private static String notice(Release release) {
    return release.source().sample()
        ? "Échantillon : une partie seulement, à ne pas citer comme le tout. "
        : "";
  }

  private Source source(Edition edition, PublishedRelease published, List<Agent> authors) {
    Agent producer =
        new Agent(
            uris.scheme(edition, edition.id()) + "#producteur",
            edition.producer(),
            edition.homepage());
    LocalDate first =
        files.releases().apply(edition.id()).stream()
            .map(StoredRelease::issued)
            .min(Comparator.naturalOrder())
            .orElse(published.modified());
    return new Source(
        Optional.of(producer),
        authors.isEmpty() ? List.of(producer) : authors,
        Optional.of(published.licence()),
        published.citation(),
        Optional.of(IsoDate.of(first)),
        Optional.of(IsoDate.of(published.modified())),
        published.release().id(),
        EditionFacts.of(edition.id()).frequency());
  }

  private Coverage coverage(Edition edition, String type) {
    AuthorityTerm kind = AuthorityTerm.of("dataset-type", type);
    return new Coverage(
        new Dataset.Subject(kind.uri(), kind.label()),
        kind.label(),
        EditionFacts.of(edition.id()).themes(),
        List.of(),
        List.of(),
        List.of(),
        List.of(edition.national() ? Place.FRANCE : region),
        Optional.empty(),
        List.of(FRENCH),
        OPEN);
  }

  /** It changes with any release that comes, and with one that is taken back. */
  private Registration registration(PublishedRelease published) {
    List<Instant> arrivals =
        files.releases().apply(published.release().edition().id()).stream()
            .map(StoredRelease::importedAt)
            .sorted()
            .toList();
    return arrivals.isEmpty()
        ? new Registration(Instant.EPOCH, Instant.EPOCH, "")
        : new Registration(arrivals.getFirst(), arrivals.getLast(), "");
  }
}
