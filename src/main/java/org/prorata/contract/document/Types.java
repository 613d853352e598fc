package org.prorata.contract.document;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.prorata.contract.PublicBuyer;
import org.prorata.contract.naming.RecordFields;
import org.prorata.contract.naming.Visible;

/** The types of scalar fields. Numbers are read from their text, never through a binary float. */
final class Types {

    private static final Pattern NUMBER = Pattern.compile("(-?)(0|[1-9][0-9]*)(?:\\.([0-9]+))?");
    private static final Pattern EXPONENT = Pattern.compile("[-+]?[0-9.]+[eE][-+]?[0-9]+");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(c -> c.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());
    private static final int MOST_DIGITS = 15;
    private static final int MOST_LETTERS = 200;
    private static final int SHOWN = 60;

    static final FieldType<String> TEXT = new FieldType<>("a text", Types::text);
    static final FieldType<String> SENTENCE = new FieldType<>("a sentence", Types::sentence);
    static final FieldType<Boolean> FLAG = new FieldType<>("true or false", Types::flag);
    static final FieldType<PublicBuyer> PUBLIC_BUYER =
            new FieldType<>("true, false, hospital or undertaking", Types::publicBuyer);
    static final FieldType<String> COUNTRY = new FieldType<>("a country code such as FR", Types::country);
    static final FieldType<Currency> CURRENCY = new FieldType<>("a currency code such as EUR", Types::currency);

    private Types() {}

    /** A number that is not negative, with at most so many decimals. */
    static FieldType<BigDecimal> decimal(int decimals, String reason) {
        return new FieldType<>("a number such as 1234.56", s -> decimal(s, decimals, reason));
    }

    /** A number between two bounds, both included. */
    static FieldType<BigDecimal> between(String least, String most, int decimals) {
        return new FieldType<>("a number from " + least + " to " + most, s -> {
            BigDecimal value = number(s.text());
            if (value.compareTo(new BigDecimal(least)) < 0 || value.compareTo(new BigDecimal(most)) > 0) {
                throw new ValueRefused(
                        "out-of-range", s.text() + " is out of range; " + least + " to " + most + " is allowed");
            }
            return decimals(value, decimals, "at most " + decimals + " are allowed");
        });
    }

    static FieldType<Integer> integer(int least, int most) {
        return new FieldType<>("a whole number from " + least + " to " + most, s -> {
            BigDecimal value = number(s.text());
            if (value.scale() > 0) {
                throw new ValueRefused(
                        "bad-number",
                        quote(s.text()) + " is not a whole number; " + least + " to " + most + " is allowed");
            }
            if (value.compareTo(BigDecimal.valueOf(least)) < 0 || value.compareTo(BigDecimal.valueOf(most)) > 0) {
                throw new ValueRefused(
                        "out-of-range", s.text() + " is out of range; " + least + " to " + most + " is allowed");
            }
            return value.intValueExact();
        });
    }

    /** One of the constants of an enum; all of them when none is named. */
    @SafeVarargs
    static <E extends Enum<E>> FieldType<E> choice(Class<E> kind, E... allowed) {
        List<E> constants = allowed.length == 0 ? Arrays.asList(kind.getEnumConstants()) : Arrays.asList(allowed);
        List<String> names = constants.stream().map(RecordFields::constant).toList();
        return new FieldType<>(
                "one of " + String.join(", ", names),
                s -> constants.get(names.indexOf(oneOf(s, names, "not-allowed"))));
    }

    /** One of some names. */
    static FieldType<String> oneOf(Collection<String> names, String code) {
        return new FieldType<>("one of " + String.join(", ", names), s -> oneOf(s, names, code));
    }

    /** The text between quotes, shortened, on one line. */
    static String quote(String text) {
        boolean whole = text.codePointCount(0, Math.min(text.length(), 2 * SHOWN + 2)) <= SHOWN;
        String shown = whole ? text : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
        return '"' + Visible.shown(shown) + '"';
    }

    private static String oneOf(Node.Scalar scalar, Collection<String> names, String code) {
        if (!names.contains(scalar.text())) {
            throw new ValueRefused(
                    code,
                    quote(scalar.text()) + " is not one of " + String.join(", ", names)
                            + Names.suggestion(scalar.text(), names));
        }
        return scalar.text();
    }

