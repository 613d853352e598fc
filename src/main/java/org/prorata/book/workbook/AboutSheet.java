package org.prorata.book.workbook;

import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.prorata.book.schema.CitedRows;
import org.prorata.book.schema.Column;
import org.prorata.book.schema.Sheet;

/** The first sheet of a workbook: what it is for and how a change goes on from here, in each language in turn. */
final class AboutSheet {

    static final String NAME = "About";

    private static final List<String> STEPS = List.of("about.step1", "about.step2", "about.step3");
    private static final int FIRST_WIDTH = 46;
    private static final int SECOND_WIDTH = 74;

    private final String workbook;
    private final List<Sheet> sheets;
    private final XSSFSheet sheet;
    private final Styles styles;
    private int next;

    /** @param sheets what the workbook holds besides this one */
    AboutSheet(String workbook, List<Sheet> sheets, XSSFSheet sheet, Styles styles) {
        this.workbook = workbook;
        this.sheets = sheets;
        this.sheet = sheet;
        this.styles = styles;
    }

    void write(HelpText words) {
        sheet.setColumnWidth(0, FIRST_WIDTH * 256);
        sheet.setColumnWidth(1, SECOND_WIDTH * 256);
        sheet.setDisplayGridlines(false);
        words.languages().forEach(this::write);
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        Paper.portrait(sheet);
    }

    private void write(Phrases language) {
        line(language.text("about.title", workbook), styles.title, 24);
        paragraph(language.text("about.intro"));
        next++;
        line(language.text("about.how"), styles.heading, 16);
        STEPS.forEach(step -> paragraph("– " + language.text(step)));
        next++;
        String file = workbook + ".xlsx";
        pair("prorata tables check " + file, styles.command, language.text("about.check"));
        if (sheets.stream().anyMatch(Sheet::decides)) {
            pair("prorata tables test " + file, styles.command, language.text("about.test"));
        }
        pair("prorata tables diff <A> <B>", styles.command, language.text("about.diff"));
        pair("prorata tables propose", styles.command, language.text("about.propose"));
        next++;
        line(language.text("about.colours"), styles.heading, 16);
        pair(" ", styles.header(Column.ColumnRole.KEY), language.text("about.key"));
        pair(" ", styles.header(Column.ColumnRole.VALUE), language.text("about.value"));
        pair(" ", styles.header(Column.ColumnRole.NOTE), language.text("about.note"));
        next++;
        line(language.text("about.sheets"), styles.heading, 16);
        for (Sheet target : sheets) {
            XSSFCell cell = pair(target.name(), styles.link, HelpText.title(language, target));
            XSSFHyperlink link = sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            link.setAddress("'" + target.name() + "'!A" + CitedRows.FIRST_ROW);
            cell.setHyperlink(link);
        }
        next += 2;
    }

    private void line(String text, XSSFCellStyle style, int points) {
        XSSFRow row = sheet.createRow(next++);
        row.setHeightInPoints(points);
        XSSFCell cell = row.createCell(0);
        cell.setCellValue(text);
        cell.setCellStyle(style);
    }

    private void paragraph(String text) {
        line(text, styles.text, 2 + 15 * SheetWriter.lines(text, (FIRST_WIDTH + SECOND_WIDTH) * 11 / 10));
        sheet.addMergedRegion(new CellRangeAddress(next - 1, next - 1, 0, 1));
    }

    private XSSFCell pair(String first, XSSFCellStyle style, String second) {
        line(first, style, 2 + 15 * SheetWriter.lines(second, SECOND_WIDTH * 11 / 10));
        XSSFRow row = sheet.getRow(next - 1);
        XSSFCell cell = row.createCell(1);
        cell.setCellValue(second);
        cell.setCellStyle(styles.text);
        return row.getCell(0);
    }
}
