package fr.passerelle.catalog.observation.source;

import fr.passerelle.catalog.observation.Format.Codes;
import fr.passerelle.catalog.observation.Format.Column;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Passage;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Row;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Codes of territories, each checked against those that there are. */
record Places(Geography geography, int vintage, Findings findings, Map<String, Territory> sound) {

  /** Those of a vintage; a code that was found sound is not looked up again. */
  Places(Geography geography, int vintage, Findings findings) {
    this(geography, vintage, findings, new HashMap<>());
  }

  Optional<Territory> read(Row row, Column.Where column) {
    String code = row.get(column.name()).strip();
    if (column.zoning().equals(Territory.COMMUNE)) {
      Territory known = sound.get(code);
      if (known != null) {
        return Optional.of(known);
      }
      Optional<Territory> commune = commune(row, column, code);
      commune.ifPresent(each -> sound.put(code, each));
      return commune;
    }
    Optional<Territory> territory =
        column.zoning().isEmpty() ? Territory.parse(code) : zone(column, code);
    Optional<Territory> known = territory.filter(each -> geography.find(each).isPresent());
    if (known.isEmpty() && territory.isPresent() && column.codes() == Codes.FORMER_TOO) {
      findings.repaired(
          "zone qui n'est plus dans le zonage : sa valeur est gardée sous son code, sans communes",
          row.place(column.name()));
      return territory;
    }
    if (known.isEmpty()) {
      findings.refused(
          row.place(column.name()),
          "territory",
          "« %s » : pas de territoire de ce code%s"
              .formatted(
                  code, column.zoning().isEmpty() ? "" : " dans le zonage " + column.zoning()));
    }
    return known;
  }

  private static Optional<Territory> zone(Column.Where column, String code) {
    String plain = column.codes() == Codes.PADDED ? plain(code) : code;
    return Territory.isZoneCode(plain)
        ? Optional.of(Territory.of(column.zoning(), plain))
        : Optional.empty();
  }

  /** {@code 001} is 01: departments of two characters stand in files as three. */
  private static String plain(String code) {
    return code.length() == 3 && code.startsWith("0") ? code.substring(1) : code;
  }

  /** A commune is kept under the code of its vintage: what it is today is told by its passage. */
  private Optional<Territory> commune(Row row, Column.Where column, String code) {
    String fault =
        switch (geography.passage(code, vintage)) {
          case Passage.Known known -> "";
          case Passage.District district -> "";
          case Passage.OtherVintage other ->
              "pas de commune de ce code dans la géographie %d, mais dans %s, aujourd'hui %s"
                  .formatted(vintage, other.vintages(), other.now());
          case Passage.Untraced untraced ->
              "aucun fichier importé ne dit ce que cette commune est devenue";
          case Passage.Unknown unknown -> "pas de commune de ce code";
          case Passage.UnknownVintage unknown -> "la géographie %d est inconnue".formatted(vintage);
        };
    if (!fault.isEmpty()) {
      findings.refused(row.place(column.name()), "commune", "« %s » : %s".formatted(code, fault));
      return Optional.empty();
    }
    return Optional.of(Territory.commune(code));
  }
}
