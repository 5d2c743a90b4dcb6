package fr.passerelle.vocab;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A licence under which data may be published, by its SPDX identifier where SPDX knows it. */
public enum Licence {
  /** Licence Ouverte 2.0: source and date are to be cited. */
  ETALAB_2_0(
      "etalab-2.0",
      "Licence Ouverte / Open Licence version 2.0",
      "https://spdx.org/licenses/etalab-2.0",
      "lo lov2 lo-2.0 licence-ouverte etalab.gouv.fr/licence-ouverte-open-licence"),
  /** Open Database Licence: share alike. */
  ODBL_1_0(
      "odbl-1.0",
      "Open Data Commons Open Database License (ODbL)",
      "https://spdx.org/licenses/ODbL-1.0",
      "odbl odc-odbl opendatacommons.org/licenses/odbl opendatacommons.org/licenses/odbl/1-0"),
  /** Creative Commons Attribution 4.0. */
  CC_BY_4_0(
      "cc-by-4.0",
      "Creative Commons Attribution 4.0",
      "https://spdx.org/licenses/CC-BY-4.0",
      "cc-by creativecommons.org/licenses/by/4.0"),
  /** Public domain dedication. */
  CC0_1_0(
      "cc0-1.0",
      "Creative Commons Zero 1.0",
      "https://spdx.org/licenses/CC0-1.0",
      "cc0 cc-zero creativecommons.org/publicdomain/zero/1.0"),
  /** Codes, preferred labels and hierarchy of Formacode, a registered mark of Centre Inffo. */
  FORMACODE(
      "formacode",
      "Formacode®, marque de Centre Inffo : codes, libellés et hiérarchie, avec mention du"
          + " producteur",
      "https://formacode.centre-inffo.fr/",
      "");

  private final String code;
  private final String label;
  private final String uri;

  /** Separated by spaces. */
  private final String aliases;

  Licence(String code, String label, String uri, String aliases) {
    this.code = code;
    this.label = label;
    this.uri = uri;
    this.aliases = aliases;
  }

  /** Code to declare it by, lower case. */
  public String code() {
    return code;
  }

  /** Name as data.gouv.fr writes it, where it knows it. */
  public String label() {
    return label;
  }

  /** Address of the licence. */
  public String uri() {
    return uri;
  }

  /**
   * Whether it covers all that a release says; otherwise synonyms and notes may serve search only.
   */
  public boolean coversTexts() {
    return this != FORMACODE;
  }

  /** The licence of that code, alias or address, in any case. */
  public static Optional<Licence> find(String name) {
    String wanted = tidy(name);
    return Arrays.stream(values())
        // A licence without alias would answer to no name at all.
        .filter(licence -> !wanted.isEmpty())
        .filter(licence ->
            licence.code.equals(wanted)
                || tidy(licence.uri).equals(wanted)
                || List.of(licence.aliases.split(" ")).contains(wanted))
        .findFirst();
  }

  /** One licence has one address, with or without scheme, final slash and kind of page. */
  private static String tidy(String name) {
    return name.strip()
        .toLowerCase(Locale.ROOT)
        .replaceFirst("^https?://(www\\.)?", "")
        .replaceFirst("/(deed(\\.\\w+)?|legalcode(\\.\\w+)?)?$", "");
  }

  /**
   * The licence of what is made of parts under those; empty where there is none, or where they do
   * not go together: ODbL is share-alike, and a mark is not given on.
   */
  public static Optional<Licence> ofParts(Collection<Licence> parts) {
    Set<Licence> all = EnumSet.noneOf(Licence.class);
    all.addAll(parts);
    if (all.size() > 1) {
      all.remove(CC0_1_0);
    }
    if (all.size() > 1 && !all.contains(FORMACODE)) {
      all.remove(ETALAB_2_0);
    }
    return all.size() == 1 ? Optional.of(all.iterator().next()) : Optional.empty();
  }

  /** All codes, for messages. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(Licence::code).toList();
  }
}
