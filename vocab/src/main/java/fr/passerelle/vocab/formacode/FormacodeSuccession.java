package fr.passerelle.vocab.formacode;

import fr.passerelle.vocab.Association;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Justification;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.Stubs;
import fr.passerelle.vocab.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What becomes in Formacode V14 of the terms of V13, computed here: no producer says it.
 *
 * <p>A kept code is not a kept scope: without a reviewer no pair is an exactMatch, and a code that
 * is gone has no successor made up for it.
 */
public final class FormacodeSuccession {
  private static final Correspondence.Author AUTHOR =
      new Correspondence.Author("passerelle", "Passerelle (calcul)");

  private static final String METHOD =
      "Calcul : un terme du V13 et un terme du V14 de même code sont rapprochés (closeMatch), sans"
          + " relecture. Quand le libellé a changé, accents et casse mis à part, les deux libellés"
          + " sont cités. Un code du V13 absent du V14 est dit disparu, un code du V14 absent du"
          + " V13 est dit créé : aucune source ne nomme de successeur. Les grands domaines du V14"
          + " n'ont pas de terme en face dans le V13.";

  private FormacodeSuccession() {}

  /**
   * The correspondence in a release of its own, with stubs of both sides.
   *
   * @param v13 a release of Formacode V13
   * @param v14 a release of Formacode V14
   */
  public static Release of(Release v13, Release v14) {
    Map<String, Concept> before = terms(v13, Edition.FORMACODE_13);
    Map<String, Concept> after = terms(v14, Edition.FORMACODE_14);
    Stubs stubs = new Stubs();
    List<Pair> pairs = new ArrayList<>();
    List<Association> unmatched = new ArrayList<>();
    for (Concept old : before.values()) {
      cite(old, stubs);
      Optional.ofNullable(after.get(old.code()))
          .ifPresentOrElse(
              now -> pairs.add(pair(old, now)),
              () -> unmatched.add(Association.gone(old.ref(), "")));
    }
    for (Concept now : after.values()) {
      cite(now, stubs);
      if (!before.containsKey(now.code())) {
        unmatched.add(Association.created(now.ref(), ""));
      }
    }
    Correspondence correspondence =
        Correspondence.of(
            AUTHOR,
            Edition.FORMACODE_13.id(),
            Edition.FORMACODE_14.id(),
            new Correspondence.Versions(v13.id(), v14.id()),
            METHOD,
            pairs,
            unmatched);
    return Release.of(
        Edition.FORMACODE_SUCCESSION,
        v13.id() + "--" + v14.id(),
        source(v13.source(), v14.source()),
        stubs.schemes(),
        List.of(correspondence));
  }

  /** Terms in use, by code; V13 has no broad domains. */
  private static Map<String, Concept> terms(Release release, Edition edition) {
    Scheme main = release.schemes().getFirst();
    if (!main.id().equals(edition.id())) {
      throw new IllegalArgumentException("not a release of " + edition.id() + ": " + main.id());
    }
    Map<String, Concept> terms = new TreeMap<>();
    main.concepts().stream()
        .filter(concept -> concept.type() == ConceptType.TERME_FORMACODE)
        .filter(concept -> concept.status() == Status.CURRENT)
        .forEach(concept -> terms.put(concept.code(), concept));
    return terms;
  }

  private static void cite(Concept concept, Stubs stubs) {
    stubs.cite(concept.ref(), concept.type(), concept.prefLabel("fr"));
  }

  private static Pair pair(Concept old, Concept now) {
    String before = old.prefLabel("fr");
    String after = now.prefLabel("fr");
    Pair pair = Pair.of(old.ref(), now.ref(), Predicate.CLOSE_MATCH, Justification.LEXICAL);
    return folded(before).equals(folded(after))
        ? pair
        : pair.commented("libellé changé : « " + before + " » (V13), « " + after + " » (V14)");
  }

  /** V13 is in capitals without accents. */
  private static String folded(String label) {
    String plain = label.replace("œ", "oe").replace("Œ", "OE").replace('’', '\'');
    return Normalizer.normalize(plain, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toUpperCase(Locale.ROOT);
  }

  /** Both files, and the hash of their two hashes; as old as the younger of them. */
  private static Release.Source source(Release.Source v13, Release.Source v14) {
    byte[] both = (v13.sha256() + v14.sha256()).getBytes(StandardCharsets.US_ASCII);
    return new Release.Source(
        v13.file() + " + " + v14.file(),
        HexFormat.of().formatHex(SourceFile.digest().digest(both)),
        v13.issued().isAfter(v14.issued()) ? v13.issued() : v14.issued(),
        v13.sample() || v14.sample());
  }
}
