package org.prorata.book.workbook;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.prorata.book.schema.AcceptedSheet;
import org.prorata.book.schema.CitedRows;
import org.prorata.book.schema.Column;
import org.prorata.book.schema.Given;
import org.prorata.book.schema.Nearest;
import org.prorata.book.schema.Sheet;
import org.prorata.book.schema.SheetCheck;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.TableProblem;
import org.prorata.book.schema.Tables;
import org.prorata.book.schema.Wording;
import org.prorata.book.schema.WorkbookErrors;
import org.prorata.decision.Reason;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the text copy of a workbook: the same content in YAML, one line a row, so that a difference can be read. */
public final class TextCopy {

    private final String workbook;
    private final List<TableProblem> problems = new ArrayList<>();
    private boolean unreadable;

    private TextCopy(String workbook) {
        this.workbook = workbook;
    }

    /** The text copy of one workbook of the tables, without tests. */
    public static String write(Tables tables, String workbook) {
        return TextCopyWriter.write(tables, List.of(), workbook);
    }

    /** @param helpers sheets beside the tables, by workbook; one without rows leaves no trace */
    public static String write(Tables tables, List<Table> helpers, String workbook) {
        return TextCopyWriter.write(tables, helpers, workbook);
    }

    /** The findings that one workbook accepts, none where the text copy has none. */
    public static Table accepted(String workbook, String yaml, List<Sheet> sheets) {
        return helpers(workbook, yaml, sheets).stream()
                .filter(table -> table.sheet().name().equals(AcceptedSheet.NAME))
                .findFirst()
                .orElseThrow();
    }

    /**
     * The sheets beside the tables of one workbook, empty where the text copy has none.
     *
     * @throws WorkbookErrors with everything that is wrong
     */
    public static List<Table> helpers(String workbook, String yaml, List<Sheet> sheets) {
        TextCopy twin = new TextCopy(workbook);
        Map<String, Node> top = twin.top(yaml);
        List<Table> tables = Helpers.sheets(workbook, sheets).stream()
                .map(sheet -> top.get(sheet.name()) == null
                        ? new Table(sheet, List.of())
                        : twin.table(sheet, top.get(sheet.name())))
                .toList();
        WorkbookErrors.throwIfAny(twin.problems);
        return tables;
    }

    /**
     * The tables of one workbook, with the same checks as the workbook itself.
     *
     * @throws WorkbookErrors with everything that is wrong
     */
    public static Tables read(String workbook, String yaml, List<Sheet> sheets) {
        List<Sheet> own = sheets.stream()
                .filter(sheet -> sheet.workbook().equals(workbook))
                .toList();
        if (own.isEmpty()) {
            List<String> known = sheets.stream().map(Sheet::workbook).distinct().toList();
            throw new WorkbookErrors(List.of(
                    new TableProblem(workbook + ".yaml", Reason.of("tables.workbook_unknown"), Wording.oneOf(known))));
        }
        TextCopy twin = new TextCopy(workbook);
        List<Table> tables = twin.tables(yaml, own);
        WorkbookErrors.throwIfAny(twin.problems);
        return new Tables(tables);
    }

    private List<Table> tables(String yaml, List<Sheet> sheets) {
        Map<String, Node> byName = new HashMap<>();
        Map<String, Node> top = top(yaml);
        if (unreadable) {
            return List.of();
        }
        if (top.containsKey("sheets")) {
            List<String> names = sheets.stream().map(Sheet::name).toList();
            byName = fields(top.get("sheets"), new HashSet<>(names), Wording.oneOf(names));
        }
        List<Table> tables = new ArrayList<>();
        for (Sheet sheet : sheets) {
            Node rows = byName.get(sheet.name());
            if (rows == null) {
                problems.add(new TableProblem(
                        workbook + ".yaml",
                        Reason.of("tables.twin.sheet", sheet.name()),
                        Reason.of("tables.twin.sheet.allowed")));
            } else {
                tables.add(table(sheet, rows));
            }
        }
        return tables;
    }

