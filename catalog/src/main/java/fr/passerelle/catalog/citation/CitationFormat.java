package fr.passerelle.catalog.citation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A format in which reference managers take references. */
public enum CitationFormat {
  /** Research Information Systems: Zotero, EndNote, Mendeley. */
  RIS("ris", "application/x-research-info-systems", "ris"),
  /** BibTeX, as BibLaTeX reads it too. */
  BIBTEX("bibtex", "application/x-bibtex", "bib"),
  /** Citation Style Language, JSON of version 1.0. */
  CSL_JSON("csl-json", "application/vnd.citationstyles.csl+json", "json");

  private final String id;
  private final String mediaType;
  private final String extension;

  CitationFormat(String id, String mediaType, String extension) {
    this.id = id;
    this.mediaType = mediaType;
    this.extension = extension;
  }

  /** Word by which it is asked for. */
  public String id() {
    return id;
  }

  /** Media type, without parameters. */
  public String mediaType() {
    return mediaType;
  }

  /** Extension of its files, without dot. */
  public String extension() {
    return extension;
  }

  /** The one of that {@link #id()}. */
  public static Optional<CitationFormat> find(String id) {
    return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
  }

  /** All words, for messages. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(CitationFormat::id).toList();
  }

  /** The references in this format. */
  public String write(List<Reference> references) {
    return switch (this) {
      case RIS -> Ris.write(references);
      case BIBTEX -> Bibtex.write(references);
      case CSL_JSON -> CslJson.write(references);
    };
  }
}
