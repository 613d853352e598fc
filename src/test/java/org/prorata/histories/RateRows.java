package org.prorata.histories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The published rates, read as text from the copy of the workbook. */
final class RateRows {

    private static final Pattern HALF = Pattern.compile("year: (\\d{4}), half: ([12]), rate_pct: ([0-9.]+)");
    private static final Pattern SPAN =
            Pattern.compile("from: (\\d{4}-\\d\\d-\\d\\d), to: (\\d{4}-\\d\\d-\\d\\d), rate_pct: ([0-9.]+)");

    private final Map<String, TreeMap<LocalDate, BigDecimal>> series = new HashMap<>();

    RateRows() {
        TreeMap<LocalDate, BigDecimal> rows = null;
        try {
            for (String line : Files.readAllLines(Path.of("spreadsheets", "interest-rates.yaml"))) {
                if (line.matches("  [a-z-]+:")) {
                    rows = series.computeIfAbsent(line.strip().replace(":", ""), key -> new TreeMap<>());
                }
                Matcher half = HALF.matcher(line);
                Matcher span = SPAN.matcher(line);
                if (half.find()) {
                    rows.put(
                            LocalDate.of(
                                    Integer.parseInt(half.group(1)),
                                    half.group(2).equals("1") ? 1 : 7,
                                    1),
                            new BigDecimal(half.group(3)));
                } else if (span.find()) {
                    rows.put(LocalDate.parse(span.group(1)), new BigDecimal(span.group(3)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rate of late interest on a day, in percent a year, as the contracts and the law have it. */
    BigDecimal on(String terms, LocalDate day) {
        return switch (terms) {
            case "teachup-2022-05", "connelink-2022-01" ->
                published("legal-fr", day).multiply(BigDecimal.valueOf(3));
            case "sesame" -> published("es-late", day);
            default -> published("ecb", day).add(BigDecimal.TEN);
        };
    }

    private BigDecimal published(String name, LocalDate day) {
        return series.get(name).floorEntry(day).getValue();
    }
}
