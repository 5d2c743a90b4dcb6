package fr.passerelle.catalog.key;

import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.RefusedException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** The keys of this installation. Another process sees at once what is made or revoked here. */
public final class Keys {
  private static final Pattern AUTHOR = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final int LONGEST_AUTHOR = 40;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_PER_MINUTE = 10_000_000;

  /** Words that begin the identifiers of national editions, and so can be nobody's. */
  private static final Set<String> NATIONAL =
      Set.of(
          "rome",
          "formacode",
          "rncp",
          "rs",
          "certifinfo",
          "kit",
          "nsf",
          "cfd",
          "fap",
          "niveaux",
          "regions",
          "departements",
          "themes");

  /** Authors of national correspondences. */
  private static final Set<String> PRODUCERS =
      Set.of(
          "france-travail",
          "france-competences",
          "centre-inffo",
          "dares",
          "insee",
          "passerelle",
          "education-nationale");

  private final KeyStore store;
  private final Clock clock;

  public Keys(DataSource dataSource, Clock clock) {
    this.store = new KeyStore(dataSource);
    this.clock = clock;
  }

  /**
   * Makes a key.
   *
   * @param author word of URIs under which its holder publishes. An author has one name, and none
   *     begins as another does: what is published as {@code a-b-c} has one author
   * @throws RefusedException if the author is another's, a national one or no word of URIs
   */
  public NewKey add(Set<Scope> scopes, String name, String author) {
    return add(scopes, name, author, "", 0);
  }

  /**
   * Makes a key that deposits the studies or delivers the figures of a producer too.
   *
   * @param author word of URIs of what else it publishes; not looked at where it publishes nothing
   *     else
   * @param producer code of the producer; needed for {@link Scope#STUDIES} and {@link
   *     Scope#FIGURES}, and for nothing else
   */
  public NewKey add(Set<Scope> scopes, String name, String author, String producer) {
    return add(scopes, name, author, producer, 0);
  }

  /**
   * Makes a key that has a number of requests of its own.
   *
   * @param perMinute how many requests a minute; 0 for as many as every key
   */
  public NewKey add(Set<Scope> scopes, String name, String author, String producer, int perMinute) {
    if (scopes.isEmpty()) {
      throw RefusedException.of(
          "--scope", "scope", "une clé sans droit ne sert à rien ; droits : " + Scope.ids());
    }
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw RefusedException.of(
          "--name", "name", "le nom du titulaire a de 1 à " + LONGEST_NAME + " caractères");
    }
    if (perMinute < 0 || perMinute > MOST_PER_MINUTE) {
      throw RefusedException.of(
          "--quota", "quota", "de 0 (celui de toutes les clés) à " + MOST_PER_MINUTE);
    }
    boolean produces = scopes.contains(Scope.STUDIES) || scopes.contains(Scope.FIGURES);
    if (produces == producer.isEmpty()) {
      throw RefusedException.of(
          "--producer",
          "producer",
          "les droits studies et figures vont avec un producteur, et lui avec eux");
    }
    boolean authors = scopes.contains(Scope.DEPOSIT) || scopes.equals(Set.of(Scope.QUOTA));
    if (authors) {
      check(author, name);
    }
    KeyText text = KeyText.random();
    ApiKey key =
        new ApiKey(
            text.id(),
            scopes,
            authors ? author : "",
            name.strip(),
            producer,
            perMinute,
            clock.instant(),
            Optional.empty());
    store.add(key, text.hash());
    return new NewKey(key, text.sent());
  }

  private void check(String author, String name) {
    if (author.length() > LONGEST_AUTHOR || !AUTHOR.matcher(author).matches()) {
      throw RefusedException.of(
          "--author",
          "author",
          "« %s » : lettres sans accent, chiffres et tirets, %d caractères au plus"
              .formatted(author, LONGEST_AUTHOR));
    }
    if (NATIONAL.contains(author.split("-", 2)[0])
        || PRODUCERS.contains(author)
        || Edition.find(author).isPresent()) {
      throw RefusedException.of(
          "--author", "author", "« " + author + " » est un nom national ; en choisir un autre");
    }
    for (ApiKey other : store.list()) {
      boolean same = other.author().equals(author);
      if (same ? !other.name().equals(name.strip()) : overlap(other.author(), author)) {
        throw RefusedException.of(
            "--author",
            "author",
            "« %s » se confond avec « %s », auteur de %s ; en choisir un autre"
                .formatted(author, other.author(), other.name()));
      }
    }
  }

  private static boolean overlap(String one, String other) {
    return one.startsWith(other + "-") || other.startsWith(one + "-");
  }

  /** All keys ever made, the oldest first. */
  public List<ApiKey> list() {
    return store.list();
  }

  /**
   * Takes back what a key allows, at once and for good.
   *
   * @throws RefusedException if there is no such key, or it was revoked before
   */
  public void revoke(String id) {
    if (!store.revoke(id, clock.instant())) {
      throw RefusedException.of(
          id, "no-key", "aucune clé valide de ce nom ; « passerelle key list » les montre");
    }
  }

  /**
   * The valid key that someone sent. Its row is found by the part that is no secret; the secret is
   * compared by its hash, in a time that tells nothing of it.
   */
  public Optional<ApiKey> find(String sent) {
    return KeyText.parse(sent)
        .flatMap(text ->
            store
                .find(text.id())
                .filter(kept -> isEqual(kept.hash(), text.hash()))
                .map(KeyStore.Kept::key)
                .filter(key -> key.revokedAt().isEmpty()));
  }

  private static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }
}
