package org.prorata.book.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.prorata.book.schema.AcceptedSheet;
import org.prorata.book.schema.CitedRows;
import org.prorata.book.schema.Column;
import org.prorata.book.schema.Given;
import org.prorata.book.schema.Nearest;
import org.prorata.book.schema.Places;
import org.prorata.book.schema.Remark;
import org.prorata.book.schema.Sheet;
import org.prorata.book.schema.SheetCheck;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.TableProblem;
import org.prorata.book.schema.Wording;
import org.prorata.decision.Reason;

/** Reads the sheets of one workbook: headers by name in row 4, data from row 5, everything else refused. */
final class WorkbookReader {

    /** Sheets that help people and are no part of the tables. */
    private static final Set<String> HELPERS = Set.of(AboutSheet.NAME, TestSheet.NAME, AcceptedSheet.NAME, Lists.NAME);

    private final String workbook;
    private final List<TableProblem> problems;
    private final Places places;
    private final List<Remark> remarks = new ArrayList<>();

    WorkbookReader(String workbook, List<TableProblem> problems) {
        this(workbook, problems, new Places());
    }

    /** @param places learns where columns stand */
    WorkbookReader(String workbook, List<TableProblem> problems, Places places) {
        this.workbook = workbook;
        this.problems = problems;
        this.places = places;
    }

    List<Table> read(XSSFWorkbook book, List<Sheet> sheets) {
        List<String> names = sheets.stream().map(Sheet::name).toList();
        List<String> missing = new ArrayList<>(names);
        List<String> unknown = new ArrayList<>();
        book.forEach(sheet -> {
            if (!missing.remove(sheet.getSheetName())) {
                if (HELPERS.contains(sheet.getSheetName())) {
                    refuseFormulas((XSSFSheet) sheet);
                } else {
                    unknown.add(sheet.getSheetName());
                }
            }
        });
        for (String name : unknown) {
            String nearest = Nearest.to(name, missing);
            problems.add(new TableProblem(
                    workbook + "!" + name,
                    Reason.of("tables.sheet_unknown"),
                    Wording.nearest(Wording.oneOf(names), nearest)));
        }
        missing.forEach(name -> problems.add(new TableProblem(
                workbook + "!" + name,
                Reason.of("tables.sheet_missing"),
                Reason.of("tables.sheet_missing.allowed", String.join(", ", names)))));
        List<Table> tables = new ArrayList<>();
        for (Sheet sheet : sheets) {
            if (!missing.contains(sheet.name())) {
                tables.add(table(sheet, book.getSheet(sheet.name())));
            }
        }
        return tables;
    }

    /** What the sheets read until now show otherwise than they are read. */
    List<Remark> remarks() {
        return remarks;
    }

    Table table(Sheet sheet, XSSFSheet from) {
        for (CellRangeAddress merged : from.getMergedRegions()) {
            if (merged.getLastRow() >= CitedRows.HEADER_ROW - 1) {
                problems.add(new TableProblem(
                        sheet.id() + "!" + merged.formatAsString(),
                        Reason.of("tables.merged"),
                        Reason.of("tables.merged.allowed")));
            }
        }
        for (int i = 0; i < CitedRows.HEADER_ROW; i++) {
            if (from.getRow(i) != null) {
                from.getRow(i).forEach(cell -> refuseFormula(sheet.id(), cell));
            }
        }
        Map<Integer, Column> headers = headers(sheet, from.getRow(CitedRows.HEADER_ROW - 1));
        places.learn(sheet.id(), headers);
        remarks.addAll(Remarks.of(sheet, from, headers));
        SheetCheck check = new SheetCheck(sheet, List.copyOf(headers.values()), problems);
        int rows = 0;
        for (Row row : from) {
            if (row.getRowNum() >= CitedRows.HEADER_ROW && !blank(row)) {
                if (++rows > SheetCheck.MOST_ROWS) {
                    problems.add(new TableProblem(
                            place(sheet, row.getRowNum(), 0), SheetCheck.MANY_ROWS, SheetCheck.AT_MOST_ROWS));
                    break;
                }
                row(sheet, row, headers, check);
            }
        }
        return check.table();
    }

