package org.prorata.book.workbook;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook of many rows, written as they come and kept nowhere: no library writes a number into a cell digit by digit but
 * by way of a binary neighbour. A text stays a text, whatever it begins with.
 */
public final class RowBook implements Closeable {

    /** Rows of a sheet, its header not counted. */
    public static final int MOST_ROWS = 1_048_575;

    private static final int LONGEST_TEXT = 32_767;
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    /** The first day on which all programs agree. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private static final Pattern ESCAPE_LIKE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /** The rest of a style whose cells keep clear of the figures on their left. */
    private static final String LEFT =
            " applyAlignment=\"1\"><alignment horizontal=\"left\" vertical=\"top\" indent=\"1\"/></xf>";

    private static final String TOP = " applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>";

    /** Looks of cells by their place in the styles. */
    private static final int HEADER = 1;

    private static final int DAY = 2;
    private static final int AMOUNT = 3;
    private static final int TEXT = 4;
    private static final int FIGURE_HEADER = 5;
    private static final int LINES = 6;
    /** In points. */
    private static final int LINE = 15;
    /** A row is no higher than 409 points. */
    static final int MOST_LINES = 27;

    private static final int WHOLE = 7;

    private final ZipOutputStream zip;
    private final Writer out;
    private final List<String> names = new ArrayList<>();
    private List<ColumnHeader> headers = List.of();
    private int rows;

    public RowBook(OutputStream to) {
        zip = new ZipOutputStream(new BufferedOutputStream(to, 1 << 16), StandardCharsets.UTF_8);
        out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
    }

    /**
     * A column's name.
     *
     * @param width  in letters
     * @param figure whether its values stand at the right edge, as numbers and days do
     * @param lines  whether its texts go on in further lines
     */
    public record ColumnHeader(String name, int width, boolean figure, boolean lines) {}

    /** Begins a sheet, to which the rows that follow belong. */
    public void sheet(String name, List<ColumnHeader> columns) throws IOException {
        end();
        headers = List.copyOf(columns);
        names.add(name);
        entry("xl/worksheets/sheet" + names.size() + ".xml");
        out.write(
                XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews>"
                        + "<sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
                        + "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"" + LINE + "\"/><cols>");
        for (int i = 0; i < headers.size(); i++) {
            out.write("<col min=\"" + (i + 1) + "\" max=\"" + (i + 1) + "\" width=\""
                    + headers.get(i).width() + "\" customWidth=\"1\"/>");
        }
        out.write("</cols><sheetData><row>");
        for (ColumnHeader header : headers) {
            text(header.name(), header.figure() ? FIGURE_HEADER : HEADER);
        }
        out.write("</row>");
        rows = 0;
    }

    /** Adds a row: texts, decimals, whole numbers, days, yes or no; null is an empty cell. */
    public void row(List<Object> values) throws IOException {
        if (++rows > MOST_ROWS) {
            throw new IllegalStateException("a sheet has no more than " + MOST_ROWS + " rows");
        }
        int lines = lines(values);
        // room for all lines now, not for ever: programs fit the height when somebody edits the row
        out.write(lines > 1 ? "<row ht=\"" + lines * LINE + "\">" : "<row>");
        for (int i = 0; i < values.size(); i++) {
            cell(values.get(i), headers.get(i).lines() ? LINES : TEXT);
        }
        out.write("</row>");
    }

    private int lines(List<Object> values) {
        int lines = 1;
        for (int i = 0; i < values.size(); i++) {
            if (headers.get(i).lines()
                    && values.get(i) instanceof String text
                    && text.length() > headers.get(i).width() - 2) {
                lines = Math.max(lines, SheetWriter.lines(text, headers.get(i).width() - 2));
            }
        }
        return Math.min(lines, MOST_LINES);
    }

    private void cell(Object value, int text) throws IOException {
        if (value == null) {
            out.write("<c/>");
        } else if (value instanceof BigDecimal number) {
            out.write("<c s=\"" + AMOUNT + "\"><v>" + number.toPlainString() + "</v></c>");
        } else if (value instanceof Long || value instanceof Integer) {
            out.write("<c s=\"" + WHOLE + "\"><v>" + value + "</v></c>");
        } else if (value instanceof LocalDate day && !day.isBefore(FIRST_DAY)) {
            out.write("<c s=\"" + DAY + "\"><v>" + ChronoUnit.DAYS.between(DAY_ZERO, day) + "</v></c>");
        } else if (value instanceof Boolean flag) {
            text(flag ? "yes" : "no", text);
        } else {
            text(value.toString(), text);
        }
    }

