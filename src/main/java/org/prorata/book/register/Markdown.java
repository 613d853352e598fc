package org.prorata.book.register;

import java.util.Locale;

/** How texts stand in a page, so that none of them becomes markup. */
final class Markdown {

    private Markdown() {}

    /** A text as it reads, on one line. */
    static String text(String text) {
        return text.replaceAll("\\s+", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("[\\\\`*_\\[\\]]", "\\\\$0");
    }

    /** A text as code, in a fence that it does not close. */
    static String code(String text) {
        String line = text.replaceAll("\\s+", " ");
        String fence = "`";
        while (line.contains(fence)) {
            fence += "`";
        }
        return fence.length() == 1 ? fence + line + fence : fence + " " + line + " " + fence;
    }

    /** A link to a heading of the same page. */
    static String toHeading(String text, String heading) {
        return "[" + text(text) + "](#" + anchor(heading) + ")";
    }

    /** The name under which GitHub finds a heading; headings of one page must differ in it. */
    static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{Pc} -]", "")
                .replace(' ', '-');
    }
}
