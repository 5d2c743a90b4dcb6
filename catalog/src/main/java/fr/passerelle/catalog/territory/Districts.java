package fr.passerelle.catalog.territory;

/**
 * The arrondissements municipaux of Paris, Lyon and Marseille: files give them beside their
 * commune, or in its place (Insee, code officiel géographique).
 */
final class Districts {
  private Districts() {}

  /** Code of the commune that an arrondissement is in; empty for any other code. */
  static String commune(String code) {
    if (between(code, "75101", "75120")) {
      return "75056";
    }
    if (between(code, "69381", "69389")) {
      return "69123";
    }
    return between(code, "13201", "13216") ? "13055" : "";
  }

  private static boolean between(String code, String first, String last) {
    return code.compareTo(first) >= 0 && code.compareTo(last) <= 0 && code.length() == 5;
  }
}
