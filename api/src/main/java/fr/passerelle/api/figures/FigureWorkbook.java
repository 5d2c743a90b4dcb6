package fr.passerelle.api.figures;

import fr.passerelle.api.xlsx.TextSheet;
import fr.passerelle.vocab.Licence;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/** A workbook: figures on a sheet, what they are and where they come from on another. */
final class FigureWorkbook {
  static final String MEDIA_TYPE = TextSheet.MEDIA_TYPE;

  private FigureWorkbook() {}

  static byte[] write(FigureTable table) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Passerelle", "1.0")) {
      List<String> columns = PlainCsv.columns(table);
      TextSheet figures = TextSheet.begin(workbook, "Valeurs", columns);
      int value = columns.indexOf("OBS_VALUE");
      PlainCsv.rows(table).forEach(cells -> figures.add(cells, value));
      figures.end();
      TextSheet notice = TextSheet.begin(workbook, "Notice", List.of("Quoi", "Texte"));
      notice.add(List.of("Indicateur", table.indicator().title()));
      notice.add(List.of("Définition", table.indicator().definition()));
      notice.add(List.of("Unité", table.indicator().unit()));
      table.indicator().notes().forEach(note -> notice.add(List.of("Note", note)));
      table.sources().forEach(source -> notice.add(List.of("Source", source.citation())));
      table
          .origins()
          .forEach(origin -> notice.add(List.of("Source des territoires", origin.citation())));
      notice.add(
          List.of(
              "Licence de l'ensemble",
              table.licence().whole().map(Licence::label).orElseGet(table.licence()::explanation)));
      notice.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
