package fr.passerelle.catalog.territory;

import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.RefusedException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * A perimeter as somebody asks for it: any zones and communes.
 *
 * @param members their codes, each once
 * @param vintage year of the geographic code
 */
public record Union(List<String> members, int vintage) {
  /** Members of the longest list. */
  public static final int MOST_MEMBERS = 5_000;

  private static final int NAMED = 200;

  public Union {
    members = List.copyOf(new LinkedHashSet<>(members));
  }

  /**
   * Its perimeter.
   *
   * @throws RefusedException with each member that is none, and what it became
   */
  public Perimeter in(Geography geography) {
    if (members.isEmpty() || members.size() > MOST_MEMBERS) {
      throw RefusedException.of(
          "/members",
          "size",
          "de 1 à %d membres, zones ou communes ; donnés : %d"
              .formatted(MOST_MEMBERS, members.size()));
    }
    return vintage == geography.vintage()
        ? Perimeter.of(geography, Communes.union(sets(geography)))
        : ofThen(geography);
  }

  /** Communes of that year: zones are known as they are today. */
  private Perimeter ofThen(Geography geography) {
    Vintage then =
        geography
            .vintage(vintage)
            .orElseThrow(() ->
                RefusedException.of(
                    "/vintage",
                    "vintage",
                    "le millésime %d n'est pas connu ici ; il y a %s, et sans vintage %d"
                        .formatted(vintage, geography.vintages(), geography.vintage())));
    List<String> codes = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      Optional<Territory> commune =
          Territory.parse(members.get(i))
              .filter(each -> each.level() == Territory.Level.COMMUNE)
              .filter(each -> then.has(each.code()));
      commune.ifPresent(each -> codes.add(each.code()));
      if (commune.isEmpty() && faults.size() < NAMED) {
        faults.add(new Fault("/members/" + i, "member", whyThen(members.get(i))));
      }
    }
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    return Perimeter.of(vintage, codes);
  }

  private String whyThen(String member) {
    return "%s n'est pas une commune de %d ; un périmètre d'un autre millésime que celui de référence se donne commune par commune, par exemple COM-13055"
        .formatted(cut(member), vintage);
  }

  private List<Communes> sets(Geography geography) {
    List<Communes> sets = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      Optional<Communes> found = Territory.parse(members.get(i)).flatMap(geography::communes);
      found.ifPresent(sets::add);
      if (found.isEmpty() && faults.size() < NAMED) {
        faults.add(new Fault("/members/" + i, "member", why(members.get(i), geography)));
      }
    }
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    return sets;
  }

  private static String cut(String member) {
    return member.length() > Territory.LONGEST
        ? member.substring(0, Territory.LONGEST) + "…"
        : member;
  }

  private static String why(String member, Geography geography) {
    String cut = cut(member);
    Optional<Territory> territory = Territory.parse(member);
    if (territory.isEmpty()) {
      return Territory.isCommuneCode(member)
          ? "« %s » : une commune s'écrit COM-%s".formatted(cut, cut)
          : "« %s » n'est pas un code de territoire ; par exemple EPCI-200054807, D13, COM-13055"
              .formatted(cut);
    }
    return switch (territory.get().level()) {
      case COMMUNE -> commune(territory.get().code(), geography);
      case WORLD, EUROPE -> cut + " n'a pas de communes";
      case COUNTRY, COMPARISON, REGION, DEPARTMENT, ZONE ->
          "aucun territoire %s ici ; /api/v1/territories les donne".formatted(cut);
    };
  }

  /** Why that is no commune of the reference vintage, and what to take in its place. */
  public static String commune(String code, Geography geography) {
    String not = "COM-%s n'est pas une commune de %d".formatted(code, geography.vintage());
    return switch (geography.passage(code, geography.vintage())) {
      case Passage.OtherVintage other ->
          "%s (%s)%s"
              .formatted(
                  not,
                  geography.name(code, geography.vintage()),
                  other.now().isEmpty()
                      ? ""
                      : " ; elle est devenue " + named(other.now(), geography));
      case Passage.District district ->
          "%s mais un arrondissement municipal ; prendre %s"
              .formatted(not, named(List.of(geography.code(district.place())), geography));
      case Passage.Known _, Passage.Untraced _, Passage.Unknown _, Passage.UnknownVintage _ ->
          not + ", ni d'aucun millésime connu ici";
    };
  }

  private static String named(List<String> codes, Geography geography) {
    return String.join(
        ", ",
        codes.stream()
            .map(code -> "COM-%s (%s)".formatted(code, geography.name(code, geography.vintage())))
            .toList());
  }
}
