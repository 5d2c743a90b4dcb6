package fr.passerelle.vocab.formacode;

import fr.passerelle.vocab.ConceptBuilder;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Stubs;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Row;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Ties the terms of Formacode V14: TG is the hierarchy, TS says the same from above and is only
 * checked, TA is an association, written at both ends by the source.
 */
final class TermLinks {
  private static final String ANNEXES = "formacode-annexes";

  private final Map<String, ConceptBuilder> terms;
  private final BroadDomains domains;
  private final Findings findings;
  private final Map<String, Set<String>> parents = new HashMap<>();
  private final Map<String, ConceptRef> domainOf = new LinkedHashMap<>();
  private final Stubs stubs = new Stubs();
  private int annexLinks;

  TermLinks(Map<String, ConceptBuilder> terms, BroadDomains domains, Findings findings) {
    this.terms = terms;
    this.domains = domains;
    this.findings = findings;
  }

  void read(Collection<Row> rows) {
    rows.forEach(this::broader);
    checkInverse(rows);
    domains.check(domainOf);
    rows.forEach(this::related);
    List<Scheme> annexes = stubs.schemes();
    if (!annexes.isEmpty()) {
      findings.remark(
          "%d TA renvoient à des listes annexes que le fichier ne contient pas : leurs %d termes"
                  .formatted(annexLinks, annexes.getFirst().concepts().size())
              + " sont gardés comme cités, avec le libellé du renvoi");
    }
  }

  /** What is cited of annex lists; empty if nothing is. */
  List<Scheme> annexes() {
    return stubs.schemes();
  }

  private void broader(Row row) {
    ConceptBuilder term = term(row);
    List<String> items = Reference.items(row, Formacode14.TG);
    if (items.isEmpty()) {
      findings.refused(
          row.place(Formacode14.TG),
          "orphan",
          "ni terme générique ni grand domaine ; en nommer un");
    }
    for (String item : items) {
      Reference reference = Reference.find(item).orElse(null);
      if (reference == null) {
        domains
            .find(item, row)
            .ifPresent(domain -> {
              domainOf.put(term.ref().code(), domain);
              term.link(Link.of(Link.Kind.BROADER, domain));
            });
      } else if (isTerm(reference, row, Formacode14.TG)) {
        term.link(Link.of(Link.Kind.BROADER, builder(reference.code()).ref()));
        parents.computeIfAbsent(term.ref().code(), key -> new HashSet<>()).add(reference.code());
      }
    }
  }

  private ConceptBuilder term(Row row) {
    return builder(row.get(Formacode14.CODE));
  }

  private ConceptBuilder builder(String code) {
    ConceptBuilder term = terms.get(code);
    if (term == null) {
      throw new IllegalArgumentException("not a term of the file: " + code);
    }
    return term;
  }

  /** Whether the term is in the file; its label is compared in passing. */
  private boolean isTerm(Reference reference, Row row, String column) {
    ConceptBuilder term = terms.get(reference.code());
    if (term == null) {
      findings.refused(
          row.place(column),
          "orphan-link",
          "terme absent du fichier : " + reference.label() + " - " + reference.code());
      return false;
    }
    if (!term.prefLabel().equals(reference.label())) {
      findings.repaired(
          "renvoi dont le libellé n'est pas celui du terme : le code fait foi", row.place(column));
    }
    return true;
  }

  /** A mismatch is refused: nothing tells which of the two ends is right. */
  private void checkInverse(Collection<Row> rows) {
    Map<String, Set<String>> children = new HashMap<>();
    for (Row row : rows) {
      String code = row.get(Formacode14.CODE);
      for (Reference child : references(row, Formacode14.TS)) {
        children.computeIfAbsent(code, key -> new HashSet<>()).add(child.code());
        if (!parentsOf(child.code()).contains(code)) {
          findings.refused(
              row.place(Formacode14.TS),
              "tg-ts",
              child.code() + " est TS de " + code + " mais ne l'a pas pour TG ; corriger l'un");
        }
      }
    }
    for (Row row : rows) {
      String code = row.get(Formacode14.CODE);
      parentsOf(code).stream()
          .filter(parent -> !children.getOrDefault(parent, Set.of()).contains(code))
          .forEach(parent ->
              findings.refused(
                  row.place(Formacode14.TG),
                  "tg-ts",
                  code + " a pour TG " + parent + " qui ne l'a pas pour TS ; corriger l'un"));
    }
  }

  private Set<String> parentsOf(String code) {
    return parents.getOrDefault(code, Set.of());
  }

  private List<Reference> references(Row row, String column) {
    return Reference.items(row, column).stream()
        .map(item -> Reference.find(item).orElseGet(() -> unreadable(item, row, column)))
        .filter(reference -> !reference.code().isEmpty())
        .collect(Collectors.toList());
  }

  private Reference unreadable(String item, Row row, String column) {
    findings.refused(
        row.place(column), "reference", "« " + item + " » : un renvoi s'écrit « Libellé - 12345 »");
    return new Reference(item, "");
  }

  private void related(Row row) {
    ConceptBuilder term = term(row);
    String code = term.ref().code();
    String place = row.place(Formacode14.TA);
    for (Reference other : references(row, Formacode14.TA)) {
      if (other.code().equals(code)) {
        findings.repaired("terme associé (TA) à lui-même, omis", place);
      } else if (isAncestor(other.code(), code) || isAncestor(code, other.code())) {
        findings.repaired(
            "TA entre un terme et son générique, omis : la hiérarchie prime (SKOS S27)", place);
      } else if (isAnnex(other)) {
        annexLinks++;
        ConceptRef ref = new ConceptRef(ANNEXES, other.code());
        link(term, stubs.cite(ref, ConceptType.TERME_FORMACODE, other.label()), place);
      } else if (isTerm(other, row, Formacode14.TA)) {
        link(term, builder(other.code()).ref(), place);
      }
    }
  }

  private void link(ConceptBuilder term, ConceptRef other, String place) {
    if (!term.link(Link.of(Link.Kind.RELATED, other))) {
      findings.repaired("lien répété, gardé une fois", place);
    }
  }

  /** Annex lists number from 70000; a term of the file never does. */
  private boolean isAnnex(Reference reference) {
    return !terms.containsKey(reference.code()) && reference.code().matches("[789]\\d{4}");
  }

  private boolean isAncestor(String ancestor, String code) {
    Set<String> seen = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(parentsOf(code));
    while (!next.isEmpty()) {
      String each = next.pop();
      if (seen.add(each)) {
        next.addAll(parentsOf(each));
      }
    }
    return seen.contains(ancestor);
  }
}
