package fr.passerelle.vocab.rome;

import static fr.passerelle.vocab.rome.RomeDraft.ROME_3;
import static fr.passerelle.vocab.rome.RomeDraft.ROME_4;
import static fr.passerelle.vocab.rome.RomeDraft.TYPE_CONTEXTE;

import fr.passerelle.vocab.ConceptBuilder;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.Stubs;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Row;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the concepts of ROME 4.0: domains, sheets, appellations, skills, knowledge, contexts. */
final class RomeConcepts {
  private final RomeDraft draft;
  private final Findings findings;

  /** Macro-skill named by a skill that may be read before it. */
  private final Map<ConceptBuilder, Row> macroOf = new LinkedHashMap<>();

  private final Set<String> sheetsWithMainAppellation = new HashSet<>();

  RomeConcepts(RomeDraft draft) {
    this.draft = draft;
    this.findings = draft.findings();
  }

  void read(RomeZip zip) throws IOException {
    zip.require(
        "grand_domaine",
        List.of("code_grand_domaine", "libelle_grand_domaine"),
        row ->
            draft.add(
                ROME_4,
                ConceptType.GRAND_DOMAINE,
                row,
                "code_grand_domaine",
                "libelle_grand_domaine"));
    zip.require(
        "domaine_professionnel",
        List.of("code_domaine_professionnel", "libelle_domaine_professionnel"),
        this::domain);
    zip.require(
        "referentiel_code_rome",
        List.of(
            "code_rome",
            "code_fiche_metier",
            "code_ogr",
            "libelle_rome",
            "transition_eco",
            "transition_num",
            "transition_demo",
            "emploi_reglemente",
            "emploi_cadre",
            "code_rome_parent"),
        this::sheet);
    zip.require(
        "referentiel_appellation",
        List.of(
            "code_ogr",
            "libelle_appellation_long",
            "libelle_appellation_court",
            "code_rome",
            "transition_eco",
            "transition_num",
            "transition_demo",
            "emploi_reglemente",
            "emploi_cadre",
            "classification",
            "origine",
            "code_rome_parent",
            "peu_usite"),
        this::appellation);
    requireMainAppellations();
    zip.require(
        "referentiel_competence",
        List.of(
            "code_ogr",
            "nature",
            "libelle_competence",
            "definition",
            "code_ogr_macro_comp",
            "code_macro_comp",
            "cat_comp",
            "sous_cat_comp",
            "transition_eco",
            "transition_num",
            "libelle_heterogeneite",
            "libelle_origine"),
        this::skill);
    macroOf.forEach(this::macro);
    zip.require(
        "referentiel_savoir",
        List.of(
            "code_ogr_savoir",
            "libelle_savoir",
            "categorie_savoir",
            "sous_categorie_savoir",
            "transition_eco",
            "transition_num"),
        this::knowledge);
    zip.require(
        "referentiel_contexte_travail",
        List.of(
            "code_ogr", "libelle_cont_travail", "code_type_cont_trav", "libelle_type_cont_trav"),
        this::context);
  }

  private void domain(Row row) {
    String column = "code_domaine_professionnel";
    draft
        .add(
            ROME_4, ConceptType.DOMAINE_PROFESSIONNEL, row, column, "libelle_domaine_professionnel")
        .ifPresent(concept -> broader(concept, concept.ref().code().substring(0, 1), row, column));
  }

  /** The parent of a domain or a sheet is the beginning of its code. */
  private void broader(ConceptBuilder concept, String parent, Row row, String column) {
    ConceptBuilder found = draft.of(ROME_4).get(parent);
    if (found == null) {
      findings.refused(row.place(column), "orphan-link", "domaine absent : " + parent);
    } else {
      concept.link(Link.of(Link.Kind.BROADER, found.ref()));
    }
  }

  private void sheet(Row row) {
    if (!row.get("code_rome").matches("[A-Z]\\d{4}")) {
      findings.refused(
          row.place("code_rome"), "code", "un code ROME est une lettre et quatre chiffres");
      return;
    }
    draft
        .add(ROME_4, ConceptType.FICHE_METIER, row, "code_rome", "libelle_rome")
        .ifPresent(sheet -> {
          broader(sheet, sheet.ref().code().substring(0, 3), row, "code_rome");
          sheet.property(Property.CODE_OGR, row.get("code_ogr"));
          sheet.property(Property.CODE_FICHE_METIER, row.get("code_fiche_metier"));
          job(sheet, row);
        });
  }

  private void appellation(Row row) {
    draft
        .add(ROME_4, ConceptType.APPELLATION, row, "code_ogr", "libelle_appellation_long")
        .ifPresent(appellation -> {
          if (row.isEmpty("libelle_appellation_court")) {
            findings.refused(
                row.place("libelle_appellation_court"), "required", "libellé court vide");
          } else if (!appellation.alt(row.text("libelle_appellation_court"))) {
            findings.repaired(
                "autre libellé égal au libellé préféré, omis (SKOS S13)",
                row.place("libelle_appellation_court"));
          }
          appellation.property(Property.CLASSIFICATION, row.get("classification"));
          flag(appellation, Property.PEU_USITE, row, "peu_usite");
          appellation.property(Property.ORIGINE, row.get("origine"));
          job(appellation, row);
          draft
              .find(ROME_4, row, "code_rome", ConceptType.FICHE_METIER)
              .ifPresent(sheet -> attach(appellation, sheet, row));
        });
  }

