package org.prorata.book.workbook;

import java.util.EnumSet;
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
import org.prorata.book.schema.Column;

/** The looks of a written workbook's cells. */
final class Styles {

    private static final byte[] KEY_FILL = {(byte) 0xd9, (byte) 0xe7, (byte) 0xf5};
    private static final byte[] VALUE_FILL = {(byte) 0xe2, (byte) 0xf0, (byte) 0xd9};
    private static final byte[] NOTE_FILL = {(byte) 0xed, (byte) 0xed, (byte) 0xed};

    final XSSFCellStyle title;
    final XSSFCellStyle explanation;
    final XSSFCellStyle help;
    /** Beside the headers nothing is typed. */
    final XSSFCellStyle locked;
    /** Beside the data a row must be free in all its length, or it could not be deleted. */
    final XSSFCellStyle free;

    final XSSFCellStyle text;
    final XSSFCellStyle command;
    final XSSFCellStyle heading;
    final XSSFCellStyle link;
    private final XSSFWorkbook book;
    private final Map<String, XSSFCellStyle> made = new HashMap<>();

    Styles(XSSFWorkbook book) {
        this.book = book;
        title = style(style -> {
            style.setFont(font(14, true, false));
            style.setWrapText(true);
            style.setVerticalAlignment(VerticalAlignment.CENTER);
        });
        explanation = style(style -> {
            style.setFont(font(10, false, true));
            style.setWrapText(true);
            style.setVerticalAlignment(VerticalAlignment.TOP);
        });
        locked = style(style -> style.setLocked(true));
        free = style(style -> style.setLocked(false));
        text = style(style -> {
            style.setWrapText(true);
            style.setVerticalAlignment(VerticalAlignment.TOP);
        });
        heading = style(style -> style.setFont(font(11, true, false)));
        command = style(style -> {
            XSSFFont font = font(10, false, false);
            font.setFontName("Courier New");
            style.setFont(font);
            style.setVerticalAlignment(VerticalAlignment.TOP);
        });
        link = style(style -> {
            XSSFFont font = font(11, false, false);
            font.setUnderline(XSSFFont.U_SINGLE);
            font.setColor(IndexedColors.BLUE.getIndex());
            style.setFont(font);
            style.setVerticalAlignment(VerticalAlignment.TOP);
        });
        help = style(style -> {
            style.setFont(font(8, false, true));
            style.setWrapText(true);
            style.setAlignment(HorizontalAlignment.LEFT);
            style.setVerticalAlignment(VerticalAlignment.BOTTOM);
            // texts side by side would read as one
            style.setIndention((short) 1);
        });
    }

    XSSFCellStyle header(Column.ColumnRole role) {
        return made.computeIfAbsent(
                "header " + role,
                key -> style(style -> {
                    style.setFont(font(10, true, false));
                    byte[] fill = role == Column.ColumnRole.KEY
                            ? KEY_FILL
                            : role == Column.ColumnRole.VALUE ? VALUE_FILL : NOTE_FILL;
                    style.setFillForegroundColor(new XSSFColor(fill, null));
                    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
                    style.setBorderBottom(BorderStyle.THIN);
                    style.setVerticalAlignment(VerticalAlignment.CENTER);
                    style.setAlignment(HorizontalAlignment.LEFT);
                    style.setIndention((short) 1);
                }));
    }

    /** @param sign whether the text begins with a sign that a spreadsheet program would take for a formula's */
    XSSFCellStyle data(Column column, boolean sign) {
        String format = format(column);
        boolean key = column.role() == Column.ColumnRole.KEY;
        return made.computeIfAbsent(
                format + column.type() + key + sign,
                name -> style(style -> {
                    style.setDataFormat(book.createDataFormat().getFormat(format));
                    style.setVerticalAlignment(VerticalAlignment.TOP);
                    style.setWrapText(EnumSet.of(
                                    Column.CellType.TEXT,
                                    Column.CellType.CLAUSE,
                                    Column.CellType.CLAUSES,
                                    Column.CellType.NAME)
                            .contains(column.type()));
                    style.setQuotePrefixed(sign);
                    style.setLocked(false);
                    boolean figure =
                            column.type() == Column.CellType.INTEGER || column.type() == Column.CellType.DECIMAL;
                    style.setAlignment(figure ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT);
                    // texts keep clear of the figures on their left
                    style.setIndention((short) 1);
                }));
    }

    /** A percentage is stored as programs store it, so that 5 and 5 % typed into its cell are one and the same. */
    private static String format(Column column) {
        return switch (column.type()) {
            case DATE -> "yyyy-mm-dd";
            case INTEGER -> column.percent() ? "0 %" : "0";
            case DECIMAL ->
                (column.scale() == 0
                                ? "0"
                                : column.scale() <= 2
                                        ? "0." + "0".repeat(column.scale())
                                        : "0.00" + "#".repeat(column.scale() - 2))
                        + (column.percent() ? " %" : "");
            // answers of any kind: a figure, a day, a name
            case TEXT -> column.role() == Column.ColumnRole.NOTE ? "@" : "General";
            default -> "@";
        };
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
            font.setColor(IndexedColors.GREY_80_PERCENT.getIndex());
        }
        return font;
    }
}
