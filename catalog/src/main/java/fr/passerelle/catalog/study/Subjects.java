package fr.passerelle.catalog.study;

import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.vocab.ConceptRef;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a study is about.
 *
 * @param themes concepts of the theme scheme (dcat:theme)
 * @param territories where (dct:spatial)
 * @param period when, that is the period studied (dct:temporal)
 * @param sectors economic sectors, in words
 * @param audiences people whom it looks at, in words: apprentis, seniors, ...
 * @param concepts codes of ROME, Formacode, RNCP and the like (dct:subject)
 */
public record Subjects(
    List<ConceptRef> themes,
    List<Territory> territories,
    Period period,
    List<String> sectors,
    List<String> audiences,
    List<ConceptRef> concepts) {
  /** Nothing is told. */
  public static final Subjects NONE =
      new Subjects(List.of(), List.of(), Period.UNKNOWN, List.of(), List.of(), List.of());

  public Subjects {
    themes = List.copyOf(themes);
    territories = List.copyOf(territories);
    sectors = List.copyOf(sectors);
    audiences = List.copyOf(audiences);
    concepts = List.copyOf(concepts);
  }

  /** Codes of the schemes whose name begins so: {@code rome}, {@code formacode}, {@code rncp}. */
  public Stream<ConceptRef> concepts(String family) {
    return concepts.stream().filter(ref -> ref.scheme().startsWith(family));
  }
}
