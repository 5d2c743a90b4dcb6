package fr.passerelle.api.mcp;

import fr.passerelle.catalog.delivery.Delivery;
import fr.passerelle.catalog.territory.Zoning;
import fr.passerelle.vocab.CombinedLicence;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.PublishedRelease;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has to be said of the sources of an answer wherever it goes, each source once. */
final class Sources {
  private final Set<Map<String, Object>> all = new LinkedHashSet<>();
  private final List<String> citations = new ArrayList<>();
  private CombinedLicence licence = CombinedLicence.NOTHING;

  /** A release of a vocabulary or of correspondences. */
  Sources add(PublishedRelease release) {
    return add(
        release.release().edition().producer(),
        release.modified(),
        release.licence(),
        release.citation());
  }

  /** A delivery of figures: what is public has a licence. */
  Sources add(Delivery delivery) {
    return add(
        delivery.supplier(),
        delivery.dated(),
        delivery.licence().orElseThrow(),
        delivery.citation());
  }

  /** Who says of which communes a territory is. */
  Sources add(Zoning.Origin origin) {
    return add(origin.author(), origin.issued(), origin.licence(), origin.citation());
  }

  /** Any source. */
  Sources add(String producer, LocalDate modified, Licence under, String citation) {
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("producer", producer);
    source.put("modified", modified.toString());
    source.put("licence", Map.of("code", under.code(), "label", under.label(), "uri", under.uri()));
    source.put("citation", citation);
    if (all.add(source)) {
      citations.add(citation);
    }
    licence = licence.and(CombinedLicence.of(under));
    return this;
  }

  /** Puts them into an answer, with the licence of the whole or why it has none. */
  void tell(Map<String, Object> content) {
    content.put("sources", List.copyOf(all));
    licence.whole().ifPresent(whole -> content.put("licence", whole.code()));
    if (!all.isEmpty() && licence.whole().isEmpty()) {
      content.put("licenceRefusal", licence.explanation());
    }
  }

  /** The last lines of the same in words. */
  String words() {
    if (citations.isEmpty()) {
      return "";
    }
    String why = licence.whole().isPresent() ? "" : "\n" + licence.explanation();
    return "\nSource : " + String.join(" ; ", citations) + why;
  }
}
