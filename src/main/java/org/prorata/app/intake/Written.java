package org.prorata.app.intake;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prorata.contract.document.EventColumns.Kind;

/**
 * Days, numbers and yes or no as spreadsheets write them, in the one form that documents have. Where columns are separated
 * by semicolons, as spreadsheets do where decimals have a comma, days stand before months. What could be read in two ways
 * is refused, and what is neither is left to the reader.
 */
record Written(boolean semicolons) {

    private static final Pattern SLASHES = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(.*)");
    private static final Pattern BLANK_BEFORE_TIME =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]([0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)");
    private static final Pattern COMMA = Pattern.compile("-?[0-9]+,[0-9]+");
    private static final Pattern THOUSANDS =
            Pattern.compile("-?[1-9][0-9]{0,2}(?:[ \u00A0\u202F][0-9]{3})+(?:[.,][0-9]+)?");
    private static final Pattern POINT_OR_THOUSAND = Pattern.compile("-?[1-9][0-9]{0,2}\\.[0-9]{3}");
    private static final Map<String, String> FLAGS = Map.of(
            "TRUE", "true", "True", "true", "VRAI", "true", "Vrai", "true", "FALSE", "false", "False", "false", "FAUX",
            "false", "Faux", "false");
    private static final int MONTHS = 12;

    /** A cell that can be read in two ways; the message says how to write it. */
    static final class TwoReadings extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TwoReadings(String message) {
            super(message, null, false, false);
        }
    }

    String read(Kind kind, String cell) {
        return switch (kind) {
            case DAY -> day(cell);
            case NUMBER -> number(cell);
            case FLAG -> FLAGS.getOrDefault(cell, cell);
            case TEXT, LIST -> cell;
        };
    }

    private String day(String cell) {
        if (cell.indexOf('/') < 0) {
            return cell.indexOf(':') < 0 ? cell : time(cell);
        }
        Matcher slashes = SLASHES.matcher(cell);
        if (!slashes.matches()) {
            return cell;
        }
        String first = two(slashes.group(1));
        String second = two(slashes.group(2));
        String dayFirst = slashes.group(3) + "-" + second + "-" + first;
        String monthFirst = slashes.group(3) + "-" + first + "-" + second;
        if (Integer.parseInt(second) > MONTHS) {
            throw new TwoReadings(FileHeader.quote(cell) + " has the month first; " + monthFirst + " or " + second + "/"
                    + first + "/" + slashes.group(3) + " is allowed");
        }
        if (!semicolons && Integer.parseInt(first) <= MONTHS && !first.equals(second)) {
            throw new TwoReadings(
                    FileHeader.quote(cell) + " may be " + dayFirst + " or " + monthFirst + "; write it like that");
        }
        return time(dayFirst + slashes.group(4));
    }

    private static String time(String cell) {
        Matcher time = BLANK_BEFORE_TIME.matcher(cell);
        return time.matches()
                ? time.group(1) + "T" + (time.group(2).indexOf(':') == 1 ? "0" : "") + time.group(2)
                : cell;
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }

    private String number(String cell) {
        String number = cell;
        if (THOUSANDS.matcher(number).matches()) {
            number = number.replaceAll("[ \u00A0\u202F]", "");
        }
        if (number.indexOf(',') >= 0 && COMMA.matcher(number).matches()) {
            if (!semicolons) {
                throw new TwoReadings(FileHeader.quote(cell)
                        + " has a comma, which separates columns here; write decimals with a point and"
                        + " thousands with nothing");
            }
            return number.replace(',', '.');
        }
        if (semicolons && POINT_OR_THOUSAND.matcher(number).matches()) {
            throw new TwoReadings(FileHeader.quote(cell) + " may be a fraction or thousands; write "
                    + number.replace('.', ',') + " or " + number.replace(".", ""));
        }
        return number;
    }
}
