package fr.passerelle.catalog.territory.store;

import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.GeographyPart;
import fr.passerelle.catalog.territory.GeographySample;
import fr.passerelle.catalog.territory.PartFile;
import fr.passerelle.catalog.territory.Zoning;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Which parts of territories are in use, as a file beside theirs: for {@code protect}, which knows
 * no database.
 *
 * @param folder of release files
 */
public record PublishedParts(Path folder) {
  private static final String FILE = "territories-in-use.txt";

  /** Names of their files, a line each; a reader never sees half of it. */
  void write(List<StoredPart> rows) throws IOException {
    List<String> files = rows.stream().map(StoredPart::file).toList();
    if (files.equals(files())) {
      return;
    }
    Path made = Files.createTempFile(folder, "territories", ".txt");
    Files.write(made, files);
    Files.move(made, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
  }

  private List<String> files() throws IOException {
    Path file = folder.resolve(FILE);
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  /** The territories in use; the bundled ones where none was imported. */
  public Geography geography() throws IOException {
    List<Geography.Source> sources = new ArrayList<>();
    for (String each : files()) {
      sources.add(source(PartFile.read(folder.resolve(each))));
    }
    if (sources.stream().noneMatch(each -> each.part().vintage() > 0)) {
      sources.addFirst(GeographySample.source());
    }
    return Geography.of(sources);
  }

  private static Geography.Source source(GeographyPart part) {
    GeographyPart.Head head = part.head();
    return new Geography.Source(
        part,
        new Zoning.Origin(
            head.edition(),
            head.release(),
            head.issued(),
            head.author(),
            // Nothing of them is published by who reads them here.
            Licence.ODBL_1_0,
            /* sample= */ false),
        head.release());
  }

  /** What their content is known by: other territories have another. */
  public String hash() throws IOException {
    StringBuilder all = new StringBuilder("bundled");
    for (String each : files()) {
      all.append('\n').append(SourceFile.sha256(folder.resolve(each)));
    }
    return HexFormat.of()
        .formatHex(SourceFile.digest().digest(all.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
