package fr.passerelle.api.oai;

import fr.passerelle.api.http.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a harvester asks, read as strictly as the protocol says: each argument known to its verb and
 * given once.
 *
 * @param verb the verb
 * @param values the other arguments, as given
 */
record Arguments(Verb verb, Map<String, String> values) {
  static final String VERB = "verb";
  static final String IDENTIFIER = "identifier";
  static final String PREFIX = "metadataPrefix";
  static final String FROM = "from";
  static final String UNTIL = "until";
  static final String SET = "set";
  static final String TOKEN = "resumptionToken";
  static final List<String> OF_LISTS = List.of(FROM, UNTIL, SET, TOKEN);

  /** More than that no argument of ours is long. */
  private static final int LONGEST = 2_000;

  /**
   * Those of a request.
   *
   * @param given values of each name, in the order in which they were given
   * @throws OaiError badVerb or badArgument
   */
  static Arguments of(Map<String, List<String>> given) {
    Verb verb = verb(given.getOrDefault(VERB, List.of()));
    Map<String, String> values = new LinkedHashMap<>();
    given.forEach((name, all) -> {
      if (!name.equals(VERB)) {
        values.put(name, only(verb, name, all));
      }
    });
    Arguments arguments = new Arguments(verb, values);
    arguments.check();
    return arguments;
  }

  private static Verb verb(List<String> given) {
    if (given.size() != 1) {
      throw new OaiError(
          OaiError.Code.badVerb,
          "L'argument verb est à donner une seule fois : " + String.join(", ", words()));
    }
    return Verb.find(given.getFirst())
        .orElseThrow(() ->
            new OaiError(
                OaiError.Code.badVerb,
                "Pas de verbe %s ; il y a %s"
                    .formatted(Text.quoted(given.getFirst()), String.join(", ", words()))));
  }

  private static List<String> words() {
    return List.of(Verb.values()).stream().map(Verb::word).toList();
  }

  private static String only(Verb verb, String name, List<String> all) {
    List<String> known = new ArrayList<>(verb.required());
    known.addAll(verb.optional());
    if (!known.contains(name)) {
      throw bad(
          "%s ne connaît pas l'argument %s ; il connaît : %s"
              .formatted(verb.word(), Text.quoted(name), String.join(", ", known)));
    }
    if (all.size() != 1) {
      throw bad("L'argument %s est à donner une seule fois".formatted(name));
    }
    if (all.getFirst().isEmpty() || all.getFirst().length() > LONGEST) {
      throw bad("L'argument %s est vide ou trop long".formatted(name));
    }
    return all.getFirst();
  }

  private void check() {
    if (values.containsKey(TOKEN)) {
      if (values.size() > 1) {
        throw bad("resumptionToken est à donner seul, avec verb");
      }
      return;
    }
    for (String name : verb.required()) {
      if (!values.containsKey(name)) {
        throw bad("%s demande l'argument %s".formatted(verb.word(), name));
      }
    }
  }

  static OaiError bad(String message) {
    return new OaiError(OaiError.Code.badArgument, message);
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** Value of a required argument. */
  String get(String name) {
    return find(name).orElseThrow();
  }

  /**
   * The format asked for.
   *
   * @throws OaiError cannotDisseminateFormat
   */
  Format format() {
    String prefix = get(PREFIX);
    return Format.find(prefix)
        .orElseThrow(() ->
            new OaiError(
                OaiError.Code.cannotDisseminateFormat,
                "Pas de format %s ; il y a oai_dc, dcat_ap".formatted(Text.quoted(prefix))));
  }
}
