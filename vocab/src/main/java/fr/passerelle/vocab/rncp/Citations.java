package fr.passerelle.vocab.rncp;

import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.FormacodeEditions;
import fr.passerelle.vocab.FormacodeEditions.Term;
import fr.passerelle.vocab.FormacodeEditions.Verdict;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.rncp.Fiche.Item;
import fr.passerelle.vocab.source.Findings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes pairs of what records cite: ROME 3, NSF, and Formacode once all records are read. */
final class Citations {
  private static final String ROME_3 = "rome-3";
  private static final Pattern ROME = Pattern.compile("[A-Z]\\d{4}");
  private static final Pattern NSF = Pattern.compile("(\\d{1,3})([a-zA-Z]?)");
  private static final Pattern FORMACODE = Pattern.compile("\\d{5}");

  private final Findings findings;
  private final Supplier<FormacodeEditions> editions;

  /** One copy of each concept name, cited thousands of times. */
  private final Map<ConceptRef, ConceptRef> refs = new HashMap<>();

  private final Map<Term, Term> terms = new HashMap<>();
  private final List<Indexing> formacode = new ArrayList<>();

  private record Indexing(Repertoire repertoire, ConceptRef record, Term term) {}

  Citations(Findings findings, Supplier<FormacodeEditions> editions) {
    this.findings = findings;
    this.editions = editions;
  }

  /** Items of a record in a known form, each code once. */
  record Sound(List<Item> rome, List<Item> nsf, List<Item> formacode) {}

  /** What a record cites in a known form; the rest is refused or counted. */
  Sound sound(ConceptRef record, Fiche fiche) {
    return new Sound(
        sound(record, fiche.rome, ROME, "un code ROME est une lettre et quatre chiffres"),
        sound(record, fiche.nsf, NSF, "un code NSF est de un à trois chiffres"),
        sound(record, fiche.formacode, FORMACODE, "un Formacode est de cinq chiffres"));
  }

  /** Pairs a record with what it cites. */
  void add(Repertoire repertoire, ConceptRef record, Sound cited) {
    for (Item item : cited.rome()) {
      // A code in 00 is a professional domain of ROME 3, e.g. A1500.
      ConceptType type =
          item.code().endsWith("00") ? ConceptType.DOMAINE_PROFESSIONNEL : ConceptType.FICHE_METIER;
      ConceptRef sheet = repertoire.stubs().cite(ref(ROME_3, item.code()), type, item.label());
      repertoire.join(Pair.related(record, sheet));
    }
    nsf(repertoire, record, cited.nsf());
    cited.formacode().stream()
        .map(item -> new Term(item.code(), item.label()))
        .map(term -> terms.computeIfAbsent(term, key -> key))
        .forEach(term -> formacode.add(new Indexing(repertoire, record, term)));
  }

  /** The level that a record has. */
  ConceptRef level(Repertoire repertoire, String level, String label) {
    return repertoire.stubs().cite(ref("niveaux-2019", level), ConceptType.NIVEAU, label);
  }

  /** Items of a known form, each code once; others are refused or counted. */
  private List<Item> sound(ConceptRef record, List<Item> items, Pattern form, String rule) {
    Set<String> seen = new HashSet<>();
    List<Item> sound = new ArrayList<>();
    for (Item item : items) {
      if (!form.matcher(item.code()).matches()) {
        findings.refused(
            item.place(),
            "code",
            "%s : « %s », or %s ; corriger la fiche".formatted(record.code(), item.code(), rule));
      } else if (!seen.add(item.code())) {
        findings.repaired("code répété sur une fiche, gardé une fois", item.place());
      } else {
        sound.add(item);
      }
    }
    return sound;
  }

  /** A letter qualifies the group: two codes of one group make one pair, both in its comment. */
  private void nsf(Repertoire repertoire, ConceptRef record, List<Item> items) {
    Map<ConceptRef, String> comments = new LinkedHashMap<>();
    for (Item item : items) {
      Matcher code = NSF.matcher(item.code());
      boolean plain = code.matches() && code.group(2).isEmpty();
      // The label of 221w is not that of the group 221.
      ConceptRef group =
          repertoire
              .stubs()
              .cite(ref("nsf", code.group(1)), nsfType(code.group(1)), plain ? item.label() : "");
      String comment = plain ? "" : item.code() + " : " + item.label();
      if (comments.containsKey(group)) {
        findings.repaired(
            "deux codes NSF d'un même groupe sur une fiche, réunis en une paire", item.place());
      }
      comments.merge(group, comment, Citations::both);
    }
    comments.forEach(
        (group, comment) -> repertoire.join(Pair.related(record, group).commented(comment)));
  }

  private static String both(String one, String other) {
    return one.isEmpty() || other.isEmpty() ? one + other : one + " ; " + other;
  }

  private static ConceptType nsfType(String code) {
    return switch (code.length()) {
      case 1 -> ConceptType.CATEGORIE_SPECIALITE;
      case 2 -> ConceptType.DOMAINE_SPECIALITE;
      default -> ConceptType.GROUPE_SPECIALITE;
    };
  }

  private ConceptRef ref(String scheme, String code) {
    return refs.computeIfAbsent(new ConceptRef(scheme, code), key -> key);
  }

  /** Attaches the Formacode terms to the edition that they prove together. */
  void settle() {
    if (formacode.isEmpty()) {
      return;
    }
    Verdict verdict = editions.get().judge(terms.keySet());
    findings.remark(verdict.summary());
    Map<Term, ConceptRef> targets = new HashMap<>();
    terms
        .keySet()
        .forEach(term -> {
          ConceptRef target = verdict.ref(term);
          targets.put(term, ref(target.scheme(), target.code()));
        });
    for (Indexing each : formacode) {
      ConceptRef target = targets.getOrDefault(each.term(), each.record());
      each.repertoire().stubs().cite(target, ConceptType.TERME_FORMACODE, each.term().label());
      boolean unproven = target.scheme().equals(FormacodeEditions.UNKNOWN);
      each.repertoire()
          .join(
              Pair.related(each.record(), target)
                  .commented(unproven ? FormacodeEditions.UNPROVEN : ""));
    }
    formacode.clear();
  }
}
