package fr.passerelle.vocab.reconcile;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Status;
import java.util.List;
import java.util.stream.Collectors;

/** What tells a concept from its namesakes, in a line. */
public final class Wording {
  private Wording() {}

  /** Its type, vocabulary and code; that it is retired, only cited or closed, where it is. */
  public static String of(Concept concept) {
    String what = concept.type().label() + " · " + concept.ref().scheme() + " " + concept.code();
    return switch (concept.status()) {
      case CURRENT -> what + closed(concept);
      case RETIRED -> what + " · " + retired(concept);
      case REFERENCED -> what + " · cité, sa fiche n'a pas été reçue";
    };
  }

  private static String closed(Concept concept) {
    return "false".equals(concept.properties().get(Property.ACTIF)) ? " · plus active" : "";
  }

  private static String retired(Concept concept) {
    String left = concept.history().left();
    List<ConceptRef> next = concept.links(Link.Kind.REMPLACE_PAR).map(Link::target).toList();
    return "retiré"
        + (left.isEmpty() ? "" : " depuis la version " + left)
        + (next.isEmpty()
            ? ", sans remplaçant connu"
            : ", remplacé par "
                + next.stream().map(ConceptRef::toString).collect(Collectors.joining(", ")));
  }

  /** Name of a status in a cell. */
  static String of(Status status) {
    return switch (status) {
      case CURRENT -> "en usage";
      case RETIRED -> "retiré";
      case REFERENCED -> "cité";
    };
  }
}
