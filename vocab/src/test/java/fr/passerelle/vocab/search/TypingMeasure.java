package fr.passerelle.vocab.search;

import static fr.passerelle.vocab.ConceptType.APPELLATION;
import static fr.passerelle.vocab.ConceptType.COMPETENCE;
import static fr.passerelle.vocab.ConceptType.FICHE_METIER;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Fixture;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Measures how long one thread works to answer each key typed, on a generated release of the size
 * of ROME. Run by hand: a timed test would fail on a busy machine.
 */
final class TypingMeasure {
  private static final int SHEETS = 1_600;
  private static final int TITLES = 13_000;
  private static final int SKILLS = 48_000;
  private static final int WARM_UP = 20_000;

  private static final String[] JOBS = {
    "Développeur / Développeuse",
    "Conducteur / Conductrice",
    "Agent / Agente",
    "Soudeur / Soudeuse",
    "Chef / Cheffe d'équipe",
    "Technicien / Technicienne",
    "Aide",
    "Responsable",
    "Assistant / Assistante",
    "Boulanger / Boulangère",
    "Ingénieur / Ingénieure",
    "Directeur / Directrice",
    "Opérateur / Opératrice"
  };
  private static final String[] VERBS = {
    "Réaliser",
    "Assurer",
    "Développer",
    "Contrôler",
    "Organiser",
    "Appliquer",
    "Définir",
    "Suivre",
    "Identifier",
    "Analyser",
    "Conduire",
    "Accompagner",
    "Effectuer",
    "Mettre en œuvre",
    "Utiliser"
  };
  private static final String[] LINKS = {"de", "à", "d'", "du", "en", "des", "pour la", "et"};
  private static final String SYLLABLES =
      "ma con ra ti duc so la re pa vi tech no mé can bi lo gé di ter ma fou cha pro sur in dé co"
          + " li";

  private final Random random = new Random(42);
  private final List<String> nouns = new ArrayList<>();

  private TypingMeasure() {
    String[] syllables = SYLLABLES.split(" ");
    for (int noun = 0; noun < 6_000; noun++) {
      StringBuilder made = new StringBuilder();
      int length = 2 + random.nextInt(3);
      for (int at = 0; at < length; at++) {
        made.append(pick(syllables));
      }
      nouns.add(made.toString());
    }
  }

  /** Prints processor time: its median, 99th percentile and worst, by number of letters typed. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("typing");
    try {
      new TypingMeasure().run(folder, System.out);
    } finally {
      Folders.delete(folder);
    }
  }

  private void run(Path folder, PrintStream out) {
    List<Concept> concepts = concepts();
    Scheme scheme = Scheme.of("rome-4", "ROME 4.0", concepts);
    Release.Source source = new Release.Source("", "", LocalDate.EPOCH, true);
    Release release = new Release(Edition.ROME_4, "60", source, List.of(scheme));
    long start = now();
    try (ConceptSearch search = Searches.over(folder, release)) {
      out.printf("%d concepts indexed and opened in %d ms%n", release.size(), micros(start) / 1000);
      for (int query = 0; query < WARM_UP; query++) {
        search.search(typed(concepts, 1 + query % 20));
      }
      List.of(1, 2, 3, 4, 5, 6, 8, 10, 15, 25).forEach(l -> print(out, search, concepts, l));
    }
  }

  private void print(PrintStream out, ConceptSearch search, List<Concept> concepts, int letters) {
    long[] times = new long[2_000];
    long found = 0;
    for (int query = 0; query < times.length; query++) {
      SearchQuery typed = typed(concepts, letters);
      long start = now();
      found += search.search(typed).total();
      times[query] = micros(start);
    }
    Arrays.sort(times);
    out.printf(
        "%2d letters: p50 %5d us, p99 %5d us, worst %5d us, %d found on average%n",
        letters,
        times[times.length / 2],
        times[times.length * 99 / 100],
        times[times.length - 1],
        found / times.length);
  }

  /** Time of a processor spent by this thread, which other programs do not disturb. */
  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** Microseconds since then. */
  private static long micros(long start) {
    return (now() - start) / 1000;
  }

  private SearchQuery typed(List<Concept> concepts, int letters) {
    String label = concepts.get(random.nextInt(SHEETS + TITLES)).prefLabel("fr");
    return SearchQuery.of(label.substring(0, Math.min(letters, label.length())), 20);
  }

  private List<Concept> concepts() {
    List<Concept> concepts = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    for (int title = 0; title < TITLES; title++) {
      titles.add(pick(JOBS) + " " + tail(1 + random.nextInt(3)));
      concepts.add(Fixture.of("rome-4", "" + (10_000 + title), APPELLATION, titles.get(title)));
    }
    for (int sheet = 0; sheet < SHEETS; sheet++) {
      String[] others =
          titles.subList(sheet * 8, sheet * 8 + 8).stream().distinct().toArray(String[]::new);
      String code = "" + (char) ('A' + sheet % 14) + (1000 + sheet);
      Concept made = Fixture.of("rome-4", code, FICHE_METIER, pick(JOBS) + " " + tail(4), others);
      concepts.add(Fixture.with(made, "Cette personne " + tail(40)));
    }
    for (int skill = 0; skill < SKILLS; skill++) {
      String label = pick(VERBS) + " " + tail(2 + random.nextInt(5));
      concepts.add(Fixture.of("rome-4", "" + (100_000 + skill), COMPETENCE, label));
    }
    return concepts;
  }

  private String tail(int length) {
    StringBuilder made = new StringBuilder();
    for (int noun = 0; noun < length; noun++) {
      made.append(noun == 0 ? "" : " ").append(pick(LINKS)).append(' ');
      made.append(nouns.get(random.nextInt(nouns.size())));
    }
    return made.toString();
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }
}
