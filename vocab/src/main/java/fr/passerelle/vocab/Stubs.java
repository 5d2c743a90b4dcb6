package fr.passerelle.vocab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a source cites of schemes that are not its own: codes, with the labels that it gives. A stub
 * steps back where the concept's own record is published. Used by readers; not thread-safe.
 */
public final class Stubs {
  /** Label of a cited concept that no source names. */
  public static final String UNNAMED = "libellé non fourni";

  /** Label of a cited ROME 3 sheet that no source names: never the ROME 4 label of that code. */
  public static final String UNNAMED_V3 = "libellé v3 non fourni";

  /** French titles of the schemes cited, by identifier. */
  private static final Map<String, String> TITLES =
      Map.of(
          "rome-3",
          "Répertoire opérationnel des métiers et des emplois (ROME) 3",
          RomeEditions.UNKNOWN,
          "Répertoire opérationnel des métiers et des emplois (ROME), version non précisée",
          FormacodeEditions.UNKNOWN,
          "Formacode®, version non précisée",
          FormacodeEditions.ANNEXES,
          "Listes annexes du Formacode®");

  /** Editions of Formacode that are cited and of which no file is read here, e.g. V11. */
  private static final Pattern FORMACODE = Pattern.compile("formacode-(\\d{1,2})");

  private final Map<ConceptRef, ConceptBuilder> stubs = new LinkedHashMap<>();

  /** Cites a concept; the first label given is kept, an empty one waits for better. */
  public ConceptRef cite(ConceptRef ref, ConceptType type, String label) {
    ConceptBuilder known = stubs.get(ref);
    if (known == null || (isUnnamed(known.prefLabel()) && !label.isBlank())) {
      String shown = label.isBlank() ? unnamed(ref.scheme()) : label;
      stubs.put(ref, new ConceptBuilder(ref, type, Status.REFERENCED, shown));
    }
    return ref;
  }

  /** Cites a concept of elsewhere, with the URI that it has there. */
  public ConceptRef cite(ConceptRef ref, ConceptType type, String label, String uri) {
    cite(ref, type, label);
    ConceptBuilder stub = stubs.get(ref);
    if (stub != null) {
      stub.property(Property.URI_ORIGINE, uri);
    }
    return ref;
  }

  /** Whether a label says only that there is none. */
  public static boolean isUnnamed(String label) {
    return label.equals(UNNAMED) || label.equals(UNNAMED_V3);
  }

  /** Whether a scheme without edition of its own here is national all the same. */
  static boolean isNational(String scheme) {
    return TITLES.containsKey(scheme) || FORMACODE.matcher(scheme).matches();
  }

  private static String unnamed(String scheme) {
    return scheme.equals(RomeEditions.ROME_3) ? UNNAMED_V3 : UNNAMED;
  }

  /** One scheme for each scheme cited, by identifier. */
  public List<Scheme> schemes() {
    Map<String, List<Concept>> byScheme = new LinkedHashMap<>();
    stubs.forEach((ref, stub) ->
        byScheme.computeIfAbsent(ref.scheme(), key -> new ArrayList<>()).add(stub.build()));
    return byScheme.entrySet().stream()
        .map(each -> Scheme.of(each.getKey(), title(each.getKey()), each.getValue()))
        .toList();
  }

  private static String title(String scheme) {
    return Edition.find(scheme)
        .map(Edition::title)
        .orElseGet(() ->
            TITLES.getOrDefault(scheme, FORMACODE.matcher(scheme).replaceAll("Formacode® V$1")));
  }
}
