package org.prorata.book.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.prorata.book.schema.TableProblem;
import org.prorata.book.schema.WorkbookErrors;
import org.prorata.decision.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a file as a workbook when it is a plain XLSX of bounded size, and says in one line why not. */
final class WorkbookFile {

    private static final Logger LOG = LoggerFactory.getLogger(WorkbookFile.class);
    static final int MOST_BYTES = 10 * 1024 * 1024;
    static final Reason PLAIN = Reason.of("tables.plain");
    static final Reason SAVE_AS = Reason.of("tables.save_as");

    static {
        // behind the own look at the parts, which comes first
        ZipSecureFile.setMaxEntrySize(64L * 1024 * 1024);
        ZipSecureFile.setMaxTextSize(1024 * 1024);
        ZipSecureFile.setMaxFileCount(1_000);
    }

    private WorkbookFile() {}

    static XSSFWorkbook open(String fileName, byte[] content) {
        if (!fileName.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            throw refused(fileName, Reason.of("tables.not_named"), SAVE_AS);
        }
        if (content.length > MOST_BYTES) {
            throw refused(fileName, Reason.of("tables.large"), Reason.of("tables.large.allowed"));
        }
        if (content.length > 3 && (content[0] & 0xff) == 0xd0 && (content[1] & 0xff) == 0xcf) {
            throw refused(fileName, Reason.of("tables.encrypted"), PLAIN);
        }
        try {
            Set<String> parts = PackedParts.of(fileName, content);
            if (!parts.contains("[Content_Types].xml") || !parts.contains("xl/workbook.xml")) {
                throw refused(fileName, Reason.of("tables.no_workbook"), PLAIN);
            }
            if (!PackedList.names(content).equals(Optional.of(List.copyOf(parts)))) {
                throw refused(fileName, Reason.of("tables.list"), Reason.of("tables.as_written"));
            }
            XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(content));
            if (book.isMacroEnabled()) {
                throw refused(fileName, Reason.of("tables.macros"), PLAIN);
            }
            return book;
        } catch (WorkbookErrors e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new WorkbookErrors(List.of(damaged(fileName, e)));
        }
    }

    static TableProblem damaged(String fileName, Exception e) {
        LOG.debug("{} cannot be read", fileName, e);
        String said = String.valueOf(e.getMessage());
        return new TableProblem(
                fileName,
                Reason.of(
                        said.contains("Zip bomb")
                                ? "tables.unpacks"
                                : said.contains("Strict OOXML") ? "tables.strict" : "tables.damaged"),
                PLAIN);
    }

    private static WorkbookErrors refused(String fileName, Reason found, Reason allowed) {
        return new WorkbookErrors(List.of(new TableProblem(fileName, found, allowed)));
    }
}
