package fr.passerelle.catalog.studies;

import fr.passerelle.catalog.study.Content;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.catalog.study.journal.Body;
import fr.passerelle.catalog.study.journal.StudyEvent;
import fr.passerelle.vocab.RefusedException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;

/**
 * Erases persons who ask for it (RGPD, article 17) from all studies, of the past too: records keep
 * their other facts, and say themselves that they changed.
 */
public final class Authors {
  private static final int SALT = 16;

  private final Studies studies;
  private final Clock clock;

  public Authors(Studies studies, Clock clock) {
    this.studies = studies;
    this.clock = clock;
  }

  /**
   * What was erased.
   *
   * @param studies studies of which the person was an author
   * @param events lines of the journal that held the name
   * @param mentioned studies whose other texts hold the name: an operator has to read them
   */
  public record Erasure(List<StudyId> studies, int events, List<StudyId> mentioned) {
    public Erasure {
      studies = List.copyOf(studies);
      mentioned = List.copyOf(mentioned);
    }
  }

  /**
   * Looks at a name before anything is read for it.
   *
   * @throws RefusedException if that is no name of a person
   */
  public static void check(String author) {
    AuthorName.asked(author);
  }

  /**
   * Erases a person, and lets nothing that arrives later bring the name back.
   *
   * @param author name as records write it, or ORCID
   * @param dryRun whether nothing is to be written
   * @throws RefusedException if that is no name of a person
   */
  public Erasure erase(Actor actor, String author, boolean dryRun) {
    AuthorName name = AuthorName.asked(author);
    return studies.write((catalogue, desk) -> {
      List<Study> signed =
          catalogue.list().stream()
              .filter(study -> study.content().authors().stream().anyMatch(name::isOf))
              .toList();
      int past = desk.eraseAuthors(name::isOf, dryRun);
      if (!dryRun) {
        desk.append(signed.stream().map(study -> event(actor, study, name::isOf)).toList());
        String salt = salt();
        desk.keepErased(salt, name.sha256(salt), clock.instant());
      }
      return new Erasure(
          signed.stream().map(Study::id).toList(),
          past,
          catalogue.list().stream()
              .filter(study -> isMentioned(study.content(), name))
              .map(Study::id)
              .toList());
    });
  }

  private StudyEvent event(Actor actor, Study study, Predicate<String> erased) {
    Body body = Body.of(study.content().without(erased), study.standing(), study.origin());
    return new StudyEvent(
        0,
        study.id(),
        study.key(),
        StudyEvent.Kind.UPDATE,
        clock.instant(),
        actor.by(),
        "",
        List.of("authors"),
        body);
  }

  private static boolean isMentioned(Content content, AuthorName name) {
    List<String> texts = new ArrayList<>();
    texts.add(content.title());
    texts.add(content.abstractText());
    texts.add(content.method());
    texts.add(content.note());
    content.reading().documents().forEach(each -> texts.add(each.title()));
    return texts.stream().anyMatch(name::isIn);
  }

  private static String salt() {
    byte[] bytes = new byte[SALT];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
