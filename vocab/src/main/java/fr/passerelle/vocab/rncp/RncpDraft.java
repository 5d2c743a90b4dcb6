package fr.passerelle.vocab.rncp;

import fr.passerelle.vocab.ConceptBuilder;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.FormacodeEditions;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Stubs;
import fr.passerelle.vocab.rncp.Fiche.Cell;
import fr.passerelle.vocab.source.Findings;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes certifications of records, one by one, and what they cite once all are read: only then it
 * is known which replaced records the file holds, and which Formacode it means.
 */
final class RncpDraft {
  /** Short names that people put before a title: CAP, BTS, TP; not {@code Grade_Master}. */
  private static final Pattern SHORT_NAME = Pattern.compile("[A-Z][A-Z0-9 ]{0,7}");

  private final Findings findings;
  private final Words words;
  private final Repertoire rncp = new Repertoire(Edition.RNCP);
  private final Repertoire rs = new Repertoire(Edition.RS);
  private final Blocks blocks;
  private final Citations citations;

  /** Older record > newer one, once, with the place that said it first. */
  private final Map<Replacement, String> replacements = new LinkedHashMap<>();

  /** Levels in words that the nomenclature of 2019 does not have, counted. */
  private final Map<String, Integer> otherLevels = new TreeMap<>();

  /** The same text is met thousands of times: one copy is kept. */
  private final Map<String, String> shared = new HashMap<>();

  private record Replacement(ConceptRef older, ConceptRef newer) {}

  RncpDraft(Findings findings, FormacodeEditions editions) {
    this.findings = findings;
    this.words = new Words(findings);
    this.blocks = new Blocks(findings);
    this.citations = new Citations(findings, editions);
  }

  /** Takes a record in; one that is wrong is refused with its place and its number. */
  void add(Fiche fiche) {
    String number = fiche.number.text();
    if (!Words.isNumber(number)) {
      findings.refused(
          fiche.number.isEmpty() ? fiche.place : fiche.number.place(),
          "number",
          "« " + number + " » n'est pas un numéro de fiche RNCPnnn ou RSnnn ; corriger la fiche");
      return;
    }
    if (fiche.title.isEmpty()) {
      findings.refused(fiche.place, "required", number + " : intitulé vide ; corriger la fiche");
      return;
    }
    ConceptBuilder concept =
        new ConceptBuilder(
            ref(number),
            ConceptType.CERTIFICATION,
            words.line(fiche.title.text(), fiche.title.place()));
    Repertoire repertoire = repertoire(number);
    if (!repertoire.add(concept)) {
      findings.refused(
          fiche.number.place(), "duplicate-code", number + " : numéro déjà lu ; garder une fiche");
      return;
    }
    describe(concept, fiche);
    blocks.add(repertoire, concept, fiche.blocks);
    citations.add(repertoire, concept.ref(), fiche);
    link(fiche);
  }

  /** Takes in what a record replaces and is replaced by; the file need not hold the record. */
  void link(Fiche fiche) {
    String number = fiche.number.text();
    if (!Words.isNumber(number)) {
      refuseNumber(number, fiche.number);
      return;
    }
    fiche.older.forEach(older -> replacement(number, older, /* isOlder= */ true));
    fiche.newer.forEach(newer -> replacement(number, newer, /* isOlder= */ false));
  }

  private void refuseNumber(String number, Cell cell) {
    findings.refused(
        cell.place(),
        "number",
        "%s : « %s » n'est pas un numéro de fiche RNCPnnn ou RSnnn ; corriger la fiche"
            .formatted(number, cell.text()));
  }

  private Repertoire repertoire(String number) {
    return number.startsWith("RS") ? rs : rncp;
  }

  private static ConceptRef ref(String number) {
    return new ConceptRef((number.startsWith("RS") ? Edition.RS : Edition.RNCP).id(), number);
  }