    private void text(String value, int style) throws IOException {
        String shown = value.length() > LONGEST_TEXT ? value.substring(0, LONGEST_TEXT - 1) + "…" : value;
        out.write("<c s=\"" + style + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        escape(ESCAPE_LIKE.matcher(shown).replaceAll(Matcher.quoteReplacement("_x005F_")), out);
        out.write("</t></is></c>");
    }

    private static void escape(String text, Writer to) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '&') {
                to.write("&amp;");
            } else if (c == '<') {
                to.write("&lt;");
            } else if (c == '>') {
                to.write("&gt;");
            } else if (c == '"') {
                to.write("&quot;");
            } else if (c < ' ' && c != '\n' && c != '\t'
                    || c >= '\uFFFE'
                    || Character.isSurrogate(c) && !paired(text, i)) {
                // XML has no such characters; the file format writes them so
                to.write("_x%04X_".formatted((int) c));
            } else {
                to.write(c);
            }
        }
    }

    private static boolean paired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    private void end() throws IOException {
        if (!names.isEmpty()) {
            out.write(
                    "</sheetData><autoFilter ref=\"A1:" + (char) ('A' + headers.size() - 1) + (rows + 1)
                            + "\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/><headerFooter>"
                            + "<oddFooter>&amp;L&amp;F&amp;C&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>");
            out.flush();
        }
    }

    private void entry(String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
    }

    private void file(String name, String content) throws IOException {
        entry(name);
        out.write(XML + content);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        try (zip) {
            end();
            StringBuilder types = new StringBuilder();
            StringBuilder sheets = new StringBuilder();
            StringBuilder relations = new StringBuilder();
            StringBuilder repeated = new StringBuilder();
            for (int i = 1; i <= names.size(); i++) {
                types.append("<Override PartName=\"/xl/worksheets/sheet")
                        .append(i)
                        .append(".xml\" ContentType=\"" + TYPE + "worksheet+xml\"/>");
                sheets.append("<sheet name=\"")
                        .append(names.get(i - 1))
                        .append("\" sheetId=\"")
                        .append(i)
                        .append("\" r:id=\"r")
                        .append(i)
                        .append("\"/>");
                // the headers stand on every page
                repeated.append("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"")
                        .append(i - 1)
                        .append("\">'")
                        .append(names.get(i - 1))
                        .append("'!$1:$1</definedName>");
                relations
                        .append("<Relationship Id=\"r")
                        .append(i)
                        .append("\" Type=\"" + OFFICE + "/worksheet\" Target=\"worksheets/sheet")
                        .append(i)
                        .append(".xml\"/>");
            }
            file(
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>" + sheets
                            + "</sheets><definedNames>" + repeated + "</definedNames></workbook>");
            file(
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + relations
                            + "<Relationship Id=\"styles\" Type=\"" + OFFICE
                            + "/styles\" Target=\"styles.xml\"/></Relationships>");
            file(
                    "xl/styles.xml",
                    "<styleSheet xmlns=\"" + MAIN
                            + "\"><numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
                            + "<numFmt numFmtId=\"165\" formatCode=\"#,##0.00######\"/></numFmts><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
                            + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
                            + "<fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders>"
                            + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"8\"><xf xfId=\"0\"/><xf xfId=\"0\" fontId=\"1\" applyFont=\"1\""
                            + LEFT
                            + "<xf xfId=\"0\" numFmtId=\"164\" applyNumberFormat=\"1\"" + TOP
                            + "<xf xfId=\"0\" numFmtId=\"165\" applyNumberFormat=\"1\"" + TOP
                            + "<xf xfId=\"0\" quotePrefix=\"1\"" + LEFT
                            + "<xf xfId=\"0\" fontId=\"1\" applyFont=\"1\" applyAlignment=\"1\">"
                            + "<alignment horizontal=\"right\"/></xf><xf xfId=\"0\" quotePrefix=\"1\" applyAlignment=\"1\"><alignment horizontal=\"left\" vertical=\"top\""
                            + " wrapText=\"1\" indent=\"1\"/></xf><xf xfId=\"0\"" + TOP + "</cellXfs></styleSheet>");
            file(
                    "_rels/.rels",
                    "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"book\" Type=\"" + OFFICE
                            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            file(
                    "[Content_Types].xml",
                    "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\""
                            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\""
                            + " ContentType=\"" + TYPE
                            + "sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"" + TYPE
                            + "styles+xml\"/>"
                            + types + "</Types>");
        }
    }
}
