package org.prorata.book.register;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A page in Markdown that grows section by section, with a table of contents after its introduction. */
final class Page {

    /** More items than these are folded. */
    private static final int FOLDED_FROM = 8;

    private final List<String> introduction = new ArrayList<>();
    private final List<String> contents = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final Set<String> anchors = new LinkedHashSet<>();

    Page(List<String> introduction) {
        this.introduction.addAll(introduction);
    }

    /** @throws IllegalStateException when links could not tell the heading from another */
    void section(String title) {
        head("## ", title);
        contents.add("- " + Markdown.toHeading(title, title));
    }

    /** @throws IllegalStateException when links could not tell the heading from another */
    void subsection(String title) {
        head("### ", title);
    }

    private void head(String level, String title) {
        if (!anchors.add(Markdown.anchor(title))) {
            throw new IllegalStateException("two headings of a page are called " + title);
        }
        lines.addAll(List.of("", level + Markdown.text(title)));
    }

    void paragraph(String markdown) {
        lines.addAll(List.of("", markdown));
    }

    void list(String title, List<String> items) {
        if (!items.isEmpty()) {
            paragraph(title);
            items(items);
        }
    }

    void items(List<String> items) {
        lines.add("");
        items.forEach(item -> lines.add("- " + item));
    }

    /** A list that is folded where it is long. */
    void folded(String title, List<String> items) {
        if (items.size() <= FOLDED_FROM) {
            list(title + ":", items);
        } else {
            paragraph("<details><summary>" + title + " (" + items.size() + ")</summary>");
            items(items);
            paragraph("</details>");
        }
    }

    String text() {
        List<String> all = new ArrayList<>(introduction);
        all.add("");
        all.addAll(contents);
        all.addAll(lines);
        return String.join("\n", all) + "\n";
    }
}