    private static Node.Scalar stated(Node.Scalar scalar) {
        if (scalar.text().isBlank()) {
            throw new ValueRefused("wrong-type", "is empty; a text is wanted");
        }
        if (scalar.isFlag()) {
            throw new ValueRefused(
                    "wrong-type", scalar.text() + " is not a text; put it in quotes if it is meant as one");
        }
        return scalar;
    }

    private static String text(Node.Scalar scalar) {
        String text = stated(scalar).text();
        if (text.length() > MOST_LETTERS) {
            throw new ValueRefused(
                    "out-of-range",
                    quote(text) + " has " + text.length() + " characters; at most " + MOST_LETTERS + " are allowed");
        }
        Visible.unseenInId(text).ifPresent(sign -> {
            throw new ValueRefused(
                    "control-character",
                    quote(text) + " holds the sign " + Visible.code(sign)
                            + ", which nobody sees; one line of visible text is wanted");
        });
        if (!text.equals(text.strip())) {
            throw new ValueRefused("blank-around", quote(text) + " begins or ends with a space; it is wanted without");
        }
        return text;
    }

    private static String sentence(Node.Scalar scalar) {
        String text = stated(scalar).text().strip();
        Visible.unseenInLines(text).ifPresent(sign -> {
            throw new ValueRefused(
                    "control-character",
                    quote(text) + " holds the sign " + Visible.code(sign)
                            + ", which nobody sees; visible text is wanted");
        });
        return text;
    }

    private static Boolean flag(Node.Scalar scalar) {
        if (!scalar.isFlag()) {
            throw new ValueRefused(
                    "wrong-type",
                    quote(scalar.text()) + " is not one of true, false" + (scalar.quoted() ? " (without quotes)" : ""));
        }
        return scalar.text().equals("true");
    }

    private static PublicBuyer publicBuyer(Node.Scalar scalar) {
        if (scalar.isFlag()) {
            return scalar.text().equals("true") ? PublicBuyer.AUTHORITY : PublicBuyer.NONE;
        }
        return switch (scalar.text()) {
            case "hospital" -> PublicBuyer.HOSPITAL;
            case "undertaking" -> PublicBuyer.UNDERTAKING;
            default ->
                throw new ValueRefused(
                        "wrong-type",
                        quote(scalar.text()) + " is not one of true, false, hospital, undertaking"
                                + Names.suggestion(scalar.text(), List.of("true", "false", "hospital", "undertaking")));
        };
    }

    private static BigDecimal decimal(Node.Scalar scalar, int decimals, String reason) {
        BigDecimal value = number(scalar.text());
        if (value.signum() < 0) {
            throw new ValueRefused("negative", scalar.text() + " is negative; zero or more is allowed");
        }
        return decimals(value, decimals, reason);
    }

    private static BigDecimal decimals(BigDecimal value, int decimals, String reason) {
        if (value.scale() > decimals) {
            throw new ValueRefused(
                    "too-many-decimals", value.toPlainString() + " has " + value.scale() + " decimals; " + reason);
        }
        return value;
    }

    /** A number exactly as written. */
    static BigDecimal number(String text) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            throw new ValueRefused(
                    "bad-number",
                    quote(text) + " is not a decimal number such as 1234.56"
                            + (EXPONENT.matcher(text).matches() ? "; write it without exponent" : ""));
        }
        if (matcher.group(2).length() > MOST_DIGITS) {
            throw new ValueRefused(
                    "out-of-range", quote(text) + " has more than " + MOST_DIGITS + " digits before the point");
        }
        return new BigDecimal(text);
    }

    private static String country(Node.Scalar scalar) {
        if (!COUNTRIES.contains(scalar.text())) {
            throw new ValueRefused(
                    "unknown-country",
                    quote(scalar.text()) + " is not an ISO 3166 country code of two capitals such as FR");
        }
        return scalar.text();
    }

    private static Currency currency(Node.Scalar scalar) {
        String code = scalar.text();
        if (CURRENCIES.contains(code)) {
            return Currency.getInstance(code);
        }
        throw new ValueRefused(
                "unknown-currency", quote(code) + " is not an ISO 4217 currency code of three capitals such as EUR");
    }
}
