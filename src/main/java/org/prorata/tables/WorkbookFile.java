package org.prorata.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a file as a workbook when it is a plain XLSX of bounded size, and says in one line why not. */
final class WorkbookFile {

    private static final Logger LOG = LoggerFactory.getLogger(WorkbookFile.class);
    static final int MOST_BYTES = 10 * 1024 * 1024;
    static final String PLAIN = "an .xlsx workbook without macros or password";

    static {
        // behind the own look at the parts, which comes first
        ZipSecureFile.setMaxEntrySize(64L * 1024 * 1024);
        ZipSecureFile.setMaxTextSize(1024 * 1024);
        ZipSecureFile.setMaxFileCount(1_000);
    }

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
            Set<String> parts = PackedParts.of(fileName, content);
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

    private static WorkbookErrors refused(String fileName, String found, String allowed) {
        return new WorkbookErrors(List.of(new Problem(fileName, found, allowed)));
    }
}
