package fr.passerelle.vocab;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The conditions on what a release says beside its schemes: its collections and its annotations.
 *
 * <p>Each concept that they name is of the release, or a stub in it. Collections have names of
 * their own, so that none is a concept or a scheme (SKOS Reference, W3C, 2009, S37).
 */
final class AdditionsIntegrity {
  private static final Pattern WORD = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final Release release;
  private final Set<ConceptRef> known;
  private final Consumer<Fault> faults;

  private AdditionsIntegrity(Release release, Set<ConceptRef> known, Consumer<Fault> faults) {
    this.release = release;
    this.known = known;
    this.faults = faults;
  }

  static void check(Release release, Set<ConceptRef> known, Consumer<Fault> faults) {
    AdditionsIntegrity integrity = new AdditionsIntegrity(release, known, faults);
    Set<String> names = new HashSet<>();
    for (Collection collection : release.collections()) {
      integrity.check(collection);
      if (!names.add(collection.key())) {
        integrity.add(
            collection.key(), "duplicate-collection", "deux collections de ce nom ; en garder une");
      }
    }
    release.annotations().forEach(integrity::check);
  }

  private void check(Collection collection) {
    if (!WORD.matcher(collection.id()).matches()
        || !WORD.matcher(collection.author().id()).matches()) {
      add(
          collection.key(),
          "collection",
          "ce nom ne peut pas servir dans une URI ; minuscules, chiffres et tirets");
    }
    collection.members().stream()
        .filter(member -> !known.contains(member))
        .forEach(member ->
            add(
                collection.key(),
                "dangling-member",
                member + " n'est ni décrit ni cité dans cette version"));
  }

  private void check(Annotation annotation) {
    ConceptRef target = annotation.target();
    if (!known.contains(target)) {
      add(
          target.toString(),
          "dangling-annotation",
          target + " n'est ni décrit ni cité dans cette version");
    }
    if (target.scheme().equals(release.edition().id())) {
      add(
          target.toString(),
          "annotation",
          "ce concept est de cette édition : l'écrire dans le concept lui-même");
    }
  }

  private void add(String place, String rule, String message) {
    faults.accept(new Fault(place, rule, message));
  }
}
