package fr.passerelle.api.linkeddata.shapes;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.constraint.ClassConstraint;
import org.apache.jena.shacl.engine.constraint.DatatypeConstraint;
import org.apache.jena.shacl.engine.constraint.HasValueConstraint;
import org.apache.jena.shacl.engine.constraint.InConstraint;
import org.apache.jena.shacl.engine.constraint.MaxCount;
import org.apache.jena.shacl.engine.constraint.MinCount;
import org.apache.jena.shacl.engine.constraint.NodeKindConstraint;
import org.apache.jena.shacl.engine.constraint.PatternConstraint;
import org.apache.jena.shacl.engine.constraint.ShNode;
import org.apache.jena.shacl.engine.constraint.ShOr;
import org.apache.jena.shacl.validation.ReportEntry;

/** What shapes do not admit, in words of operators. */
final class Wording {
  private static final String STUDY =
      "compléter la notice de l'étude (dépôt, moisson) ou, pour un référentiel, son import";
  private static final String PROFILE = "compléter le profil de la région (éditeur, contact)";
  private static final String TABLE =
      "la valeur n'est pas d'une liste que cette forme nomme : s'il y en a une qui convient, la"
          + " choisir dans la notice ou le profil ; sinon, rien";
  private static final String OURS =
      "la passerelle l'écrit d'elle-même : le signaler à ceux qui la maintiennent";

  /** Where the values of a property come from. */
  private static final Map<String, String> SOURCES =
      Stream.concat(
              Stream.of(
                      "dct:title dct:description dct:issued dct:modified dct:creator dct:license"
                          + " dct:spatial dct:temporal dct:language dct:type dcat:keyword"
                          + " dcat:theme dcat:distribution dcat:startDate dcat:endDate"
                          + " dct:format dcat:mediaType dcat:accessURL")
                  .flatMap(
                      all -> Stream.of(all.split(" ", -1)).map(each -> Map.entry(each, STUDY))),
              Stream.of("dct:publisher", "dcat:contactPoint", "foaf:name", "vcard:hasEmail")
                  .map(each -> Map.entry(each, PROFILE)))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  private Wording() {}

  /** What is wrong, where the shape does not say it itself. */
  static String message(ReportEntry entry, Function<Node, String> name) {
    String value = entry.value() == null ? "" : name.apply(entry.value());
    return switch (entry.constraint()) {
      case MinCount c -> "au moins %d demandé".formatted(c.getMinCount());
      case MaxCount c -> "au plus %d admis".formatted(c.getMaxCount());
      case ClassConstraint c ->
          "%s n'est pas décrit sur la page comme %s"
              .formatted(value, name.apply(c.getExpectedClass()));
      case DatatypeConstraint c ->
          "%s n'est pas du type %s".formatted(value, name.apply(c.getDatatype()));
      case NodeKindConstraint c ->
          "%s n'est pas de la nature %s".formatted(value, name.apply(c.getKind()));
      case HasValueConstraint c -> "%s y manque".formatted(name.apply(c.getValue()));
      case PatternConstraint c -> "%s ne suit pas « %s »".formatted(value, c.getPattern());
      case ShNode c ->
          "%s ne répond pas à %s".formatted(value, name.apply(c.getOther().getShapeNode()));
      case ShOr c -> "%s ne répond à aucune des formes admises".formatted(value);
      case null, default -> entry.message();
    };
  }

  /** What a person may do. */
  static String advice(ReportEntry entry, String path) {
    return switch (entry.constraint()) {
      case ShNode _, ShOr _, HasValueConstraint _, InConstraint _ -> TABLE;
      case null, default -> SOURCES.getOrDefault(path, OURS);
    };
  }
}
