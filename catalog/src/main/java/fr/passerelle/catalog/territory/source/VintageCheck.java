package fr.passerelle.catalog.territory.source;

import fr.passerelle.catalog.territory.GeographyPart.Change;
import fr.passerelle.catalog.territory.GeographyPart.Commune;
import fr.passerelle.catalog.territory.GeographyPart.Step;
import fr.passerelle.vocab.source.Findings;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Lists of communes and passages held against each other: from one they give the other. */
final class VintageCheck {
  /** Codes that a message names. */
  private static final int NAMED = 5;

  private VintageCheck() {}

  static void check(
      int reference,
      List<String> codes,
      Map<Integer, List<Commune>> lists,
      List<Step> steps,
      Findings findings) {
    Map<Integer, Set<String>> crossed = new TreeMap<>();
    crossed.put(reference, new TreeSet<>(codes));
    List<Step> chain =
        steps.stream().sorted(Comparator.comparingInt(Step::from).reversed()).toList();
    for (Step step : chain) {
      Optional.ofNullable(crossed.get(step.to()))
          .ifPresentOrElse(
              after -> crossed.put(step.from(), before(step, after, findings)),
              () ->
                  findings.remark(
                      "passage %d-%d : aucun fichier ne mène de %d à %d, non employé"
                          .formatted(step.from(), step.to(), step.to(), reference)));
      invented(step, findings);
    }
    crossed.forEach((year, all) ->
        Optional.ofNullable(lists.get(year)).ifPresent(list -> compare(year, all, list, findings)));
  }

  private static Set<String> before(Step step, Set<String> after, Findings findings) {
    Set<String> made =
        step.changes().stream().map(Change::after).collect(Collectors.toCollection(TreeSet::new));
    Set<String> strangers = new TreeSet<>(made);
    strangers.removeAll(after);
    if (!strangers.isEmpty()) {
      findings.refused(
          "passage " + step.from() + "-" + step.to(),
          "vintage",
          "communes qui n'existent pas en %d : %s ; le passage est d'un autre millésime"
              .formatted(step.to(), some(strangers)));
    }
    Set<String> before = new TreeSet<>(after);
    before.removeAll(made);
    step.changes().forEach(each -> before.add(each.before()));
    return before;
  }

  private static void invented(Step step, Findings findings) {
    Map<String, List<Change>> parts =
        step.changes().stream()
            .collect(Collectors.groupingBy(Change::before, TreeMap::new, Collectors.toList()));
    parts.forEach((code, into) -> {
      if (into.size() > 1
          && into.stream().allMatch(each -> Math.abs(each.ratio() - 1.0 / into.size()) < 1e-9)) {
        findings.remark(
            "passage %d-%d : %s est scindée en %d parts égales, qui ne sont pas un dénombrement ; la population est prise à la place"
                .formatted(step.from(), step.to(), code, into.size()));
      }
    });
  }

  private static void compare(
      int year, Set<String> crossed, List<Commune> list, Findings findings) {
    Set<String> listed =
        list.stream().map(Commune::code).collect(Collectors.toCollection(TreeSet::new));
    Set<String> missing = new TreeSet<>(crossed);
    missing.removeAll(listed);
    Set<String> more = new TreeSet<>(listed);
    more.removeAll(crossed);
    if (!missing.isEmpty() || !more.isEmpty()) {
      findings.refused(
          "population_communes_COG" + year,
          "vintage",
          "les communes ne sont pas celles de %d selon la table et les passages ; en moins : %s, en plus : %s"
              .formatted(year, some(missing), some(more)));
    }
  }

  private static String some(Set<String> codes) {
    return codes.stream().limit(NAMED).collect(Collectors.joining(", "))
        + (codes.size() > NAMED ? ", et " + (codes.size() - NAMED) + " autres" : "");
  }
}
