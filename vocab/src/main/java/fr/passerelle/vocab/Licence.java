package fr.passerelle.vocab;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A licence under which data may be published, by its SPDX identifier where SPDX knows it. The list
 * is closed: what is under none of these is kept, and not published.
 *
 * <p>What is made of parts under several of them is told by {@link CombinedLicence}.
 */
public enum Licence {
  /** Public domain dedication. */
  CC0_1_0(
      "cc0-1.0",
      "Creative Commons Zero 1.0",
      "https://spdx.org/licenses/CC0-1.0",
      "cc0 cc-zero creativecommons.org/publicdomain/zero/1.0"),
  /** Licence Ouverte 1.0: source and date are to be cited. */
  ETALAB_1_0(
      "etalab-1.0",
      "Licence Ouverte / Open Licence version 1.0",
      "https://www.etalab.gouv.fr/wp-content/uploads/2014/05/Licence_Ouverte.pdf",
      "lo-1.0 lov1",
      Condition.ATTRIBUTION),
  /** Licence Ouverte 2.0: source and date are to be cited. */
  ETALAB_2_0(
      "etalab-2.0",
      "Licence Ouverte / Open Licence version 2.0",
      "https://spdx.org/licenses/etalab-2.0",
      "lo lov2 lo-2.0 licence-ouverte etalab.gouv.fr/licence-ouverte-open-licence",
      Condition.ATTRIBUTION),
  /** Open Database Licence: share alike. */
  ODBL_1_0(
      "odbl-1.0",
      "Open Data Commons Open Database License (ODbL)",
      "https://spdx.org/licenses/ODbL-1.0",
      "odbl odc-odbl opendatacommons.org/licenses/odbl opendatacommons.org/licenses/odbl/1-0",
      Condition.ATTRIBUTION,
      Condition.SHARE_ALIKE),
  /** Creative Commons Attribution 4.0. */
  CC_BY_4_0(
      "cc-by-4.0",
      "Creative Commons Attribution 4.0",
      "https://spdx.org/licenses/CC-BY-4.0",
      "cc-by creativecommons.org/licenses/by/4.0",
      Condition.ATTRIBUTION,
      Condition.NO_LOCKS),
  /** Creative Commons Attribution-ShareAlike 4.0. */
  CC_BY_SA_4_0(
      "cc-by-sa-4.0",
      "Creative Commons Attribution - Partage dans les mêmes conditions 4.0",
      "https://spdx.org/licenses/CC-BY-SA-4.0",
      "cc-by-sa creativecommons.org/licenses/by-sa/4.0",
      Condition.ATTRIBUTION,
      Condition.NO_LOCKS,
      Condition.SHARE_ALIKE),
  /** Creative Commons Attribution-NonCommercial 4.0. */
  CC_BY_NC_4_0(
      "cc-by-nc-4.0",
      "Creative Commons Attribution - Pas d'utilisation commerciale 4.0",
      "https://spdx.org/licenses/CC-BY-NC-4.0",
      "cc-by-nc creativecommons.org/licenses/by-nc/4.0",
      Condition.ATTRIBUTION,
      Condition.NO_LOCKS,
      Condition.NON_COMMERCIAL),
  /** Creative Commons Attribution-NonCommercial-ShareAlike 4.0. */
  CC_BY_NC_SA_4_0(
      "cc-by-nc-sa-4.0",
      "Creative Commons Attribution - Pas d'utilisation commerciale - Partage dans les mêmes"
          + " conditions 4.0",
      "https://spdx.org/licenses/CC-BY-NC-SA-4.0",
      "cc-by-nc-sa creativecommons.org/licenses/by-nc-sa/4.0",
      Condition.ATTRIBUTION,
      Condition.NO_LOCKS,
      Condition.NON_COMMERCIAL,
      Condition.SHARE_ALIKE),
  /** Creative Commons Attribution-NoDerivatives 4.0. */
  CC_BY_ND_4_0(
      "cc-by-nd-4.0",
      "Creative Commons Attribution - Pas de modification 4.0",
      "https://spdx.org/licenses/CC-BY-ND-4.0",
      "cc-by-nd creativecommons.org/licenses/by-nd/4.0",
      Condition.ATTRIBUTION,
      Condition.NO_LOCKS,
      Condition.NO_DERIVATIVES),
  /** Creative Commons Attribution-NonCommercial-NoDerivatives 4.0. */
  CC_BY_NC_ND_4_0(
      "cc-by-nc-nd-4.0",
      "Creative Commons Attribution - Pas d'utilisation commerciale - Pas de modification 4.0",
      "https://spdx.org/licenses/CC-BY-NC-ND-4.0",
      "cc-by-nc-nd creativecommons.org/licenses/by-nc-nd/4.0",
      Condition.ATTRIBUTION,
      Condition.NO_LOCKS,
      Condition.NON_COMMERCIAL,
      Condition.NO_DERIVATIVES),
  /** Codes, preferred labels and hierarchy of Formacode, a registered mark of Centre Inffo. */
  FORMACODE(
      "formacode",
      "Formacode®, marque de Centre Inffo : codes, libellés et hiérarchie, avec mention du"
          + " producteur",
      "https://formacode.centre-inffo.fr/",
      "",
      Condition.ATTRIBUTION,
      Condition.CODES_ONLY);

