package fr.passerelle.vocab.regional;

import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import fr.passerelle.vocab.source.SourceText;
import fr.passerelle.vocab.source.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reader of the CSV template of a region: a vocabulary with its collections, or a correspondence,
 * told apart by their columns. The separator is {@code ;} or {@code ,}.
 */
public final class RegionalFile {
  /** A header is a line of words, not a file without line feeds. */
  private static final int LONGEST_HEADER = 4096;

  private RegionalFile() {}

  /** What a template is for. */
  public enum Template {
    /** Concepts and collections; variants, notes and regional names of concepts of others. */
    VOCABULARY(
        """
        code;prefLabel;altLabels;definition;broader;collection;variantOf;regionalLabel;note;link\r
        nautisme;Métiers du nautisme;;Activités de la filière nautique.;;;;;;\r
        greeur;Gréeur / Gréeuse;matelot gréeur|gréeuse;;nautisme;Filières littorales;;;;\r
        cap-cuisine-mer;CAP Cuisine, produits de la mer;;Parcours régional.;;;rncp/RNCP38430;;;\r
        formacode-14/12522;;;;;Transition écologique;;;;\r
        rome-4/M1805;;;;;;;Développeur en Région;Métier en tension.;https://region.example.org/m1805\r
        """),
    /** Pairs of concepts of two schemes. */
    CORRESPONDENCE(
        """
        source;sourceCode;predicate;target;targetCode;confidence;comment;reviewer\r
        rome-4;M1805;relatedMatch;formacode-14;30854;0.9;développement logiciel;\r
        """);

    private final String text;

    Template(String text) {
      this.text = text;
    }

    /** Word by which it is asked for. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The template of that {@link #id()}. */
    public static Optional<Template> find(String id) {
      return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }

    /** Header and rows to be replaced: CSV in UTF-8 by RFC 4180. */
    public String text() {
      return text;
    }
  }

  /**
   * Who deposits, and as what.
   *
   * @param author under whom all of it is published
   * @param edition identifier of the edition; empty for the usual one: the author's own word for a
   *     vocabulary, and that word with {@code -correspondances} for a correspondence
   * @param title its French title; empty for a usual one
   */
  public record Signature(
      Correspondence.Author author, Optional<String> edition, Optional<String> title) {

    Edition edition(String usualEnd, String usualTitle) {
      return new Edition(
          edition.orElse(author.id() + usualEnd),
          title.orElse(usualTitle + " (" + author.name() + ")"),
          author.name(),
          "",
          /* national= */ false,
          "");
    }
  }

  /** Reads the file where nothing is published yet. */
  public static Release read(
      Origin origin, Signature signature, Predicate<String> known, Findings findings)
      throws IOException {
    return read(origin, signature, known, edition -> Optional.empty(), findings);
  }

  /**
   * Reads the file.
   *
   * @param known whether a scheme can be cited here
   * @param published what is published of an edition, asked for where rows are refused: they stay
   *     as they are there
   * @throws RefusedException with every fault found, as {@code file:line:column}, rule and reason
   */
  public static Release read(
      Origin origin,
      Signature signature,
      Predicate<String> known,
      Function<String, Optional<Release>> published,
      Findings findings)
      throws IOException {
    LocalDate issued = origin.issued(Optional.empty());
    String release = origin.release().orElse(issued.toString());
    Release.Source source = origin.source(issued);
    try (BufferedReader text = new BufferedReader(SourceText.open(origin.path(), findings))) {
      String header = header(text, origin.file());
      char separator = header.indexOf(';') >= 0 ? ';' : ',';
      if (header.contains("predicate")) {
        RegionalPairs pairs = new RegionalPairs(known, findings);
        Table.of(origin.file(), separator, RegionalPairs.COLUMNS, findings)
            .optional(RegionalPairs.OPTIONAL)
            .read(text, pairs::row);
        String id = signature.edition("-correspondances", "").id();
        remarkKept(pairs.keep(kept(id, published, findings)), findings);
        return pairs.release(signature, release, source);
      }
      Edition edition = signature.edition("", "Vocabulaire régional");
      RegionalTerms terms = new RegionalTerms(edition, signature.author(), known, findings);
      Table.of(origin.file(), separator, RegionalTerms.COLUMNS, findings)
          .optional(RegionalTerms.OPTIONAL)
          .read(text, terms::row);
      remarkKept(terms.keep(kept(edition.id(), published, findings)), findings);
      return terms.release(release, source);
    }
  }

  /** What is published of an edition some of whose rows are refused. */
  private static Optional<Release> kept(
      String edition, Function<String, Optional<Release>> published, Findings findings) {
    return findings.refusedRecords() == 0 ? Optional.empty() : published.apply(edition);
  }

  private static void remarkKept(List<String> codes, Findings findings) {
    if (!codes.isEmpty()) {
      findings.remark(
          "lignes refusées qui restent comme elles sont publiées : " + String.join(", ", codes));
    }
  }

  private static String header(BufferedReader text, String file) throws IOException {
    text.mark(LONGEST_HEADER);
    char[] start = new char[LONGEST_HEADER];
    int count = Math.max(0, text.read(start));
    text.reset();
    String header = new String(start, 0, count).lines().findFirst().orElse("");
    if (header.isBlank()) {
      throw RefusedException.of(
          file + ":1:1",
          "header",
          "fichier vide ; partir du modèle : /api/v1/deposits/template.csv");
    }
    return header;
  }

  /** The values of a cell that may have several, between {@code |}. */
  static List<String> values(String cell) {
    return Arrays.stream(cell.split("\\|"))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .collect(Collectors.toList());
  }
}
