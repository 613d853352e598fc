package org.prorata.tables;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes tables as a workbook that people like to edit; the same tables give the same bytes. */
public final class WorkbookWriter {

    private static final LocalDateTime SAME_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private WorkbookWriter() {
    }

    /** The workbook of that name without acceptances. */
    public static void write(Tables tables, String workbook, OutputStream out) throws IOException {
        write(tables, List.of(), workbook, out);
    }

    /**
     * The workbook of that name, with every sheet of it that the tables hold, each row at its row number.
     *
     * @param helpers sheets beside the tables, by workbook
     */
    public static void write(Tables tables, List<Table> helpers, String workbook, OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            CoreProperties properties = book.getProperties().getCoreProperties();
            properties.setCreator("Prorata");
            properties.setTitle(workbook);
            properties.setCreated(Optional.of(new Date(0)));
            properties.setModified(Optional.of(new Date(0)));
            Styles styles = new Styles(book);
            for (Table table : Stream.concat(tables.all().stream(), helpers.stream()).toList()) {
                if (table.sheet().workbook().equals(workbook)) {
                    new SheetWriter(table, book.createSheet(table.sheet().name()), styles).write();
                }
            }
            book.write(bytes);
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
