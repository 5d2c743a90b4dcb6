package fr.passerelle.vocab.reconcile;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.reconcile.Agreement.Held;
import fr.passerelle.vocab.reconcile.Candidate.Feature;
import fr.passerelle.vocab.search.Likeness;
import fr.passerelle.vocab.search.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is known of a concept that a question may mean, and what that is worth.
 *
 * @param concept the concept
 * @param code whether the text is its code or identifier
 * @param pref how alike the text and its preferred label are, 0 to 1
 * @param alt how alike the text and the other label that matched are, 0 to 1; 0 if none did
 * @param shown the other label that matched; empty if none did
 * @param unshown whether a word matched that is not published, or the definition
 * @param partial whether only some of the words matched there
 * @param constraints whether each property is what the question says, by identifier
 */
record Clue(
    Concept concept,
    boolean code,
    double pref,
    double alt,
    String shown,
    Match.Field unshown,
    boolean partial,
    Map<String, Held> constraints) {
  private static final double CERTAIN = 100;
  private static final double OTHER_LABEL = 95;
  private static final double LIKE_LABEL = 90;
  private static final double LIKE_OTHER_LABEL = 85;
  private static final double HIDDEN = 60;
  private static final double CODE_BEGUN = 30;
  private static final double IN_DEFINITION = 25;
  private static final double PARTLY = 15;

  /** Where a code beside the text says so: the text decides of what is left. */
  private static final double CODE_BESIDE = 80;

  /** How alike a label and a text with slips are at most. */
  private static final double MISSPELT = 0.9;

  private static final double RETIRED = 0.9;
  private static final double CLOSED = 0.95;
  private static final double UNKNOWN = 0.8;
  private static final double CONTRADICTED = 0.5;

  Clue {
    constraints = Map.copyOf(constraints);
  }

  static Clue of(Concept concept, boolean exact, Likeness text, Match match) {
    boolean code = exact || (match.field() == Match.Field.NOTATION && text.ofCode(concept.ref()));
    double pref =
        concept.prefLabels().stream().mapToDouble(each -> text.of(each.text())).max().orElse(0);
    boolean other = match.field() == Match.Field.ALT_LABEL;
    return new Clue(
        concept,
        code,
        pref,
        other ? text.of(match.text()) : 0,
        other ? match.text() : "",
        other ? Match.Field.NONE : match.field(),
        /* partial= */ false,
        Map.of());
  }

  /** The same with what the question says of its properties. */
  Clue with(Map<String, Held> held) {
    return new Clue(concept, code, pref, alt, shown, unshown, partial, held);
  }

  /** The same, where no label has all the words. */
  Clue partly() {
    return new Clue(concept, code, pref, alt, shown, unshown, true, constraints);
  }

  /** The same, where words of the text were read as the nearest known ones: like, never equal. */
  Clue misspelt() {
    return new Clue(
        concept,
        code,
        Math.min(pref, MISSPELT),
        Math.min(alt, MISSPELT),
        shown,
        unshown,
        partial,
        constraints);
  }

  /** Whether the text is one of its published labels. */
  boolean named() {
    return pref == 1 || alt == 1;
  }

  /** Whether all that the question says of its properties is so. */
  boolean agrees() {
    return constraints.values().stream().allMatch(Held.YES::equals);
  }

  boolean retired() {
    return concept.status() == Status.RETIRED;
  }

  private boolean closed() {
    return "false".equals(concept.properties().get(Property.ACTIF));
  }

  /** 0 to 100, to a tenth. */
  double score() {
    double score = code ? CERTAIN : labelScore();
    if (constraints.get(Properties.CODE) == Held.YES) {
      score = Math.max(score, CODE_BESIDE + score / 5);
    }
    for (Held held : constraints.values()) {
      score *= worth(held);
    }
    return Math.round(score * 10) / 10.0;
  }

  private static double worth(Held held) {
    return switch (held) {
      case YES -> 1;
      case UNKNOWN -> UNKNOWN;
      case NO -> CONTRADICTED;
    };
  }

  private double labelScore() {
    double label =
        Math.max(
            pref == 1 ? CERTAIN : pref * LIKE_LABEL,
            alt == 1 ? OTHER_LABEL : alt * LIKE_OTHER_LABEL);
    double score = Math.max(label, beyondLabels());
    return score * (retired() ? RETIRED : closed() ? CLOSED : 1);
  }

  private double beyondLabels() {
    return switch (unshown) {
      case HIDDEN_LABEL -> partial ? PARTLY : HIDDEN;
      case REGIONAL_LABEL -> partial ? PARTLY : HIDDEN;
      case DEFINITION, REGIONAL_NOTE -> partial ? PARTLY : IN_DEFINITION;
      case NOTATION -> CODE_BEGUN;
      case PREF_LABEL, ALT_LABEL, NONE -> 0;
    };
  }

  List<Feature> features() {
    List<Feature> features = new ArrayList<>();
    features.add(new Feature("code", code));
    features.add(new Feature("prefLabel", pref == 1));
    features.add(new Feature("altLabel", alt == 1));
    features.add(new Feature("labelSimilarity", Math.round(1000 * Math.max(pref, alt)) / 10.0));
    features.add(new Feature("hiddenLabel", unshown == Match.Field.HIDDEN_LABEL));
    features.add(new Feature("definition", unshown == Match.Field.DEFINITION));
    features.add(new Feature("retired", retired()));
    constraints.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(each -> each.getValue() != Held.UNKNOWN)
        .map(each -> new Feature("property:" + each.getKey(), each.getValue() == Held.YES))
        .forEach(features::add);
    return features;
  }

  /** What it is and what matched, in French. */
  String description() {
    StringBuilder words = new StringBuilder(Wording.of(concept));
    if (alt > pref) {
      words.append(" ; trouvé par « ").append(shown).append(" »");
    } else if (beyondLabels() <= pref * LIKE_LABEL) {
      return words.toString();
    } else if (unshown == Match.Field.HIDDEN_LABEL) {
      words.append(" ; trouvé par un synonyme qui n'est pas publié");
    } else if (unshown == Match.Field.REGIONAL_LABEL) {
      words.append(" ; trouvé par un nom régional");
    } else if (unshown == Match.Field.REGIONAL_NOTE) {
      words.append(" ; trouvé par une note régionale");
    } else if (unshown == Match.Field.DEFINITION) {
      words.append(" ; trouvé par la définition");
    }
    return words.toString();
  }
}
