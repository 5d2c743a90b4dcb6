package fr.passerelle.vocab.release;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What anyone may read of a release: all of it, or under a licence that does not cover texts, its
 * codes, preferred labels and links, until its producer gives permission for more.
 *
 * <p>It stands between the release kept, on which history and hashes rest, and the snapshot, of
 * which every channel is made: what is left out here is in no page, answer or dump. Search still
 * finds by words that it may not show.
 *
 * @param permitted editions whose producer permits synonyms and notes to be published
 */
record Redaction(Set<String> permitted) {

  Redaction {
    permitted = Set.copyOf(permitted);
  }

  /** Whether synonyms and notes of that release are withheld. */
  boolean applies(StoredRelease row) {
    boolean covered = row.licence().map(Licence::coversTexts).orElse(true);
    return !covered && !permitted.contains(row.edition());
  }

  /** The release for every channel. */
  PublishedRelease published(StoredRelease row, Release release) {
    Licence licence = row.licence().orElseThrow();
    if (!applies(row)) {
      return new PublishedRelease(release, licence, row.contentSha256());
    }
    Release shown = each(release, Redaction::withoutTexts);
    return new PublishedRelease(shown, licence, ReleaseFile.contentHash(shown));
  }

  /** The release for its index: words withheld are found, and never shown as what matched. */
  Release searched(StoredRelease row, Release release) {
    return applies(row) ? each(release, Redaction::withHiddenWords) : release;
  }

  private static Release each(Release release, UnaryOperator<Concept> change) {
    List<Scheme> schemes = new ArrayList<>();
    for (Scheme scheme : release.schemes()) {
      List<Concept> concepts = scheme.concepts().stream().map(change).toList();
      schemes.add(Scheme.of(scheme.id(), scheme.title(), concepts));
    }
    return release.withSchemes(schemes);
  }

  /** Not even as hidden labels: a snapshot holds nothing that could slip out of it. */
  private static Concept withoutTexts(Concept concept) {
    return new Concept(
        concept.ref(),
        concept.type(),
        concept.status(),
        concept.prefLabels(),
        List.of(),
        List.of(),
        List.of(),
        concept.links(),
        concept.properties(),
        concept.history());
  }

  private static Concept withHiddenWords(Concept concept) {
    List<Label> hidden = new ArrayList<>(concept.altLabels());
    hidden.addAll(concept.hiddenLabels());
    return new Concept(
        concept.ref(),
        concept.type(),
        concept.status(),
        concept.prefLabels(),
        List.of(),
        hidden,
        concept.notes(),
        concept.links(),
        concept.properties(),
        concept.history());
  }
}
