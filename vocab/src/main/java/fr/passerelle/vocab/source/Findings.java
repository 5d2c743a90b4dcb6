package fr.passerelle.vocab.source;

import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.RefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What reading a source brought to light: rows read, repairs made by rule, rows refused, remarks.
 *
 * <p>A reader goes on after a fault so that a person sees all of them at once; then {@link
 * #refuseIfFaulty} refuses the source whole. Not thread-safe: one reader fills it.
 */
public final class Findings {
  /**
   * Faults and examples listed; more are only counted, a broken file has as many as it has rows.
   */
  private static final int LISTED_FAULTS = 200;

  private static final int LISTED_EXAMPLES = 3;

  private final Map<String, Integer> read = new LinkedHashMap<>();
  private final Map<String, Repair> repairs = new LinkedHashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private int faultCount;
  private String licence = "";

  /**
   * Repairs made by one rule.
   *
   * @param rule what the rule does, in French
   * @param count how many times
   * @param examples the first places
   */
  public record Repair(String rule, int count, List<String> examples) {
    public Repair {
      examples = List.copyOf(examples);
    }

    private Repair and(String place) {
      List<String> more = new ArrayList<>(examples);
      if (more.size() < LISTED_EXAMPLES) {
        more.add(place);
      }
      return new Repair(rule, count + 1, more);
    }
  }

  /** Counts the rows read in a file. */
  public void read(String file, int rows) {
    read.merge(file, rows, Integer::sum);
  }

  /** A certain fault that a rule mended. */
  public void repaired(String rule, String place) {
    repairs.put(rule, repairs.getOrDefault(rule, new Repair(rule, 0, List.of())).and(place));
  }

  /** Something that no rule mends. */
  public void refused(String place, String rule, String message) {
    faultCount++;
    if (faults.size() < LISTED_FAULTS) {
      faults.add(new Fault(place, rule, message));
    }
  }

  /** Something a person should know that is no fault: a file absent, a column ignored. */
  public void remark(String text) {
    remarks.add(text);
  }

  /** The licence that the file declares, in its words. */
  public void licence(String declared) {
    licence = declared;
  }

  /** The licence that the file declares, in its words; empty if none. */
  public String licence() {
    return licence;
  }

  /**
   * Refuses the source if anything in it was refused.
   *
   * @throws RefusedException with the faults listed, and how many more there are
   */
  public void refuseIfFaulty() {
    if (faultCount == 0) {
      return;
    }
    List<Fault> all = new ArrayList<>(faults);
    if (faultCount > faults.size()) {
      all.add(new Fault("...", "more", (faultCount - faults.size()) + " autres anomalies"));
    }
    throw new RefusedException(all);
  }

  /** Rows read, by file, in the order of reading. */
  public Map<String, Integer> read() {
    return new LinkedHashMap<>(read);
  }

  /** Repairs, by rule. */
  public List<Repair> repairs() {
    return List.copyOf(repairs.values());
  }

  /** Remarks, in the order of reading. */
  public List<String> remarks() {
    return List.copyOf(remarks);
  }
}
