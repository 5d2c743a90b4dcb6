package fr.passerelle.api.rest;

import fr.passerelle.vocab.CombinedLicence;
import fr.passerelle.vocab.Licence;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Under what an answer may be used again as a whole. Each of its parts keeps the licence of its
 * source.
 *
 * @param licence the least demanding licence that keeps what all sources ask for; null where there
 *     is none
 * @param explanation why there is none, and what to do, in French; null where there is one
 * @param citation of all sources, ready to paste
 */
@Serdeable
@Schema(name = "Terms")
public record TermsView(
    SourceView.@Nullable LicenceView licence, @Nullable String explanation, String citation) {

  /** Of an answer made of what those sources say. */
  static TermsView of(CombinedLicence combined, Stream<String> citations) {
    String why = combined.whole().isPresent() ? "" : combined.explanation();
    return new TermsView(
        combined.whole().map(SourceView.LicenceView::of).orElse(null),
        why.isEmpty() ? null : why,
        citations.distinct().collect(Collectors.joining(" ; ")));
  }

  static TermsView of(Collection<SourceView> sources) {
    return of(combined(sources), sources.stream().map(SourceView::citation));
  }

  private static CombinedLicence combined(Collection<SourceView> sources) {
    List<Licence> licences =
        sources.stream()
            .map(each -> Licence.find(each.licence().code()).orElseThrow())
            .distinct()
            .toList();
    return CombinedLicence.of(licences);
  }
}
