package org.prorata.tables;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The looks of a written workbook's cells. */
final class Styles {

    private static final byte[] KEY_FILL = {(byte) 0xd9, (byte) 0xe7, (byte) 0xf5};
    private static final byte[] VALUE_FILL = {(byte) 0xe2, (byte) 0xf0, (byte) 0xd9};
    private static final byte[] NOTE_FILL = {(byte) 0xed, (byte) 0xed, (byte) 0xed};

    final XSSFCellStyle title;
    final XSSFCellStyle explanation;
    final XSSFCellStyle help;
    private final XSSFWorkbook book;
    private final Map<String, XSSFCellStyle> made = new HashMap<>();

    Styles(XSSFWorkbook book) {
        this.book = book;
        title = style(style -> style.setFont(font(14, true, false)));
        explanation = style(style -> style.setFont(font(10, false, true)));
        help = style(style -> {
            style.setFont(font(8, false, true));
            style.setWrapText(true);
            style.setVerticalAlignment(VerticalAlignment.TOP);
        });
    }

    XSSFCellStyle header(Column.Role role) {
        return made.computeIfAbsent("header " + role, key -> style(style -> {
            style.setFont(font(10, true, false));
            byte[] fill = role == Column.Role.KEY ? KEY_FILL : role == Column.Role.VALUE ? VALUE_FILL : NOTE_FILL;
            style.setFillForegroundColor(new XSSFColor(fill, null));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setBorderBottom(BorderStyle.THIN);
        }));
    }

    /** @param sign whether the text begins with a sign that a spreadsheet program would take for a formula's */
    XSSFCellStyle data(Column column, boolean sign) {
        String format = switch (column.type()) {
            case DATE -> "yyyy-mm-dd";
            case INTEGER -> "0";
            case DECIMAL -> column.scale() == 0 ? "0" : "0." + "0".repeat(column.scale());
            default -> "@";
        };
        return made.computeIfAbsent(format + column.type().equals(Column.Type.TEXT) + sign, key -> style(style -> {
            style.setDataFormat(book.createDataFormat().getFormat(format));
            style.setVerticalAlignment(VerticalAlignment.TOP);
            style.setWrapText(column.type() == Column.Type.TEXT);
            style.setQuotePrefixed(sign);
            if (column.type() == Column.Type.DATE) {
                style.setAlignment(HorizontalAlignment.LEFT);
            }
        }));
    }

    private XSSFCellStyle style(Consumer<XSSFCellStyle> look) {
        XSSFCellStyle style = book.createCellStyle();
        look.accept(style);
        return style;
    }

    private XSSFFont font(int points, boolean bold, boolean grey) {
        XSSFFont font = book.createFont();
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        if (grey) {
            font.setColor(IndexedColors.GREY_50_PERCENT.getIndex());
        }
        return font;
    }
}
