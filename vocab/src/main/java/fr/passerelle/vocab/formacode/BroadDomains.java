package fr.passerelle.vocab.formacode;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptBuilder;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import fr.passerelle.vocab.source.Row;
import fr.passerelle.vocab.source.SourceText;
import fr.passerelle.vocab.source.Table;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fourteen broad domains of Formacode V14, from their own file or, where it is not given, from
 * the labels that the top terms carry as TG.
 */
final class BroadDomains {
  /**
   * First letters of the tree codes, in the order of the official codes 00101 to 00114: the file of
   * domains gives both, the terms only the letter. So a domain has one code, and one URI, whichever
   * files were given.
   */
  private static final String LETTERS = "ABCDEFGHJKLMNP";

  private final Findings findings;
  private final Map<String, ConceptBuilder> byLabel = new LinkedHashMap<>();
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final boolean given;

  private BroadDomains(boolean given, Findings findings) {
    this.given = given;
    this.findings = findings;
  }

  static BroadDomains read(@Nullable Origin origin, Findings findings) throws IOException {
    BroadDomains domains = new BroadDomains(origin != null, findings);
    if (origin == null) {
      findings.remark(
          "fichier des grands domaines non donné : libellés repris des TG, codes 00101 à 00114"
              + " retrouvés par la lettre du code arborescence");
      return domains;
    }
    try (Reader text = SourceText.open(origin.path(), findings)) {
      List<String> columns =
          List.of(
              Formacode14.CODE,
              Formacode14.CAPITALS,
              Formacode14.LABEL,
              Formacode14.TS,
              Formacode14.VERSION,
              Formacode14.TREE);
      Table.of(origin.file(), ';', columns, findings).read(text, domains::add);
    }
    return domains;
  }

  private void add(Row row) {
    String code = row.get(Formacode14.CODE);
    if (code.matches("\\d{3}")) {
      findings.repaired("zéros de tête perdus, rétablis", row.place(Formacode14.CODE));
      code = "00" + code;
    }
    String label = row.text(Formacode14.LABEL);
    if (!code.matches("\\d{5}") || label.isEmpty()) {
      findings.refused(
          row.place(Formacode14.CODE), "code", "un grand domaine a cinq chiffres et un libellé");
      return;
    }
    ConceptBuilder domain = domain(code, label, row.get(Formacode14.TREE));
    if (byLabel.putIfAbsent(label, domain) != null || rows.putIfAbsent(code, row) != null) {
      findings.refused(
          row.place(Formacode14.CODE), "duplicate-code", "code ou libellé déjà lu : " + code);
    }
    if (!row.isEmpty(Formacode14.CAPITALS)) {
      domain.hidden(row.text(Formacode14.CAPITALS));
    }
    Formacode14.versionNote(domain, row, findings);
  }

  private static ConceptBuilder domain(String code, String label, String tree) {
    ConceptRef ref = new ConceptRef(Edition.FORMACODE_14.id(), code);
    ConceptBuilder domain = new ConceptBuilder(ref, ConceptType.DOMAINE_FORMACODE, label);
    domain.property(Property.CODE_ARBORESCENCE, tree);
    return domain;
  }

  /** The domain that a top term names as its TG. */
  Optional<ConceptRef> find(String label, Row term) {
    ConceptBuilder known = byLabel.get(label);
    if (known != null) {
      if (given && !lists(known, term)) {
        findings.refused(
            term.place(Formacode14.TG),
            "tg-ts",
            "le grand domaine « " + label + " » n'a pas ce terme parmi ses TS");
      }
      return Optional.of(known.ref());
    }
    if (given) {
      findings.refused(
          term.place(Formacode14.TG),
          "orphan-link",
          "« " + label + " » n'est pas dans le fichier des grands domaines");
      return Optional.empty();
    }
    return made(label, term);
  }

  private boolean lists(ConceptBuilder domain, Row term) {
    Row row = rows.get(domain.ref().code());
    return row != null && codes(row).anyMatch(term.get(Formacode14.CODE)::equals);
  }

  private static Stream<String> codes(Row row) {
    return Reference.items(row, Formacode14.TS).stream()
        .flatMap(item -> Reference.find(item).stream())
        .map(Reference::code);
  }

  private Optional<ConceptRef> made(String label, Row term) {
    String tree = term.get(Formacode14.TREE);
    int rank = tree.isEmpty() ? -1 : LETTERS.indexOf(tree.charAt(0));
    String code = "001%02d".formatted(rank + 1);
    boolean taken = byLabel.values().stream().anyMatch(each -> each.ref().code().equals(code));
    if (rank < 0 || taken) {
      findings.refused(
          term.place(Formacode14.TG),
          "domain",
          "code du grand domaine « " + label + " » inconnu ; donner aussi le fichier des domaines");
      return Optional.empty();
    }
    ConceptBuilder domain = domain(code, label, tree.charAt(0) + "0");
    byLabel.put(label, domain);
    return Optional.of(domain.ref());
  }

  /** Refuses the TS of a domain whose term names another TG. */
  void check(Map<String, ConceptRef> domainOf) {
    for (ConceptBuilder domain : byLabel.values()) {
      Row row = rows.get(domain.ref().code());
      if (row != null) {
        codes(row)
            .filter(code -> !domain.ref().equals(domainOf.get(code)))
            .forEach(code ->
                findings.refused(
                    row.place(Formacode14.TS),
                    "tg-ts",
                    code + " est TS de ce domaine mais ne l'a pas pour TG"));
      }
    }
  }

  List<Concept> concepts() {
    return byLabel.values().stream().map(ConceptBuilder::build).toList();
  }
}
