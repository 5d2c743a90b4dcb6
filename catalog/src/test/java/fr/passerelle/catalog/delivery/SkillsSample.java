package fr.passerelle.catalog.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the bundled figures of skills by a rule: {@code SkillsSample OUT}. The rule knows of
 * departments how large they are, roughly, and of skills nothing: whatever one reads in the figures
 * was put there by it.
 */
final class SkillsSample {
  /** Macro-skills of ROME 4.0 that the bundled sample of ROME has. */
  static final List<String> SKILLS =
      List.of("118069", "300004", "300034", "300055", "300067", "300072");

  private static final List<String> PERIODS = List.of("2025-Q3", "2025-Q4");

  /** Departments with a size. */
  private static final Map<String, Integer> SIZES =
      new TreeMap<>(Map.of("D04", 2, "D05", 2, "D06", 11, "D13", 20, "D83", 10, "D84", 5));

  private SkillsSample() {}

  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[0]), text());
  }

  /** The resource. */
  static String text() {
    StringBuilder text =
        new StringBuilder("territoire;periode;competence;demandees;disponibles;enseignees\n");
    SIZES.forEach((territory, size) -> {
      int department = Integer.parseInt(territory.substring(1));
      for (int period = 0; period < PERIODS.size(); period++) {
        for (int skill = 0; skill < SKILLS.size(); skill++) {
          int turn = 7 * skill + 5 * department + 3 * period;
          text.append(
              "%s;%s;%s;%d;%d;%s\n"
                  .formatted(
                      territory,
                      PERIODS.get(period),
                      SKILLS.get(skill),
                      size * (12 + turn % 23),
                      size * (8 + turn * turn % 31),
                      taught(size, turn)));
        }
      }
    });
    return text.toString();
  }

  /** One in nine was not collected: a difference with it is refused. */
  private static String taught(int size, int turn) {
    return turn % 9 == 4 ? "" : String.valueOf(size * (3 + turn * 11 % 17));
  }
}
