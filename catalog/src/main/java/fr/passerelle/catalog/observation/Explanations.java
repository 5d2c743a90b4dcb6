package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.Measure;
import java.util.Locale;

/** Why there is no value, in French. */
final class Explanations {
  private Explanations() {}

  static String of(Answer.Reason reason, Indicator indicator) {
    return switch (reason) {
      case NOT_ADDITIVE -> notAdditive(indicator.measure().kind());
      case NOT_AVAILABLE -> "La source dit que cette valeur n'existe pas pour ce territoire.";
      case SUPPRESSED -> "Cette valeur est retenue, par exemple pour le secret statistique.";
      case NO_DATA -> "Aucune valeur n'a été livrée pour ce territoire et cette période.";
      case INCOMPLETE ->
          "Les territoires dont une valeur est publiée font moins de la moitié de la population de"
              + " celui-ci : leur somme ne dirait rien de lui.";
      case NO_DENOMINATOR -> "Le dénominateur est nul sur ce territoire.";
      case MISSING_TERM ->
          "Une différence demande ses deux termes, chacun pour tout le territoire.";
      case LICENCE ->
          "Les licences des sources ne permettent pas de publier ce qui en est calculé.";
      case TOO_UNCERTAIN ->
          "La protection du secret statistique rend cette valeur trop incertaine pour être donnée :"
              + " prendre un territoire plus grand ou moins de modalités.";
    };
  }

  /** Which side of a difference is missing, and why. */
  static String missing(Indicator term, String why) {
    return "Une différence demande ses deux termes ; « %s » : %s".formatted(term.title(), why);
  }

  /** What a protected value is to be read with. */
  static String of(Precision precision) {
    return String.format(
        Locale.FRANCE, "Protégé par l'observatoire, à %.1f près.", precision.halfWidth());
  }

  private static String notAdditive(Measure.Kind kind) {
    return switch (kind) {
      case MEDIAN -> "Une médiane ne se calcule pas à partir des médianes des parties.";
      case INDEX -> "Un indice ne se calcule pas à partir des indices des parties.";
      case DISTINCT ->
          "Des unités différentes ne s'additionnent pas : l'une peut être comptée dans deux"
              + " parties.";
      case RATIO ->
          "Un taux ne se calcule pas à partir des taux des parties : il faut ses deux termes, que"
              + " la source ne donne pas.";
      case STOCK, FLOW, DIFFERENCE -> "Ces valeurs ne s'additionnent pas entre territoires.";
    };
  }
}
