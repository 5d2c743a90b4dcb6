package fr.passerelle.api.cli;

import fr.passerelle.vocab.release.Impact;
import fr.passerelle.vocab.release.Replacement;
import fr.passerelle.vocab.release.Touched;
import fr.passerelle.vocab.release.Use;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints who is touched by a release: counts, then the gravest uses. */
final class ImpactPrinter {
  private static final int LISTED = 20;

  private final PrintWriter out;

  ImpactPrinter(PrintWriter out) {
    this.out = out;
  }

  void print(Impact impact) {
    out.printf("%s : de %s à %s%n", impact.edition(), impact.from(), impact.to());
    out.println("Ce qui change :");
    count(
        impact.touched().stream()
            .collect(
                Collectors.groupingBy(each -> each.kind(), TreeMap::new, Collectors.counting())));
    if (impact.uses().isEmpty()) {
      out.println("Aucun usage publié n'est touché.");
      return;
    }
    out.printf(Locale.FRANCE, "Usages touchés : %,d%n", impact.uses().size());
    impact.uses().stream()
        .collect(Collectors.groupingBy(Use::by, TreeMap::new, Collectors.counting()))
        .forEach((by, uses) -> out.printf(Locale.FRANCE, "  %,9d  %s%n", uses, by));
    out.printf(
        Locale.FRANCE,
        "  %,9d  ont un remplacement proposé%n",
        impact.uses().stream().filter(use -> !use.replacements().isEmpty()).count());
    impact.uses().stream().limit(LISTED).forEach(this::print);
    if (impact.uses().size() > LISTED) {
      out.println("  ... (tous dans un classeur : --xlsx FICHIER)");
    }
  }

  private void count(Map<Touched.Kind, Long> counts) {
    counts.forEach((kind, count) -> out.printf(Locale.FRANCE, "  %,9d  %s%n", count, kind.words()));
  }

  private void print(Use use) {
    out.printf(
        "  %s « %s » (%s)%n    %s : %s « %s » (%s)%n",
        use.touched().ref(),
        use.touched().label(),
        use.touched().words(),
        use.by(),
        use.other(),
        use.otherLabel(),
        use.relation());
    for (Replacement each : use.replacements()) {
      out.printf("    proposé : %s « %s » (%s)%n", each.ref(), each.label(), each.reason());
    }
  }
}
