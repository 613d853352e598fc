package org.prorata.book.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.prorata.book.schema.References;
import org.prorata.book.schema.Sheet;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;

/** Writes tables as a workbook that people like to edit; the same tables give the same bytes. */
public final class WorkbookWriter {

    private static final LocalDateTime SAME_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private WorkbookWriter() {}

    /** The languages in which the shipped workbooks explain themselves. */
    public static final List<String> LANGUAGES = List.of("en", "fr");

    /** The workbook of that name in both languages, without tests or acceptances. */
    public static void write(Tables tables, String workbook, OutputStream out) throws IOException {
        write(tables, List.of(), workbook, LANGUAGES, out);
    }

    /** @param helpers sheets beside the tables, by workbook; one of which there is none is empty and says that nothing of it is known */
    public static void write(Tables tables, List<Table> helpers, String workbook, OutputStream out) throws IOException {
        write(tables, helpers, workbook, LANGUAGES, out);
    }

    /**
     * The workbook of that name, with every sheet of it that the tables hold, each row at its row number.
     *
     * @param helpers   sheets beside the tables, by workbook; one of which there is none is empty and says that nothing of it is known
     * @param languages in which it explains itself, of {@link #LANGUAGES}
     */
    public static void write(
            Tables tables, List<Table> helpers, String workbook, List<String> languages, OutputStream out)
            throws IOException {
        write(tables, helpers, workbook, languages, null, out);
    }

    /** @param book version of the rule book from which it is written, which it says itself; null: it doesn't */
    public static void write(
            Tables tables, List<Table> helpers, String workbook, List<String> languages, String book, OutputStream out)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook written = new XSSFWorkbook()) {
            CoreProperties properties = written.getProperties().getCoreProperties();
            properties.setCreator("Prorata");
            properties.setTitle(workbook);
            properties.setCreated(Optional.of(new Date(0)));
            properties.setModified(Optional.of(new Date(0)));
            if (book != null) {
                Origin.tell(properties, book);
            }
            Styles styles = new Styles(written);
            HelpText words = new HelpText(
                    languages,
                    sheet -> helpers.stream()
                            .noneMatch(known -> known.sheet().id().equals(sheet.id())));
            Lists lists = new Lists();
            List<String> terms = References.profiles(tables);
            List<Table> own = new ArrayList<>(tables.all().stream()
                    .filter(table -> table.sheet().workbook().equals(workbook))
                    .toList());
            for (Sheet sheet :
                    Helpers.sheets(workbook, own.stream().map(Table::sheet).toList())) {
                own.add(helpers.stream()
                        .filter(table -> table.sheet().id().equals(sheet.id()))
                        .findFirst()
                        .orElseGet(() -> new Table(sheet, List.of())));
            }
            new AboutSheet(
                            workbook,
                            own.stream().map(Table::sheet).toList(),
                            written.createSheet(AboutSheet.NAME),
                            styles)
                    .write(words);
            for (Table table : own) {
                XSSFSheet sheet = written.createSheet(table.sheet().name());
                new SheetWriter(table, sheet, styles, words, new Validations(sheet, words, lists, terms)).write();
            }
            lists.write(written);
            written.write(bytes);
        }
        repack(bytes.toByteArray(), out);
    }

    /** The packed parts carry the time of writing, which would make equal workbooks differ. */
    private static void repack(byte[] book, OutputStream out) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(book))) {
            ZipOutputStream packed = new ZipOutputStream(out);
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(SAME_TIME);
                packed.putNextEntry(same);
                in.transferTo(packed);
                packed.closeEntry();
            }
            packed.finish();
        }
    }
}
