package fr.passerelle.catalog.study.search;

import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.catalog.study.search.Similar.Kind;
import fr.passerelle.catalog.study.search.Similar.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/**
 * Finds the studies that are like one, hidden ones included: what of them may be told is for the
 * catalogue to say. Candidates share rare words; each is then weighed by words, themes, territory,
 * period and producers.
 */
public final class Overlap {
  /** Below that two studies are not said to be alike. */
  public static final double LEAST = 0.45;

  private static final int CANDIDATES = 200;
  private static final int TERMS = 25;
  private static final double WORDS = 0.5;
  private static final double LEAST_WORDS = 0.15;
  private static final double TITLE = 0.75;
  private static final double COVERED = 0.8;
  private static final float TITLE_BOOST = 3;
  private static final int QUOTED = 4;

  private final StudyIndex index;
  private final Row row;
  private final Map<String, Double> rarity = new HashMap<>();

  private Overlap(StudyIndex index, Row row) {
    this.index = index;
    this.row = row;
    Set<String> stems = new HashSet<>(row.title());
    stems.addAll(row.text());
    stems.forEach(stem -> rarity.put(stem, index.rarity(stem)));
  }

  /** The studies most like that one, which need not be in the index. */
  public static List<Similar> of(StudyIndex index, Study study, int most) {
    Overlap overlap = new Overlap(index, Row.of(study));
    return overlap.candidates(study.id()).stream()
        .flatMap(each -> overlap.compare(each).stream())
        .sorted(
            Comparator.comparingDouble(Similar::score)
                .reversed()
                .thenComparing(each -> each.study().id()))
        .limit(most)
        .toList();
  }

  private List<Row> candidates(StudyId self) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    rarity.entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, Double> each) ->
                    -each.getValue() * (row.title().contains(each.getKey()) ? 2 : 1))
                .thenComparing(Map.Entry::getKey))
        .limit(TERMS)
        .forEach(each -> {
          any.add(
              new BoostQuery(
                  new TermQuery(new Term(StudyDocument.TITLE, each.getKey())), TITLE_BOOST),
              Occur.SHOULD);
          any.add(new TermQuery(new Term(StudyDocument.TEXT, each.getKey())), Occur.SHOULD);
        });
    List<Row> rows = new ArrayList<>();
    for (long number : best(any.build())) {
      Row found = index.rows().get(number);
      if (found != null && !found.study().id().equals(self)) {
        rows.add(found);
      }
    }
    return rows;
  }

  private List<Long> best(BooleanQuery query) {
    IndexSearcher searcher = index.searcher();
    List<Long> numbers = new ArrayList<>();
    try {
      for (ScoreDoc each : searcher.search(query, CANDIDATES).scoreDocs) {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(each.doc, leaves));
        NumericDocValues values = DocValues.getNumeric(leaf.reader(), StudyDocument.NUMBER);
        if (values.advanceExact(each.doc - leaf.docBase)) {
          numbers.add(values.longValue());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return numbers;
  }

  private Optional<Similar> compare(Row other) {
    double words = words(other);
    if (words < LEAST_WORDS) {
      return Optional.empty();
    }
    List<Reason> reasons = new ArrayList<>();
    reasons.add(wordReason(other, words * WORDS));
    Circumstances.reasons(row, other, index.territories()).forEach(reasons::add);
    double score = reasons.stream().mapToDouble(Reason::weight).sum();
    reasons.sort(Comparator.comparingDouble(Reason::weight).reversed());
    return score < LEAST
        ? Optional.empty()
        : Optional.of(new Similar(other.study(), Math.min(1, rounded(score)), reasons));
  }

  private static double rounded(double score) {
    return Math.round(score * 100) / 100.0;
  }

  /** Part of the words that the two share, by their rarity: titles mostly, abstracts too. */
  private double words(Row other) {
    double titles = Math.max(shared(row.title(), other.title()), COVERED * covered(other));
    if (row.text().isEmpty() || other.text().isEmpty()) {
      return titles;
    }
    return TITLE * titles + (1 - TITLE) * shared(row.text(), other.text());
  }

  /** Twice what is common, of both (Dice). */
  private double shared(Set<String> one, Set<String> other) {
    double all = weight(one) + weight(other);
    double common = 0;
    for (String stem : one) {
      common += other.contains(stem) ? weight(stem) : 0;
    }
    return all == 0 ? 0 : 2 * common / all;
  }

  /** Part of the words of the title that are anywhere in the other. */
  private double covered(Row other) {
    double all = weight(row.title());
    double common = 0;
    for (String stem : row.title()) {
      boolean there = other.words().containsKey(stem) || other.text().contains(stem);
      common += there ? weight(stem) : 0;
    }
    return all == 0 ? 0 : common / all;
  }

  private double weight(Set<String> stems) {
    double sum = 0;
    for (String stem : stems) {
      sum += weight(stem);
    }
    return sum;
  }

  private double weight(String stem) {
    return index.rarity(stem);
  }

  private Reason wordReason(Row other, double weight) {
    String words =
        row.words().entrySet().stream()
            .filter(each ->
                other.words().containsKey(each.getKey()) || other.text().contains(each.getKey()))
            .map(Map.Entry::getValue)
            .filter(word -> word.length() > 2)
            .distinct()
            .limit(QUOTED)
            .collect(Collectors.joining(", "));
    return words.isEmpty()
        ? new Reason(Kind.WORDS, weight, "mots proches", "similar words")
        : new Reason(Kind.WORDS, weight, "mots communs : " + words, "words in common: " + words);
  }
}
