package fr.passerelle.api.rest;

import fr.passerelle.api.rest.CorrespondenceView.AuthorView;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.service.Regional;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/**
 * What a region adds to a concept, beside what the concept's producer says.
 *
 * @param kind {@code note}, {@code label} (a name it goes by in the region), {@code variant} (a
 *     form of it) or {@code collection}
 * @param author who says it
 * @param text the note, the name, the label of the variant or of the collection
 * @param lang BCP 47 tag of the text
 * @param link address of a page that says more; null if none
 * @param variant the variant; null for the others
 * @param collection the collection; null for the others
 * @param source the region's release: edition, date, licence, citation
 */
@Serdeable
@Schema(name = "Regional")
public record RegionalView(
    String kind,
    AuthorView author,
    String text,
    String lang,
    @Nullable String link,
    @Nullable ConceptItem variant,
    CollectionView.@Nullable Item collection,
    SourceView source) {

  static RegionalView of(Views views, Uris uris, Regional regional) {
    return new RegionalView(
        regional.kind().name().toLowerCase(Locale.ROOT),
        new AuthorView(regional.author().id(), regional.author().name()),
        regional.text(),
        regional.lang(),
        regional.link().isEmpty() ? null : regional.link(),
        regional.variant().map(views::item).orElse(null),
        regional.collection().map(each -> CollectionView.Item.of(uris, each)).orElse(null),
        SourceView.of(regional.release()));
  }
}
