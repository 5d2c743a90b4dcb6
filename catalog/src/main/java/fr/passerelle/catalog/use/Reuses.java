package fr.passerelle.catalog.use;

import fr.passerelle.catalog.deposit.NotYoursException;
import fr.passerelle.catalog.studies.Actor;
import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.catalog.studies.NoSuchStudyException;
import fr.passerelle.catalog.studies.Studies;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.catalog.study.form.ReuseForm;
import fr.passerelle.vocab.source.Findings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * The register of who used a study for what. Who sees a study sees its re-uses; its producers and
 * the operator record them.
 */
public final class Reuses {
  /** Channel of NOTIFY by which running services learn of a change. */
  private static final String CHANNEL = "study_reuse";

  private final Jdbi jdbi;
  private final Studies studies;
  private final Clock clock;
  private final AtomicLong changes = new AtomicLong();

  public Reuses(DataSource dataSource, Studies studies, Clock clock) {
    jdbi = Jdbi.create(dataSource);
    this.studies = studies;
    this.clock = clock;
  }

  /** Channels of the database on which a change is told: {@link #refresh()} then. */
  public static List<String> channels() {
    return List.of(CHANNEL);
  }

  /** Takes note that some process may have changed the register. */
  public void refresh() {
    changes.incrementAndGet();
  }

  /** Counts what may have changed since the start. */
  public long changes() {
    return changes.get();
  }

  private void tell() {
    jdbi.useHandle(handle ->
        handle
            .createQuery("select pg_notify(:channel, '')::text")
            .bind("channel", CHANNEL)
            .mapTo(String.class)
            .one());
    refresh();
  }

  /** Name of the state of the register. Part of every cache key. */
  public String version() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select coalesce(max(id), 0) || '-' || count(*) from study_reuse")
            .mapTo(String.class)
            .one());
  }

  /** Re-uses of the studies that a reader sees, the latest first. */
  public List<Reuse> list(CatalogueView view) {
    return rows("", Map.of()).stream().filter(each -> view.find(each.study()).isPresent()).toList();
  }

  /** Re-uses of one study, the latest first. */
  public List<Reuse> list(StudyId study) {
    return rows("where study = :study", Map.of("study", study.value()));
  }

  /** Re-uses of several studies by one statement, those of each the latest first. */
  public Map<StudyId, List<Reuse>> list(Collection<StudyId> studies) {
    String names = studies.stream().map(StudyId::value).collect(Collectors.joining(" "));
    return rows("where study = any(string_to_array(:studies, ' '))", Map.of("studies", names))
        .stream()
        .collect(Collectors.groupingBy(Reuse::study));
  }

  private List<Reuse> rows(String where, Map<String, ?> values) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select * from study_reuse " + where + " order by year desc, id desc")
            .bindMap(values)
            .map((row, context) ->
                new Reuse(
                    row.getLong("id"),
                    new StudyId(row.getString("study")),
                    row.getString("user_name"),
                    row.getString("purpose"),
                    row.getString("address"),
                    row.getInt("year"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("author")))
            .list());
  }

  /**
   * Records a re-use.
   *
   * @param form members {@code user}, {@code purpose}, {@code address}, {@code year}
   * @throws fr.passerelle.vocab.RefusedException where the form is not sound
   * @throws NoSuchStudyException where the study is not there for the actor
   * @throws NotYoursException where it is another producer's
   */
  public Reuse record(Actor actor, StudyId id, Map<String, Object> form) {
    own(actor, id);
    Findings findings = new Findings();
    ReuseForm read = ReuseForm.read(form, LocalDate.now(clock), findings);
    findings.refuseIfFaulty();
    Instant now = clock.instant();
    long number =
        jdbi.withHandle(handle ->
            handle
                .createUpdate(
                    """
                    insert into study_reuse (study, user_name, purpose, address, year, at, author)
                    values (:study, :user, :purpose, :address, :year, :at, :author)
                    """)
                .bind("study", id.value())
                .bindMethods(read)
                .bind("at", now)
                .bind("author", actor.by().author())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(long.class)
                .one());
    tell();
    return new Reuse(
        number,
        id,
        read.user(),
        read.purpose(),
        read.address(),
        read.year(),
        now,
        actor.by().author());
  }

  /**
   * Forgets a re-use of a study, e.g. one that was recorded by mistake.
   *
   * @return whether there was one of that number
   */
  public boolean forget(Actor actor, StudyId id, long number) {
    own(actor, id);
    int forgotten =
        jdbi.withHandle(handle ->
            handle
                .createUpdate("delete from study_reuse where id = :id and study = :study")
                .bind("id", number)
                .bind("study", id.value())
                .execute());
    tell();
    return forgotten > 0;
  }

  private void own(Actor actor, StudyId id) {
    Study study =
        studies.catalogue().as(actor.as()).find(id).orElseThrow(() -> new NoSuchStudyException(id));
    if (!actor.as().owns(study) && !actor.isOperator()) {
      throw new NotYoursException(
          "id",
          "producer",
          "Seuls ses producteurs et l'exploitant disent à quoi une étude a servi.");
    }
  }
}
