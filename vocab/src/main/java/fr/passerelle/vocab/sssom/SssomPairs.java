package fr.passerelle.vocab.sssom;

import fr.passerelle.vocab.Association;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.ExactMatches;
import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.Justification;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Stubs;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.ForeignNames;
import fr.passerelle.vocab.source.Row;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Gathers the rows of a mapping set into one correspondence for each couple of schemes. */
final class SssomPairs {
  private static final String NO_TERM = "https://w3id.org/sssom/NoTermFound";

  /** What the concepts of national schemes are, for the stubs that stand for them. */
  private static final Map<String, ConceptType> TYPES =
      Map.of(
          "rome-3", ConceptType.FICHE_METIER,
          "rome-4", ConceptType.FICHE_METIER,
          "formacode-13", ConceptType.TERME_FORMACODE,
          "formacode-14", ConceptType.TERME_FORMACODE,
          "rncp", ConceptType.CERTIFICATION,
          "rs", ConceptType.CERTIFICATION,
          "cfd", ConceptType.DIPLOME,
          "certifinfo", ConceptType.DIPLOME,
          "nsf", ConceptType.GROUPE_SPECIALITE,
          "fap-2021", ConceptType.FAMILLE_PROFESSIONNELLE);

  private final SssomHeader header;
  private final ForeignNames names;
  private final Findings findings;
  private final Stubs stubs = new Stubs();
  private final ExactMatches exact = new ExactMatches();
  private final Map<Couple, Gathered> couples = new LinkedHashMap<>();

  /** Two schemes that the set joins. */
  private record Couple(String source, String target) {}

  /** A pair and the place of its row. */
  private record Placed(Pair pair, String place) {}

  /** The two ends of a pair. */
  private record Ends(ConceptRef from, ConceptRef to) {}

  /** What is known of two schemes. */
  private static final class Gathered {
    private final Map<Ends, Placed> pairs = new LinkedHashMap<>();
    private final List<Association> unmatched = new ArrayList<>();
    private Correspondence.Versions versions = Correspondence.Versions.UNKNOWN;
  }

  /** A concept looked for in vain: its other scheme is that of the other rows. */
  private record Alone(ConceptRef ref, boolean source, String comment, String place) {}

  private final List<Alone> alone = new ArrayList<>();

  SssomPairs(SssomHeader header, ForeignNames names, Findings findings) {
    this.header = header;
    this.names = names;
    this.findings = findings;
  }

  void add(Row row) {
    if (!row.isEmpty("predicate_modifier")) {
      findings.repaired(
          "paire niée (predicate_modifier), non publiée", row.place("predicate_modifier"));
      return;
    }
    boolean noSubject = isNoTerm(row.get("subject_id"));
    boolean noObject = isNoTerm(row.get("object_id"));
    Optional<ConceptRef> from = noSubject ? Optional.empty() : end(row, "subject");
    Optional<ConceptRef> to = noObject ? Optional.empty() : end(row, "object");
    if (noSubject || noObject) {
      from.ifPresent(ref -> alone(row, ref, true));
      to.ifPresent(ref -> alone(row, ref, false));
      return;
    }
    Optional<Predicate> predicate = predicate(row);
    OptionalDouble confidence = confidence(row);
    if (from.isPresent() && to.isPresent() && predicate.isPresent()) {
      pair(row, from.get(), to.get(), predicate.get(), confidence);
    }
  }

  private void alone(Row row, ConceptRef ref, boolean source) {
    String place = row.place(source ? "subject_id" : "object_id");
    alone.add(new Alone(ref, source, row.get("comment"), place));
  }

  private static boolean isNoTerm(String id) {
    return id.equals(SssomRows.NO_TERM) || id.equals(NO_TERM);
  }

  private Optional<ConceptRef> end(Row row, String side) {
    Optional<ConceptRef> ref = names.find(row.get(side + "_id"), row.place(side + "_id"));
    ref.ifPresent(each ->
        stubs.cite(
            each,
            TYPES.getOrDefault(each.scheme(), ConceptType.CONCEPT),
            row.get(side + "_label"),
            names.uri(each)));
    return ref;
  }

  private Optional<Predicate> predicate(Row row) {
    String id = row.get("predicate_id").replace("http://www.w3.org/2004/02/skos/core#", "skos:");
    Optional<Predicate> predicate = id.startsWith("skos:") ? Predicate.find(id) : Optional.empty();
    if (predicate.isEmpty()) {
      findings.refused(
          row.place("predicate_id"),
          "predicate",
          "relation inconnue « "
              + id
              + " » ; admises : skos:exactMatch, closeMatch, broadMatch,"
              + " narrowMatch, relatedMatch");
    }
    return predicate;
  }

