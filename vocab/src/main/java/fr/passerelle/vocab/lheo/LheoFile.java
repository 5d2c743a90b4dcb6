package fr.passerelle.vocab.lheo;

import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.FormacodeEditions;
import fr.passerelle.vocab.Newcomer;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.RomeEditions;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import fr.passerelle.vocab.source.SourceText;
import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reader of a training supply in Lhéo 2.0, 2.2, 2.3 or the dialect of EDOF.
 *
 * <p>Follow one training: {@link LheoXml} gathers a {@link Formation}, {@link Supply} takes its
 * codes in, each in the edition that its {@code ref} or day proves, and joins the certification it
 * leads to with them; {@link Standing} says which of the codes are gone. The training itself is not
 * kept: docs/decisions/0013.
 */
public final class LheoFile {
  private LheoFile() {}

  /**
   * Reads a file.
   *
   * @param findings receives counts, repairs, remarks, and the standing of the codes
   * @param formacode the editions of Formacode published here, asked for once the file is known to
   *     be sound
   * @param published the release of an edition that is published here, if there is one
   * @return a release of the edition {@code lheo-{author}}, which has no scheme of its own
   * @throws RefusedException with every fault found, as {@code file:line:column}, rule and reason
   */
  public static List<Release> read(
      Origin origin,
      Findings findings,
      Supplier<FormacodeEditions> formacode,
      Function<String, Optional<Release>> published)
      throws IOException {
    Edition edition = edition(origin);
    Supply supply = new Supply(findings);
    try (Reader text = SourceText.open(origin.path(), findings)) {
      LheoXml.read(origin.file(), text, findings, supply::add);
    }
    findings.refuseIfFaulty();
    if (supply.isEmpty()) {
      throw RefusedException.of(
          origin.file(), "empty", "aucune formation qui cite un code dans ce fichier");
    }
    LocalDate issued = origin.issued(supply.lastDay());
    Optional<Release> rome4 =
        published.apply(Edition.ROME_4.id()).filter(release -> !release.source().sample());
    supply.settle(formacode.get(), RomeEditions.of(rome4), issued);
    new Standing(published, findings).tell(supply.cited());
    String id = origin.release().orElseGet(issued::toString);
    return List.of(
        Release.of(
            edition,
            id,
            origin.source(issued),
            supply.stubs(),
            supply.correspondences(edition.id(), edition.producer(), id)));
  }

  /** A Lhéo file names training organisations, never who publishes the whole. */
  private static Edition edition(Origin origin) {
    String author =
        origin
            .author()
            .orElseThrow(() ->
                RefusedException.of(
                    origin.file(),
                    "author",
                    "un fichier Lhéo ne dit pas qui publie l'offre ; le dire, par exemple --author"
                        + " « Carif-Oref Bretagne » (l'édition se nommera"
                        + " lheo-carif-oref-bretagne)"));
    return Newcomer.edition(
        origin.file(),
        "lheo-" + Newcomer.slug(author),
        "Codes cités par l'offre de formation de " + author + " (Lhéo)",
        author,
        "");
  }
}
