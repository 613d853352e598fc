package org.prorata.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a file as a workbook when it is a plain XLSX of bounded size, and says in one line why not. */
final class WorkbookFile {

    private static final Logger LOG = LoggerFactory.getLogger(WorkbookFile.class);
    static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final long MOST_UNPACKED = 64L * 1024 * 1024;
    private static final int MOST_PARTS = 500;
    private static final String PLAIN = "an .xlsx workbook without macros or password";

    private WorkbookFile() {
    }

    static XSSFWorkbook open(String fileName, byte[] content) {
        if (!fileName.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            throw refused(fileName, "the file is not named .xlsx", PLAIN);
        }
        if (content.length > MOST_BYTES) {
            throw refused(fileName, "the file is larger than 10 MB", "at most 10 MB");
        }
        if (content.length > 3 && (content[0] & 0xff) == 0xd0 && (content[1] & 0xff) == 0xcf) {
            throw refused(fileName, "the file is encrypted or of the old .xls kind", PLAIN);
        }
        try {
            Set<String> parts = parts(fileName, content);
            if (parts.contains("content.xml")) {
                throw refused(fileName, "the file is an OpenDocument sheet", PLAIN);
            }
            if (parts.stream().anyMatch(part -> part.endsWith(".bin") && part.contains("vbaProject"))) {
                throw refused(fileName, "the workbook holds macros", PLAIN);
            }
            if (!parts.contains("[Content_Types].xml") || !parts.contains("xl/workbook.xml")) {
                throw refused(fileName, "the file is not a workbook", PLAIN);
            }
            XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(content));
            if (book.isMacroEnabled()) {
                throw refused(fileName, "the workbook holds macros", PLAIN);
            }
            return book;
        } catch (WorkbookErrors e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new WorkbookErrors(List.of(damaged(fileName, e)));
        }
    }

    static Problem damaged(String fileName, Exception e) {
        LOG.debug("{} cannot be read", fileName, e);
        String said = String.valueOf(e.getMessage());
        return new Problem(fileName, said.contains("Zip bomb") ? "the file unpacks to far more than its size"
                : said.contains("Strict OOXML") ? "the workbook is saved as Strict Open XML" : "the file is damaged and cannot be read", PLAIN);
    }

    /** Names of the packed parts; unpacks them once to count, since a small file can hold gigabytes. */
    private static Set<String> parts(String fileName, byte[] content) throws IOException {
        Set<String> names = new HashSet<>();
        byte[] buffer = new byte[64 * 1024];
        long unpacked = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED || names.size() > MOST_PARTS) {
                        throw refused(fileName, "the file unpacks to far more than its size", "at most 64 MB in " + MOST_PARTS + " parts");
                    }
                }
            }
        }
        return names;
    }

    private static WorkbookErrors refused(String fileName, String found, String allowed) {
        return new WorkbookErrors(List.of(new Problem(fileName, found, allowed)));
    }
}
