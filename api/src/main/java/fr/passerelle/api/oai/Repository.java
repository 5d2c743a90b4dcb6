package fr.passerelle.api.oai;

import fr.passerelle.api.linkeddata.dcat.Catalogs;
import fr.passerelle.catalog.dataset.Dataset;
import fr.passerelle.catalog.dataset.RecordLog;
import fr.passerelle.catalog.dataset.Subset;
import fr.passerelle.catalog.study.StudyNames;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that harvesters may know at one moment: what portals harvest, and what they could once.
 * Always in one order, in which nothing ever changes its place, so that a list is read on after the
 * last item seen whatever happens meanwhile.
 */
final class Repository {
  private final List<Item> items = new ArrayList<>();
  private final Map<String, Item> byIdentifier = new HashMap<>();

  private Repository() {}

  static Repository of(Catalogs.State state, StudyNames names) {
    Repository repository = new Repository();
    Map<String, Dataset> studies = new HashMap<>();
    Map<String, Instant> changed = new HashMap<>();
    repository.note(state.vocabularies(), Sets.VOCABULARIES, changed);
    repository.note(state.indicators(Subset.PORTALS), Sets.INDICATORS, changed);
    for (Dataset each : state.catalog().list(Subset.PORTALS)) {
      if (each.family() == Dataset.Family.STUDY) {
        studies.put(each.iri(), each);
      } else {
        Instant published = changed.getOrDefault(each.iri(), each.changed());
        repository.add(
            "0" + each.key(),
            each.iri(),
            published.isAfter(each.changed()) ? published : each.changed(),
            Set.of(),
            Optional.of(each));
      }
    }
    state
        .log(Subset.PORTALS)
        .lives()
        .forEach(life -> {
          String iri = names.study(life.study());
          repository.add(
              "1%015d".formatted(life.first()),
              iri,
              life.last().at(),
              Sets.of(life),
              Optional.ofNullable(studies.get(iri)));
        });
    repository.items.sort(Comparator.comparing(Item::key));
    return repository;
  }

  private void note(RecordLog log, String set, Map<String, Instant> changed) {
    for (RecordLog.Event each : log.lasts()) {
      changed.put(each.iri(), each.at());
      if (each.kind() == RecordLog.Kind.DELETE) {
        gone(each, set);
      }
    }
  }

  private void gone(RecordLog.Event event, String set) {
    add(
        new Item(
            "0" + event.key(),
            event.iri(),
            event.at().truncatedTo(ChronoUnit.SECONDS),
            List.of(set),
            Set.of(),
            Optional.empty()));
  }

  private void add(
      String key, String identifier, Instant stamp, Set<String> ever, Optional<Dataset> dataset) {
    add(
        new Item(
            key,
            identifier,
            stamp.truncatedTo(ChronoUnit.SECONDS),
            dataset.map(Sets::of).orElse(List.of(Sets.STUDIES)),
            ever,
            dataset));
  }

  private void add(Item item) {
    items.add(item);
    byIdentifier.put(item.identifier(), item);
  }

  Optional<Item> find(String identifier) {
    return Optional.ofNullable(byIdentifier.get(identifier));
  }

  /** What is selected, in order. */
  List<Item> select(Selection selection) {
    return items.stream().filter(selection::holds).toList();
  }

  /** The earliest of all stamps. */
  Instant earliest() {
    return items.stream().map(Item::stamp).min(Comparator.naturalOrder()).orElse(Instant.EPOCH);
  }

  /** Records, without those deleted. */
  List<Dataset> datasets() {
    return items.stream().flatMap(each -> each.dataset().stream()).toList();
  }
}
