package fr.passerelle.api.linkeddata.sparql.guard;

import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import java.util.List;
import java.util.Map;

/** What a question had too much of. */
public enum Excess {
  /** Time. */
  TIME(
      ProblemType.UNAVAILABLE,
      "La question n'a pas fini dans le temps admis : la resserrer (un graphe, un type, un code),"
          + " ou la reposer plus tard."),
  /** Memory, over all. */
  MEMORY(
      ProblemType.TOO_LARGE,
      "La question demande trop de mémoire : la resserrer, ou la couper en plusieurs."),
  /** Solutions held at once. */
  KEPT(
      ProblemType.TOO_LARGE,
      "La question garde trop de solutions à la fois (tri, jointure, DISTINCT) : la resserrer."),
  /** Rows of the answer. */
  ROWS(
      ProblemType.TOO_LARGE,
      "La réponse dépasse 20 000 lignes ou triplets : ajouter LIMIT, puis OFFSET avec ORDER BY ;"
          + " les fichiers entiers sont au catalogue."),
  /** Bytes of the answer. */
  BYTES(
      ProblemType.TOO_LARGE,
      "La réponse dépasse 8 Mo : demander moins de variables, ou ajouter LIMIT."),
  /** Characters of one value. */
  TEXT(
      ProblemType.TOO_LARGE,
      "La question compose un texte de plus de 65 536 caractères, ou un nombre de plus de 1 000"
          + " chiffres.");

  /** Seconds after which the same question may go better: the machine was perhaps busy. */
  private static final String LATER = "30";

  private final ProblemType type;
  private final String detail;

  Excess(ProblemType type, String detail) {
    this.type = type;
    this.detail = detail;
  }

  /** Whether that is what who asked was told. */
  public boolean is(ProblemException problem) {
    return problem.detail().equals(detail);
  }

  /** What who asked is told. */
  public ProblemException problem() {
    return new ProblemException(
        type, detail, List.of(), this == TIME ? Map.of("Retry-After", LATER) : Map.of());
  }
}
