package fr.passerelle.vocab.rome;

import static fr.passerelle.vocab.rome.RomeDraft.ROME_4;

import fr.passerelle.vocab.ConceptBuilder;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Row;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Ties the sheets of ROME 4.0 to their skills, contexts and neighbours, and gives them texts. */
final class RomeLinks {
  private final RomeDraft draft;
  private final Findings findings;

  /** Marks of {@code coherence_item}, by "sheet/item"; read before the links that they qualify. */
  private final Map<String, Link.Mark> marks = new HashMap<>();

  private final Map<String, Row> unusedMarks = new LinkedHashMap<>();
  private final Map<ConceptBuilder, Map<Note.Kind, Map<Integer, String>>> texts = new HashMap<>();

  RomeLinks(RomeDraft draft) {
    this.draft = draft;
    this.findings = draft.findings();
  }

  void read(RomeZip zip) throws IOException {
    zip.require("coherence_item", List.of("code_rome", "code_ogr", "coeur_metier"), this::mark);
    zip.require(
        "liens_rome_referentiels",
        List.of("code_rome", "code_compo_bloc", "code_rubrique", "code_ogr"),
        this::link);
    unusedMarks.forEach((key, row) ->
        findings.refused(
            row.place("code_ogr"),
            "orphan-link",
            "marque d'un lien que liens_rome_referentiels ne donne pas : " + key));
    zip.require(
        "rubrique_mobilite",
        List.of("code_rome", "code_rome_cible", "numero_ordre"),
        this::mobility);
    zip.require(
        "texte",
        List.of(
            "code_rome",
            "code_compo_bloc",
            "libelle_type_texte",
            "position_phrase",
            "libelle_texte"),
        this::text);
    texts.forEach((concept, byKind) ->
        byKind.forEach((kind, sentences) ->
            concept.note(kind, sentences.values().stream().collect(Collectors.joining("\n")))));
  }

  private void mark(Row row) {
    Optional<Link.Mark> mark =
        switch (row.get("coeur_metier")) {
          case "Principale" -> Optional.of(Link.Mark.PRINCIPALE);
          case "Émergente" -> Optional.of(Link.Mark.EMERGENTE);
          case "" -> Optional.of(Link.Mark.NONE);
          default -> Optional.empty();
        };
    if (mark.isEmpty()) {
      findings.refused(
          row.place("coeur_metier"),
          "mark",
          "« " + row.get("coeur_metier") + " » au lieu de Principale, Émergente ou vide");
      return;
    }
    String key = row.get("code_rome") + "/" + row.get("code_ogr");
    if (marks.put(key, mark.get()) != null) {
      findings.refused(row.place("code_ogr"), "duplicate-code", "deux marques pour " + key);
    }
    unusedMarks.put(key, row);
  }

  private void link(Row row) {
    switch (row.get("code_compo_bloc") + "," + row.get("code_rubrique")) {
      // The first two say again what the lists of sheets and appellations say: they must agree.
      case "1," -> sheet(row);
      case "2," -> appellation(row);
      case "5,1", "5,2" ->
          link(row, Link.Kind.COMPETENCE, ConceptType.COMPETENCE, ConceptType.MACRO_COMPETENCE);
      case "5,3" -> link(row, Link.Kind.SAVOIR, ConceptType.SAVOIR);
      case "6," -> link(row, Link.Kind.CONTEXTE_TRAVAIL, ConceptType.CONTEXTE_TRAVAIL);
      default ->
          findings.refused(
              row.place("code_compo_bloc"),
              "block",
              "bloc et rubrique qui ne désignent rien de connu");
    }
  }

  private void link(Row row, Link.Kind kind, ConceptType... targets) {
    Optional<ConceptBuilder> sheet = draft.find(ROME_4, row, "code_rome", ConceptType.FICHE_METIER);
    Optional<ConceptBuilder> target = draft.find(ROME_4, row, "code_ogr", targets);
    String key = row.get("code_rome") + "/" + row.get("code_ogr");
    unusedMarks.remove(key);
    if (sheet.isPresent() && target.isPresent()) {
      Link.Mark mark = marks.getOrDefault(key, Link.Mark.NONE);
      draft.link(sheet.get(), new Link(kind, target.get().ref(), mark, 0), row, "code_ogr");
    }
  }

  private void sheet(Row row) {
    draft
        .find(ROME_4, row, "code_rome", ConceptType.FICHE_METIER)
        .filter(sheet -> !sheet.property(Property.CODE_OGR).equals(row.get("code_ogr")))
        .ifPresent(sheet ->
            findings.refused(
                row.place("code_ogr"),
                "contradiction",
                "referentiel_code_rome donne un autre code OGR : "
                    + sheet.property(Property.CODE_OGR)));
  }

  private void appellation(Row row) {
    Optional<ConceptBuilder> sheet = draft.find(ROME_4, row, "code_rome", ConceptType.FICHE_METIER);
    draft
        .find(ROME_4, row, "code_ogr", ConceptType.APPELLATION)
        .ifPresent(appellation -> {
          ConceptRef parent = new ConceptRef(ROME_4, row.get("code_rome"));
          // link() says whether it is new: it must not be.
          if (sheet.isPresent() && appellation.link(Link.of(Link.Kind.BROADER, parent))) {
            findings.refused(
                row.place("code_rome"),
                "contradiction",
                "referentiel_appellation attache " + row.get("code_ogr") + " à une autre fiche");
          }
        });
  }

  private void mobility(Row row) {
    Optional<ConceptBuilder> from = draft.find(ROME_4, row, "code_rome", ConceptType.FICHE_METIER);
    Optional<ConceptBuilder> to =
        draft.find(ROME_4, row, "code_rome_cible", ConceptType.FICHE_METIER);
    int order = number(row, "numero_ordre");
    if (from.isPresent() && to.isPresent()) {
      draft.link(
          from.get(),
          new Link(Link.Kind.MOBILITE, to.get().ref(), Link.Mark.NONE, order),
          row,
          "code_rome_cible");
    }
  }

  private void text(Row row) {
    Optional<Note.Kind> kind =
        switch (row.get("libelle_type_texte")) {
          case "definition" -> Optional.of(Note.Kind.DEFINITION);
          case "acces_metier" -> Optional.of(Note.Kind.ACCES_METIER);
          default -> Optional.empty();
        };
    if (kind.isEmpty()) {
      findings.refused(
          row.place("libelle_type_texte"),
          "text-type",
          "type de texte inconnu : « " + row.get("libelle_type_texte") + " »");
      return;
    }
    int position = number(row, "position_phrase");
    draft
        .find(ROME_4, row, "code_rome", ConceptType.FICHE_METIER)
        .ifPresent(sheet -> {
          String before =
              texts
                  .computeIfAbsent(sheet, key -> new TreeMap<>())
                  .computeIfAbsent(kind.get(), key -> new TreeMap<>())
                  .put(position, row.text("libelle_texte"));
          if (before != null) {
            findings.refused(
                row.place("position_phrase"), "duplicate-code", "deux phrases à ce rang");
          }
        });
  }

  private int number(Row row, String column) {
    String text = row.get(column);
    if (text.matches("\\d{1,6}")) {
      return Integer.parseInt(text);
    }
    findings.refused(row.place(column), "number", "« " + text + " » n'est pas un rang");
    return 0;
  }
}
