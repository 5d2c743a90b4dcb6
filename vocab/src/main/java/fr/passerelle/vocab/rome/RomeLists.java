package fr.passerelle.vocab.rome;

import static fr.passerelle.vocab.rome.RomeDraft.CENTRE_INTERET;
import static fr.passerelle.vocab.rome.RomeDraft.RIASEC;
import static fr.passerelle.vocab.rome.RomeDraft.ROME_4;
import static fr.passerelle.vocab.rome.RomeDraft.SECTEUR_ACTIVITE;
import static fr.passerelle.vocab.rome.RomeDraft.SECTEUR_NAF;
import static fr.passerelle.vocab.rome.RomeDraft.THEME;

import fr.passerelle.vocab.ConceptBuilder;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Row;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the lists that come with ROME 4.0 and the trees that hang sheets on them. */
final class RomeLists {
  /** Holland's typology; the file gives the letters only. */
  private static final Map<String, String> RIASEC_LABELS =
      Map.of(
          "R", "Réaliste",
          "I", "Investigateur",
          "A", "Artistique",
          "S", "Social",
          "E", "Entreprenant",
          "C", "Conventionnel");

  private final RomeDraft draft;
  private final Findings findings;

  RomeLists(RomeDraft draft) {
    this.draft = draft;
    this.findings = draft.findings();
  }

  void read(RomeZip zip) throws IOException {
    lists(zip);
    trees(zip);
    for (String stem :
        List.of("referentiel_code_rome_riasec", "referentiel_macro_competence_riasec")) {
      String code = stem.equals("referentiel_code_rome_riasec") ? "code_rome" : "code_ogr";
      zip.readIfPresent(
          stem, List.of(code, "riasec_majeur", "riasec_mineur"), row -> riasec(row, code));
    }
    repeated(zip);
  }

  private void lists(RomeZip zip) throws IOException {
    zip.require(
        "themes",
        List.of("code_theme", "libelle_theme", "definition_theme"),
        row -> item(row, THEME, ConceptType.THEME, "theme"));
    zip.require(
        "centre_interet",
        List.of("code_centre_interet", "libelle_centre_interet", "definition_centre_interet"),
        row -> item(row, CENTRE_INTERET, ConceptType.CENTRE_INTERET, "centre_interet"));
    zip.require(
        "secteur_activite",
        List.of("code_sect_activite", "libelle_sect_activite", "definition_sect_activite"),
        row -> item(row, SECTEUR_ACTIVITE, ConceptType.SECTEUR_ACTIVITE, "sect_activite"));
    zip.require(
        "sous_secteur_activite",
        List.of(
            "code_ss_sect_activite",
            "libelle_ss_sect_activite",
            "definition_ss_sect_activite",
            "code_sect_activite"),
        this::subSector);
    zip.require(
        "secteur_naf",
        List.of("code_tech_secteur_naf", "code_secteur_naf", "libelle_secteur_naf"),
        row ->
            draft
                .add(
                    SECTEUR_NAF,
                    ConceptType.SECTEUR_NAF,
                    row,
                    "code_secteur_naf",
                    "libelle_secteur_naf")
                .ifPresent(naf ->
                    naf.property(Property.CODE_TECHNIQUE, row.get("code_tech_secteur_naf"))));
  }

  private Optional<ConceptBuilder> item(Row row, String scheme, ConceptType type, String suffix) {
    Optional<ConceptBuilder> item =
        draft.add(scheme, type, row, "code_" + suffix, "libelle_" + suffix);
    String definition = "definition_" + suffix;
    if (item.isPresent() && !row.isEmpty(definition)) {
      item.get().note(Note.Kind.DEFINITION, row.text(definition));
    }
    return item;
  }

  private void subSector(Row row) {
    Optional<ConceptBuilder> sub =
        item(row, SECTEUR_ACTIVITE, ConceptType.SOUS_SECTEUR_ACTIVITE, "ss_sect_activite");
    Optional<ConceptBuilder> sector =
        draft.find(SECTEUR_ACTIVITE, row, "code_sect_activite", ConceptType.SECTEUR_ACTIVITE);
    if (sub.isPresent() && sector.isPresent()) {
      sub.get().link(Link.of(Link.Kind.BROADER, sector.get().ref()));
    }
  }

  private void trees(RomeZip zip) throws IOException {
    zip.readIfPresent(
        "arborescence_thematique",
        List.of("code_theme", "libelle_theme", "code_ogr_rome", "code_rome", "libelle_rome"),
        row -> hang(row, Link.Kind.THEME, THEME, "code_theme", ""));
    zip.readIfPresent(
        "arborescence_centre_interet",
        List.of(
            "code_centre_interet",
            "libelle_centre_interet",
            "code_ogr_rome",
            "code_rome",
            "libelle_rome",
            "principal"),
        row ->
            hang(
                row, Link.Kind.CENTRE_INTERET, CENTRE_INTERET, "code_centre_interet", "principal"));
    zip.readIfPresent(
        "arborescence_secteur_activite",
        List.of(
            "code_sect_activite",
            "libelle_sect_activite",
            "code_ss_sect_activite",
            "libelle_ss_sect_activite",
            "code_ogr_rome",
            "code_rome",
            "libelle_rome",
            "principal"),
        row ->
            hang(
                row,
                Link.Kind.SECTEUR_ACTIVITE,
                SECTEUR_ACTIVITE,
                // The finest level given: a sub-sector knows its sector.
                row.isEmpty("code_ss_sect_activite")
                    ? "code_sect_activite"
                    : "code_ss_sect_activite",
                "principal"));
    zip.readIfPresent(
        "arborescence_secteur_naf",
        List.of(
            "code_secteur_naf",
            "libelle_secteur_naf",
            "code_ogr_rome",
            "code_rome",
            "libelle_rome"),
        row -> hang(row, Link.Kind.SECTEUR_NAF, SECTEUR_NAF, "code_secteur_naf", ""));
  }

