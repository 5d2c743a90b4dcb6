package fr.passerelle.vocab.skos;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How JSON-LD shortens names, and for which properties it shortens values too: the prefixed name of
 * a property is the same as in Turtle.
 */
final class JsonLdContext {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private static final String RESOURCES =
      """
      skos:inScheme skos:topConceptOf skos:hasTopConcept skos:broader skos:narrower skos:related
      skos:broadMatch skos:narrowMatch skos:relatedMatch skos:exactMatch skos:closeMatch
      skos:member skos:memberList xkos:compares xkos:madeOf xkos:sourceConcept xkos:targetConcept dct:provenance dct:source
      dct:isPartOf dct:isVersionOf
      dct:hasVersion dct:creator dct:publisher dct:license foaf:page xkos:follows xkos:supersedes
      rdfs:subClassOf rdfs:subPropertyOf rdfs:range rdfs:isDefinedBy\
      """;

  private static final String TEXTS =
      """
      skos:prefLabel skos:altLabel skos:definition skos:scopeNote dct:title dct:description
      dct:bibliographicCitation rdfs:label rdfs:comment\
      """;

  private final Map<String, String> prefixes;
  private final Map<String, String> prefixByNamespace = new HashMap<>();
  private final Set<String> resources = new HashSet<>();
  private final Set<String> texts = new HashSet<>();

  /** Term definitions in JSON by term, in the order in which they are written. */
  private final Map<String, String> coercions = new LinkedHashMap<>();

  /**
   * A context.
   *
   * @param prefixes namespaces by prefix
   * @param resources prefixed names of properties whose values are IRIs, separated by blanks
   * @param texts prefixed names of properties whose values are gathered by language
   */
  JsonLdContext(Map<String, String> prefixes, String resources, String texts) {
    this.prefixes = prefixes;
    prefixes.forEach((prefix, namespace) -> prefixByNamespace.put(namespace, prefix));
    names(resources).forEach(this::resource);
    names(texts).forEach(this::text);
  }

  private static Stream<String> names(String all) {
    return BLANKS.splitAsStream(all).filter(name -> !name.isEmpty());
  }

  /** The context of vocabularies. */
  JsonLdContext(Terms terms) {
    this(terms.prefixes(), RESOURCES, TEXTS);
    OwnTerm.ALL.values().forEach(term -> own(name(terms.own(term.name()).getURI()), term));
  }

  /** Namespaces by prefix. */
  Map<String, String> prefixes() {
    return prefixes;
  }

  /** Term definitions in JSON, by term. */
  Map<String, String> coercions() {
    return coercions;
  }

  /** Whether a bare string is read as an IRI under that name. */
  boolean isResource(String name) {
    return resources.contains(name);
  }

  /** Whether texts are gathered by language under that name. */
  boolean isText(String name) {
    return texts.contains(name);
  }

  /** The prefixed name, or the whole IRI where no prefix fits. */
  String name(String uri) {
    int cut = Math.max(uri.lastIndexOf('#'), uri.lastIndexOf('/')) + 1;
    String prefix = prefixByNamespace.get(uri.substring(0, cut));
    return prefix == null ? uri : prefix + ":" + uri.substring(cut);
  }

  private void own(String name, OwnTerm term) {
    switch (term.kind()) {
      case LINK -> resource(name);
      case NOTE, LABEL, TEXT -> text(name);
      case CLASS, INDIVIDUAL, STRING, BOOLEAN, DATE, INTEGER -> {}
    }
  }

  private void resource(String name) {
    resources.add(name);
    coercions.put(name, "{\"@type\": \"@id\"}");
  }

  private void text(String name) {
    texts.add(name);
    coercions.put(name, "{\"@container\": \"@language\"}");
  }
}
