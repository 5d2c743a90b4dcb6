package fr.passerelle.vocab.regional;

import fr.passerelle.vocab.Annotation;
import fr.passerelle.vocab.Collection;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptBuilder;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.Justification;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Newcomer;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.Stubs;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a regional vocabulary. A code of another scheme ({@code formacode-14/12522}) can be
 * put into a collection, have a note or a regional name beside what its producer says, or be what a
 * concept is a variant of; nothing is written over it.
 */
final class RegionalTerms {
  static final List<String> COLUMNS = List.of("code", "prefLabel");
  static final List<String> OPTIONAL =
      List.of(
          "altLabels",
          "definition",
          "broader",
          "collection",
          "variantOf",
          "regionalLabel",
          "note",
          "link");

  /** What a region may say of a concept that is not its own. */
  private static final List<String> BESIDE = List.of("collection", "regionalLabel", "note", "link");

  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"{}|\\\\^`]{1,500}");

  private final Edition edition;
  private final Correspondence.Author author;
  private final Predicate<String> known;
  private final Findings findings;
  private final Map<String, ConceptBuilder> concepts = new LinkedHashMap<>();
  private final Map<String, String> places = new LinkedHashMap<>();
  private final Map<String, Set<Broader>> broader = new LinkedHashMap<>();
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final Map<String, Set<Pair>> variants = new TreeMap<>();
  private final List<Annotation> annotations = new ArrayList<>();
  private final Stubs stubs = new Stubs();

  /** Codes of refused rows, as they write them: what is published of them stays. */
  private final Set<String> refused = new LinkedHashSet<>();

  RegionalTerms(
      Edition edition, Correspondence.Author author, Predicate<String> known, Findings findings) {
    this.edition = edition;
    this.author = author;
    this.known = known;
    this.findings = findings;
  }

  private record Broader(String code, String place) {}

  private record Group(String label, List<ConceptRef> members) {}

  /** Takes a row, or refuses it whole (docs/decisions/0010): it is tried apart first. */
  void row(Row row) {
    Findings trial = new Findings();
    RegionalTerms apart = new RegionalTerms(edition, author, known, trial);
    String code = row.get("code");
    if (concepts.containsKey(code)) {
      apart.places.put(code, places.getOrDefault(code, ""));
      apart.concepts.put(code, concepts.get(code));
    }
    try (Findings.Attempt attempt = findings.attempt()) {
      apart.take(row.telling(trial));
      trial.refused().forEach(each -> findings.refused(each.place(), each.rule(), each.message()));
      if (attempt.sound()) {
        take(row);
      } else {
        refused.add(code);
      }
    }
  }

  private void take(Row row) {
    String code = row.get("code");
    if (code.contains("/")) {
      cited(row, code);
    } else if (!ConceptRef.isCode(code)) {
      findings.refused(
          row.place("code"),
          "code",
          "code « " + code + " » impropre à une URI : lettres, chiffres, point, tiret");
    } else if (concepts.containsKey(code)) {
      findings.refused(
          row.place("code"), "duplicate-code", "code déjà donné à " + places.get(code));
    } else if (row.isEmpty("prefLabel")) {
      findings.refused(row.place("prefLabel"), "label", "libellé absent ; en donner un");
    } else {
      own(row, code);
    }
  }

  private void own(Row row, String code) {
    ConceptRef ref = new ConceptRef(edition.id(), code);
    ConceptBuilder concept = new ConceptBuilder(ref, ConceptType.CONCEPT, row.text("prefLabel"));
    for (String label : RegionalFile.values(row.text("altLabels"))) {
      if (!concept.alt(label)) {
        findings.repaired(
            "autre libellé identique au préféré, retiré (SKOS S13)", row.place("altLabels"));
      }
    }
    if (!row.isEmpty("definition")) {
      concept.note(Note.Kind.DEFINITION, row.text("definition"));
    }
    if (!row.isEmpty("note")) {
      concept.note(Note.Kind.NOTE, row.text("note"));
    }
    refuseOfAnother(row);
    concepts.put(code, concept);
    places.put(code, row.place("code"));
    for (String above : RegionalFile.values(row.get("broader"))) {
      broader
          .computeIfAbsent(code, key -> new LinkedHashSet<>())
          .add(new Broader(above, row.place("broader")));
    }
    for (String name : RegionalFile.values(row.get("variantOf"))) {
      ConceptRef target = cite(name, "", row.place("variantOf"));
      if (target != null) {
        // A variant is one form of what it varies: that is wider.
        variants
            .computeIfAbsent(target.scheme(), key -> new LinkedHashSet<>())
            .add(
                Pair.of(
                    ref,
                    target,
                    fr.passerelle.vocab.Predicate.BROAD_MATCH,
                    Justification.MANUAL_CURATION));
      }
    }
    collect(row, ref);
  }

  private void cited(Row row, String name) {
    ConceptRef ref = cite(name, row.text("prefLabel"), row.place("code"));
    for (String column : List.of("altLabels", "definition", "broader", "variantOf")) {
      if (!row.isEmpty(column)) {
        findings.refused(
            row.place(column),
            "foreign-concept",
            "rien ne s'écrit par-dessus le concept d'un autre ; lui donner un code à soi et dire"
                + " variantOf "
                + name);
      }
    }
    if (BESIDE.stream().allMatch(row::isEmpty)) {
      findings.refused(
          row.place("collection"),
          "foreign-concept",
          "le code d'un autre référentiel n'est ici que pour une collection, une note ou un nom"
              + " régional ; en donner");
    }
    if (ref != null) {
      collect(row, ref);
      annotate(row, ref);
    }
  }

  /** Of its own concept, a region says all that in the concept itself. */
  private void refuseOfAnother(Row row) {
    for (String column : List.of("regionalLabel", "link")) {
      if (!row.isEmpty(column)) {
        findings.refused(
            row.place(column),
            "own-concept",
            "colonne pour le code d'un autre référentiel ; ici prefLabel, altLabels et note");
      }
    }
  }

  private void annotate(Row row, ConceptRef ref) {
    String link = row.get("link");
    if (!link.isEmpty() && !LINK.matcher(link).matches()) {
      findings.refused(
          row.place("link"), "link", "« " + link + " » : une adresse http(s), sans espace");
      return;
    }
    for (String name : RegionalFile.values(row.text("regionalLabel"))) {
      annotations.add(new Annotation(author, ref, Annotation.Kind.LABEL, name, "fr", ""));
    }
    if (!row.isEmpty("note") || !link.isEmpty()) {
      annotations.add(
          new Annotation(author, ref, Annotation.Kind.NOTE, row.text("note"), "fr", link));
    }
  }

  private @Nullable ConceptRef cite(String name, String label, String place) {
    int slash = name.indexOf('/');
    String scheme = name.substring(0, Math.max(slash, 0));
    String code = name.substring(slash + 1);
    if (slash <= 0 || !known.test(scheme) || !ConceptRef.isCode(code)) {
      findings.refused(
          place,
          "reference",
          "« " + name + " » ne nomme rien ici ; écrire vocabulaire/code, ex. formacode-14/12522");
      return null;
    }
    ConceptRef ref = new ConceptRef(scheme, code);
    if (scheme.equals(edition.id())) {
      findings.refused(place, "reference", "« " + name + " » est d'ici : écrire le code seul");
      return null;
    }
    return stubs.cite(ref, ConceptType.CONCEPT, label);
  }

  private void collect(Row row, ConceptRef ref) {
    for (String label : RegionalFile.values(row.text("collection"))) {
      String id = Newcomer.slug(label);
      if (id.isEmpty()) {
        findings.refused(
            row.place("collection"), "collection", "« " + label + " » n'a ni lettre ni chiffre");
      } else {
        groups.computeIfAbsent(id, key -> new Group(label, new ArrayList<>())).members().add(ref);
      }
    }
  }

  /**
   * Keeps what is published of refused rows: a cell mistyped today takes nothing away.
   *
   * @return the codes of those that were published
   */
  List<String> keep(Optional<Release> before) {
    Set<String> kept = new TreeSet<>();
    before.ifPresent(release -> refused.forEach(code -> keep(release, code, kept)));
    return List.copyOf(kept);
  }

  private void keep(Release before, String code, Set<String> kept) {
    int slash = code.indexOf('/');
    ConceptRef ref =
        slash > 0
            ? new ConceptRef(code.substring(0, slash), code.substring(slash + 1))
            : new ConceptRef(edition.id(), code);
    before.schemes().stream()
        .filter(scheme -> scheme.id().equals(ref.scheme()))
        .flatMap(scheme -> scheme.find(ref.code()).stream())
        .filter(concept -> concept.status() != Status.RETIRED && !concepts.containsKey(code))
        .forEach(concept -> {
          kept.add(code);
          keep(concept);
        });
    before.annotations().stream()
        .filter(each -> each.target().equals(ref))
        .forEach(annotations::add);
    before.correspondences().stream()
        .flatMap(each -> each.pairs().stream())
        .filter(pair -> pair.from().equals(ref))
        .forEach(pair -> {
          stubs.cite(pair.to(), ConceptType.CONCEPT, "");
          variants.computeIfAbsent(pair.to().scheme(), key -> new LinkedHashSet<>()).add(pair);
        });
    before.collections().stream()
        .filter(each -> each.members().contains(ref))
        .forEach(each ->
            groups
                .computeIfAbsent(each.id(), key -> new Group(each.label(), new ArrayList<>()))
                .members()
                .add(ref));
  }

  private void keep(Concept concept) {
    if (concept.ref().scheme().equals(edition.id())) {
      concepts.put(concept.code(), ConceptBuilder.of(concept));
    } else {
      stubs.cite(concept.ref(), concept.type(), concept.prefLabel("fr"));
    }
  }

  /** The whole vocabulary, once all rows are read. */
  Release release(String id, Release.Source source) {
    broader.forEach(this::attach);
    if (concepts.isEmpty() && groups.isEmpty() && annotations.isEmpty()) {
      findings.refused(source.file() + ":1:1", "empty", "aucune ligne à publier dans ce fichier");
    }
    findings.refuseIfFaulty();
    List<Scheme> schemes = new ArrayList<>();
    if (!concepts.isEmpty()) {
      List<Concept> built = concepts.values().stream().map(ConceptBuilder::build).toList();
      schemes.add(Scheme.of(edition.id(), edition.title(), built));
    }
    schemes.addAll(stubs.schemes());
    List<Collection> collections =
        groups.entrySet().stream()
            .map(each ->
                new Collection(
                    author, each.getKey(), each.getValue().label(), each.getValue().members()))
            .toList();
    try {
      return new Release(edition, id, source, schemes, correspondences(), collections, annotations)
          .checked();
    } catch (RefusedException e) {
      throw new RefusedException(e.faults().stream().map(this::placed).toList());
    }
  }

  private void attach(String code, Set<Broader> above) {
    ConceptBuilder concept = concepts.get(code);
    for (Broader each : above) {
      if (!concepts.containsKey(each.code())) {
        findings.refused(
            each.place(), "dangling-link", "« " + each.code() + " » n'est pas un code du fichier");
      } else if (concept != null) {
        concept.link(Link.of(Link.Kind.BROADER, new ConceptRef(edition.id(), each.code())));
      }
    }
  }

  private List<Correspondence> correspondences() {
    return variants.entrySet().stream()
        .map(each ->
            Correspondence.of(
                author,
                edition.id(),
                each.getKey(),
                Correspondence.Versions.UNKNOWN,
                "variantes régionales, déclarées par leur auteur",
                each.getValue(),
                List.of()))
        .toList();
  }

  /** What is wrong with a concept is said of its row. */
  private Fault placed(Fault fault) {
    String code = fault.place().substring(fault.place().indexOf('/') + 1);
    return new Fault(places.getOrDefault(code, fault.place()), fault.rule(), fault.message());
  }
}
