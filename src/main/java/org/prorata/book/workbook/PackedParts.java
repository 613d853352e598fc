package org.prorata.book.workbook;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.prorata.book.schema.TableProblem;
import org.prorata.book.schema.Wording;
import org.prorata.book.schema.WorkbookErrors;
import org.prorata.decision.Reason;

/** Looks through a packed workbook before any library reads it, as a small file can hold gigabytes, programs and traps. */
final class PackedParts {

    private static final long MOST_UNPACKED = 64L * 1024 * 1024;
    private static final int MOST_PARTS = 500;
    private static final int MOST_SHEETS = 100;
    /** Drawings that are no XML are read all the same, and how much they hold cannot be counted. */
    private static final long MOST_DRAWN = 512 * 1024;

    private static final String SHEETS = "xl/worksheets/";
    private static final List<String> PROGRAMS = List.of(
            "vbaproject",
            "vbadata",
            "xl/macrosheets/",
            "xl/dialogsheets/",
            "xl/activex/",
            "xl/ctrlprops/",
            "xl/embeddings/",
            "customui/");
    private static final List<String> ELSEWHERE =
            List.of("xl/externallinks/", "xl/connections", "xl/querytables/", "xl/webextensions/");

    private final String fileName;
    private final Set<String> names = new LinkedHashSet<>();
    private int sheets;
    private int elements;
    private long unpacked;
    private long drawn;

    private PackedParts(String fileName) {
        this.fileName = fileName;
    }

    /**
     * Names of the packed parts.
     *
     * @throws WorkbookErrors when something in the file is refused
     */
    static Set<String> of(String fileName, byte[] content) throws IOException {
        PackedParts parts = new PackedParts(fileName);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.named(entry.getName());
                parts.read(entry.getName(), parts.new Counted(zip));
            }
        }
        return parts.names;
    }

    private void named(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        if (name.equals("mimetype") || name.equals("content.xml")) {
            throw refused(Reason.of("tables.opendocument"), WorkbookFile.SAVE_AS);
        }
        if (name.contains("..") || name.contains("\\") || name.contains(":") || name.startsWith("/")) {
            throw refused(Reason.of("tables.outside", Wording.shortened(name)), Reason.of("tables.outside.allowed"));
        }
        if (!names.add(name)) {
            throw refused(
                    Reason.of("tables.packed_twice", Wording.shortened(name)),
                    Reason.of("tables.packed_twice.allowed"));
        }
        if (PROGRAMS.stream().anyMatch(small::contains)) {
            throw refused(Reason.of("tables.programs", Wording.shortened(name)), WorkbookFile.PLAIN);
        }
        if (ELSEWHERE.stream().anyMatch(small::startsWith)) {
            throw refused(
                    Reason.of("tables.elsewhere", Wording.shortened(name)), Reason.of("tables.elsewhere.allowed"));
        }
        sheets += small.startsWith(SHEETS) && small.endsWith(".xml") ? 1 : 0;
        if (sheets > MOST_SHEETS) {
            throw refused(
                    Reason.of("tables.many_sheets", MOST_SHEETS),
                    Reason.of("tables.at_most", String.valueOf(MOST_SHEETS)));
        }
        if (names.size() > MOST_PARTS) {
            throw refused(
                    Reason.of("tables.many_parts", MOST_PARTS),
                    Reason.of("tables.at_most", String.valueOf(MOST_PARTS)));
        }
    }

    /** Which parts are read as XML is said elsewhere in the file, whatever their names: all of them are looked at as such. */
    private void read(String name, InputStream part) throws IOException {
        String small = name.toLowerCase(Locale.ROOT);
        long before = unpacked;
        PartScan scan = new PartScan(elements);
        Reason wrong = scan.read(part);
        boolean told = wrong != null && !(scan.malformed() && !small.endsWith(".xml") && !small.endsWith(".rels"));
        if (!told || scan.malformed()) {
            part.transferTo(OutputStream.nullOutputStream());
        }
        if (told) {
            throw refused(Reason.of("tables.in_part", wrong, Wording.shortened(name)), scan.allowed());
        }
        elements = scan.elements();
        drawn += scan.malformed() && small.endsWith(".vml") ? unpacked - before : 0;
        if (drawn > MOST_DRAWN) {
            throw refused(
                    Reason.of("tables.in_part", Reason.of("tables.much"), Wording.shortened(name)),
                    Reason.of("tables.much.allowed"));
        }
    }

    private WorkbookErrors refused(Reason found, Reason allowed) {
        return new WorkbookErrors(List.of(new TableProblem(fileName, found, allowed)));
    }

    /** One part of the packed ones; counts what it unpacks to, and is not closed by who reads it. */
    private final class Counted extends FilterInputStream {

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            unpacked += Math.max(read, 0);
            if (unpacked > MOST_UNPACKED) {
                throw refused(Reason.of("tables.unpacks"), Reason.of("tables.unpacks.allowed", MOST_PARTS));
            }
            return read;
        }

        @Override
        public void close() {
            // the parts behind it are still to be read
        }
    }
}
