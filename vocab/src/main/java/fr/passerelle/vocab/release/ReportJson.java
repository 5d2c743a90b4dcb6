package fr.passerelle.vocab.release;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/** An import report as JSON, kept with the release. */
final class ReportJson {
  private static final JsonFactory JSON = new JsonFactory();

  /** Of each sort and correspondence; the counts are exact. All can be asked of the service. */
  private static final int MOST_PAIRS = 1_000;

  private ReportJson() {}

  static String write(ImportReport report) throws IOException {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("outcome", report.outcome().name());
      json.writeStringField("before", report.before().orElse(""));
      counts(json, "concepts", report.concepts());
      counts(json, "read", report.read());
      json.writeArrayFieldStart("repaired");
      for (Findings.Repair repair : report.repairs()) {
        json.writeStartObject();
        json.writeStringField("rule", repair.rule());
        json.writeNumberField("count", repair.count());
        strings(json, "examples", repair.examples());
        json.writeEndObject();
      }
      json.writeEndArray();
      refused(json, report.refused());
      strings(json, "remarks", report.remarks());
      refs(json, "added", report.changes().added());
      refs(json, "changed", report.changes().changed());
      refs(json, "retired", report.changes().retired());
      json.writeNumberField("removedShare", report.changes().removedShare());
      pairs(json, report);
      json.writeNumberField("uses", report.uses());
      json.writeNumberField("pending", report.pending().size());
      json.writeEndObject();
    }
    return out.toString();
  }

  private static void refused(JsonGenerator json, ImportReport.Refused refused) throws IOException {
    json.writeNumberField("refusedRecords", refused.records());
    json.writeArrayFieldStart("refused");
    for (Fault fault : refused.faults()) {
      json.writeStartObject();
      json.writeStringField("place", fault.place());
      json.writeStringField("rule", fault.rule());
      json.writeStringField("message", fault.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void counts(JsonGenerator json, String name, Map<String, Integer> counts)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      json.writeNumberField(count.getKey(), count.getValue());
    }
    json.writeEndObject();
  }

  private static void pairs(JsonGenerator json, ImportReport report) throws IOException {
    json.writeArrayFieldStart("correspondences");
    for (PairChanges each : report.changes().pairs()) {
      json.writeStartObject();
      json.writeStringField("id", each.correspondence());
      json.writeNumberField("before", each.before());
      json.writeNumberField("added", each.added().size());
      json.writeNumberField("removed", each.removed().size());
      json.writeNumberField("changed", each.changed().size());
      if (each.before() > 0) {
        pairs(json, "addedPairs", each.added(), report);
        pairs(json, "removedPairs", each.removed(), report);
        changed(json, each.changed(), report);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void pairs(JsonGenerator json, String name, List<Pair> pairs, ImportReport report)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Pair pair : pairs.subList(0, Math.min(pairs.size(), MOST_PAIRS))) {
      json.writeStartObject();
      ends(json, pair, report);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void changed(
      JsonGenerator json, List<PairChanges.Repredicated> pairs, ImportReport report)
      throws IOException {
    json.writeArrayFieldStart("changedPairs");
    for (PairChanges.Repredicated pair : pairs.subList(0, Math.min(pairs.size(), MOST_PAIRS))) {
      json.writeStartObject();
      ends(json, pair.after(), report);
      json.writeStringField("predicateBefore", pair.before().predicate().id());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void ends(JsonGenerator json, Pair pair, ImportReport report) throws IOException {
    json.writeStringField("from", pair.from().toString());
    json.writeStringField("fromLabel", report.labels().getOrDefault(pair.from(), ""));
    json.writeStringField("to", pair.to().toString());
    json.writeStringField("toLabel", report.labels().getOrDefault(pair.to(), ""));
    json.writeStringField("predicate", pair.predicate().id());
  }

  private static void refs(JsonGenerator json, String name, List<ConceptRef> refs)
      throws IOException {
    strings(json, name, refs.stream().map(ConceptRef::toString).toList());
  }

  private static void strings(JsonGenerator json, String name, List<String> strings)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String string : strings) {
      json.writeString(string);
    }
    json.writeEndArray();
  }
}
