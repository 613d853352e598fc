package org.prorata.contract.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.prorata.contract.document.Node.Entry;
import org.prorata.contract.document.Node.Mapping;
import org.prorata.contract.document.Node.Scalar;
import org.prorata.contract.document.Node.Sequence;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** One JSON document as nodes; a parser of its own, as JSON allows tabs and escapes that YAML refuses. */
final class JsonTree {

    /** What the parser adds for programmers: its settings and its name for the source. */
    private static final Pattern PARSER_HINTS =
            Pattern.compile("(: maybe a \\(non-standard| \\(start marker|: enable `|; enable `| \\([0-9]+, from `).*");

    private static final JsonFactory JSON = JsonFactory.builder().build();

    private final SourceText source;

    JsonTree(SourceText source) {
        this.source = source;
    }

    /** The document's root; null for an empty document. */
    Node parse() {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), source.text())) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return null;
            }
            Node root = node(parser, first, 1);
            if (parser.nextToken() != null) {
                throw source.fatal(
                        line(parser), "several-documents", "a second document begins here; one document per file");
            }
            return first == JsonToken.VALUE_NULL ? null : root;
        } catch (JacksonException e) {
            String message = PARSER_HINTS
                    .matcher(e.getOriginalMessage().lines().findFirst().orElse(""))
                    .replaceFirst("");
            throw source.fatal(
                    e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                    "syntax",
                    "is not valid JSON: " + message);
        }
    }

    private Node node(JsonParser parser, JsonToken token, int depth) {
        int line = line(parser);
        if (token.isScalarValue()) {
            return new Scalar(
                    token == JsonToken.VALUE_NULL ? "null" : parser.getString(), token == JsonToken.VALUE_STRING, line);
        }
        if (depth > SourceText.MAX_DEPTH) {
            throw source.fatal(line, "too-deep", "is nested more than " + SourceText.MAX_DEPTH + " levels deep");
        }
        if (token == JsonToken.START_ARRAY) {
            List<Node> items = new ArrayList<>();
            for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                items.add(node(parser, next, depth + 1));
            }
            return new Sequence(items, line);
        }
        List<Entry> entries = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int keyLine = line(parser);
            entries.add(new Entry(key, keyLine, node(parser, parser.nextToken(), depth + 1)));
        }
        return new Mapping(entries, line);
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
