package fr.passerelle.api.http;

import fr.passerelle.catalog.territory.Directory;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.catalog.territory.Union;
import fr.passerelle.catalog.territory.Zone;
import fr.passerelle.catalog.territory.Zoning;
import fr.passerelle.vocab.service.Absence;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Territories by the codes that a request gives, or why there is none. */
public final class Territories {
  private Territories() {}

  /**
   * The territory of that code.
   *
   * @throws ProblemException UNKNOWN_CODE, which says what the code stands for if it is known
   */
  public static Zone get(Geography geography, String code) {
    return find(geography, code)
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.UNKNOWN_CODE,
                why(geography, code),
                new Problem.Detail("code", "un code de territoire")));
  }

  private static Optional<Zone> find(Geography geography, String code) {
    return code.length() > Territory.LONGEST
        ? Optional.empty()
        : Territory.parse(code).flatMap(geography::find);
  }

  private static String why(Geography geography, String code) {
    Optional<Territory> territory =
        code.length() > Territory.LONGEST ? Optional.empty() : Territory.parse(code);
    if (territory.isEmpty()) {
      return "%s n'est pas un code de territoire ; par exemple FRANCE, R93, D13, EPCI-200054807, COM-13055%s"
          .formatted(
              Text.quoted(code),
              Territory.isCommuneCode(code) ? " : une commune s'écrit COM-" + code : "");
    }
    if (territory.get().level() == Territory.Level.COMMUNE) {
      return Union.commune(territory.get().code(), geography) + ".";
    }
    return "Aucun territoire %s ; /api/v1/territories les donne, zonages : %s."
        .formatted(Text.quoted(code), String.join(", ", types(geography)));
  }

  /** A commune that is no more, if that is the code of one. */
  public static Optional<Territory> former(Geography geography, String code) {
    return Optional.of(code)
        .filter(each -> each.length() <= Territory.LONGEST)
        .flatMap(Territory::parse)
        .filter(each -> each.level() == Territory.Level.COMMUNE)
        .filter(
            each -> geography.biography(each.code()).filter(life -> !life.current()).isPresent());
  }

  private static List<String> types(Geography geography) {
    return Stream.concat(
            geography.zonings().stream().map(Zoning::id), Stream.of(Territory.COMMUNE, "PAYS"))
        .toList();
  }

  /**
   * What a list of territories is asked for.
   *
   * @throws ProblemException BAD_PARAMETER for an unknown type or territory
   */
  public static Directory.Query query(
      Geography geography, @Nullable String type, String words, @Nullable String within) {
    if (type != null && !types(geography).contains(type)) {
      throw ProblemException.parameter(
          "type",
          type,
          "un zonage : %s ; le plus proche est %s"
              .formatted(
                  String.join(", ", types(geography)),
                  types(geography).stream()
                      .min(Comparator.comparingInt(each -> Text.distance(each, Text.cut(type))))
                      .orElse("")));
    }
    return new Directory.Query(
        Optional.ofNullable(type),
        words,
        Optional.ofNullable(within)
            .map(code ->
                find(geography, code)
                    .orElseThrow(
                        () -> ProblemException.parameter("within", code, why(geography, code)))));
  }

  /** Why a list of territories is empty. */
  public static Absence absence(Geography geography, Directory.Query query) {
    boolean elsewhere =
        !geography
            .directory()
            .find(new Directory.Query(Optional.empty(), query.words(), Optional.empty()))
            .isEmpty();
    return Absence.of(elsewhere ? Absence.Reason.FILTERED : Absence.Reason.NOT_FOUND);
  }
}
