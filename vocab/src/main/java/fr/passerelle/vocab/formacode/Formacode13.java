package fr.passerelle.vocab.formacode;

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
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Formacode V13: a tree written as columns, the term in the column of its level (C to H), its code
 * at the end of its label, below the last term of the level above. Columns A and B repeat the
 * number and the name of the semantic field.
 */
final class Formacode13 {
  private static final List<String> LEVELS = List.of("C", "D", "E", "F", "G", "H");
  private static final List<String> COLUMNS = List.of("A", "B", "C", "D", "E", "F", "G", "H");
  private static final Pattern TERM = Pattern.compile("(.+?)\\s+(\\d{5})");

  private final Findings findings;
  private final Map<String, ConceptBuilder> terms = new LinkedHashMap<>();

  /** The term last read, under those above it. */
  private final List<ConceptRef> path = new ArrayList<>();

  private Formacode13(Findings findings) {
    this.findings = findings;
  }

  static Release read(Origin origin, Findings findings) throws IOException {
    Formacode13 formacode = new Formacode13(findings);
    try (Reader text = SourceText.open(origin.path(), findings)) {
      Table.of(origin.file(), ';', COLUMNS, findings).read(text, formacode::term);
    }
    Release.Source source = origin.source(origin.issued(Optional.empty()));
    findings.refuseIfFaulty();
    Edition edition = Edition.FORMACODE_13;
    Scheme scheme =
        Scheme.of(
            edition.id(),
            edition.title(),
            formacode.terms.values().stream().map(ConceptBuilder::build).toList());
    return Release.of(edition, origin.release().orElse("13"), source, List.of(scheme));
  }

  private void term(Row row) {
    List<String> filled = LEVELS.stream().filter(level -> !row.isEmpty(level)).toList();
    if (filled.size() != 1) {
      findings.refused(
          row.place("C"),
          "level",
          filled.size() + " termes sur la ligne ; en attendre un, de C à H");
      return;
    }
    String column = filled.getFirst();
    Matcher matcher = TERM.matcher(row.text(column));
    if (!matcher.matches()) {
      findings.refused(
          row.place(column), "code", "le code, cinq chiffres, manque à la fin du libellé");
      return;
    }
    ConceptRef ref = new ConceptRef(Edition.FORMACODE_13.id(), matcher.group(2));
    ConceptBuilder term =
        new ConceptBuilder(ref, ConceptType.TERME_FORMACODE, matcher.group(1).strip());
    term.property(Property.CHAMP_SEMANTIQUE, row.get("A") + " " + row.text("B"));
    if (terms.putIfAbsent(ref.code(), term) != null) {
      findings.refused(row.place(column), "duplicate-code", "code déjà lu : " + ref.code());
    }
    place(term, LEVELS.indexOf(column), row.place(column));
  }

  private void place(ConceptBuilder term, int depth, String place) {
    if (depth > path.size()) {
      findings.refused(place, "level", "un niveau de l'arbre est sauté ; replacer le terme");
      return;
    }
    path.subList(depth, path.size()).clear();
    if (depth > 0) {
      term.link(Link.of(Link.Kind.BROADER, path.getLast()));
    }
    path.add(term.ref());
  }
}