  private void attach(ConceptBuilder appellation, ConceptBuilder sheet, Row row) {
    appellation.link(Link.of(Link.Kind.BROADER, sheet.ref()));
    if (!sheet.alt(appellation.prefLabel())) {
      findings.repaired(
          "appellation égale à l'intitulé de sa fiche, non répétée comme autre libellé (SKOS S13)",
          row.place("libelle_appellation_long"));
    }
    if (row.get("classification").equals("PRINCIPALE")
        && !sheetsWithMainAppellation.add(sheet.ref().code())) {
      findings.refused(
          row.place("classification"),
          "main-appellation",
          "seconde appellation PRINCIPALE de " + sheet.ref().code() + " ; une fiche en a une");
    }
  }

  private void requireMainAppellations() {
    draft.of(ROME_4).values().stream()
        .filter(concept -> concept.type() == ConceptType.FICHE_METIER)
        .map(sheet -> sheet.ref().code())
        .filter(code -> !sheetsWithMainAppellation.contains(code))
        .forEach(code ->
            findings.refused(
                "referentiel_appellation",
                "main-appellation",
                code + " n'a pas d'appellation PRINCIPALE"));
  }

  /** What sheets and appellations have in common. */
  private void job(ConceptBuilder concept, Row row) {
    concept.property(Property.TRANSITION_ECOLOGIQUE, row.get("transition_eco"));
    flag(concept, Property.TRANSITION_NUMERIQUE, row, "transition_num");
    flag(concept, Property.TRANSITION_DEMOGRAPHIQUE, row, "transition_demo");
    flag(concept, Property.EMPLOI_REGLEMENTE, row, "emploi_reglemente");
    flag(concept, Property.EMPLOI_CADRE, row, "emploi_cadre");
    if (!row.isEmpty("code_rome_parent")) {
      // Never the v4 label: a v3 code that survives in ROME 4 has another scope there.
      ConceptRef parent =
          draft.stub(
              ROME_3,
              row.get("code_rome_parent"),
              ConceptType.FICHE_METIER,
              Status.REFERENCED,
              Stubs.UNNAMED_V3);
      concept.link(Link.of(Link.Kind.PARENT_V3, parent));
    }
  }

  /** Flags are O, N or silent; silence is not a no. */
  private void flag(ConceptBuilder concept, Property property, Row row, String column) {
    switch (row.get(column)) {
      case "O" -> concept.property(property, "true");
      case "N" -> concept.property(property, "false");
      case "" -> {}
      default ->
          findings.refused(
              row.place(column), "flag", "« " + row.get(column) + " » au lieu de O, N ou vide");
    }
  }

  private void skill(Row row) {
    boolean macro = row.get("nature").equals("Macro-compétence");
    if (!macro && !row.get("nature").equals("Compétence")) {
      findings.refused(
          row.place("nature"),
          "nature",
          "« " + row.get("nature") + " » n'est pas une nature connue");
      return;
    }
    ConceptType type = macro ? ConceptType.MACRO_COMPETENCE : ConceptType.COMPETENCE;
    draft
        .add(ROME_4, type, row, "code_ogr", "libelle_competence")
        .ifPresent(skill -> {
          if (!row.isEmpty("definition")) {
            skill.note(Note.Kind.DEFINITION, row.text("definition"));
          }
          skill.property(Property.CODE_MACRO_COMPETENCE, row.get("code_macro_comp"));
          skill.property(Property.CATEGORIE, row.get("cat_comp"));
          skill.property(Property.SOUS_CATEGORIE, row.get("sous_cat_comp"));
          flag(skill, Property.SERT_TRANSITION_ECOLOGIQUE, row, "transition_eco");
          flag(skill, Property.TRANSITION_NUMERIQUE, row, "transition_num");
          skill.property(Property.HETEROGENEITE, row.get("libelle_heterogeneite"));
          skill.property(Property.ORIGINE, row.get("libelle_origine"));
          if (!row.isEmpty("code_ogr_macro_comp")) {
            macroOf.put(skill, row);
          }
        });
  }

  private void macro(ConceptBuilder skill, Row row) {
    draft
        .find(ROME_4, row, "code_ogr_macro_comp", ConceptType.MACRO_COMPETENCE)
        .ifPresent(macro -> skill.link(Link.of(Link.Kind.BROADER, macro.ref())));
  }

  private void knowledge(Row row) {
    draft
        .add(ROME_4, ConceptType.SAVOIR, row, "code_ogr_savoir", "libelle_savoir")
        .ifPresent(knowledge -> {
          knowledge.property(Property.CATEGORIE, row.get("categorie_savoir"));
          knowledge.property(Property.SOUS_CATEGORIE, row.get("sous_categorie_savoir"));
          flag(knowledge, Property.SERT_TRANSITION_ECOLOGIQUE, row, "transition_eco");
          flag(knowledge, Property.TRANSITION_NUMERIQUE, row, "transition_num");
        });
  }

  private void context(Row row) {
    if (row.isEmpty("code_type_cont_trav") || row.isEmpty("libelle_type_cont_trav")) {
      findings.refused(
          row.place("code_type_cont_trav"), "required", "code ou libellé du type vide");
      return;
    }
    draft
        .add(ROME_4, ConceptType.CONTEXTE_TRAVAIL, row, "code_ogr", "libelle_cont_travail")
        .ifPresent(context -> {
          ConceptRef type =
              draft.stub(
                  TYPE_CONTEXTE,
                  row.get("code_type_cont_trav"),
                  ConceptType.TYPE_CONTEXTE,
                  Status.CURRENT,
                  row.get("libelle_type_cont_trav"));
          context.link(Link.of(Link.Kind.TYPE_CONTEXTE, type));
        });
  }
}