  private OptionalDouble confidence(Row row) {
    String text = row.get("confidence");
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      double value = Double.parseDouble(text);
      if (value >= 0 && value <= 1) {
        return OptionalDouble.of(value);
      }
    } catch (NumberFormatException e) {
      // Falls through: what is no number is no confidence.
    }
    findings.refused(
        row.place("confidence"),
        "confidence",
        "confiance « " + text + " » hors de 0 à 1 ; la laisser vide si elle n'est pas évaluée");
    return OptionalDouble.empty();
  }

  private void pair(
      Row row, ConceptRef from, ConceptRef to, Predicate said, OptionalDouble confidence) {
    String place = row.place("predicate_id");
    if (from.scheme().equals(to.scheme())) {
      findings.refused(
          place, "scheme", from + " et " + to + " sont d'un même schéma : ce n'est pas une paire");
      return;
    }
    if (said != Predicate.RELATED_MATCH && areOfOtherNature(from, to)) {
      findings.refused(
          place,
          "nature",
          from + " et " + to + " ne sont pas de même nature ; dire skos:relatedMatch");
      return;
    }
    if (said == Predicate.EXACT_MATCH) {
      exact.add(from, to, place);
    }
    Gathered gathered =
        couples.computeIfAbsent(new Couple(from.scheme(), to.scheme()), key -> new Gathered());
    keep(gathered, new Placed(made(row, from, to, said, confidence), place));
    version(row, gathered);
  }

  private static boolean areOfOtherNature(ConceptRef one, ConceptRef other) {
    ConceptType of = TYPES.get(one.scheme());
    ConceptType to = TYPES.get(other.scheme());
    return of != null && to != null && of != to;
  }

  private Pair made(
      Row row, ConceptRef from, ConceptRef to, Predicate said, OptionalDouble confidence) {
    String comment = row.get("comment");
    String reviewer = row.get("reviewer_label") + row.get("reviewer_id");
    Predicate predicate = said;
    if (said == Predicate.EXACT_MATCH && reviewer.isEmpty()) {
      findings.repaired(
          "exactMatch sans relecteur, publié comme closeMatch", row.place("predicate_id"));
      predicate = Predicate.CLOSE_MATCH;
      comment = joined(comment, "exactMatch dans la source, sans relecteur");
    }
    String curie = row.get("mapping_justification");
    Optional<Justification> justification = Justification.find(curie);
    if (justification.isEmpty()) {
      findings.repaired(
          "justification d'une autre sorte, gardée en commentaire",
          row.place("mapping_justification"));
      comment = joined(comment, curie);
    }
    return new Pair(
        from,
        to,
        predicate,
        justification.orElse(Justification.UNSPECIFIED),
        confidence,
        0,
        new Pair.Remark(row.get("author_label"), reviewer, date(row), comment));
  }

  private static String joined(String comment, String more) {
    return comment.isEmpty() ? more : comment + " ; " + more;
  }

  private String date(Row row) {
    String text = row.get("mapping_date");
    try {
      return text.isEmpty() ? "" : LocalDate.parse(text).toString();
    } catch (DateTimeException e) {
      findings.refused(row.place("mapping_date"), "date", "date impossible « " + text + " »");
      return "";
    }
  }

  /** One pair says one thing (SKOS S46); said twice for other reasons it is said once. */
  private void keep(Gathered gathered, Placed placed) {
    Pair pair = placed.pair();
    Placed before = gathered.pairs.putIfAbsent(new Ends(pair.from(), pair.to()), placed);
    if (before == null) {
      return;
    }
    if (before.pair().predicate() == pair.predicate()) {
      findings.repaired("paire dite deux fois, la première gardée", placed.place());
    } else {
      findings.refused(
          placed.place(),
          "S46",
          "%s → %s est %s ici et %s à %s (SKOS S46) ; en garder un"
              .formatted(
                  pair.from(),
                  pair.to(),
                  pair.predicate().id(),
                  before.pair().predicate().id(),
                  before.place()));
    }
  }

  private void version(Row row, Gathered gathered) {
    String source = said(row, "subject_source_version");
    String target = said(row, "object_source_version");
    if (gathered.versions.equals(Correspondence.Versions.UNKNOWN)) {
      gathered.versions = new Correspondence.Versions(source, target);
    }
  }

  private String said(Row row, String slot) {
    String inRow = row.get(slot);
    return inRow.isEmpty() ? header.get(slot) : inRow;
  }

  /** The correspondences, once all rows are read; what they would merge is refused. */
  List<Correspondence> correspondences(Correspondence.Author author, String method) {
    exact.check(this::refuse);
    alone.forEach(this::join);
    List<Correspondence> all = new ArrayList<>();
    couples.forEach((couple, gathered) ->
        all.add(
            Correspondence.of(
                author,
                couple.source(),
                couple.target(),
                gathered.versions,
                method,
                gathered.pairs.values().stream().map(Placed::pair).toList(),
                gathered.unmatched)));
    return all;
  }

  private void refuse(Fault fault) {
    findings.refused(fault.place(), fault.rule(), fault.message());
  }

  private void join(Alone each) {
    List<Couple> fitting =
        couples.keySet().stream()
            .filter(couple ->
                (each.source() ? couple.source() : couple.target()).equals(each.ref().scheme()))
            .toList();
    if (fitting.size() == 1) {
      Association association =
          each.source()
              ? Association.gone(each.ref(), each.comment())
              : Association.created(each.ref(), each.comment());
      Gathered gathered = couples.getOrDefault(fitting.getFirst(), new Gathered());
      if (!gathered.unmatched.contains(association)) {
        gathered.unmatched.add(association);
      }
    } else {
      findings.refused(
          each.place(),
          "unmatched",
          "rien ne dit dans quel schéma "
              + each.ref()
              + " n'a pas de correspondant ; un fichier"
              + " par couple de schémas");
    }
  }

  List<Scheme> schemes() {
    return stubs.schemes();
  }
}
