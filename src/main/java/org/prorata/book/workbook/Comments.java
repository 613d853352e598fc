package org.prorata.book.workbook;

import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Comments of a sheet's headers, each in a frame that shows all of it. */
final class Comments {

    private static final int FRAME = 60;

    private final XSSFSheet sheet;

    Comments(XSSFSheet sheet) {
        this.sheet = sheet;
    }

    /** Frames are measured in columns and rows: those to the right must have their widths, or are of the usual one. */
    void add(XSSFCell cell, String text) {
        int end = cell.getColumnIndex() + 1;
        for (int width = 0; width < FRAME; end++) {
            width += Math.max(9, sheet.getColumnWidth(end) / 256);
        }
        int first = cell.getRowIndex() + 1;
        XSSFClientAnchor anchor = new XSSFClientAnchor(
                0, 0, 0, 0, cell.getColumnIndex() + 1, first, end, first + 1 + SheetWriter.lines(text, FRAME * 9 / 10));
        XSSFComment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(text);
        comment.setAuthor("Prorata");
        cell.setCellComment(comment);
    }
}
