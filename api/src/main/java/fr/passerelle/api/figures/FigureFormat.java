package fr.passerelle.api.figures;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A way to write figures. */
public enum FigureFormat {
  /** SDMX-CSV 2.0.0. */
  SDMX_CSV(SdmxCsv.MEDIA_TYPE, "csv"),
  /** SDMX-JSON 2.0.0. */
  SDMX_JSON(SdmxJson.MEDIA_TYPE, "json"),
  /** JSON-stat 2.0. */
  JSON_STAT(JsonStat.MEDIA_TYPE, "json"),
  /** A table for people. */
  CSV(PlainCsv.MEDIA_TYPE, "csv"),
  /** Metadata of that table: CSV on the Web. */
  CSVW("application/csvm+json", "json"),
  /** A workbook. */
  XLSX(FigureWorkbook.MEDIA_TYPE, "xlsx"),
  /** RDF Data Cube, in Turtle. */
  CUBE("text/turtle; charset=utf-8", "ttl");

  private final String mediaType;
  private final String extension;

  FigureFormat(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  /** Value of the parameter {@code format}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Media type of the answer. */
  public String mediaType() {
    return mediaType;
  }

  /** Extension of a file. */
  public String extension() {
    return extension;
  }

  /** Whether it may have several rows of one key: every value that a figure had. */
  public boolean isListOfRows() {
    return switch (this) {
      case SDMX_CSV, CSV, XLSX -> true;
      case SDMX_JSON, JSON_STAT, CSVW, CUBE -> false;
    };
  }

  /** The format of that name. */
  public static Optional<FigureFormat> find(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }

  /** Names of all, for a person. */
  public static String ids() {
    return Arrays.stream(values()).map(FigureFormat::id).collect(Collectors.joining(", "));
  }

  /**
   * A table in this format.
   *
   * @param address address of the table in {@link #CSV}, for what is said of it
   * @return bytes, a text, or a tree to be written as JSON
   */
  public Object write(FigureTable table, String address) {
    return switch (this) {
      case SDMX_CSV -> SdmxCsv.write(table);
      case SDMX_JSON -> SdmxJson.write(table);
      case JSON_STAT -> JsonStat.write(table);
      case CSV -> PlainCsv.write(table);
      case CSVW -> PlainCsv.metadata(table, address);
      case XLSX -> FigureWorkbook.write(table);
      case CUBE -> DataCube.write(table, address);
    };
  }
}