  private void hang(Row row, Link.Kind kind, String scheme, String column, String markColumn) {
    Optional<ConceptBuilder> sheet = draft.find(ROME_4, row, "code_rome", ConceptType.FICHE_METIER);
    Optional<ConceptBuilder> item = draft.find(scheme, row, column);
    Link.Mark mark = markColumn.isEmpty() ? Link.Mark.NONE : mark(row, markColumn);
    if (sheet.isPresent() && item.isPresent()) {
      draft.link(sheet.get(), new Link(kind, item.get().ref(), mark, 0), row, column);
    }
  }

  private Link.Mark mark(Row row, String column) {
    return switch (row.get(column)) {
      case "oui" -> Link.Mark.PRINCIPALE;
      case "non", "" -> Link.Mark.NONE;
      default -> {
        findings.refused(
            row.place(column), "mark", "« " + row.get(column) + " » au lieu de oui, non ou vide");
        yield Link.Mark.NONE;
      }
    };
  }

  private void riasec(Row row, String codeColumn) {
    draft
        .find(ROME_4, row, codeColumn, ConceptType.FICHE_METIER, ConceptType.MACRO_COMPETENCE)
        .ifPresent(concept -> {
          profile(concept, row, "riasec_majeur", Link.Mark.PRINCIPALE);
          profile(concept, row, "riasec_mineur", Link.Mark.NONE);
        });
  }

  private void profile(ConceptBuilder concept, Row row, String column, Link.Mark mark) {
    String label = RIASEC_LABELS.get(row.get(column));
    if (label != null) {
      ConceptRef profile =
          draft.stub(RIASEC, row.get(column), ConceptType.PROFIL_RIASEC, Status.CURRENT, label);
      draft.link(concept, new Link(Link.Kind.RIASEC, profile, mark, 0), row, column);
    } else if (!row.isEmpty(column)) {
      findings.refused(
          row.place(column),
          "riasec",
          "« " + row.get(column) + " » n'est pas une lettre de RIASEC");
    }
  }

  /** Files that say again what others say: read, so that a contradiction is seen. */
  private void repeated(RomeZip zip) throws IOException {
    zip.readIfPresent(
        "item",
        List.of("code_ogr", "libelle", "code_rubrique"),
        row -> sameLabel(row, "code_ogr", "libelle"));
    zip.readIfPresent(
        "cr_gd_dp",
        List.of(
            "code_rome",
            "libelle_rome",
            "code_grand_domaine",
            "libelle_grand_domaine",
            "code_domaine_professionel",
            "libelle_domaine_professionel"),
        row -> {
          sameLabel(row, "code_rome", "libelle_rome");
          sameLabel(row, "code_grand_domaine", "libelle_grand_domaine");
          sameLabel(row, "code_domaine_professionel", "libelle_domaine_professionel");
        });
    zip.readIfPresent("composition_bloc", List.of("code_compo_bloc", "libelle_bloc"), row -> {});
    zip.readIfPresent(
        "descriptif_rubrique",
        List.of("code_rubrique", "code_compo_bloc", "position_rubrique", "libelle_rubrique"),
        row -> {});
    zip.readIfPresent(
        "type_referentiel",
        List.of("code_type_referentiel", "libelle_type_referentiel"),
        row -> {});
    zip.readIfPresent(
        "cr_gd_dp_appellations",
        List.of(
            "code_grand_domaine",
            "code_domaine_professionnel",
            "numero_fiche_rome",
            "intitule",
            "libelle_appellation_long",
            "libelle_appellation_court",
            "type_provenance",
            "code_fiche",
            "ogr_rome",
            "ogr_appellation"),
        this::knownAppellation);
    zip.remarkIfAbsent("arborescence_competences");
  }

  private void sameLabel(Row row, String codeColumn, String labelColumn) {
    draft
        .find(ROME_4, row, codeColumn)
        .filter(concept -> !concept.prefLabel().equals(row.text(labelColumn)))
        .ifPresent(concept ->
            findings.repaired(
                "libellé répété autrement dans un fichier dérivé, celui du référentiel gardé",
                row.place(labelColumn)));
  }

  private void knownAppellation(Row row) {
    if (!row.isEmpty("ogr_appellation")) {
      draft.find(ROME_4, row, "ogr_appellation", ConceptType.APPELLATION);
    }
  }
}
