package org.prorata.book.workbook;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.prorata.book.schema.CellCheck;
import org.prorata.book.schema.Column;
import org.prorata.book.schema.Sheet;
import org.prorata.book.schema.Wording;

/** What a workbook tells the people who fill it in, in one language or in several one after the other. */
public final class HelpText {

    private final List<Phrases> languages;
    private final Predicate<Sheet> unknown;

    /**
     * @param languages such as {@code en} and {@code fr}, in the order in which they are to stand
     * @param unknown   of which helpers nobody knows any more what they held
     */
    public HelpText(List<String> languages, Predicate<Sheet> unknown) {
        this.languages = languages.stream().map(Phrases::new).toList();
        this.unknown = unknown;
    }

    List<Phrases> languages() {
        return languages;
    }

    String title(Sheet sheet) {
        return each(" · ", language -> title(language, sheet));
    }

    static String title(Phrases language, Sheet sheet) {
        if (Helpers.is(sheet)) {
            return language.text(sheet.name() + ".title");
        }
        String own = language.find("sheet." + key(sheet));
        return own == null ? sheet.title() : own;
    }

    /** What the sheet is for, how its rows are read and in which units its figures count. */
    String purpose(Sheet sheet) {
        return each("\n", language -> {
            if (Helpers.is(sheet)) {
                return language.text(sheet.name() + ".purpose")
                        + (unknown.test(sheet) ? " " + language.text("helpers.unknown") : "");
            }
            String own = language.find("purpose." + key(sheet));
            Set<String> units = new LinkedHashSet<>();
            sheet.columns().forEach(column -> units.add(unit(column)));
            String counted = units.stream()
                    .filter(unit -> unit != null && !unit.equals("date"))
                    .map(unit -> language.text("unit." + unit))
                    .collect(Collectors.joining("; "));
            return Stream.of(
                            own == null ? "" : own,
                            language.text("kind." + sheet.kind()),
                            counted.isEmpty() ? "" : language.text("units", counted))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" "));
        });
    }

    /** What a column means. */
    public String help(Sheet sheet, Column column) {
        return each("\n", language -> help(language, sheet, column));
    }

    /** What a column means, in which unit it counts and what its cells may hold. */
    String comment(Sheet sheet, Column column) {
        return each("\n\n", language -> {
            String unit = unit(column);
            return help(language, sheet, column) + ".\n"
                    + (unit == null ? "" : language.text("unit", language.text("unit." + unit)) + "\n")
                    + presence(language, column);
        });
    }

    /** What the program says when something else is typed. */
    String stop(Column column) {
        return each(" / ", language -> language.text("allowed.stop", allowed(language, column)));
    }

    String unknown(Column column) {
        return each(" / ", language -> language.text("allowed.unknown", column.name()));
    }

    private String each(String between, Function<Phrases, String> text) {
        return languages.stream().map(text).distinct().collect(Collectors.joining(between));
    }

    public static String help(Phrases language, Sheet sheet, Column column) {
        if (Helpers.is(sheet)) {
            String own = language.find(sheet.name() + ".column." + column.name());
            return own == null ? language.text(sheet.name() + ".column.key") : own;
        }
        String own = language.find("column." + key(sheet) + "." + column.name());
        String shared = own == null ? language.find("column." + column.name()) : own;
        return shared == null ? column.help() : shared;
    }

    private static String key(Sheet sheet) {
        return sheet.workbook() + "." + sheet.name();
    }

    private static String presence(Phrases language, Column column) {
        String allowed = allowed(language, column);
        if (column.required()) {
            return language.text("row.required", allowed);
        }
        return column.needed().isEmpty()
                ? language.text("row.optional", allowed)
                : language.text(
                        "row.needed",
                        allowed,
                        column.needed().stream()
                                .map(needed -> language.sentences().of(needed.shown()))
                                .collect(Collectors.joining(language.text("with") + " ")));
    }

    private static String allowed(Phrases language, Column column) {
        List<String> names = column.allowed();
        return switch (column.type()) {
            case LIST ->
                names.size() > Wording.LISTED
                        ? language.text("allowed.many", names.get(0), names.get(names.size() - 1))
                        : language.text(
                                "allowed.LIST",
                                names.size() < 2
                                        ? String.join("", names)
                                        : String.join(", ", names.subList(0, names.size() - 1)) + " "
                                                + language.text("or") + " " + names.get(names.size() - 1));
            case TEXT -> language.text("allowed.TEXT", CellCheck.LONGEST_TEXT);
            case INTEGER, DECIMAL ->
                language.text(
                        "allowed." + column.type(),
                        column.min() == null
                                ? ""
                                : language.text(
                                        "allowed.bounds", bound(column, column.min()), bound(column, column.max())),
                        column.scale());
            default -> language.text("allowed." + column.type());
        };
    }

    private static String bound(Column column, BigDecimal bound) {
        return bound.toPlainString() + (column.percent() ? " %" : "");
    }

    /** What a column counts in, as the names of columns say it; null for a mere number or no number. */
    static String unit(Column column) {
        if (column.type() == Column.CellType.DATE) {
            return "date";
        }
        if (column.type() != Column.CellType.INTEGER && column.type() != Column.CellType.DECIMAL) {
            return null;
        }
        if (column.percent()) {
            return column.name().contains("points") ? "points" : "percent";
        }
        return switch (column.name()) {
            case "amount", "per_amount" -> "euros";
            case "least", "step" -> "hours";
            case "least_age" -> "years";
            default ->
                Stream.of("months", "days", "hours", "minutes")
                        .filter(unit ->
                                column.name().equals(unit) || column.name().endsWith("_" + unit))
                        .findFirst()
                        .orElse(null);
        };
    }
}
