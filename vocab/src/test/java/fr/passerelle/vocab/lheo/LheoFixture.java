package fr.passerelle.vocab.lheo;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptBuilder;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.FormacodeEditions;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Typed training supplies and small published editions to hold them against. */
final class LheoFixture {
  static final String USUAL = "http://lheo.gouv.fr/2.3";

  private LheoFixture() {}

  /** A supply of those trainings in that namespace, each on a line of its own from line 3. */
  static String lheo(String namespace, String... formations) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <lheo xmlns="%s"><offres>
    %s</offres></lheo>
    """
        .formatted(namespace, String.join("", formations));
  }

  /** A training with those attributes, codes and certifications, on one line. */
  static String formation(String attributes, String codes, String certifications) {
    return "<formation numero=\"F1\" %s><domaine-formation>%s</domaine-formation><intitule-formation>T</intitule-formation>%s</formation>\n"
        .formatted(attributes, codes, certifications);
  }

  static String certification(String codes) {
    return "<certification>" + codes + "</certification>";
  }

  static Release read(Path folder, String text, Findings findings, Release... published)
      throws IOException {
    Path file = Files.writeString(folder.resolve("offre.xml"), text);
    Origin origin =
        new Origin(
            file,
            Optional.empty(),
            Optional.of(LocalDate.of(2026, 1, 31)),
            Optional.of("Carif Essai"));
    return read(origin, findings, published);
  }

  static Release read(Origin origin, Findings findings, Release... published) throws IOException {
    return LheoFile.read(
            origin,
            findings,
            () -> FormacodeEditions.of(published),
            id ->
                Arrays.stream(published).filter(each -> each.edition().id().equals(id)).findFirst())
        .getFirst();
  }

  /** A published ROME 4: D1102 is of both editions, D1103 of ROME 4 only, D1999 of ROME 3 only. */
  static Release rome4() {
    return release(
        Edition.ROME_4,
        scheme(
            "rome-4",
            concept("rome-4", "D1102", ConceptType.FICHE_METIER),
            concept("rome-4", "D1103", ConceptType.FICHE_METIER)),
        scheme(
            "rome-3",
            concept("rome-3", "D1102", ConceptType.FICHE_METIER),
            concept("rome-3", "D1999", ConceptType.FICHE_METIER)));
  }

  /** A published edition of Formacode of those codes. */
  static Release formacode(Edition edition, String... codes) {
    return release(
        edition,
        scheme(
            edition.id(),
            Stream.of(codes)
                .map(code -> concept(edition.id(), code, ConceptType.TERME_FORMACODE))
                .toArray(Concept[]::new)));
  }

  /** A published RNCP: 1 is active, 2 inactive and replaced by 1, 3 retired. */
  static Release rncp() {
    ConceptBuilder second = builder("rncp", "RNCP2", Status.CURRENT);
    second.property(Property.ACTIF, "false");
    second.link(Link.of(Link.Kind.REMPLACE_PAR, new ConceptRef("rncp", "RNCP1")));
    return release(
        Edition.RNCP,
        scheme(
            "rncp",
            builder("rncp", "RNCP1", Status.CURRENT).build(),
            second.build(),
            builder("rncp", "RNCP3", Status.RETIRED).build()));
  }

  private static ConceptBuilder builder(String scheme, String code, Status status) {
    return new ConceptBuilder(
        new ConceptRef(scheme, code), ConceptType.CERTIFICATION, status, "Titre " + code);
  }

  private static Concept concept(String scheme, String code, ConceptType type) {
    return new ConceptBuilder(new ConceptRef(scheme, code), type, "Terme " + code).build();
  }

  private static Scheme scheme(String id, Concept... concepts) {
    return Scheme.of(id, id, List.of(concepts));
  }

  private static Release release(Edition edition, Scheme... schemes) {
    return Release.of(
        edition,
        "1",
        new Release.Source("f", "0".repeat(64), LocalDate.of(2025, 1, 1), false),
        List.of(schemes));
  }
}
