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
import fr.passerelle.vocab.rncp.Fiche.Item;
import fr.passerelle.vocab.source.Findings;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
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

  private final Set<ConceptRef> refused = new LinkedHashSet<>();

  private record Replacement(ConceptRef older, ConceptRef newer) {}

  RncpDraft(Findings findings, Supplier<FormacodeEditions> editions) {
    this.findings = findings;
    this.words = new Words(findings);
    this.blocks = new Blocks(findings);
    this.citations = new Citations(findings, editions);
  }

  /** Takes a record in whole, or refuses it whole, with its places and its number. */
  void add(Fiche fiche) {
    try (Findings.Attempt attempt = findings.attempt()) {
      String number = fiche.number.text();
      Repertoire repertoire = repertoire(number);
      if (!isNamed(fiche) || isTaken(fiche, repertoire)) {
        return;
      }
      ConceptBuilder concept =
          new ConceptBuilder(
              ref(number),
              ConceptType.CERTIFICATION,
              words.line(fiche.title.text(), fiche.title.place()));
      describe(concept, fiche);
      List<Item> parts = blocks.sound(concept.ref(), fiche.blocks);
      Citations.Sound cited = citations.sound(concept.ref(), fiche);
      Map<Replacement, String> links = links(fiche);
      if (attempt.sound()) {
        repertoire.add(concept);
        level(concept, fiche);
        Blocks.add(repertoire, concept, parts);
        citations.add(repertoire, concept.ref(), cited);
        link(links);
      } else {
        refused.add(concept.ref());
      }
    }
  }

  private boolean isNamed(Fiche fiche) {
    String number = fiche.number.text();
    if (!Words.isNumber(number)) {
      findings.refused(
          fiche.number.isEmpty() ? fiche.place : fiche.number.place(),
          "number",
          "« " + number + " » n'est pas un numéro de fiche RNCPnnn ou RSnnn ; corriger la fiche");
      return false;
    }
    if (fiche.title.isEmpty()) {
      findings.refused(fiche.place, "required", number + " : intitulé vide ; corriger la fiche");
      refused.add(ref(number));
      return false;
    }
    return true;
  }

  private boolean isTaken(Fiche fiche, Repertoire repertoire) {
    String number = fiche.number.text();
    if (repertoire.findTitle(number).isEmpty() && !refused.contains(ref(number))) {
      return false;
    }
    findings.refused(
        fiche.number.place(),
        "duplicate-code",
        number + " : numéro déjà lu ; garder une fiche, la première est lue");
    return true;
  }

  /** Takes in what a record replaces and is replaced by; the file need not hold the record. */
  void link(Fiche fiche) {
    try (Findings.Attempt attempt = findings.attempt()) {
      String number = fiche.number.text();
      if (!Words.isNumber(number)) {
        refuseNumber(number, fiche.number);
        return;
      }
      Map<Replacement, String> links = links(fiche);
      if (attempt.sound()) {
        link(links);
      }
    }
  }

  /** A record whose rows cannot all be read: it is refused by whoever found that. */
  void refuse(String number) {
    refused.add(ref(number));
  }

  /** Records that were refused, of either register. */
  Set<ConceptRef> refused() {
    return refused;
  }

  /** What a record replaces and is replaced by, each with its place. */
  private Map<Replacement, String> links(Fiche fiche) {
    ConceptRef self = ref(fiche.number.text());
    Map<Replacement, String> links = new LinkedHashMap<>();
    for (Cell older : fiche.older) {
      other(self, older)
          .ifPresent(other -> note(links, new Replacement(other, self), older.place()));
    }
    for (Cell newer : fiche.newer) {
      other(self, newer)
          .ifPresent(other -> note(links, new Replacement(self, other), newer.place()));
    }
    return links;
  }

  private Optional<ConceptRef> other(ConceptRef self, Cell cell) {
    if (!Words.isNumber(cell.text())) {
      refuseNumber(self.code(), cell);
      return Optional.empty();
    }
    if (ref(cell.text()).equals(self)) {
      findings.repaired("fiche donnée comme remplacée par elle-même, lien omis", cell.place());
      return Optional.empty();
    }
    return Optional.of(ref(cell.text()));
  }

  private void link(Map<Replacement, String> links) {
    links.forEach((replacement, place) -> note(replacements, replacement, place));
  }

  private void note(Map<Replacement, String> all, Replacement replacement, String place) {
    if (all.putIfAbsent(replacement, place) != null) {
      findings.repaired(
          "remplacement donné par l'ancienne fiche et par la nouvelle, gardé une fois", place);
    }
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

  /** The registers that have records, once what they cite is settled. */
  List<Release> releases(String name, Release.Source source) {
    return repertoires().map(each -> each.release(name, source)).toList();
  }

  /** Keeps refused records as they are published. */
  List<String> keep(Function<String, Optional<Release>> published) {
    return Stream.of(rncp, rs).flatMap(each -> Kept.in(each, refused, published).stream()).toList();
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
