package fr.passerelle.vocab.nomenclature;

import fr.passerelle.vocab.ConceptBuilder;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import fr.passerelle.vocab.source.Row;
import fr.passerelle.vocab.source.SourceText;
import fr.passerelle.vocab.source.Table;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reader of {@code dares_nomenclature_fap2021.csv}: a row is a detailed family and, on its left,
 * the three levels above it.
 *
 * <p>A family that is not divided keeps its code and label from one level to the next: it is one
 * concept, on both levels ({@link Property#ECHELONS}).
 */
public final class FapFile {
  private enum Level {
    FAP_22("FAP 22", "[A-Z]"),
    FAP_86("FAP 86", "[A-Z][0-9A-Z][A-Z]"),
    FAP_228("FAP 228", "[A-Z][0-9A-Z][A-Z]\\d{2}"),
    FAP_341("FAP 341", "[A-Z][0-9A-Z][A-Z]\\d{2}[a-z]?");

    private final String title;
    private final String pattern;

    Level(String title, String pattern) {
      this.title = title;
      this.pattern = pattern;
    }

    String code() {
      return "Code " + title;
    }

    String label() {
      return "Intitulé " + title;
    }
  }

  private final Findings findings;
  private final Map<String, ConceptBuilder> families = new LinkedHashMap<>();

  private FapFile(Findings findings) {
    this.findings = findings;
  }

  /**
   * Reads the file as published; nothing in it tells its day, which is to be given.
   *
   * @throws fr.passerelle.vocab.RefusedException with every fault found
   */
  public static List<Release> read(Origin origin, Findings findings) throws IOException {
    LocalDate issued = origin.issued(Optional.empty());
    FapFile file = new FapFile(findings);
    List<String> columns =
        Arrays.stream(Level.values())
            .flatMap(level -> Stream.of(level.code(), level.label()))
            .toList();
    Table.of(origin.file(), ';', columns, findings)
        .read(SourceText.open(origin.path(), findings), file::row);
    findings.refuseIfFaulty();
    Scheme scheme =
        Scheme.of(
            Edition.FAP_2021.id(),
            Edition.FAP_2021.title(),
            file.families.values().stream().map(ConceptBuilder::build).toList());
    return List.of(
        Release.of(
            Edition.FAP_2021,
            origin.release().orElse("2021"),
            origin.source(issued),
            List.of(scheme)));
  }

  private void row(Row row) {
    Optional<ConceptBuilder> parent = Optional.empty();
    for (Level level : Level.values()) {
      if (!row.get(level.code()).matches(level.pattern) || row.isEmpty(level.label())) {
        findings.refused(
            row.place(level.code()),
            "required",
            "code ou intitulé absent ou mal écrit : « " + row.get(level.code()) + " »");
        return;
      }
      parent = Optional.of(family(row, level, parent));
    }
  }

  private ConceptBuilder family(Row row, Level level, Optional<ConceptBuilder> parent) {
    String code = row.get(level.code());
    String label = row.text(level.label());
    ConceptBuilder family =
        families.computeIfAbsent(
            code,
            key ->
                new ConceptBuilder(new ConceptRef(Edition.FAP_2021.id(), key), type(level), label));
    if (!family.prefLabel().equals(label)) {
      findings.refused(
          row.place(level.label()),
          "two-labels",
          code + " a deux intitulés : « " + family.prefLabel() + " » et « " + label + " »");
    }
    echelon(family, level);
    parent.filter(above -> above != family).ifPresent(above -> below(family, above, row, level));
    return family;
  }

  private static ConceptType type(Level level) {
    return level == Level.FAP_22 ? ConceptType.DOMAINE_FAP : ConceptType.FAMILLE_PROFESSIONNELLE;
  }

  private static void echelon(ConceptBuilder family, Level level) {
    String before = family.property(Property.ECHELONS);
    if (before.lines().noneMatch(level.title::equals)) {
      family.property(
          Property.ECHELONS, before.isEmpty() ? level.title : before + "\n" + level.title);
    }
  }

  private void below(ConceptBuilder family, ConceptBuilder above, Row row, Level level) {
    boolean added = family.link(Link.of(Link.Kind.BROADER, above.ref()));
    long parents = family.build().links(Link.Kind.BROADER).count();
    if (added && parents > 1) {
      findings.refused(
          row.place(level.code()),
          "two-parents",
          family.ref().code() + " est sous deux codes ; un code n'en a qu'un au-dessus de lui");
    }
  }
}
