package org.prorata.book.schema;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The canonical text of a cell's value: equal values have equal texts, however the cell was formatted. */
public final class CellText {

    private CellText() {}

    /** The text of a value of a {@link org.prorata.decision.policy.Row}; decimals plain, without trailing zeros. */
    public static String of(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        if (value instanceof BigDecimal number) {
            return normal(number).toPlainString();
        }
        if (value instanceof List<?> list) {
            return String.join(",", list.stream().map(Object::toString).toList());
        }
        return value.toString();
    }

    /** A canonical text as the value that it was made from. */
    public static Object parse(Column column, String text) {
        return switch (column.type()) {
            case NAME, LIST, TEXT, CLAUSE -> text;
            case YES_NO ->
                switch (text) {
                    case "yes" -> true;
                    case "no" -> false;
                    default ->
                        throw new IllegalArgumentException(column.name() + " is \"" + text + "\", not yes or no");
                };
            case INTEGER -> Integer.valueOf(text);
            case DECIMAL -> normal(new BigDecimal(text));
            case DATE -> LocalDate.parse(text);
            case CLAUSES -> List.of(text.split(","));
        };
    }

    /** One representation for each number, so that 8, 8.0 and 8.00 are equal. */
    public static BigDecimal normal(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
