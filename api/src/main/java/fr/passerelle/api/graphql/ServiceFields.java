package fr.passerelle.api.graphql;

import fr.passerelle.api.http.Lookup;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.vocab.CombinedLicence;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.release.Mapping;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.service.BrokenHop;
import fr.passerelle.vocab.service.Hop;
import fr.passerelle.vocab.service.Resolved;
import fr.passerelle.vocab.service.Resolver;
import fr.passerelle.vocab.service.Translation;
import fr.passerelle.vocab.service.Translator;
import fr.passerelle.vocab.service.Walk;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers to questions over several concepts: translations, lookups, paths. */
final class ServiceFields {
  private static final int LONGEST_TEXT = 200;

  private ServiceFields() {}

  /** A way, as a list of hops. */
  private record Way(List<Hop> hops) {}

  static List<Fields<?>> all() {
    return List.of(
        Fields.of("Translation", Translation.class)
            .part("from", Translation::from)
            .part("to", Translation::to)
            .part("correspondences", Translation::correspondences)
            .part("items", Translation::items)
            .part("unmapped", each -> each.items(Translation.Outcome.UNMAPPED))
            .part("ambiguous", each -> each.items(Translation.Outcome.AMBIGUOUS)),
        translated(),
        Fields.of("InheritedFromV3", Translation.Inherited.class)
            .field("parent", (each, call) -> call.view().find(each.parent()).orElseThrow())
            .part("targets", Translation.Inherited::targets),
        resolved(),
        walk(),
        Fields.of("Path", Way.class).part("hops", Way::hops),
        hop(),
        Fields.of("BrokenHop", BrokenHop.class)
            .part("concept", BrokenHop::concept)
            .part("reason", BrokenHop::reason)
            .part("explanation", each -> each.reason().explanation())
            .part("comment", each -> Text.orNull(each.comment())));
  }

  private static Fields<?> translated() {
    return Fields.of("TranslatedCode", Translation.Item.class)
        .part("input", Translation.Item::input)
        .part("concept", each -> each.concept().orElse(null))
        .part("outcome", Translation.Item::outcome)
        .part("reason", Translation.Item::reason)
        .part("explanation", each -> each.reason().explanation())
        .part("comment", each -> Text.orNull(each.comment()))
        .part("targets", Translation.Item::targets)
        .part("inheritedFromV3", Translation.Item::inherited)
        .field("replacedBy", (each, call) -> concepts(call, each.replacedBy()))
        .field("nearest", (each, call) -> concepts(call, each.nearest()));
  }

  private static Fields<?> resolved() {
    return Fields.of("LookupItem", Resolved.class)
        .part("input", Resolved::input)
        .part("outcome", Resolved::outcome)
        .part("concept", each -> each.concept().orElse(null))
        .part("candidates", Resolved::candidates)
        .field("replacedBy", (each, call) -> concepts(call, each.replacedBy()))
        .field("nearest", (each, call) -> concepts(call, each.nearest()));
  }

  private static Fields<?> walk() {
    return Fields.of("Walk", Walk.class)
        .part("from", Walk::start)
        .part("to", ServiceFields::goal)
        .field("reached", (walk, call) -> reached(walk, call))
        .part("total", each -> (double) each.total())
        .part("truncated", Walk::truncated)
        .part("reachedCount", each -> each.reached().size())
        .part("paths", each -> each.paths().stream().map(Way::new).toList())
        .field("licence", (walk, call) -> licence(walk, call).whole().orElse(null))
        .part("brokenCount", each -> each.broken().size())
        .part("broken", each -> each.broken().stream().limit(Call.MOST_FIRST).toList());
  }

  private static CombinedLicence licence(Walk walk, Call call) {
    return CombinedLicence.of(
        walk.sources(call.view().snapshot()).stream()
            .map(PublishedRelease::licence)
            .distinct()
            .toList());
  }

  /** As REST says it: a station, and the vocabulary where only one will do. */
  private static String goal(Walk walk) {
    return (walk.goal().station().name().toLowerCase(Locale.ROOT) + " " + walk.goal().scheme())
        .strip();
  }

  private static List<?> reached(Walk walk, Call call) {
    return concepts(call, List.copyOf(walk.reached()).stream().limit(Call.MOST_FIRST).toList());
  }

  private static Fields<?> hop() {
    return Fields.of("Hop", Hop.class)
        .field("from", (hop, call) -> call.view().find(hop.from()).orElseThrow())
        .field("to", (hop, call) -> call.view().find(hop.to()).orElseThrow())
        .part("predicate", Hop::predicate)
        .part("inverse", Hop::inverse)
        .part("mark", hop -> hop.mark() == Link.Mark.NONE ? null : hop.mark())
        .part("mapping", hop -> hop.mapping().orElse(null))
        .part("confidence", hop -> confidence(hop.mapping()))
        .part("source", Hop::release)
        .part("explanation", hop -> Text.orNull(hop.explanation()));
  }

  private static @Nullable Double confidence(Optional<Mapping> mapping) {
    return mapping.map(each -> MappingFields.confidence(each.pair())).orElse(null);
  }

  private static List<?> concepts(Call call, List<ConceptRef> refs) {
    return refs.stream().flatMap(ref -> call.view().find(ref).stream()).toList();
  }

  static Translation translate(Call call) {
    return Lookup.translator(call.view().snapshot(), call.text("from"), call.text("to"))
        .translate(texts(call, "codes", Translator.MOST_CODES));
  }

  static List<Resolved> lookup(Call call) {
    View view = call.view();
    String vocab = call.text("vocab");
    Optional<PublishedScheme> scheme =
        vocab.isEmpty() ? Optional.empty() : Optional.of(Lookup.scheme(view.snapshot(), vocab));
    Resolver resolver = new Resolver(view.snapshot(), view.uris(), scheme);
    return Stream.concat(
            texts(call, "codes", Resolver.MOST_CODES).stream().map(resolver::code),
            texts(call, "labels", Resolver.MOST_LABELS).stream().map(resolver::label))
        .toList();
  }

  static Walk paths(Call call) {
    return Lookup.walk(call.view().snapshot(), call.text("from"), call.text("to"), call.first());
  }

  private static List<String> texts(Call call, String name, int most) {
    List<String> texts = call.list(name);
    if (texts.size() > most || texts.stream().anyMatch(each -> each.length() > LONGEST_TEXT)) {
      throw ProblemException.parameter(
          name,
          texts.size() + " éléments",
          "%d éléments de %d caractères au plus".formatted(most, LONGEST_TEXT));
    }
    return texts;
  }
}
