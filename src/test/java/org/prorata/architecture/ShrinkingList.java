package org.prorata.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What does not keep a rule of the house yet, a line each. It only gets shorter: what is not in it breaks the rule, and what keeps the
 * rule meanwhile is taken out, by hand or by {@code -Dprorata.golden=write}.
 */
record ShrinkingList(Path file) {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    static ShrinkingList of(String name) {
        return new ShrinkingList(FOLDER.resolve(name));
    }

    /** Fails with what is new and with what is needed no more. */
    void holds(String rule, Collection<String> found) {
        SortedSet<String> listed = lines();
        SortedSet<String> fresh = new TreeSet<>(found);
        fresh.removeAll(listed);
        assertThat(fresh).as(rule).isEmpty();
        SortedSet<String> done = new TreeSet<>(listed);
        done.removeAll(found);
        if ("write".equals(System.getProperty("prorata.golden"))) {
            listed.removeAll(done);
            write(listed);
        } else {
            assertThat(done)
                    .as("%s: these keep the rule now; take them out (-Dprorata.golden=write)", file)
                    .isEmpty();
        }
    }

    private SortedSet<String> lines() {
        try {
            return new TreeSet<>(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(SortedSet<String> lines) {
        try {
            Files.writeString(file, lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
