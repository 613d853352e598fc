package org.prorata.contract.document;

import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.document.Node.Entry;
import org.prorata.contract.document.Node.Mapping;
import org.prorata.contract.document.Node.Scalar;
import org.prorata.contract.document.Node.Sequence;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * One YAML document as nodes, built from the parser's events: no value is resolved or constructed, so that numbers keep
 * their text, {@code on} is a name like any other, and aliases and tags can be refused before they mean anything.
 */
final class YamlTree {

    /** The parser's time grows with the square of a word's length. */
    private static final int LONGEST_LINE = 100_000;

    private final SourceText source;
    private final Parser parser;

    YamlTree(SourceText source) {
        this.source = source;
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(SourceText.MAX_BYTES + 1);
        this.parser = new ParserImpl(new StreamReader(source.text()), options);
    }

    /** The document's root; null for an empty document. */
    Node parse() {
        refuseLongLines();
        try {
            parser.getEvent();
            if (parser.checkEvent(Event.ID.StreamEnd)) {
                return null;
            }
            parser.getEvent();
            Node root = node(parser.getEvent(), 1);
            parser.getEvent();
            Event after = parser.getEvent();
            if (!after.is(Event.ID.StreamEnd)) {
                throw source.fatal(
                        line(after), "several-documents", "a second document begins here; one document per file");
            }
            return root instanceof Scalar scalar && scalar.isNull() ? null : root;
        } catch (MarkedYAMLException e) {
            throw syntax(e);
        } catch (YAMLException e) {
            throw source.fatal(0, "syntax", "is not valid YAML: " + e.getMessage());
        }
    }

    private void refuseLongLines() {
        String text = source.text();
        int line = 1;
        for (int from = 0, end; from < text.length(); from = end + 1, line++) {
            end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            if (end - from > LONGEST_LINE) {
                throw source.fatal(
                        line, "too-long", "the line has more than " + LONGEST_LINE + " characters; break it");
            }
        }
    }

    private Node node(Event event, int depth) {
        if (event instanceof AliasEvent || event instanceof NodeEvent anchored && anchored.getAnchor() != null) {
            throw source.fatal(
                    line(event), "alias", "anchors and aliases (& and *) are not allowed; write the value out");
        }
        if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag(), event);
            return new Scalar(scalar.getValue(), !scalar.isPlain(), line(event));
        }
        CollectionStartEvent start = (CollectionStartEvent) event;
        refuseTag(start.getTag(), event);
        if (depth > SourceText.MAX_DEPTH) {
            throw source.fatal(line(event), "too-deep", "is nested more than " + SourceText.MAX_DEPTH + " levels deep");
        }
        return start.is(Event.ID.SequenceStart) ? sequence(start, depth) : mapping(start, depth);
    }

    private Node sequence(Event start, int depth) {
        List<Node> items = new ArrayList<>();
        for (Event next = parser.getEvent(); !next.is(Event.ID.SequenceEnd); next = parser.getEvent()) {
            items.add(node(next, depth + 1));
        }
        return new Sequence(items, line(start));
    }

    private Node mapping(Event start, int depth) {
        List<Entry> entries = new ArrayList<>();
        for (Event next = parser.getEvent(); !next.is(Event.ID.MappingEnd); next = parser.getEvent()) {
            if (!(node(next, depth + 1) instanceof Scalar key)) {
                throw source.fatal(line(next), "syntax", "the name of a field is a text, not a list or a mapping");
            }
            entries.add(new Entry(key.text(), key.line(), node(parser.getEvent(), depth + 1)));
        }
        return new Mapping(entries, line(start));
    }

    private void refuseTag(String tag, Event event) {
        if (tag != null) {
            throw source.fatal(
                    line(event), "tag", "tags such as " + Types.quote(tag) + " are not allowed; write the plain value");
        }
    }

    private DossierErrors syntax(MarkedYAMLException e) {
        int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
        String problem = e.getProblem() == null ? "" : e.getProblem();
        if (problem.contains("(TAB)")) {
            return source.fatal(
                    line, "tab", "a tab stands where YAML allows spaces only; indent and separate with spaces");
        }
        return source.fatal(line, "syntax", "is not valid YAML: " + problem.replaceFirst("\\. \\(Do not use .*", ""));
    }

    private static int line(Event event) {
        return event.getStartMark().getLine() + 1;
    }
}
