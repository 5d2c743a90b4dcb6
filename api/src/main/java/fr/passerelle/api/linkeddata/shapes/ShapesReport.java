package fr.passerelle.api.linkeddata.shapes;

import fr.passerelle.api.linkeddata.shapes.ShapeFinding.Rule;
import fr.passerelle.api.linkeddata.shapes.ShapeFinding.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;

/** What shapes do not admit in a whole catalogue, page by page, each thing once. */
public final class ShapesReport {
  private final CatalogShapes shapes;
  private final Map<ShapeFinding.Key, ShapeFinding> findings = new LinkedHashMap<>();
  private int pages;

  /** A report that has seen no page yet. */
  public ShapesReport(CatalogShapes shapes) {
    this.shapes = shapes;
  }

  /** Holds a page against the shapes. */
  public void page(Graph page) {
    pages++;
    shapes.check(page).forEach(each -> findings.merge(each.key(), each, ShapesReport::both));
  }

  private static ShapeFinding both(ShapeFinding one, ShapeFinding other) {
    if (one.owners().equals(other.owners())) {
      return one;
    }
    SortedSet<String> owners = new TreeSet<>(one.owners());
    owners.addAll(other.owners());
    return new ShapeFinding(
        one.severity(), List.copyOf(owners), one.focus(), one.path(), one.message(), one.rule());
  }

  /** Number of pages seen. */
  public int pages() {
    return pages;
  }

  /** Everything found, in the order in which it was. */
  public Collection<ShapeFinding> findings() {
    return findings.values();
  }

  /** Number of findings of that severity. */
  public long count(Severity severity) {
    return findings.values().stream().filter(each -> each.severity() == severity).count();
  }

  /** The findings by the first record that they concern; of none, by the node itself. */
  public Map<String, List<ShapeFinding>> byRecord() {
    Map<String, List<ShapeFinding>> records = new TreeMap<>();
    for (ShapeFinding each : findings.values()) {
      String record = each.owners().isEmpty() ? each.focus() : each.owners().getFirst();
      records.computeIfAbsent(record, absent -> new ArrayList<>()).add(each);
    }
    records
        .values()
        .forEach(each ->
            each.sort(
                Comparator.comparing(ShapeFinding::severity).thenComparing(ShapeFinding::path)));
    return records;
  }

  /** How often each rule was broken, the gravest first. */
  public Map<Rule, Integer> rules(Severity severity) {
    Map<Rule, Integer> rules =
        new TreeMap<>(
            Comparator.comparing(Rule::shape)
                .thenComparing(Rule::path)
                .thenComparing(Rule::constraint)
                .thenComparing(Rule::comment));
    findings.values().stream()
        .filter(each -> each.severity() == severity)
        .forEach(each -> rules.merge(each.rule(), 1, Integer::sum));
    return rules;
  }
}
