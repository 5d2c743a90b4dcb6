package fr.passerelle.vocab.rncp;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptBuilder;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.Stubs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One of the two registers as a file tells it: its certifications, their blocks, what they cite.
 */
final class Repertoire {
  private static final Correspondence.Author AUTHOR =
      new Correspondence.Author("france-competences", "France compétences");

  private final Edition edition;
  private final Map<String, ConceptBuilder> certifications = new LinkedHashMap<>();
  private final Map<String, Concept> blocks = new HashMap<>();

  /** Records cited as older or newer that the file does not hold, of either register. */
  private final Map<ConceptRef, ConceptBuilder> cited = new TreeMap<>();

  private final Stubs stubs = new Stubs();
  private final Map<String, List<Pair>> pairs = new TreeMap<>();

  Repertoire(Edition edition) {
    this.edition = edition;
  }

  /** Identifier of its scheme. */
  String id() {
    return edition.id();
  }

  boolean isEmpty() {
    return certifications.isEmpty();
  }

  /** Adds a certification, unless its number is taken. */
  boolean add(ConceptBuilder certification) {
    return certifications.putIfAbsent(certification.ref().code(), certification) == null;
  }

  void addBlock(Concept block) {
    blocks.put(block.code(), block);
  }

  /** What it cites of other schemes. */
  Stubs stubs() {
    return stubs;
  }

  /** Joins a certification to a concept of another scheme. */
  void join(Pair pair) {
    pairs.computeIfAbsent(pair.to().scheme(), key -> new ArrayList<>()).add(pair);
  }

  /** Title of the certification of that number, if the file holds it. */
  Optional<String> findTitle(String number) {
    return Optional.ofNullable(certifications.get(number)).map(ConceptBuilder::prefLabel);
  }

  /** The record of that number, a stub of that title made where this register does not hold it. */
  ConceptBuilder citing(ConceptRef ref, String title) {
    ConceptBuilder own = ref.scheme().equals(id()) ? certifications.get(ref.code()) : null;
    return own != null
        ? own
        : cited.computeIfAbsent(
            ref,
            key -> new ConceptBuilder(key, ConceptType.CERTIFICATION, Status.REFERENCED, title));
  }

  /** Its release, whose integrity has been checked. What was gathered is let go on the way. */
  Release release(String name, Release.Source source) {
    List<Concept> own = new ArrayList<>(blocks.values());
    blocks.clear();
    certifications.values().forEach(each -> own.add(each.build()));
    certifications.clear();
    Map<String, List<Concept>> others = new TreeMap<>();
    cited.forEach((ref, stub) ->
        (ref.scheme().equals(id())
                ? own
                : others.computeIfAbsent(ref.scheme(), key -> new ArrayList<>()))
            .add(stub.build()));
    cited.clear();
    List<Scheme> schemes = new ArrayList<>();
    schemes.add(Scheme.of(id(), edition.title(), own));
    others.forEach((id, concepts) -> schemes.add(Scheme.of(id, title(id), concepts)));
    schemes.addAll(stubs.schemes());
    return Release.of(edition, name, source, schemes, correspondences(name));
  }

  private static String title(String scheme) {
    return Edition.find(scheme).map(Edition::title).orElse(scheme);
  }

  private List<Correspondence> correspondences(String name) {
    return pairs.entrySet().stream()
        .map(each ->
            Correspondence.of(
                AUTHOR,
                id(),
                each.getKey(),
                new Correspondence.Versions(name, ""),
                method(each.getKey()),
                each.getValue(),
                List.of()))
        .toList();
  }

  private static String method(String target) {
    String indexed =
        "Indexation des fiches par France compétences, telle que le fichier la donne. ";
    return switch (target) {
      case "rome-3" ->
          indexed + "Les codes ROME des fiches sont ceux du ROME 3, leurs libellés le prouvent.";
      case "nsf" ->
          indexed
              + "Un code NSF suivi d'une lettre est rattaché à son groupe, la lettre et son libellé"
              + " sont gardés en commentaire.";
      default ->
          indexed + "La version du Formacode® est celle que prouvent les libellés de la source.";
    };
  }
}
