package fr.passerelle.catalog.harvest;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where this installation publishes its studies: a record that bears such an address is one of ours
 * that comes back from a catalogue that harvested it.
 *
 * @param bases bases of its names and its own address
 */
public record OwnAddresses(Set<String> bases) {
  public OwnAddresses {
    bases =
        bases.stream()
            .filter(each -> !each.isBlank())
            .map(OwnAddresses::bare)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Without scheme: catalogues change http into https, and hosts have no case. */
  private static String bare(String address) {
    String rest = address.strip().replaceFirst("^(?i)https?://", "");
    int slash = rest.indexOf('/');
    return slash < 0
        ? rest.toLowerCase(Locale.ROOT)
        : rest.substring(0, slash).toLowerCase(Locale.ROOT) + rest.substring(slash);
  }

  /** Whether one of those names is that of a study here: its URI or its page. */
  boolean isAny(Set<String> names) {
    return names.stream()
        .map(OwnAddresses::bare)
        .anyMatch(name ->
            bases.stream()
                .anyMatch(base ->
                    name.startsWith(base + "/id/study/") || name.startsWith(base + "/doc/study/")));
  }
}
