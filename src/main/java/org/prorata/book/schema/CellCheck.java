package org.prorata.book.schema;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.prorata.contract.naming.Visible;
import org.prorata.decision.Reason;

/** Turns what a cell holds into the value of its column, or says what is wrong with it. */
public final class CellCheck {

    public static final int LONGEST_TEXT = 2_000;
    private static final BigDecimal NOISE = new BigDecimal("1e-9");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]*");
    private static final Pattern CLAUSE = Pattern.compile("[A-Z]{1,2}(-[A-Z0-9]+)+");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,15}([.,][0-9]{1,15})?");
    private static final Pattern FRACTION_OR_THOUSANDS = Pattern.compile("[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}");
    private static final Pattern FRENCH_DAY = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})");

    /** What people write for yes and no. */
    private static final Map<String, String> MEANT = Map.of(
            "oui", "yes", "vrai", "yes", "true", "yes", "1", "yes", "x", "yes", "non", "no", "faux", "no", "false",
            "no", "0", "no");

    private CellCheck() {}

    /** What is wrong with one cell; the caller knows the place. */
    public static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;
        public final transient Reason found;
        public final transient Reason allowed;

        Wrong(Reason found, Reason allowed) {
            super(found + "; " + allowed, null, false, false);
            this.found = found;
            this.allowed = allowed;
        }
    }

    /** The value, null for an empty cell. */
    public static Object value(Column column, Given given) {
        if (given instanceof Given.Unusable refused) {
            throw new Wrong(refused.found(), refused.allowed());
        }
        if (given == null || given instanceof Given.Text text && text.text().isBlank()) {
            if (column.required()) {
                throw new Wrong(
                        Reason.of("tables.empty", column.name()),
                        Reason.of("tables.required", Wording.allowed(column)));
            }
            return null;
        }
        return switch (column.type()) {
            case NAME -> matching(NAME, text(given), column);
            case CLAUSE -> matching(CLAUSE, text(given), column);
            case LIST -> listed(text(given), column);
            case TEXT -> checked(text(given));
            case YES_NO -> given instanceof Given.Flag flag ? flag.yes() : "yes".equals(listed(text(given), column));
            case INTEGER -> number(given, column).intValueExact();
            case DECIMAL -> CellText.normal(number(given, column));
            case DATE -> day(given, column);
            case CLAUSES -> clauses(text(given), column);
        };
    }

    private static String text(Given given) {
        if (given instanceof Given.Text text) {
            return text.text().strip();
        }
        if (given instanceof Given.Number number && !number.percent()) {
            return CellText.of(number.stored());
        }
        return given instanceof Given.Day day ? day.day().toString() : Wording.plain(given);
    }

    private static String checked(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new Wrong(
                    Reason.of("tables.long", String.valueOf(text.length())),
                    Reason.of("tables.at_most", String.valueOf(LONGEST_TEXT)));
        }
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        if (Visible.unseenInLines(lines).isPresent()) {
            throw new Wrong(Reason.of("tables.control"), Reason.of("tables.control.allowed"));
        }
        return lines;
    }

    private static String matching(Pattern pattern, String text, Column column) {
        if (!pattern.matcher(text).matches()) {
            throw new Wrong(Wording.shown(new Given.Text(text)), Wording.allowed(column));
        }
        return checked(text);
    }

    private static String listed(String text, Column column) {
        List<String> allowed = column.type() == Column.CellType.YES_NO ? List.of("yes", "no") : column.allowed();
        if (!allowed.contains(text)) {
            String nearest = column.type() == Column.CellType.YES_NO && MEANT.containsKey(text.toLowerCase(Locale.ROOT))
                    ? MEANT.get(text.toLowerCase(Locale.ROOT))
                    : Nearest.to(text, allowed);
            throw new Wrong(Wording.shown(new Given.Text(text)), Wording.nearest(Wording.choice(allowed), nearest));
        }
        return text;
    }

    private static BigDecimal number(Given given, Column column) {
        int scale = column.type() == Column.CellType.INTEGER ? 0 : column.scale();
        BigDecimal exact = exact(given, column);
        BigDecimal rounded = exact.setScale(scale, RoundingMode.HALF_UP);
        // a workbook stores binary floats: 0.1 + 0.2 pasted as a value is 0.30000000000000004
        boolean same = given instanceof Given.Number
                ? exact.subtract(rounded).abs().compareTo(NOISE) <= 0
                : exact.compareTo(rounded) == 0;
        BigDecimal bound = column.min() == null
                ? null
                : rounded.compareTo(column.min()) < 0
                        ? column.min()
                        : rounded.compareTo(column.max()) > 0 ? column.max() : null;
        if (!same || bound != null) {
            throw new Wrong(
                    Wording.shown(given),
                    Wording.nearest(
                            Wording.allowed(column),
                            bound == null ? null : bound.toPlainString() + (signed(given) ? " %" : "")));
        }
        return rounded;
    }

    private static boolean signed(Given given) {
        return given instanceof Given.Number number && number.percent()
                || given instanceof Given.Text text && text.text().strip().endsWith("%");
    }

    private static BigDecimal exact(Given given, Column column) {
        if (given instanceof Given.Number number) {
            if (number.percent() && !column.percent()) {
                throw new Wrong(Wording.shown(given), Reason.of("tables.allowed.no_percent", Wording.allowed(column)));
            }
            return number.percent() ? number.stored().movePointRight(2) : number.stored();
        }
        if (given instanceof Given.Text text) {
            String plain = text.text().strip();
            if (plain.endsWith("%") && column.percent()) {
                plain = plain.substring(0, plain.length() - 1).strip();
            }
            if (FRACTION_OR_THOUSANDS.matcher(plain).matches()
                    && (text.typed() || plain.indexOf(',') >= 0 || plain.endsWith("0"))) {
                String whole = plain.replaceAll("[.,+]", "");
                String fraction = CellText.of(new BigDecimal(plain.replace(',', '.')));
                throw new Wrong(
                        Reason.of("tables.either_number", Wording.shown(given), fraction, whole),
                        Wording.allowed(column));
            }
            if (NUMBER.matcher(plain).matches()) {
                return new BigDecimal(plain.replace(',', '.'));
            }
        }
        throw new Wrong(Wording.shown(given), Wording.allowed(column));
    }

    private static LocalDate day(Given given, Column column) {
        try {
            LocalDate day = given instanceof Given.Day date
                    ? date.day()
                    : given instanceof Given.Text text ? written(text.text().strip(), column) : null;
            if (day != null && day.getYear() >= 1900 && day.getYear() < 2200) {
                return day;
            }
        } catch (DateTimeException e) {
            throw new Wrong(Wording.shown(given), Wording.allowed(column));
        }
        throw new Wrong(
                Wording.shown(given),
                given instanceof Given.Number
                        ? Wording.allowed(column)
                        : Reason.of("tables.allowed.years", Wording.allowed(column)));
    }

    /** As 2026-01-31, or as 31/01/2026 where it cannot be another day. */
    private static LocalDate written(String text, Column column) {
        Matcher french = FRENCH_DAY.matcher(text);
        if (!french.matches()) {
            return LocalDate.parse(text);
        }
        int day = Integer.parseInt(french.group(1));
        int month = Integer.parseInt(french.group(2));
        LocalDate read = LocalDate.of(Integer.parseInt(french.group(3)), month, day);
        if (day <= 12 && day != month) {
            throw new Wrong(
                    Reason.of(
                            "tables.either_day",
                            Wording.shown(new Given.Text(text)),
                            read.toString(),
                            LocalDate.of(read.getYear(), day, month).toString()),
                    Wording.allowed(column));
        }
        return read;
    }

    private static List<String> clauses(String text, Column column) {
        List<String> ids = Stream.of(text.split(",", -1)).map(String::strip).toList();
        for (String id : ids) {
            if (!CLAUSE.matcher(id).matches()) {
                throw new Wrong(Wording.shown(new Given.Text(id)), Wording.allowed(column));
            }
        }
        if (ids.stream().distinct().count() < ids.size()) {
            throw new Wrong(Wording.shown(new Given.Text(text)), Reason.of("tables.clause_twice.allowed"));
        }
        return ids;
    }
}
