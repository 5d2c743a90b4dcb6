package fr.passerelle.api.graphql;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.release.PublishedScheme;
import java.util.List;
import java.util.stream.Stream;
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
            .field("companionOf", VocabFields::companionOf)
            .field("concepts", VocabFields::concepts),
        Fields.of("Licence", Licence.class)
            .part("code", Licence::code)
            .part("label", Licence::label)
            .part("uri", Licence::uri),
        Fields.of("Source", PublishedRelease.class)
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

  private static Connection concepts(PublishedScheme vocab, Call call) {
    @Nullable ConceptType type = call.choice(ConceptType.class, "type");
    Stream<Concept> concepts = vocab.scheme().concepts().stream();
    return Connection.ofPublished(
        call,
        concepts
            .filter(concept -> type == null || concept.type() == type)
            .map(concept -> Link.of(Link.Kind.BROADER, concept.ref()))
            .toList());
  }
}
