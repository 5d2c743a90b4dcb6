package fr.passerelle.catalog.territory.source;

import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.SourceText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a file is, told from its header. */
enum Kind {
  /** Zones of each commune. */
  TABLE(',', "CODGEO|LIBGEO|DEP|REG|EPCI"),
  /** Labels of zones. */
  LABELS(',', "NIVGEO|CODGEO|LIBGEO|NB_COM"),
  /** Communes of one vintage and of the next; two more columns are named by years. */
  STEP(',', "annee|typemodif|ratio"),
  /** Population of communes. */
  POPULATION(',', "CODGEO|LIBGEO|POP"),
  /** Passages of all years. */
  ANNUAL(';', "Année|Niveau|Type|Ancien Code Officiel|Code Courant Officiel"),
  /** Employment basins. */
  BASINS(',', "code_commune_insee|code_bassin_BMO|lib_bassin_BMO"),
  /** A region's own zoning. */
  ZONING(';', "zoning|code|label|commune");

  private final char separator;

  /** Names of columns, a bar between. */
  private final String columns;

  Kind(char separator, String columns) {
    this.separator = separator;
    this.columns = columns;
  }

  char separator() {
    return separator;
  }

  List<String> columns() {
    return List.of(columns.split("\\|", -1));
  }

  static Optional<Kind> of(Path file, Findings findings) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    String header;
    try (Reader text = SourceText.open(file, findings);
        BufferedReader lines = new BufferedReader(text)) {
      header = String.valueOf(lines.readLine());
    }
    return Arrays.stream(values()).filter(kind -> kind.matches(header)).findFirst();
  }

  private boolean matches(String header) {
    Set<String> cells = new HashSet<>();
    for (String cell : header.split(String.valueOf(separator), -1)) {
      cells.add(cell.strip().replace("\"", ""));
    }
    return cells.containsAll(columns());
  }
}
