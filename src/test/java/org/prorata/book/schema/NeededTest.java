package org.prorata.book.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.book.workbook.TextCopy;

@DisplayName("A cell that matters only together with others")
class NeededTest {

    private static final Path TWIN = Path.of("spreadsheets/service-level.yaml");

    private static String without(Map<String, String> cells) throws IOException {
        String text = Files.readString(TWIN);
        for (Map.Entry<String, String> cell : cells.entrySet()) {
            String changed =
                    text.replaceFirst("(?s)(name: " + cell.getKey() + "\\b.*?)(, |\n +)" + cell.getValue(), "$1");
            assertThat(changed).isNotEqualTo(text);
            text = changed;
        }
        return text;
    }

    @Test
    @DisplayName("is required there, and the message says with what")
    void required() throws IOException {
        String text = without(Map.of(
                "teachup",
                "claim_from_sending: yes",
                "teachup-maintenance-monday",
                "to_minute: 0",
                "teachup-b",
                "solve_after_answer: yes",
                "sesame",
                "target_pct: 99"));
        assertThatThrownBy(() -> TextCopy.read("service-level", text, Shipped.sheets()))
                .isInstanceOf(WorkbookErrors.class)
                .satisfies(e -> assertThat(((WorkbookErrors) e).problems())
                        .extracting(one -> one.toString().replaceFirst(":[0-9]+", ""))
                        .containsExactly(
                                "service-level.yaml profile row 6 claim_from_sending: claim_from_sending is empty; required with claim_needed yes: yes or no",
                                "service-level.yaml profile row 8 target_pct: target_pct is empty; required with method shortfall or best_efforts: "
                                        + "a number with at most 4 digits after the point from 0 to 100",
                                "service-level.yaml windows row 5 to_minute: to_minute is empty; required with to_hour: a whole number from 0 to 59",
                                "service-level.yaml response row 6 solve_after_answer: solve_after_answer is empty; "
                                        + "required with answer_hours and solve_hours: yes or no"));
    }

    @Test
    @DisplayName("hours of a weekday end later than they begin, at midnight at the latest")
    void hours() throws IOException {
        String text = Files.readString(TWIN)
                .replaceFirst("(name: teachup-working-monday, .*)to_hour: 18", "$1to_hour: 6")
                .replaceFirst(
                        "(name: teachup-maintenance-monday, .*)to_hour: 4, to_minute: 0", "$1to_hour: 0, to_minute: 0")
                .replaceFirst(
                        "(name: teachup-maintenance-saturday, .*)to_hour: 24, to_minute: 0",
                        "$1to_hour: 24, to_minute: 30");
        assertThatThrownBy(() -> TextCopy.read("service-level", text, Shipped.sheets()))
                .isInstanceOf(WorkbookErrors.class)
                .satisfies(e -> assertThat(((WorkbookErrors) e).problems())
                        .extracting(one -> one.toString().replaceFirst(":[0-9]+", ""))
                        .containsExactly(
                                "service-level.yaml windows row 5 to_hour: the hours from 00:00 to 00:00; an end after the beginning, at most 24:00; "
                                        + "hours over midnight are two rows, of both weekdays",
                                "service-level.yaml windows row 10 to_hour: the hours from 00:00 to 24:30; an end after the beginning, at most 24:00; "
                                        + "hours over midnight are two rows, of both weekdays",
                                "service-level.yaml windows row 12 to_hour: the hours from 08:30 to 06:00; an end after the beginning, at most 24:00; "
                                        + "hours over midnight are two rows, of both weekdays"));
    }

    @Test
    @DisplayName("says so in the comment of its header")
    void comment() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(Path.of("spreadsheets/service-level.xlsx")))) {
            List<String> comments = new ArrayList<>();
            book.getSheet("windows")
                    .getRow(CitedRows.HEADER_ROW - 1)
                    .forEach(cell -> comments.add(cell.getStringCellValue() + ": "
                            + cell.getCellComment().getString()));
            assertThat(comments).contains("""
                    from_hour: Hour of the beginning; all four empty: a working day without hours.
                    Required with purpose maintenance, or with to_hour, else it may be empty: a whole number from 0 to 23.

                    Heure du début ; les quatre vides : jour ouvré sans heures.
                    Obligatoire avec purpose maintenance, ou avec to_hour, sinon peut rester vide : un nombre entier de 0 à 23.""");
        }
    }
}
