package org.prorata.book.workbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Lists that are too long for a drop-down of their own: they stand on a hidden sheet to which drop-downs point. */
final class Lists {

    static final String NAME = "lists";

    private final Map<List<String>, String> places = new LinkedHashMap<>();

    /** Where the values stand, as a drop-down names it. */
    String place(List<String> values) {
        return places.computeIfAbsent(values, list -> {
            String column = CellReference.convertNumToColString(places.size());
            return NAME + "!$" + column + "$1:$" + column + "$" + values.size();
        });
    }

    void write(XSSFWorkbook book) {
        if (places.isEmpty()) {
            return;
        }
        XSSFSheet sheet = book.createSheet(NAME);
        int column = 0;
        for (List<String> values : places.keySet()) {
            for (int i = 0; i < values.size(); i++) {
                XSSFRow row = sheet.getRow(i) == null ? sheet.createRow(i) : sheet.getRow(i);
                row.createCell(column).setCellValue(values.get(i));
            }
            column++;
        }
        sheet.enableLocking();
        book.setSheetVisibility(book.getSheetIndex(sheet), SheetVisibility.HIDDEN);
    }
}
