package org.prorata.book.workbook;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.prorata.book.schema.CellCheck;
import org.prorata.book.schema.SheetCheck;
import org.prorata.decision.Reason;

/** Reads one XML part of a workbook as it comes, keeping nothing, and says what must not reach the library, which keeps all of it. */
final class PartScan {

    /** A cell and its value are two or three elements; the library needs about half a kilobyte for each. */
    private static final int MOST_ELEMENTS = 250_000;
    /** Rows that are formatted but empty do no harm. */
    private static final int SPARE_ROWS = 1_000;

    private static final int MOST_SHEETS = 100;
    private static final int LONGEST = 32_767;
    private static final int DEEPEST = 64;
    private static final XMLInputFactory XML = factory();

    private int elements;
    private int depth;
    private int rows;
    private int sheets;
    private long text;
    private String cell;
    private int row;
    private String column = "";
    private Reason allowed;
    private boolean malformed;

    /** @param elements of the parts before */
    PartScan(int elements) {
        this.elements = elements;
    }

    private static XMLInputFactory factory() {
        // the one of the platform, whatever else lies on the class path
        XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        xml.setProperty(XMLInputFactory.IS_COALESCING, false);
        xml.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is looked up");
        });
        return xml;
    }

    /** What is refused, null when all is well. */
    Reason read(InputStream part) {
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(part);
            while (xml.hasNext()) {
                Reason wrong = switch (xml.next()) {
                    case XMLStreamConstants.DTD,
                            XMLStreamConstants.ENTITY_DECLARATION,
                            XMLStreamConstants.ENTITY_REFERENCE ->
                        refused(Reason.of("tables.doctype"), Reason.of("tables.doctype.allowed"));
                    case XMLStreamConstants.START_ELEMENT -> begun(xml);
                    case XMLStreamConstants.END_ELEMENT -> ended();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(xml.getTextLength());
                    default -> null;
                };
                if (wrong != null) {
                    return wrong;
                }
            }
            return null;
        } catch (XMLStreamException e) {
            malformed = true;
            return refused(Reason.of("tables.malformed"), Reason.of("tables.as_written"));
        }
    }

    private Reason begun(XMLStreamReader xml) {
        text = 0;
        String name = xml.getLocalName();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeValue(i).length() > LONGEST) {
                return refused(
                        Reason.of("tables.long_attribute", String.valueOf(LONGEST)),
                        Reason.of("tables.at_most", String.valueOf(LONGEST)));
            }
        }
        if (name.equals("c")) {
            String at = xml.getAttributeValue(null, "r");
            cell = at == null || at.length() > 12 ? null : at;
        }
        String misplaced =
                xml.getAttributeValue(null, "r") == null ? null : misplaced(name, xml.getAttributeValue(null, "r"));
        if (misplaced != null) {
            return refused(Reason.of("tables.misplaced", misplaced), Reason.of("tables.as_written"));
        }
        rows += name.equals("row") ? 1 : 0;
        sheets += name.equals("sheet") ? 1 : 0;
        if (rows > SheetCheck.MOST_ROWS + SPARE_ROWS) {
            return refused(SheetCheck.MANY_ROWS, SheetCheck.AT_MOST_ROWS);
        }
        if (sheets > MOST_SHEETS) {
            return refused(
                    Reason.of("tables.sheets", MOST_SHEETS), Reason.of("tables.at_most", String.valueOf(MOST_SHEETS)));
        }
        if (++depth > DEEPEST) {
            return refused(Reason.of("tables.deep", DEEPEST), Reason.of("tables.as_written"));
        }
        return ++elements > MOST_ELEMENTS ? refused(Reason.of("tables.much"), Reason.of("tables.much.allowed")) : null;
    }

    /** Of rows or cells of one name programs keep the first or the last: a row or cell that does not follow the one before it. */
    private String misplaced(String name, String at) {
        if (name.equals("row") && at.matches("[0-9]{1,7}")) {
            int before = row;
            row = Integer.parseInt(at);
            column = "";
            return row > before ? null : at;
        }
        if (name.equals("c") && row > 0 && at.matches("[A-Z]{1,3}[0-9]{1,7}")) {
            String before = column;
            column = at.replaceAll("[0-9]", "");
            boolean follows = column.length() > before.length()
                    || column.length() == before.length() && column.compareTo(before) > 0;
            return follows && at.equals(column + row) ? null : at;
        }
        return null;
    }

    private Reason ended() {
        depth--;
        text = 0;
        return null;
    }

    private Reason text(int length) {
        text += length;
        if (text <= LONGEST) {
            return null;
        }
        Reason found = Reason.of("tables.long_text", String.valueOf(LONGEST));
        return refused(
                cell == null ? found : Reason.of("tables.in_cell", found, cell),
                Reason.of("tables.at_most", String.valueOf(CellCheck.LONGEST_TEXT)));
    }

    private Reason refused(Reason found, Reason instead) {
        allowed = instead;
        return found;
    }

    /** What would be allowed instead of what was refused last. */
    Reason allowed() {
        return allowed;
    }

    /** Whether what was refused is no XML at all. */
    boolean malformed() {
        return malformed;
    }

    int elements() {
        return elements;
    }
}
