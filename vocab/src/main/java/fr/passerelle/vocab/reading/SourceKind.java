package fr.passerelle.vocab.reading;

import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.FormacodeEditions;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.certifinfo.CertifInfoFile;
import fr.passerelle.vocab.formacode.FormacodeFile;
import fr.passerelle.vocab.formacode.FormacodeSuccession;
import fr.passerelle.vocab.kit.KitFile;
import fr.passerelle.vocab.lheo.LheoFile;
import fr.passerelle.vocab.nomenclature.CfdFile;
import fr.passerelle.vocab.nomenclature.FapFile;
import fr.passerelle.vocab.nomenclature.NiveauFile;
import fr.passerelle.vocab.nomenclature.NsfFile;
import fr.passerelle.vocab.nomenclature.RomeFormacodeFile;
import fr.passerelle.vocab.rncp.RncpFile;
import fr.passerelle.vocab.rome.RomeFile;
import fr.passerelle.vocab.skos.SkosFile;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import fr.passerelle.vocab.sssom.SssomFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A kind of file that can be imported. */
public enum SourceKind {
  /** ROME 4.0: the zip of France Travail. */
  ROME("ROME 4.0 : le zip de France Travail"),
  /** Formacode V14 with its broad domains, or V13: CSV files of Centre Inffo. */
  FORMACODE("Formacode V14 (termes, grands domaines) ou V13 : les CSV de Centre Inffo"),
  /** RNCP and RS: the zip of CSV files or the XML V4 of France compétences. */
  RNCP("RNCP et RS : le zip de CSV ou le XML V4 de France compétences"),
  /** Certif Info: the CSV of the Carif-Oref. */
  CERTIFINFO("Certif Info : le CSV du réseau des Carif-Oref"),
  /** Kit apprentissage: CFD and RNCP, CSV or XLSX. */
  KIT("Kit apprentissage (CFD et RNCP) : CSV ou XLSX"),
  /** NSF: the three CSV files of the BCN, found by the one of groups. */
  NSF("Spécialités de formation (NSF) : le CSV des groupes, les autres à côté de lui"),
  /** Families of occupations 2021: the CSV of Dares. */
  FAP("Familles professionnelles 2021 : le CSV de la Dares"),
  /** Codes of diplomas: the CSV of the BCN. */
  CFD("Codes formation diplôme : le CSV de la BCN"),
  /** Levels of diplomas, 1969 and 2019: the CSV of the BCN. */
  NIVEAUX("Niveaux de formation, 1969 et 2019 : le CSV de la BCN"),
  /** ROME 4 and Formacode V14: the CSV extract of pairs. */
  ROME_FORMACODE("ROME 4 et Formacode V14 : l'extrait de paires, en CSV"),
  /** Codes that a training supply cites: Lhéo 2.0, 2.2, 2.3, EDOF. */
  LHEO(
      "Lhéo : les codes que cite une offre de formation (2.0, 2.2, 2.3, EDOF) ; --author la signe"),
  /** Another organisation's vocabulary: SKOS in Turtle, RDF/XML, JSON-LD or N-Triples. */
  SKOS("le vocabulaire d'une autre organisation : SKOS en Turtle, RDF/XML, JSON-LD"),
  /** Another organisation's correspondence: SSSOM, TSV. */
  SSSOM("la correspondance d'une autre organisation : SSSOM, TSV");

  private final String summary;

  SourceKind(String summary) {
    this.summary = summary;
  }

  /** Word by which a person names it, e.g. {@code rome-formacode}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it is, in French. */
  public String summary() {
    return summary;
  }

  /** The kind of that {@link #id()}. */
  public static Optional<SourceKind> find(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id().equalsIgnoreCase(id)).findFirst();
  }

  /** Words of all kinds, for messages. */
  public static String ids() {
    return Arrays.stream(values()).map(SourceKind::id).collect(Collectors.joining(", "));
  }

  /**
   * Reads files of this kind, all of which are sound when it returns.
   *
   * @param files usually one; Formacode takes several
   * @param findings receives counts, repairs and remarks
   * @param known the release of an edition that is published here, if there is one: it proves which
   *     edition a code is of
   * @param uris our bases: what a vocabulary of others names under them is ours
   * @return releases of the editions that the files hold, in the order in which to publish them
   * @throws RefusedException with every fault found, as {@code file:line:column}, rule and reason
   */
  public List<Release> read(
      List<Origin> files, Findings findings, Function<String, Optional<Release>> known, Uris uris)
      throws IOException {
    return switch (this) {
      case ROME -> List.of(RomeFile.read(one(files).path(), findings));
      case FORMACODE -> withSuccession(FormacodeFile.read(files, findings), known);
      case RNCP -> RncpFile.read(one(files), findings, () -> formacode(known), known);
      case CERTIFINFO -> CertifInfoFile.read(one(files), findings, () -> formacode(known), known);
      case KIT -> KitFile.read(one(files), findings, known);
      case NSF -> NsfFile.read(one(files), findings);
      case FAP -> FapFile.read(one(files), findings);
      case CFD -> CfdFile.read(one(files), findings);
      case NIVEAUX -> NiveauFile.read(one(files), findings);
      case ROME_FORMACODE -> RomeFormacodeFile.read(one(files), findings);
      case LHEO -> LheoFile.read(one(files), findings, () -> formacode(known), known);
      case SKOS -> SkosFile.read(one(files), findings, uris);
      case SSSOM -> SssomFile.read(one(files), findings, uris);
    };
  }

  private Origin one(List<Origin> files) {
    if (files.size() != 1) {
      throw RefusedException.of(
          id(), "files", files.size() + " fichiers donnés ; cette sorte en attend un");
    }
    return files.getFirst();
  }

  private static FormacodeEditions formacode(Function<String, Optional<Release>> known) {
    return FormacodeEditions.of(
        Stream.of(Edition.FORMACODE_13, Edition.FORMACODE_14)
            .flatMap(edition -> known.apply(edition.id()).stream())
            .filter(release -> !release.source().sample())
            .toArray(Release[]::new));
  }

  /** V13 to V14 is stated anew when one of them comes and the other is there. */
  private static List<Release> withSuccession(
      List<Release> read, Function<String, Optional<Release>> known) {
    if (read.size() != 1) {
      return read;
    }
    Release release = read.getFirst();
    boolean isNew = release.edition().equals(Edition.FORMACODE_14);
    Optional<Release> other =
        known
            .apply((isNew ? Edition.FORMACODE_13 : Edition.FORMACODE_14).id())
            .filter(each -> !each.source().sample());
    List<Release> all = new ArrayList<>(read);
    other.ifPresent(each ->
        all.add(
            isNew ? FormacodeSuccession.of(each, release) : FormacodeSuccession.of(release, each)));
    return all;
  }
}
