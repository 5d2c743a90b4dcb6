package fr.passerelle.api.web;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.reconcile.Wording;
import fr.passerelle.vocab.release.Snapshot;
import java.util.List;

/**
 * A concept in a small page.
 *
 * @param t words of the page
 * @param label its label
 * @param what its type, vocabulary, code and status, in a line
 * @param above the concepts just above it
 * @param others some of its other labels
 * @param definition the beginning of its definition; empty if none
 * @param url address of its page
 * @param citation source, to be cited
 */
record PreviewPage(
    Texts t,
    String label,
    String what,
    List<String> above,
    List<String> others,
    String definition,
    String url,
    String citation) {
  private static final int MOST_LABELS = 6;
  private static final int LONGEST_DEFINITION = 280;

  static PreviewPage of(Snapshot snapshot, Concept concept, String address, Texts t) {
    return new PreviewPage(
        t,
        concept.prefLabel(t.lang()),
        Wording.of(concept),
        concept
            .links(Link.Kind.BROADER)
            .flatMap(link -> snapshot.find(link.target()).stream())
            .map(each -> each.prefLabel(t.lang()))
            .toList(),
        concept.altLabels().stream().map(Label::text).limit(MOST_LABELS).toList(),
        definition(concept),
        address + PreviewController.path(concept),
        snapshot
            .findScheme(concept.ref().scheme())
            .map(scheme -> scheme.releaseOf(concept).citation())
            .orElse(""));
  }

  private static String definition(Concept concept) {
    String text =
        concept.notes().stream()
            .filter(note -> note.kind() == Note.Kind.DEFINITION)
            .map(Note::text)
            .findFirst()
            .orElse("");
    return text.length() > LONGEST_DEFINITION
        ? text.substring(0, Math.max(0, text.lastIndexOf(' ', LONGEST_DEFINITION))) + "…"
        : text;
  }
}
