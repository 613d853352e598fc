package org.prorata.book.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.prorata.book.schema.CanonicalTables;
import org.prorata.book.schema.Tables;

/**
 * All that makes a rule book: the text of its rules by file name, the validated content of its tables and the version
 * of the calculation in Java. Two sources with equal values are the same book, whatever bytes a workbook had.
 */
public record BookSource(SortedMap<String, String> rules, Tables tables, int calculation) {

    /**
     * Raised whenever Java alone changes a golden decision, so that a replay can tell a changed calculation from a
     * changed rule.
     */
    public static final int CALCULATION = 5;

    private static final Pattern RULE = Pattern.compile("(?m)^\\s*rule\\s+\"([^\"\n]+)\"");

    public BookSource(Map<String, String> rules, Tables tables, int calculation) {
        this(new TreeMap<>(rules), tables, calculation);
    }

    /** All that decides: rules as {@code file.drl!name}, rows of policy tables as {@code workbook!sheet!name}. */
    public List<String> deciders() {
        List<String> names = new ArrayList<>();
        rules.forEach(
                (file, text) -> RULE.matcher(text).results().forEach(rule -> names.add(file + "!" + rule.group(1))));
        tables.all().stream()
                .filter(table -> table.sheet().policy())
                .forEach(table ->
                        table.rows().forEach(row -> names.add(table.sheet().id() + "!" + row.text("name"))));
        return List.copyOf(names);
    }

    /** Hash of rules, tables and calculation version: the book's name, 16 hexadecimal digits. */
    public String version() {
        return version(rules, CanonicalTables.write(tables), calculation);
    }

    /** The same of tables that are a text already. */
    public static String version(SortedMap<String, String> rules, String tables, int calculation) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            rules.forEach((file, text) -> {
                digest.update((file + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
            });
            digest.update(tables.getBytes(StandardCharsets.UTF_8));
            digest.update(("calculation " + calculation).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
