package fr.passerelle.api.xlsx;

import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A sheet of texts under a head that stays in sight and filters. Every cell is a string, so that no
 * title or label can be a formula.
 */
public final class TextSheet {
  /** Media type of workbooks (ECMA-376). */
  public static final String MEDIA_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** Characters in a cell (ECMA-376, as Excel reads it). */
  private static final int LONGEST = 32_767;

  /** In characters, for all columns. */
  private static final int WIDTH = 24;

  private final Worksheet sheet;
  private final int columns;
  private int line;

  private TextSheet(Worksheet sheet, int columns) {
    this.sheet = sheet;
    this.columns = columns;
  }

  /** A new sheet of a workbook. */
  public static TextSheet begin(Workbook workbook, String name, List<String> head) {
    TextSheet sheet = new TextSheet(workbook.newWorksheet(name), head.size());
    sheet.add(head);
    sheet.sheet.range(0, 0, 0, head.size() - 1).style().bold().set();
    for (int column = 0; column < head.size(); column++) {
      sheet.sheet.width(column, WIDTH);
    }
    sheet.sheet.freezePane(0, 1);
    return sheet;
  }

  /** Adds a row. */
  public void add(List<String> cells) {
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      sheet.value(line, column, cell.substring(0, Math.min(cell.length(), LONGEST)));
    }
    line++;
  }

  /** Adds a row of which one cell is a number, where it has any. */
  public void add(List<String> cells, int number) {
    add(cells);
    String text = cells.get(number);
    if (!text.isEmpty()) {
      sheet.value(line - 1, number, new BigDecimal(text));
    }
  }

  /** To be called once all rows are there. */
  public void end() {
    sheet.setAutoFilter(0, 0, Math.max(line - 1, 0), columns - 1);
  }
}