  private void describe(ConceptBuilder concept, Fiche fiche) {
    String number = concept.ref().code();
    if (SHORT_NAME.matcher(fiche.abrege).matches()
        && !concept.prefLabel().startsWith(fiche.abrege)) {
      concept.alt(fiche.abrege + " " + concept.prefLabel());
    }
    set(concept, Property.ABREGE, fiche.abrege);
    set(concept, Property.TYPE_DIPLOME, fiche.diplomaType);
    set(concept, Property.ETAT, fiche.state);
    set(concept, Property.TYPE_ENREGISTREMENT, fiche.registration);
    set(concept, Property.ACTIF, words.flag(number, fiche.active));
    String decision = words.date(number, fiche.decision);
    String effect = words.date(number, fiche.effect);
    set(concept, Property.DATE_ENREGISTREMENT, decision.isEmpty() ? effect : decision);
    set(concept, Property.DATE_FIN_ENREGISTREMENT, words.date(number, fiche.registrationEnd));
    set(concept, Property.DATE_LIMITE_DELIVRANCE, words.date(number, fiche.awardEnd));
    set(concept, Property.CERTIFICATEURS, String.join("\n", fiche.certifiers));
    set(concept, Property.VOIES_ACCES, String.join("\n", fiche.ways));
    level(concept, fiche);
  }

  private void set(ConceptBuilder concept, Property property, String value) {
    concept.property(property, shared.computeIfAbsent(value, key -> key));
  }

  private void level(ConceptBuilder concept, Fiche fiche) {
    String number = concept.ref().code();
    String level = Words.level(fiche.level.text());
    if (!level.isEmpty()) {
      set(concept, Property.NIVEAU, level);
      concept.link(
          Link.of(Link.Kind.NIVEAU, citations.level(repertoire(number), level, fiche.levelLabel)));
    } else if (!fiche.level.isEmpty()) {
      otherLevels.merge(fiche.level.text(), 1, Integer::sum);
    }
  }

  private void replacement(String number, Cell cell, boolean isOlder) {
    if (!Words.isNumber(cell.text())) {
      refuseNumber(number, cell);
      return;
    }
    ConceptRef self = ref(number);
    ConceptRef other = ref(cell.text());
    if (other.equals(self)) {
      findings.repaired("fiche donnée comme remplacée par elle-même, lien omis", cell.place());
      return;
    }
    Replacement replacement = isOlder ? new Replacement(other, self) : new Replacement(self, other);
    if (replacements.putIfAbsent(replacement, cell.place()) != null) {
      findings.repaired(
          "remplacement donné par l'ancienne fiche et par la nouvelle, gardé une fois",
          cell.place());
    }
  }

  /** The registers that have records, once what they cite is settled. */
  List<Release> releases(String name, Release.Source source) {
    return repertoires().map(each -> each.release(name, source)).toList();
  }

  boolean isEmpty() {
    return rncp.isEmpty() && rs.isEmpty();
  }

  private Stream<Repertoire> repertoires() {
    return Stream.of(rncp, rs).filter(each -> !each.isEmpty());
  }

  /** Settles what could not be known while records came in. To be called once. */
  void settle() {
    replacements.keySet().forEach(this::settle);
    citations.settle();
    otherLevels.forEach((level, count) ->
        findings.remark(
            count + " fiches sans niveau de 2019, la source dit « " + level + " » : niveau vide"));
  }

  /** The link is told by the register of the older record, or by the other if that has none. */
  private void settle(Replacement replacement) {
    Repertoire own = repertoire(replacement.older().code());
    Repertoire teller = own.isEmpty() ? repertoire(replacement.newer().code()) : own;
    ConceptBuilder older = teller.citing(replacement.older(), title(replacement.older()));
    teller.citing(replacement.newer(), title(replacement.newer()));
    older.link(Link.of(Link.Kind.REMPLACE_PAR, replacement.newer()));
  }

  /** Title of a record of this file, of either register. */
  private String title(ConceptRef record) {
    return repertoire(record.code()).findTitle(record.code()).orElse(Stubs.UNNAMED);
  }
}
