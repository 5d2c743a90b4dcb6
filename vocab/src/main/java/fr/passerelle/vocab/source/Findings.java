package fr.passerelle.vocab.source;

import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.RefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What reading a source brought to light: rows read, repairs made by rule, rows refused, remarks.
 *
 * <p>A reader goes on after a fault so that a person sees all of them at once; then {@link
 * #refuseIfFaulty} refuses the source whole. A fault found while a reader tries one record ({@link
 * #attempt}) refuses that record alone, as long as so few are refused that the source is sound.
 *
 * <p>Not thread-safe: one reader fills it.
 */
public final class Findings {
  /**
   * Faults and examples listed; more are only counted, a broken file has as many as it has rows.
   */
  private static final int LISTED_FAULTS = 200;

  private static final int LISTED_EXAMPLES = 3;

  /** Of that many records one may be refused; of a small file none. */
  private static final int RECORDS_PER_REFUSAL = 1_000;

  private final Optional<Integer> admitted;
  private final Map<String, Integer> read = new LinkedHashMap<>();
  private final Map<String, Repair> repairs = new LinkedHashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final List<Fault> asides = new ArrayList<>();
  private int faultCount;

  /** Faults of records among all. */
  private int recordFaults;

  private int records;
  private int refusedRecords;

  /** Records being tried, one inside the other: faults are those of the outermost. */
  private int depth;

  private int faultsBefore;
  private String licence = "";

  /** Findings of a source of which one record in a thousand may be refused. */
  public Findings() {
    this(Optional.empty());
  }

  /**
   * Findings of a source of which that many records may be refused.
   *
   * @param admitted a number that a person states; the usual share where empty
   */
  public Findings(Optional<Integer> admitted) {
    this.admitted = admitted;
  }

  /** One record while it is being tried. */
  public final class Attempt implements AutoCloseable {
    private Attempt() {
      if (depth++ == 0) {
        records++;
        faultsBefore = faultCount;
      }
    }

    /** Whether nothing in the record was refused so far: only then may it be kept. */
    public boolean sound() {
      return faultCount == faultsBefore;
    }

    @Override
    public void close() {
      if (--depth == 0 && !sound()) {
        refusedRecords++;
        recordFaults += faultCount - faultsBefore;
      }
    }
  }

  /**
   * Tries one record: what is refused until it is closed refuses that record, not the source. One
   * tried inside another is the same record.
   */
  public Attempt attempt() {
    return new Attempt();
  }

  /**
   * A row left out because its own source says that it is in doubt: told with the refused ones, but
   * no fault of the file.
   */
  public void aside(String place, String rule, String message) {
    asides.add(new Fault(place, rule, message));
  }

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
   * Refuses the source if anything but records was refused in it, or more records than are
   * admitted.
   *
   * @throws RefusedException with the faults listed, and how many more there are
   */
  public void refuseIfFaulty() {
    boolean ofTheFile = faultCount > recordFaults;
    if (ofTheFile || refusedRecords > admitted()) {
      throw new RefusedException(listed(), ofTheFile ? "" : advice());
    }
  }

  private int admitted() {
    return admitted.orElse(records / RECORDS_PER_REFUSAL);
  }

  private String advice() {
    return "Enregistrements refusés : %d sur %d, %d admis. Corriger le fichier, ou publier les autres : --refused %d"
        .formatted(refusedRecords, records, admitted(), refusedRecords);
  }

  private List<Fault> listed() {
    List<Fault> all = new ArrayList<>(faults);
    if (faultCount > faults.size()) {
      all.add(new Fault("...", "more", (faultCount - faults.size()) + " autres anomalies"));
    }
    return all;
  }

  /** How many records were refused, the others being published. */
  public int refusedRecords() {
    return refusedRecords + asides.size();
  }

  /** Why records were refused, the others being published; the first of many. */
  public List<Fault> refused() {
    List<Fault> all = listed();
    all.addAll(asides);
    return all;
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
