package fr.passerelle.api.graphql;

import fr.passerelle.api.study.FollowUpPeriod;
import fr.passerelle.api.study.Years;
import fr.passerelle.catalog.programme.FollowUp;
import fr.passerelle.catalog.programme.Programme;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.catalog.study.StudyStatus;
import fr.passerelle.catalog.use.Reuse;
import fr.passerelle.catalog.use.UseKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The year's programme, the follow-up figures, the register of re-uses. */
final class ProgrammeFields {
  private ProgrammeFields() {}

  /** A number of things of one sort. */
  private record Count(String of, long count) {}

  static List<Fields<?>> all() {
    return List.of(
        Fields.of("Programme", Programme.class)
            .part("year", Programme::year)
            .part("items", Programme::items)
            .part("themesWithoutStudy", Programme::themes)
            .part("territoriesWithoutStudy", Programme::territories)
            .part("requested", Programme::requested),
        Fields.of("ProgrammeItem", Programme.Item.class)
            .part("study", Programme.Item::study)
            .part("late", Programme.Item::late)
            .part("overlaps", Programme.Item::overlaps),
        Fields.of("ThemeWithoutStudy", Programme.ThemeGap.class)
            .field("theme", (each, call) -> call.view().find(each.theme()).orElse(null))
            .part("lastIssued", each -> each.last().orElse(null)),
        Fields.of("FollowUp", FollowUp.class)
            .part("from", each -> each.first().toString())
            .part("until", each -> each.last().toString())
            .part("producers", FollowUp::producers)
            .part("uses", each -> uses(each.uses()))
            .part("viewed", FollowUp::viewed)
            .part("harvests", each -> counts(each.harvests()))
            .part("completeHarvests", each -> counts(each.complete())),
        Fields.of("FollowUpOfProducer", FollowUp.OfProducer.class)
            .part("producer", FollowUp.OfProducer::producer)
            .part("studies", each -> statuses(each.studies()))
            .part("onTime", each -> Math.toIntExact(each.onTime()))
            .part("late", each -> Math.toIntExact(each.late()))
            .part("deposits", each -> Math.toIntExact(each.deposits())),
        Fields.of("ViewedStudy", FollowUp.Viewed.class)
            .part("study", FollowUp.Viewed::study)
            .part("views", each -> (double) each.views()),
        Fields.of("NamedCount", Count.class)
            .part("of", Count::of)
            .part("count", each -> (double) each.count()),
        Fields.of("Reuse", Reuse.class)
            .field("study", (each, call) -> catalogueStudy(each, call))
            .part("user", Reuse::user)
            .part("purpose", Reuse::purpose)
            .part("address", each -> each.address().isEmpty() ? null : each.address())
            .part("year", Reuse::year)
            .part("recorded", each -> each.at().toString())
            .part("author", Reuse::author));
  }

  private static Object catalogueStudy(Reuse reuse, Call call) {
    return StudyFields.catalogue(call).find(reuse.study()).orElseThrow();
  }

  private static List<Count> uses(Map<UseKind, Long> uses) {
    Map<String, Long> named = new TreeMap<>();
    uses.forEach((kind, count) -> named.put(kind.id(), count));
    return counts(named);
  }

  private static List<Count> statuses(Map<StudyStatus, Long> studies) {
    return studies.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each -> new Count(each.getKey().id(), each.getValue()))
        .toList();
  }

  private static List<Count> counts(Map<String, Long> counts) {
    return new TreeMap<>(counts)
        .entrySet().stream().map(each -> new Count(each.getKey(), each.getValue())).toList();
  }

  /** The programme of a year, by default the present one. */
  static Object programme(Call call) {
    LocalDate today = StudyFields.today();
    @Nullable Integer year = call.environment().getArgument("year");
    int asked = year == null ? today.getYear() : Years.of("year", Integer.toString(year));
    return Programme.of(
        StudyFields.catalogue(call),
        Programme.Frame.of(call.view().snapshot(), call.view().desk().profile(), asked, today));
  }

  /** Figures of a period, by default the present year up to today. */
  static Object followUp(Call call) {
    call.aside().pass();
    LocalDate today = StudyFields.today();
    FollowUpPeriod period = FollowUpPeriod.of(call.text("from"), call.text("until"), today);
    return FollowUp.of(
        StudyFields.catalogue(call),
        call.view().desk().uses(),
        period.first(),
        period.last(),
        today);
  }

  /** The register, the latest first. */
  static Object reuses(Call call) {
    call.aside().pass();
    return call.view().desk().register();
  }

  /** Re-uses of one study, the latest first. */
  @SuppressWarnings("FutureReturnValueIgnored") // the engine waits for it
  static Object reuses(Study study, Call call) {
    call.aside().pass();
    return call.<StudyId, List<Reuse>>load(Loaders.REUSES, study.id())
        .thenApply(found -> found.orElse(List.of()));
  }
}
