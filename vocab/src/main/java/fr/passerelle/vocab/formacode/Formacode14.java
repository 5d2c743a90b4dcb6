package fr.passerelle.vocab.formacode;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptBuilder;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import fr.passerelle.vocab.source.Row;
import fr.passerelle.vocab.source.SourceFile;
import fr.passerelle.vocab.source.SourceText;
import fr.passerelle.vocab.source.Table;
import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Formacode V14: its terms with their labels and notes; {@link TermLinks} ties them together. */
final class Formacode14 {
  static final String CODE = "Code du Terme";
  static final String CAPITALS = "Descripteur en majuscules";
  static final String LABEL = "Descripteur en typo riche";
  static final String FIELD = "Champ sémantique";
  static final String TG = "TG (Terme Générique)";
  static final String TS = "TS (Termes Spécifiques)";
  static final String TA = "TA (Termes Associés)";
  static final String VERSION = "Note de version";
  static final String TREE = "Code arborescence";
  private static final String EP = "Synonymes";
  private static final String EP_METIER = "Synonymes métier";
  private static final String NE = "NE (Note d’Explication)";
  private static final String NA = "NA (Note d’Application)";
  private static final String FORMER = "ex-synonyme V-1";
  private static final List<String> COLUMNS =
      List.of(
          CODE, CAPITALS, LABEL, FIELD, EP, EP_METIER, TG, TS, TA, NE, NA, VERSION, FORMER, TREE);

  private final Findings findings;
  private final Map<String, ConceptBuilder> terms = new LinkedHashMap<>();

  /** Kept until all terms are known, as they name one another. */
  private final Map<String, Row> rows = new LinkedHashMap<>();

  private Formacode14(Findings findings) {
    this.findings = findings;
  }

  static Release read(Origin origin, @Nullable Origin domainFile, Findings findings)
      throws IOException {
    Formacode14 formacode = new Formacode14(findings);
    try (Reader text = SourceText.open(origin.path(), findings)) {
      Table.of(origin.file(), ';', COLUMNS, findings).read(text, formacode::term);
    }
    BroadDomains domains = BroadDomains.read(domainFile, findings);
    TermLinks links = new TermLinks(formacode.terms, domains, findings);
    links.read(formacode.rows.values());
    Release.Source source = source(origin, Optional.ofNullable(domainFile));
    findings.refuseIfFaulty();
    List<Concept> concepts = new ArrayList<>(domains.concepts());
    formacode.terms.values().forEach(term -> concepts.add(term.build()));
    List<Scheme> schemes = new ArrayList<>();
    Edition edition = Edition.FORMACODE_14;
    schemes.add(Scheme.of(edition.id(), edition.title(), concepts));
    schemes.addAll(links.annexes());
    return Release.of(edition, origin.release().orElse("14"), source, schemes);
  }

  /** Two files are one source: their names, and the hash of their bytes one after the other. */
  private static Release.Source source(Origin terms, Optional<Origin> domains) throws IOException {
    LocalDate issued = terms.issued(domains.flatMap(Origin::issued));
    if (domains.isEmpty()) {
      return terms.source(issued);
    }
    String sha256 = SourceFile.sha256(terms.path(), domains.get().path());
    String names = terms.file() + " + " + domains.get().file();
    return new Release.Source(names, sha256, issued, /* sample= */ false);
  }

  private void term(Row row) {
    String code = row.get(CODE);
    if (!code.matches("\\d{5}") || row.isEmpty(LABEL)) {
      findings.refused(row.place(CODE), "code", "un terme a cinq chiffres et un libellé");
      return;
    }
    ConceptRef ref = new ConceptRef(Edition.FORMACODE_14.id(), code);
    ConceptBuilder term = new ConceptBuilder(ref, ConceptType.TERME_FORMACODE, row.text(LABEL));
    if (terms.putIfAbsent(code, term) != null) {
      findings.refused(row.place(CODE), "duplicate-code", "code déjà lu : " + code);
      return;
    }
    rows.put(code, row);
    term.property(Property.CHAMP_SEMANTIQUE, row.text(FIELD));
    term.property(Property.CODE_ARBORESCENCE, row.get(TREE));
    labels(term, row);
    note(term, row, NE, Note.Kind.DEFINITION);
    note(term, row, NA, Note.Kind.SCOPE_NOTE);
    versionNote(term, row, findings);
  }

  private void labels(ConceptBuilder term, Row row) {
    if (!row.isEmpty(CAPITALS)) {
      term.hidden(row.text(CAPITALS));
    }
    Reference.items(row, FORMER).forEach(term::hidden);
    List<String> jobs = Reference.items(row, EP_METIER);
    Set<String> said = new HashSet<>();
    for (String word : Reference.items(row, EP)) {
      if (jobs.contains(word)) {
        findings.repaired(
            "synonyme donné aussi comme synonyme métier, gardé comme tel", row.place(EP));
      } else {
        alt(term, new Label(word, "fr"), said, row.place(EP));
      }
    }
    for (String job : jobs) {
      alt(term, new Label(job, "fr", Label.Kind.METIER), said, row.place(EP_METIER));
    }
  }

  private void alt(ConceptBuilder term, Label label, Set<String> said, String place) {
    if (!said.add(label.text())) {
      findings.repaired("synonyme répété, gardé une fois", place);
    } else if (!term.alt(label)) {
      findings.repaired("autre libellé égal au libellé préféré, omis (SKOS S13)", place);
    }
  }

  private void note(ConceptBuilder term, Row row, String column, Note.Kind kind) {
    if (row.isEmpty(column)) {
      return;
    }
    String text = ReadableNote.of(row.text(column), row.place(column), findings);
    if (text.isEmpty()) {
      findings.repaired("note faite de balises sans texte, omise", row.place(column));
    } else {
      term.note(kind, text);
    }
  }

  /** Terms and broad domains have it alike; those of the domains say {@code null}. */
  static void versionNote(ConceptBuilder concept, Row row, Findings findings) {
    String text = row.text(VERSION);
    if (text.equals("null")) {
      findings.repaired("note de version « null », lue comme vide", row.place(VERSION));
    } else if (!text.isEmpty()) {
      concept.note(Note.Kind.HISTORY_NOTE, ReadableNote.of(text, row.place(VERSION), findings));
    }
  }
}
