package org.prorata.book.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;
import org.prorata.book.schema.Given;
import org.prorata.book.schema.Wording;
import org.prorata.decision.Reason;

/** Reads what a cell holds; numbers from the text that the file stores, never through a binary float. */
final class CellReader {

    // a per cent sign in quotes or after a backslash is only drawn, the number is not multiplied
    private static final Pattern DRAWN = Pattern.compile("\"[^\"]*\"|\\\\.|_.");
    // a comma after the last digit shows thousands as units
    private static final Pattern SHORTENED = Pattern.compile("[0#?.],+(?![0#?,])");

    private static final int LAST_YEAR = 9_999;

    private CellReader() {}

    /** Null for an empty cell. */
    static Given read(XSSFCell cell) {
        return switch (cell.getCellType()) {
            case FORMULA -> new Given.Unusable(Reason.of("tables.formula"), Reason.of("tables.formula.allowed"));
            case ERROR ->
                new Given.Unusable(
                        Reason.of("tables.error_value", cell.getErrorCellString()),
                        Reason.of("tables.error_value.allowed"));
            case BOOLEAN -> new Given.Flag(cell.getBooleanCellValue());
            case STRING ->
                lost(cell)
                        ? new Given.Unusable(Reason.of("tables.lost_text"), Reason.of("tables.as_written"))
                        : text(cell.getStringCellValue());
            case NUMERIC -> number(cell);
            case BLANK, _NONE -> null;
        };
    }

    /** The library reads a text that the file does not hold as an empty one, and an empty key answers anything. */
    private static boolean lost(XSSFCell cell) {
        String at = cell.getRawValue();
        if (cell.getCTCell().getT() != STCellType.S || at == null) {
            return false;
        }
        return !at.matches("[0-9]{1,9}")
                || Integer.parseInt(at)
                        >= cell.getSheet()
                                .getWorkbook()
                                .getSharedStringSource()
                                .getSharedStringItems()
                                .size();
    }

    private static Given text(String text) {
        // no-break spaces come in with text pasted from web pages
        String plain = text.replace('\u00a0', ' ').replace('\u202f', ' ');
        return plain.isBlank() ? null : new Given.Text(plain, true);
    }

    private static Given number(XSSFCell cell) {
        BigDecimal stored = stored(cell.getRawValue());
        if (stored == null) {
            return new Given.Unusable(
                    Reason.of("tables.huge", Wording.shortened(cell.getRawValue())), Reason.of("tables.huge.allowed"));
        }
        if (DateUtil.isCellDateFormatted(cell)) {
            return day(cell);
        }
        String format = cell.getCellStyle().getDataFormatString();
        String working = format == null ? "" : DRAWN.matcher(format).replaceAll("");
        if (SHORTENED.matcher(working).find()) {
            return new Given.Unusable(
                    Reason.of("tables.thousands", Wording.shortened(format)), Reason.of("tables.thousands.allowed"));
        }
        return new Given.Number(stored, working.contains("%"));
    }

    private static BigDecimal stored(String raw) {
        BigDecimal number;
        try {
            number = new BigDecimal(raw);
        } catch (NumberFormatException e) {
            return null;
        }
        int magnitude = number.precision() - number.scale();
        // a stored 1e-999999999 must neither be expanded nor count
        return magnitude > 15 ? null : magnitude < -30 ? BigDecimal.ZERO : number;
    }

    private static Given day(XSSFCell cell) {
        LocalDateTime time = cell.getLocalDateTimeCellValue();
        if (time != null && time.getYear() > LAST_YEAR) {
            return new Given.Unusable(
                    Wording.word(Wording.shortened(cell.getRawValue())), Reason.of("tables.time.allowed"));
        }
        if (time == null || !time.equals(time.toLocalDate().atStartOfDay())) {
            return new Given.Unusable(
                    time == null ? Reason.of("tables.date_before") : Reason.of("tables.time", time.toString()),
                    Reason.of("tables.time.allowed"));
        }
        LocalDate day = time.toLocalDate();
        return new Given.Day(day);
    }
}
