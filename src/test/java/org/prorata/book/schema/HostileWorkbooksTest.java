package org.prorata.book.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.prorata.book.workbook.TextCopy;
import org.prorata.book.workbook.WorkbookCheck;
import org.prorata.book.workbook.WorkbookWriter;
import org.prorata.book.workbook.Workbooks;

@DisplayName("A hostile workbook")
class HostileWorkbooksTest {

    private static final String PLAIN = "; an .xlsx workbook without macros or password";
    private static final String SHEET = "xl/worksheets/sheet2.xml";
    private static final String LIST =
            "vat.xlsx: the list of parts at the end of the file does not fit its parts; a workbook as spreadsheet programs"
                    + " write it";
    private static final Tables SOUND = sound();

    @TempDir
    private Path folder;

    private static Tables sound() {
        try {
            return TextCopy.read("vat", Files.readString(Path.of("spreadsheets/vat.yaml")), Shipped.sheets());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                hostile(
                        "code in a header",
                        cells(sheet -> cell(sheet, 3, 5).setCellValue("\"); java.lang.System.exit(3); //")),
                        "vat!rates!F4: header \"\"); java.lang.System.exit(3); //\" is not known; no further column",
                        "vat!rates!row 4: header \"seller_country\" is missing; the headers name, clauses, description, valid_from, valid_to, "
                                + "seller_country, client, professional, vat_id, kind, category, rate_pct, reading, source, last_checked; prorata tables new writes workbooks that have them all"),
                hostile(
                        "code in a condition",
                        cells(sheet -> cell(sheet, 4, 6).setCellValue("domestic\")) eval(System.exit(3)) //")),
                        "vat!rates!G5: \"domestic\")) eval(System.exit(3)) //\"; domestic, eu or other"),
                hostile(
                        "code in a name",
                        cells(sheet ->
                                cell(sheet, 4, 0).setCellValue("end rule \"x\" when eval(true) then System.exit(3);")),
                        "vat!rates!A5: \"end rule \"x\" when eval(true) then System.exit(3);\"; a name of small letters, digits, - and _"),
                hostile(
                        "code in an action",
                        cells(sheet -> cell(sheet, 4, 11).setCellValue("20); Runtime.getRuntime().exec(\"calc\"); (")),
                        "vat!rates!L5: \"20); Runtime.getRuntime().exec(\"calc\"); (\"; a number with at most 2 digits after the point from 0 to 100"),
                hostile(
                        "a quote written as an escape",
                        cells(sheet -> cell(sheet, 4, 1).setCellValue("C-VAT\\u0022); System.exit(3); //")),
                        "vat!rates!B5: \"C-VAT\\u0022); System.exit(3); //\"; clause ids such as C-DATE, separated by commas"),
                hostile(
                        "a formula",
                        cells(sheet -> cell(sheet, 4, 11).setCellFormula("10+10")),
                        "vat!rates!L5: a formula; a typed value, as formulas are not computed here"),
                hostile(
                        "a formula that calls a service",
                        xml(
                                SHEET,
                                "</sheetData>",
                                "<row r=\"30\"><c r=\"C30\"><f>WEBSERVICE(\"http://localhost:9/\")</f><v>0</v></c></row></sheetData>"),
                        "vat!rates!A30: name is empty; required: a name of small letters, digits, - and _",
                        "vat!rates!C30: a formula; a typed value, as formulas are not computed here"),
                hostile(
                        "a formula that starts a program",
                        xml(
                                SHEET,
                                "</sheetData>",
                                "<row r=\"30\"><c r=\"C30\"><f>cmd|'/C calc'!A0</f><v>0</v></c></row></sheetData>"),
                        "vat!rates!C30: a formula; a typed value, as formulas are not computed here"),
                hostile(
                        "a formula beside the table",
                        cells(sheet -> cell(sheet, 4, 40).setCellFormula("HYPERLINK(\"http://localhost:9/\",\"x\")")),
                        "vat!rates!AO5: a formula; nothing, as row 4 has no header above it"),
                hostile(
                        "a formula above the table",
                        cells(sheet -> cell(sheet, 1, 0).setCellFormula("1+1")),
                        "vat!rates!A2: a formula; a typed value, as formulas are not computed here"),
                hostile(
                        "a formula among what is accepted",
                        accepted(sheet -> cell(sheet, 4, 4).setCellFormula("1+1")),
                        "vat!accepted!E5: a formula; a typed value, as formulas are not computed here"),
                hostile(
                        "a link to another workbook",
                        with("xl/externalLinks/externalLink1.xml", "<externalLink/>"),
                        "vat.xlsx: the workbook is linked to data elsewhere (xl/externalLinks/externalLink1.xml); values typed into its own cells"),
                hostile(
                        "a connection to a database",
                        with("xl/connections.xml", "<connections/>"),
                        "vat.xlsx: the workbook is linked to data elsewhere (xl/connections.xml); values typed into its own cells"),
                hostile(
                        "macros",
                        with("xl/vbaProject.bin", "x"),
                        "vat.xlsx: the workbook holds macros, controls or embedded objects (xl/vbaProject.bin)"
                                + PLAIN),
                hostile(
                        "macros of the old kind",
                        with("xl/macrosheets/sheet1.xml", "<x/>"),
                        "vat.xlsx: the workbook holds macros, controls or embedded objects (xl/macrosheets/sheet1.xml)"
                                + PLAIN),
                hostile(
                        "an embedded program",
                        with("xl/embeddings/oleObject1.bin", "x"),
                        "vat.xlsx: the workbook holds macros, controls or embedded objects (xl/embeddings/oleObject1.bin)"
                                + PLAIN),
                hostile(
                        "a workbook of the kind with macros under another name",
                        changed(book -> book.setWorkbookType(XSSFWorkbookType.XLSM)),
                        "vat.xlsx: the workbook holds macros" + PLAIN),
                hostile(
                        "a zip bomb",
                        with("xl/media/picture.png", new byte[65 * 1024 * 1024]),
                        "vat.xlsx: the file unpacks to far more than its size; at most 64 MB in 500 parts"),
                hostile(
                        "a zip bomb of XML",
                        with("xl/theme/theme9.xml", "<x>" + "<y/>".repeat(400_000) + "</x>"),
                        "vat.xlsx: more content than a workbook of tables has in the part xl/theme/theme9.xml; at most about 80000 cells"),
                hostile(
                        "a document type with entities",
                        xml(SHEET, "<worksheet", "<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet"),
                        doctype(SHEET)),
                hostile(
                        "a document type from elsewhere",
                        xml("xl/workbook.xml", "<workbook", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><workbook"),
                        doctype("xl/workbook.xml")),
                hostile(
                        "a document type among relations",
                        xml("_rels/.rels", "<Relationships", "<!DOCTYPE x><Relationships"),
                        doctype("_rels/.rels")),
                hostile(
                        "a document type in another encoding",
                        with(Map.of(
                                "docProps/odd.xml",
                                "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>"
                                        .getBytes(Charset.forName("UTF-16")))),
                        doctype("docProps/odd.xml")),
                hostile(
                        "elements without end",
                        with("xl/theme/theme9.xml", "<x>".repeat(100_000)),
                        "vat.xlsx: elements nested more than 64 deep in the part xl/theme/theme9.xml; a workbook as spreadsheet programs write it"),
                hostile(
                        "10,000 sheets",
                        with(sheets(10_000)),
                        "vat.xlsx: the workbook has more than 100 sheets; at most 100"),
                hostile(
                        "10,000 sheets that are one",
                        xml("xl/workbook.xml", "</sheets>", oneSheet(10_000) + "</sheets>"),
                        "vat.xlsx: more than 100 sheets in the part xl/workbook.xml; at most 100"),
                hostile(
                        "10,000 parts",
                        with(pictures(10_000)),
                        "vat.xlsx: the file packs more than 500 parts; at most 500"),
                hostile(
                        "a million rows",
                        xml(SHEET, "</sheetData>", "<row><c><v>1</v></c></row>".repeat(1_000_000) + "</sheetData>"),
                        "vat.xlsx: more than 20000 rows in the part xl/worksheets/sheet2.xml; at most 20000"),
                hostile(
                        "10 MB in a cell",
                        xml(
                                SHEET,
                                "</sheetData>",
                                "<row r=\"30\"><c r=\"C30\" t=\"inlineStr\"><is><t>" + "x".repeat(10 * 1024 * 1024)
                                        + "</t></is></c></row></sheetData>"),
                        "vat.xlsx: a text of more than 32767 characters in cell C30 in the part xl/worksheets/sheet2.xml; at most 2000"),
                hostile(
                        "10 MB in an attribute",
                        xml(
                                SHEET,
                                "</sheetData>",
                                "<row r=\"30\" s=\"" + "1".repeat(10 * 1024 * 1024) + "\"/></sheetData>"),
                        "vat.xlsx: an attribute of more than 32767 characters in the part xl/worksheets/sheet2.xml; at most 32767"),
                hostile("a password", encrypted(), "vat.xlsx: the file is encrypted or of the old .xls kind" + PLAIN),
                hostile(
                        "an OpenDocument sheet under another name",
                        zip(Map.of(
                                "mimetype",
                                "application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.UTF_8))),
                        "vat.xlsx: the file is an OpenDocument sheet; an .xlsx workbook: save it as Excel 2007-365"),
                hostile(
                        "a part above its folder",
                        with("../../evil.sh", "x"),
                        "vat.xlsx: the part \"../../evil.sh\" would lie outside the file; parts with plain names"),
                hostile(
                        "a part at the root of a disk",
                        with("C:\\evil.bat", "x"),
                        "vat.xlsx: the part \"C:\\evil.bat\" would lie outside the file; parts with plain names"),
                hostile(
                        "a part packed twice",
                        twice(),
                        "vat.xlsx: the part \"xl/workbook.xml\" is packed twice; each part once"),
                hostile(
                        "a million rows in a part that does not say it is a sheet",
                        elsewhere("xl/media/picture.png", numbered("<row><c><v>%d</v></c></row>", 600_000)),
                        "vat.xlsx: more than 20000 rows in the part xl/media/picture.png; at most 20000"),
                hostile(
                        "a document type in a part that does not say it is a sheet",
                        elsewhere("xl/media/picture.png", "", "<!DOCTYPE x><worksheet"),
                        doctype("xl/media/picture.png")),
                hostile(
                        "a drawing without end that is no XML",
                        xml(
                                "xl/drawings/vmlDrawing0.vml",
                                "</xml>",
                                "<x><br></x>" + numbered("<v:shape id=\"a%d\"/>", 600_000) + "</xml>"),
                        "vat.xlsx: more content than a workbook of tables has in the part xl/drawings/vmlDrawing0.vml; at most about 80000 cells"),
                hostile("another workbook behind it, which other programs show", behind(changed(book -> {})), LIST),
                hostile("something behind its end", behind("x".getBytes(StandardCharsets.UTF_8)), LIST),
                hostile("a part behind what some programs take for the end", gap(SHEET), LIST),
                hostile("a list that names a part otherwise", otherwise(), LIST),
                hostile("no list of its parts", unlisted(), LIST),
                hostile(
                        "a row that stands twice",
                        xml(SHEET, "</sheetData>", "<row r=\"5\"><c r=\"L5\"><v>0.1</v></c></row></sheetData>"),
                        "vat.xlsx: 5 stands twice or out of its order in the part " + SHEET
                                + "; a workbook as spreadsheet programs write it"),
                hostile(
                        "a cell that stands twice",
                        xml(SHEET, "<c r=\"L5\"", "<c r=\"L5\"><v>0.1</v></c><c r=\"L5\""),
                        "vat.xlsx: L5 stands twice or out of its order in the part " + SHEET
                                + "; a workbook as spreadsheet programs write it"),
                hostile(
                        "a cell in another row than its own",
                        xml(SHEET, "<c r=\"L5\"", "<c r=\"L9\""),
                        "vat.xlsx: L9 stands twice or out of its order in the part " + SHEET
                                + "; a workbook as spreadsheet programs write it"),
                hostile(
                        "a text that it does not hold, which would be an empty key",
                        changed(book -> book.getSheet("rates")
                                .getRow(4)
                                .getCell(6)
                                .getCTCell()
                                .setV("99999")),
                        "vat!rates!G5: a text that the file does not hold; a workbook as spreadsheet programs write it"),
                hostile(
                        "a key with a mark that nobody sees",
                        cells(sheet -> cell(sheet, 4, 6).setCellValue("dome\u200bstic")),
                        "vat!rates!G5: \"dome<U+200B>stic\"; domestic, eu or other (nearest: domestic)"),
                hostile(
                        "a key with a letter that looks like another",
                        cells(sheet -> cell(sheet, 4, 6).setCellValue("d\u043emestic")),
                        "vat!rates!G5: \"d\u043e<U+043E>mestic\"; domestic, eu or other (nearest: domestic)"),
                hostile(
                        "a name that a terminal would obey",
                        cells(sheet -> cell(sheet, 4, 0).setCellValue("a_x001B_[31m\u009bb")),
                        "vat!rates!A5: \"a<U+001B>[31m<U+009B>b\"; a name of small letters, digits, - and _"),
                hostile(
                        "a description that is read backwards",
                        cells(sheet -> cell(sheet, 4, 2).setCellValue("20 \u202e% 02")),
                        "vat!rates!C5: text with control characters; printable characters and line breaks"),
                hostile(
                        "30,000 digits",
                        xml(
                                SHEET,
                                "</sheetData>",
                                "<row r=\"30\"><c r=\"L30\"><v>0." + "3".repeat(30_000) + "</v></c></row></sheetData>"),
                        "vat!rates!L30: 33." + "3".repeat(57)
                                + "…; a number with at most 2 digits after the point from 0 to 100"),
                hostile(
                        "30,000 digits before the point",
                        xml(
                                SHEET,
                                "</sheetData>",
                                "<row r=\"30\"><c r=\"L30\"><v>" + "3".repeat(30_000) + "</v></c></row></sheetData>"),
                        "vat!rates!L30: \"" + "3".repeat(60)
                                + "…\", which is no number of usual size; a number below 10^15"),
                hostile(
                        "a day after all calendars",
                        changed(book -> book.getSheet("rates")
                                .getRow(4)
                                .getCell(14)
                                .getCTCell()
                                .setV("99999999999")),
                        "vat!rates!O5: 99999999999; a date without a time, such as 2026-01-31"),
                hostile("half a file", half(), "vat.xlsx: the file is damaged and cannot be read" + PLAIN));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    @DisplayName("is refused with a message, changes nothing and runs nothing")
    void refused(String what, byte[] content, List<String> messages) throws IOException {
        Path file = Files.write(folder.resolve("vat.xlsx"), content);
        WorkbookCheck check = assertTimeout(
                Duration.ofSeconds(5), () -> WorkbookCheck.of(List.of(file), Shipped.sheets(), Set.of("C-VAT"), SOUND));
        assertThat(check.problems()).extracting(TableProblem::toString).containsAll(messages);
        assertThat(check.problems())
                .allSatisfy(problem ->
                        assertThat(problem.toString()).hasSizeLessThan(400).doesNotContain("\n"));
        assertThat(check.sound())
                .doesNotContain("vat!" + (messages.get(0).contains("accepted") ? "accepted" : "rates"));
        assertThat(check.unreadable()).isEqualTo(messages.get(0).startsWith("vat.xlsx"));
        assertThat(file).hasBinaryContent(content);
        assertThat(folder)
                .isDirectoryContaining(one -> one.equals(file))
                .isDirectoryNotContaining(one -> !one.equals(file));
    }

    @Test
    @DisplayName("may say RuleSet, Import or Functions above its table: nobody reads it there")
    void above() throws IOException {
        byte[] content = cells(sheet -> {
            cell(sheet, 0, 0).setCellValue("RuleSet");
            cell(sheet, 0, 1).setCellValue("org.evil");
            cell(sheet, 1, 0).setCellValue("Functions");
            cell(sheet, 1, 1).setCellValue("function void evil() { System.exit(3); }");
            cell(sheet, 2, 0).setCellValue("Import");
            cell(sheet, 2, 1).setCellValue("java.lang.Runtime");
        });
        assertThat(Workbooks.read("vat.xlsx", content, Shipped.sheets())).isEqualTo(SOUND);
    }

    @Test
    @DisplayName("leaves its texts as texts: none that we write begins a formula")
    void written() throws IOException {
        for (String text :
                List.of("=1+1", "=cmd|'/C calc'!A0", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://localhost:9/\")")) {
            String quoted = '"' + text.replace("\"", "\\\"") + '"';
            String twin = "sheets:\n  rates:\n    - {row: 5, name: one, clauses: [C-VAT], description: " + quoted
                    + ", seller_country: FR, client: domestic,"
                    + " category: S, rate_pct: 20, reading: statute, source: " + quoted + "}\n  eu-members: []\n";
            Tables tables = TextCopy.read("vat", twin, Shipped.sheets());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            WorkbookWriter.write(tables, "vat", out);
            try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
                for (int column : List.of(2, 13)) {
                    XSSFCell cell = book.getSheet("rates").getRow(4).getCell(column);
                    assertThat(cell.getStringCellValue()).isEqualTo(text);
                    assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                    assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                }
                book.forEach(sheet -> sheet.forEach(row ->
                        row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA))));
            }
            assertThat(Workbooks.read("vat.xlsx", out.toByteArray(), Shipped.sheets()))
                    .isEqualTo(tables);
        }
    }

    private static Arguments hostile(String what, byte[] content, String... messages) {
        return Arguments.of(what, content, List.of(messages));
    }

    private static String doctype(String part) {
        return "vat.xlsx: a document type declaration in the part " + part
                + "; XML without one, as spreadsheet programs write it";
    }

    private static byte[] changed(Consumer<XSSFWorkbook> change) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            WorkbookWriter.write(
                    SOUND,
                    List.of(TextCopy.accepted(
                            "vat", Files.readString(Path.of("spreadsheets/vat.yaml")), Shipped.sheets())),
                    "vat",
                    out);
            try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
                change.accept(book);
                ByteArrayOutputStream changed = new ByteArrayOutputStream();
                book.write(changed);
                return changed.toByteArray();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] cells(Consumer<XSSFSheet> change) {
        return changed(book -> change.accept(book.getSheet("rates")));
    }

    private static byte[] accepted(Consumer<XSSFSheet> change) {
        return changed(book -> change.accept(book.getSheet("accepted")));
    }

    private static XSSFCell cell(XSSFSheet sheet, int row, int column) {
        return sheet.getRow(row).createCell(column);
    }

    private static Map<String, byte[]> parts() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(changed(book -> {})))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] xml(String part, String text, String by) {
        Map<String, byte[]> parts = parts();
        String before = new String(parts.get(part), StandardCharsets.UTF_8);
        assertThat(before).contains(text);
        int at = before.indexOf(text);
        parts.put(
                part,
                (before.substring(0, at) + by + before.substring(at + text.length())).getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    private static byte[] with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] with(String name, byte[] content) {
        return with(Map.of(name, content));
    }

    private static byte[] with(Map<String, byte[]> more) {
        Map<String, byte[]> parts = parts();
        parts.putAll(more);
        return zip(parts);
    }

    private static Map<String, byte[]> sheets(int number) {
        Map<String, byte[]> sheets = new LinkedHashMap<>();
        for (int i = 100; i < 100 + number; i++) {
            sheets.put("xl/worksheets/sheet" + i + ".xml", "<worksheet/>".getBytes(StandardCharsets.UTF_8));
        }
        return sheets;
    }

    private static Map<String, byte[]> pictures(int number) {
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        for (int i = 0; i < number; i++) {
            pictures.put("xl/media/picture" + i + ".png", new byte[1]);
        }
        return pictures;
    }

    private static String oneSheet(int times) {
        StringBuilder sheets = new StringBuilder();
        for (int i = 100; i < 100 + times; i++) {
            sheets.append("<sheet name=\"s")
                    .append(i)
                    .append("\" sheetId=\"")
                    .append(i)
                    .append("\" r:id=\"rId3\"/>");
        }
        return sheets.toString();
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The second name is written over, as no library packs one name twice. */
    private static byte[] twice() {
        byte[] zip = with("xl/workbuuk.xml", "<x/>");
        byte[] odd = "workbuuk".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i + odd.length < zip.length; i++) {
            if (Arrays.equals(zip, i, i + odd.length, odd, 0, odd.length)) {
                System.arraycopy("workbook".getBytes(StandardCharsets.US_ASCII), 0, zip, i, odd.length);
            }
        }
        return zip;
    }

    /** The sheet under a name that is not one of XML parts. */
    private static byte[] elsewhere(String name, String rows) {
        return elsewhere(name, rows, "<worksheet");
    }

    private static byte[] elsewhere(String name, String rows, String begin) {
        Map<String, byte[]> moved = new LinkedHashMap<>();
        parts().forEach((part, content) -> {
            boolean sheet = part.equals(SHEET);
            String text = new String(content, StandardCharsets.UTF_8);
            String changed = sheet
                    ? text.replace("<worksheet", begin).replace("</sheetData>", rows + "</sheetData>")
                    : part.endsWith(".rels") || part.startsWith("[")
                            ? text.replace(SHEET, name).replace(SHEET.substring(3), name.substring(3))
                            : text;
            moved.put(sheet ? name : part, changed.equals(text) ? content : changed.getBytes(StandardCharsets.UTF_8));
        });
        return zip(moved);
    }

    /** Packs little, so that no limit on how much it packs finds it. */
    private static String numbered(String text, int times) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < times; i++) {
            all.append(text.formatted(i * 7919L * 104_729 % 1_000_003));
        }
        return all.toString();
    }

    private static byte[] behind(byte[] more) {
        byte[] zip = changed(book -> {});
        byte[] both = Arrays.copyOf(zip, zip.length + more.length);
        System.arraycopy(more, 0, both, zip.length, more.length);
        return both;
    }

    /** Eight bytes before a part: who reads the sizes that follow the part before it in their long form goes on there, who reads the short form stops. */
    private static byte[] gap(String part) {
        ByteBuffer zip = ByteBuffer.wrap(zip(parts())).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.limit() - 22;
        int at = zip.getInt(end + 16);
        int cut = 0;
        for (int entry = at; entry < end; entry += 46 + zip.getShort(entry + 28) + zip.getShort(entry + 30)) {
            boolean here =
                    new String(zip.array(), entry + 46, zip.getShort(entry + 28), StandardCharsets.UTF_8).equals(part);
            cut = here ? zip.getInt(entry + 42) : cut;
        }
        for (int entry = at; entry < end; entry += 46 + zip.getShort(entry + 28) + zip.getShort(entry + 30)) {
            int offset = zip.getInt(entry + 42);
            zip.putInt(entry + 42, offset + (offset < cut ? 0 : 8));
        }
        zip.putInt(end + 16, at + 8);
        byte[] gap = Arrays.copyOf(zip.array(), zip.limit() + 8);
        System.arraycopy(zip.array(), cut, gap, cut + 8, zip.limit() - cut);
        Arrays.fill(gap, cut, cut + 8, (byte) 0);
        return gap;
    }

    private static byte[] otherwise() {
        byte[] zip = changed(book -> {});
        int last = new String(zip, StandardCharsets.ISO_8859_1).lastIndexOf("xl/styles.xml");
        zip[last + 4] = 'T';
        return zip;
    }

    private static byte[] unlisted() {
        byte[] zip = changed(book -> {});
        return Arrays.copyOf(zip, new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002"));
    }

    private static byte[] half() {
        byte[] whole = changed(book -> {});
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private static byte[] encrypted() {
        try (POIFSFileSystem files = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var to = encryptor.getDataStream(files)) {
                to.write(changed(book -> {}));
            }
            files.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
