package fr.passerelle.api.http;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.release.DroppedCollections;
import fr.passerelle.vocab.release.PublishedCollection;
import fr.passerelle.vocab.release.PublishedCorrespondence;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.service.Followed;
import fr.passerelle.vocab.service.MappingFilter;
import fr.passerelle.vocab.service.Nearest;
import fr.passerelle.vocab.service.Translator;
import fr.passerelle.vocab.service.Walk;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what an address names, or says what close names there are. */
public final class Lookup {
  private static final Problem.Detail VOCABULARY =
      new Problem.Detail("vocab", "un vocabulaire publié");

  private Lookup() {}

  /**
   * The published vocabulary of that identifier or alias.
   *
   * @throws ProblemException UNKNOWN_VOCABULARY
   */
  public static PublishedScheme scheme(Snapshot snapshot, String id) {
    return snapshot
        .findScheme(id)
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.UNKNOWN_VOCABULARY, unknown(snapshot, id), VOCABULARY));
  }

  /** An edition that only joins others has releases and pairs, not concepts. */
  private static String unknown(Snapshot snapshot, String id) {
    return Followed.find(snapshot, id)
        .map(edition ->
            "%s n'a pas de notions à elle, seulement des paires : ses versions et ses changements"
                    .formatted(edition.id())
                + " sont sous /api/v1/vocabs/%s (releases, changes, diff), ses paires sous %s"
                    .formatted(
                        edition.id(),
                        edition.correspondences(snapshot).stream()
                            .map(by -> "/api/v1/correspondences/" + by.correspondence().id())
                            .collect(Collectors.joining(", "))))
        .orElseGet(() ->
            "Aucun vocabulaire publié ne se nomme %s ; les plus proches : %s"
                .formatted(Text.quoted(id), near(snapshot, id)));
  }

  /**
   * What one follows under that identifier or alias: a vocabulary, an edition that only joins
   * others, or a correspondence.
   *
   * @throws ProblemException UNKNOWN_VOCABULARY, or NOT_FOUND for a correspondence
   */
  public static Followed followed(Snapshot snapshot, String id) {
    return Followed.find(snapshot, id)
        .orElseThrow(() ->
            id.contains("/")
                ? unknownCorrespondence(snapshot, id)
                : new ProblemException(
                    ProblemType.UNKNOWN_VOCABULARY, unknown(snapshot, id), VOCABULARY));
  }

  /**
   * The same without correspondences: an edition that only joins others has no concepts.
   *
   * @throws ProblemException UNKNOWN_VOCABULARY
   */
  public static PublishedScheme vocabulary(Snapshot snapshot, String id) {
    return id.contains("/") ? scheme(snapshot, id) : followed(snapshot, id).vocabulary();
  }

  private static String near(Snapshot snapshot, String id) {
    return Stream.concat(
            snapshot.schemes().stream().map(each -> each.scheme().id()),
            Followed.editionsWithoutScheme(snapshot).stream())
        .sorted(Comparator.comparingInt(each -> Text.distance(each, Text.cut(id))))
        .limit(3)
        .collect(Collectors.joining(", "));
  }

  /**
   * The concept of that code, as people write codes.
   *
   * @throws ProblemException UNKNOWN_CODE
   */
  public static Concept concept(Snapshot snapshot, PublishedScheme scheme, String code) {
    return snapshot.find(scheme, code).orElseThrow(() -> unknownCode(snapshot, scheme, code));
  }

  private static ProblemException unknownCode(
      Snapshot snapshot, PublishedScheme scheme, String code) {
    String id = scheme.scheme().id();
    String near = near(snapshot, id, Text.cut(code));
    boolean partial = scheme.release().release().source().sample();
    String sample = partial ? " (cette version n'est qu'un échantillon)" : "";
    String hint = near.isEmpty() ? "" : " ; approchant : " + near;
    return new ProblemException(
        ProblemType.UNKNOWN_CODE,
        "%s n'a pas le code %s%s%s".formatted(id, Text.quoted(code), sample, hint),
        new Problem.Detail("code", "un code de " + id));
  }

  private static String near(Snapshot snapshot, String scheme, String code) {
    return Nearest.codes(snapshot, Set.of(scheme), code).stream()
        .map(ConceptRef::code)
        .collect(Collectors.joining(", "));
  }

  /** A scheme or a concept, {@code rome-4} or {@code rome-4/M1805}, as people write them. */
  public static Optional<MappingFilter.End> end(Snapshot snapshot, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      return Optional.empty();
    }
    int slash = text.indexOf('/');
    PublishedScheme scheme = scheme(snapshot, slash < 0 ? text : text.substring(0, slash));
    String code = slash < 0 ? "" : concept(snapshot, scheme, text.substring(slash + 1)).code();
    return Optional.of(new MappingFilter.End(scheme.scheme().id(), code));
  }

  /**
   * The correspondence of that identifier, {@code {author}/{source}--{target}}.
   *
   * @throws ProblemException NOT_FOUND, which names the nearest
   */
  public static PublishedCorrespondence correspondence(Snapshot snapshot, String id) {
    return snapshot.findCorrespondence(id).orElseThrow(() -> unknownCorrespondence(snapshot, id));
  }

  private static ProblemException unknownCorrespondence(Snapshot snapshot, String id) {
    return new ProblemException(
        ProblemType.NOT_FOUND,
        "Aucune correspondance publiée ne se nomme %s ; les plus proches : %s"
            .formatted(Text.quoted(id), nearCorrespondences(snapshot, id)),
        new Problem.Detail("correspondence", "une correspondance publiée"));
  }

  /**
   * The published collection of that identifier.
   *
   * @param dropped those of before
   * @throws ProblemException NOT_FOUND, or GONE where its author makes it no more
   */
  public static PublishedCollection collection(
      Snapshot snapshot, DroppedCollections dropped, String id) {
    return snapshot
        .findCollection(id)
        .orElseThrow(() ->
            dropped
                .find(snapshot, id)
                .map(each -> gone(id, each))
                .orElseGet(() -> unknownCollection(snapshot, id)));
  }

  private static ProblemException gone(String id, DroppedCollections.Dropped was) {
    String since =
        was.since().isEmpty() ? "" : " ; la version %s ne l'a plus".formatted(was.since());
    return new ProblemException(
        ProblemType.GONE,
        "La collection %s (« %s ») n'est plus publiée par son auteur : la version %s de %s est la"
                .formatted(Text.quoted(id), was.label(), was.last(), was.edition())
            + " dernière à la publier"
            + since,
        new Problem.Detail("collection", "une collection publiée"));
  }

  private static ProblemException unknownCollection(Snapshot snapshot, String id) {
    return new ProblemException(
        ProblemType.NOT_FOUND,
        "Aucune collection publiée ne se nomme %s ; les plus proches : %s"
            .formatted(Text.quoted(id), nearCollections(snapshot, id)),
        new Problem.Detail("collection", "une collection publiée"));
  }

  private static String nearCollections(Snapshot snapshot, String id) {
    return snapshot.collections().stream()
        .map(each -> each.collection().key())
        .sorted(Comparator.comparingInt(each -> Text.distance(each, Text.cut(id))))
        .limit(3)
        .collect(Collectors.joining(", "));
  }

  /**
   * What translates codes of that vocabulary into another, or through one correspondence.
   *
   * @param to a vocabulary, or the identifier of a correspondence
   * @throws ProblemException UNKNOWN_VOCABULARY, NOT_FOUND, or BAD_PARAMETER where nothing joins
   *     them
   */
  public static Translator translator(Snapshot snapshot, String from, String to) {
    PublishedScheme start = scheme(snapshot, from);
    Translator translator =
        to.contains("/")
            ? Translator.through(snapshot, start, correspondence(snapshot, to))
            : Translator.to(snapshot, start, scheme(snapshot, to));
    if (!translator.possible()) {
      List<String> reachable = Translator.reachable(snapshot, start.scheme().id());
      String rule =
          reachable.isEmpty()
              ? "aucune correspondance publiée n'en part"
              : "ce que l'on atteint depuis là : " + String.join(", ", reachable);
      throw ProblemException.parameter("to", to, rule);
    }
    return translator;
  }

  /**
   * The walk from a concept to a type of concept or a vocabulary.
   *
   * @param from {@code vocabulary/code}
   * @param to identifier of a type or of a vocabulary
   * @throws ProblemException where either is unknown, or no walk goes from one to the other
   */
  public static Walk walk(Snapshot snapshot, String from, String to, int limit) {
    int slash = from.indexOf('/');
    if (slash < 0) {
      throw ProblemException.parameter("from", from, "vocabulaire/code, par exemple rome-4/M1805");
    }
    PublishedScheme scheme = scheme(snapshot, from.substring(0, slash));
    Concept start = concept(snapshot, scheme, from.substring(slash + 1));
    Optional<ConceptType> type = ConceptType.find(to);
    Optional<Walk.Goal> goal =
        type.isPresent() ? Walk.Goal.of(type.get()) : Walk.Goal.of(scheme(snapshot, to));
    return goal.flatMap(end -> Walk.find(snapshot, start, end, limit))
        .orElseThrow(() ->
            ProblemException.parameter(
                "to",
                to,
                "aucun parcours n'y mène depuis un concept de type "
                    + start.type().id()
                    + " ; le parcours va des compétences aux fiches métiers, aux certifications et"
                    + " aux termes Formacode, dans les deux sens"));
  }

  private static String nearCorrespondences(Snapshot snapshot, String id) {
    return snapshot.correspondences().stream()
        .map(each -> each.correspondence().id())
        .sorted(Comparator.comparingInt(each -> Text.distance(each, Text.cut(id))))
        .limit(3)
        .collect(Collectors.joining(", "));
  }
}