    private Map<String, Node> top(String yaml) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(30_000_000);
            Node root = new Yaml(options).compose(new StringReader(yaml));
            return root == null
                    ? Map.of()
                    : fields(
                            root,
                            Set.of("sheets", TestSheet.NAME, AcceptedSheet.NAME),
                            Wording.word("sheets, " + TestSheet.NAME + ", " + AcceptedSheet.NAME));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            problems.add(new TableProblem(
                    workbook + ".yaml:" + line,
                    Wording.word(String.valueOf(e.getProblem())),
                    Reason.of("tables.twin.yaml")));
            unreadable = true;
            return Map.of();
        }
    }

    private Table table(Sheet sheet, Node node) {
        SheetCheck check = new SheetCheck(sheet, sheet.columns(), problems);
        if (!(node instanceof SequenceNode rows)) {
            problems.add(new TableProblem(
                    place(node, sheet.name()),
                    Reason.of("tables.twin.list"),
                    Reason.of("tables.twin.list.allowed", "{row: 5, …}")));
            return check.table();
        }
        if (rows.getValue().size() > SheetCheck.MOST_ROWS) {
            problems.add(new TableProblem(
                    place(node, sheet.name()),
                    Reason.of("tables.twin.rows", String.valueOf(rows.getValue().size())),
                    SheetCheck.AT_MOST_ROWS));
            return check.table();
        }
        Set<String> names =
                new HashSet<>(sheet.columns().stream().map(Column::name).toList());
        names.add("row");
        Reason columns = Wording.oneOf(
                Stream.concat(Stream.of("row"), sheet.columns().stream().map(Column::name))
                        .toList());
        int before = CitedRows.HEADER_ROW;
        for (Node row : rows.getValue()) {
            Map<String, Node> fields = fields(row, names, columns);
            String number = fields.containsKey("row") ? text(fields.get("row")) : "";
            if (!number.matches("[0-9]{1,7}") || Integer.parseInt(number) <= before) {
                problems.add(new TableProblem(
                        place(row, sheet.name()),
                        number.isEmpty() ? Reason.of("tables.twin.no_row") : Wording.word("row " + number),
                        Reason.of("tables.twin.row.allowed", String.valueOf(before + 1))));
                continue;
            }
            before = Integer.parseInt(number);
            Map<String, Given> cells = new LinkedHashMap<>();
            fields.forEach((name, value) -> cells.put(name, new Given.Text(text(value))));
            check.add(
                    before,
                    cells,
                    name -> place(fields.getOrDefault(name, row), sheet.name() + " row " + number + " " + name));
        }
        return check.table();
    }

    private Map<String, Node> fields(Node node, Set<String> names, Reason allowed) {
        Map<String, Node> fields = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            problems.add(new TableProblem(
                    place(node, "").strip(),
                    Reason.of("tables.twin.mapping"),
                    Reason.of("tables.twin.mapping.allowed", allowed)));
            return fields;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String name = text(tuple.getKeyNode());
            if (!names.contains(name)) {
                String nearest = Nearest.to(name, names);
                problems.add(new TableProblem(
                        place(tuple.getKeyNode(), "").strip(),
                        Reason.of("tables.twin.unknown", name),
                        Wording.nearest(allowed, nearest)));
            } else if (fields.put(name, tuple.getValueNode()) != null) {
                problems.add(new TableProblem(
                        place(tuple.getKeyNode(), "").strip(),
                        Reason.of("tables.twin.twice", name),
                        Reason.of("tables.twin.twice.allowed")));
            }
        }
        return fields;
    }

    private String place(Node node, String path) {
        return workbook + ".yaml:" + (node.getStartMark().getLine() + 1) + " " + path;
    }

    private static String text(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        return node instanceof SequenceNode list
                ? String.join(",", list.getValue().stream().map(TextCopy::text).toList())
                : "{…}";
    }
}