  /** What a licence asks of who uses the data again. */
  public enum Condition {
    /** Producer and date are cited. */
    ATTRIBUTION,
    /** No technical measure keeps others from what the licence grants (Creative Commons, 2.a.5). */
    NO_LOCKS,
    /** What is made of the data is published under that very licence. */
    SHARE_ALIKE,
    /** Not for money. */
    NON_COMMERCIAL,
    /** Given on as it is only: nothing that is made of it is published. */
    NO_DERIVATIVES,
    /** Codes, preferred labels and hierarchy only; neither synonyms nor notes. */
    CODES_ONLY
  }

  private final String code;
  private final String label;
  private final String uri;

  /** Separated by spaces. */
  private final String aliases;

  @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
  private final Set<Condition> conditions;

  Licence(String code, String label, String uri, String aliases, Condition... conditions) {
    this.code = code;
    this.label = label;
    this.uri = uri;
    this.aliases = aliases;
    this.conditions = Set.of(conditions);
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

  /** Whether it asks that. */
  public boolean asks(Condition condition) {
    return conditions.contains(condition);
  }

  /**
   * Whether it covers all that a release says; otherwise synonyms and notes may serve search only.
   */
  public boolean coversTexts() {
    return !asks(Condition.CODES_ONLY);
  }

  /**
   * Whether data under this licence may be a part of what is published under that one: it asks for
   * all that this one asks for, and this one does not ask to be kept.
   */
  boolean fits(Licence whole) {
    if (this == whole) {
      return true;
    }
    boolean kept = asks(Condition.SHARE_ALIKE) || asks(Condition.NO_DERIVATIVES);
    boolean alike = conditions.equals(whole.conditions);
    return !kept
        && !whole.asks(Condition.NO_DERIVATIVES)
        && whole.conditions.containsAll(conditions)
        // Of two versions that ask the same, the whole has the later one.
        && (!alike || compareTo(whole) < 0);
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

  /** Why that name is none of a licence of data, and what to do, in French. */
  public static String refusal(String name) {
    String wanted = tidy(name);
    if (wanted.matches(
        "(apache|mit|bsd|isc|mpl|epl|eupl|cecill|l?gpl|agpl|gnu)\\b.*|opensource\\.org/.*")) {
      return "« %s » est une licence de logiciel, jamais celle de données : demander au producteur celle de ses données ; connues : %s"
          .formatted(name, codes());
    }
    if (wanted.matches(
        ".*\\b(tous droits|droits réservés|all[ -]rights|proprietary|copyright).*")) {
      return "« %s » ne permet pas de publier : ne pas déclarer de licence (les données sont gardées, rien n'en est public), ou demander une autorisation ; connues : %s"
          .formatted(name, codes());
    }
    return "licence inconnue « %s » ; connues : %s".formatted(name, codes());
  }

  /** All codes, for messages. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(Licence::code).toList();
  }

  /** Those under which data under all of those parts may be published together. */
  static Set<Licence> of(Set<Licence> parts) {
    Set<Licence> all = EnumSet.allOf(Licence.class);
    all.removeIf(whole -> !parts.stream().allMatch(part -> part.fits(whole)));
    return all;
  }
}
