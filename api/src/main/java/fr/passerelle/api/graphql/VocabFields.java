package fr.passerelle.api.graphql;

import fr.passerelle.api.http.Lookup;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.service.Absence;
import fr.passerelle.vocab.service.Hierarchy;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A vocabulary, and what has to be said of its source. */
final class VocabFields {
  private VocabFields() {}

  static List<Fields<?>> all() {
    return List.of(
        Fields.of("Vocab", PublishedScheme.class)
            .part("id", vocab -> vocab.scheme().id())
            .field("uri", (vocab, call) -> call.view().uri(vocab))
            .part("title", vocab -> vocab.scheme().title())
            .part("release", vocab -> vocab.release().release().id())
            .part("issued", vocab -> vocab.release().modified().toString())
            .part("sample", vocab -> vocab.release().release().source().sample())
            .part("licence", vocab -> vocab.release().licence())
            .part("producer", vocab -> vocab.release().release().edition().producer())
            .part("homepage", vocab -> vocab.release().release().edition().homepage())
            .part("citation", vocab -> vocab.release().citation())
            .part("conceptCount", vocab -> vocab.scheme().concepts().size())
            .part("types", VocabFields::types)
            .field("companionOf", VocabFields::companionOf)
            .field(
                "correspondences",
                (vocab, call) ->
                    Lookup.followed(call.view().snapshot(), vocab.scheme().id())
                        .correspondences(call.view().snapshot()))
            .field(
                "releases",
                (vocab, call) ->
                    ChangeFields.releases(vocab.release().release().edition().id(), call))
            .field(
                "top",
                (vocab, call) -> listed(call, Hierarchy.top(vocab), Absence.Reason.NO_CONCEPTS))
            .field("concepts", VocabFields::concepts),
        Fields.of("Licence", Licence.class)
            .part("code", Licence::code)
            .part("label", Licence::label)
            .part("uri", Licence::uri),
        Fields.of("Source", PublishedRelease.class)
            .part("edition", source -> source.release().edition().id())
            .part("producer", source -> source.release().edition().producer())
            .part("title", source -> source.release().edition().title())
            .part("release", source -> source.release().id())
            .part("modified", source -> source.modified().toString())
            .part("licence", PublishedRelease::licence)
            .part("citation", PublishedRelease::citation)
            .part("sample", source -> source.release().source().sample()));
  }

  private static @Nullable Object companionOf(PublishedScheme vocab, Call call) {
    String edition = vocab.release().release().edition().id();
    return vocab.companion() ? call.view().snapshot().findScheme(edition).orElse(null) : null;
  }

  /** Concepts in use, as REST counts them. */
  private static List<SearchFields.Count> types(PublishedScheme vocab) {
    Map<ConceptType, Integer> counts = new EnumMap<>(ConceptType.class);
    vocab.scheme().concepts().stream()
        .filter(concept -> concept.status() == Status.CURRENT)
        .forEach(concept -> counts.merge(concept.type(), 1, Integer::sum));
    return SearchFields.counts(counts);
  }

  private static Connection concepts(PublishedScheme vocab, Call call) {
    @Nullable ConceptType type = call.choice(ConceptType.class, "type");
    List<Concept> all = vocab.scheme().concepts();
    return listed(
        call,
        all.stream().filter(concept -> type == null || concept.type() == type).toList(),
        all.isEmpty() ? Absence.Reason.NO_CONCEPTS : Absence.Reason.FILTERED);
  }

  private static Connection listed(Call call, List<Concept> concepts, Absence.Reason none) {
    return Connection.of(call, concepts, each -> each.ref().key(), () -> Absence.of(none));
  }
}
