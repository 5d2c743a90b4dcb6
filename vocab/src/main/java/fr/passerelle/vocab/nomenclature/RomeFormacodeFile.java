package fr.passerelle.vocab.nomenclature;

import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Stubs;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import fr.passerelle.vocab.source.Row;
import fr.passerelle.vocab.source.SourceText;
import fr.passerelle.vocab.source.Table;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reader of the extract that joins ROME 4 sheets and Formacode V14 terms.
 *
 * <p>Its column says V14, its file name the release of ROME: nothing else about versions is
 * assumed.
 */
public final class RomeFormacodeFile {
  private static final String SHEET = "code_rome";
  private static final String TERM = "code_formacode_v14";
  private static final String LABEL = "libelle_formacode_v14";
  private static final Pattern VERSION = Pattern.compile("rome_v(\\d+)");

  private static final Correspondence.Author AUTHOR =
      new Correspondence.Author("france-travail", "France Travail");

  private final Findings findings;
  private final Stubs stubs = new Stubs();
  private final Map<String, Pair> pairs = new LinkedHashMap<>();

  private RomeFormacodeFile(Findings findings) {
    this.findings = findings;
  }

  /**
   * Reads the file as published; nothing in it tells its day, which is to be given.
   *
   * @throws RefusedException with every fault found
   */
  public static List<Release> read(Origin origin, Findings findings) throws IOException {
    LocalDate issued = origin.issued(Optional.empty());
    Matcher version = VERSION.matcher(origin.file());
    String rome = version.find() ? version.group(1) : "";
    RomeFormacodeFile file = new RomeFormacodeFile(findings);
    Table.of(origin.file(), ';', List.of(SHEET, TERM, LABEL), findings)
        .read(SourceText.open(origin.path(), findings), file::row);
    findings.refuseIfFaulty();
    return List.of(
        Release.of(
            Edition.ROME_FORMACODE,
            origin.release().orElse(rome.isEmpty() ? issued.toString() : rome),
            origin.source(issued),
            file.stubs.schemes(),
            List.of(file.correspondence(rome))));
  }

  private void row(Row row) {
    String sheet = row.get(SHEET);
    String term = row.get(TERM);
    if (!sheet.matches("[A-N]\\d{4}") || !term.matches("\\d{5}")) {
      findings.refused(
          row.place(SHEET),
          "code",
          "une fiche ROME est une lettre et quatre chiffres, un Formacode cinq chiffres : « "
              + sheet
              + " », « "
              + term
              + " »");
      return;
    }
    ConceptRef from =
        stubs.cite(new ConceptRef(Edition.ROME_4.id(), sheet), ConceptType.FICHE_METIER, "");
    ConceptRef to =
        stubs.cite(
            new ConceptRef(Edition.FORMACODE_14.id(), term),
            ConceptType.TERME_FORMACODE,
            row.text(LABEL));
    if (pairs.putIfAbsent(sheet + ">" + term, Pair.related(from, to)) != null) {
      findings.repaired("couple répété, gardé une fois", row.place(SHEET));
    }
  }

  private Correspondence correspondence(String rome) {
    return Correspondence.of(
        AUTHOR,
        Edition.ROME_4.id(),
        Edition.FORMACODE_14.id(),
        new Correspondence.Versions(rome, "14"),
        "rapprochement des fiches et des domaines de formation, par le producteur du ROME",
        pairs.values(),
        List.of());
  }
}