    private void row(Sheet sheet, Row row, Map<Integer, Column> headers, SheetCheck check) {
        Map<String, Given> cells = new LinkedHashMap<>();
        for (Cell cell : row) {
            Column column = headers.get(cell.getColumnIndex());
            Given given = CellReader.read((XSSFCell) cell);
            if (column != null && given != null) {
                cells.put(column.name(), given);
            } else if (given != null && !headed(sheet, cell)) {
                problems.add(new TableProblem(
                        place(sheet, row.getRowNum(), cell.getColumnIndex()),
                        Wording.shown(given),
                        Reason.of("tables.no_header", String.valueOf(CitedRows.HEADER_ROW))));
            }
        }
        Map<String, Integer> at = new LinkedHashMap<>();
        headers.forEach((index, column) -> at.put(column.name(), index));
        check.add(row.getRowNum() + 1, cells, name -> place(sheet, row.getRowNum(), at.get(name)));
    }

    /** Whether some header stands above the cell, if only one that was refused already. */
    private static boolean headed(Sheet sheet, Cell cell) {
        Row header = cell.getSheet().getRow(CitedRows.HEADER_ROW - 1);
        return header != null
                && header.getCell(cell.getColumnIndex()) != null
                && CellReader.read((XSSFCell) header.getCell(cell.getColumnIndex())) != null;
    }

    private static boolean blank(Row row) {
        for (Cell cell : row) {
            if (CellReader.read((XSSFCell) cell) != null) {
                return false;
            }
        }
        return true;
    }

    private Map<Integer, Column> headers(Sheet sheet, Row row) {
        Map<String, Column> missing = new LinkedHashMap<>();
        sheet.columns().forEach(column -> missing.put(column.name(), column));
        Map<Integer, Column> headers = new LinkedHashMap<>();
        List<Cell> unknown = new ArrayList<>();
        if (row != null) {
            for (Cell cell : row) {
                Given given = CellReader.read((XSSFCell) cell);
                Column column = given instanceof Given.Text text
                        ? missing.remove(text.text().strip())
                        : null;
                if (column != null) {
                    headers.put(cell.getColumnIndex(), column);
                } else if (given != null && cell.getCellType() != CellType.FORMULA) {
                    unknown.add(cell);
                }
            }
        }
        for (Cell cell : unknown) {
            Given given = CellReader.read((XSSFCell) cell);
            String text = given instanceof Given.Text plain ? plain.text().strip() : "";
            String nearest = Nearest.to(text, missing.keySet());
            boolean twice =
                    headers.values().stream().anyMatch(column -> column.name().equals(text));
            problems.add(new TableProblem(
                    place(sheet, row.getRowNum(), cell.getColumnIndex()),
                    Reason.of(twice ? "tables.header_twice" : "tables.header_unknown", Wording.shown(given)),
                    twice
                            ? Reason.of("tables.header_twice.allowed")
                            : nearest != null
                                    ? Reason.of("tables.header_nearest", nearest)
                                    : Reason.of("tables.header_none")));
            if (nearest != null) {
                headers.put(cell.getColumnIndex(), missing.remove(nearest));
            }
        }
        missing.keySet()
                .forEach(name -> problems.add(new TableProblem(
                        sheet.id() + "!row " + CitedRows.HEADER_ROW,
                        Reason.of("tables.header_missing", Wording.typed(name)),
                        Reason.of(
                                "tables.header_missing.allowed",
                                String.join(
                                        ", ",
                                        sheet.columns().stream()
                                                .map(Column::name)
                                                .toList())))));
        return headers;
    }

    /** A formula has no place on any sheet: nothing computes it, and programs would run it. */
    private void refuseFormulas(XSSFSheet sheet) {
        sheet.forEach(row -> row.forEach(cell -> refuseFormula(workbook + "!" + sheet.getSheetName(), cell)));
    }

    private void refuseFormula(String sheet, Cell cell) {
        if (cell.getCellType() == CellType.FORMULA
                && CellReader.read((XSSFCell) cell) instanceof Given.Unusable refused) {
            problems.add(new TableProblem(
                    sheet + "!" + new CellReference(cell).formatAsString(false), refused.found(), refused.allowed()));
        }
    }

    private static String place(Sheet sheet, int row, int column) {
        return sheet.id() + "!" + new CellReference(row, column).formatAsString(false);
    }
}
