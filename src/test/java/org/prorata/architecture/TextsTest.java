package org.prorata.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.prorata.architecture.JavaCode.Kind;
import org.prorata.architecture.JavaCode.Token;

/** What texts in the code say only in the rooms whose business it is. */
class TextsTest {

    private static final Path MAIN = Path.of("src/main/java/org/prorata");

    private static final Pattern SQL = Pattern.compile(
            "(?is)^\\s*(?:select\\s.*\\sfrom\\s|insert\\s+into\\s|delete\\s+from\\s"
                    + "|update\\s+\\w+\\s+set\\s|with\\s+\\w+\\s+as\\s|copy\\s+\\w+\\s*[( ]|truncate\\s|(?:create|alter|drop)\\s+table\\s).*");

    private static final Pattern COMMAND =
            Pattern.compile("(?s).*(?:\\bprorata [a-z]{2}|(?<![\\w-])--[a-z][a-z-]+\\b(?!=)).*");

    /** Rooms that name programs of the machine, with their options: {@code initdb --wait}. */
    private static final Pattern OPTION_ALONE = Pattern.compile("--[a-z-]+=?");

    @Test
    void no_SQL_outside_storage() throws IOException {
        assertThat(sql(MAIN)).isEmpty();
    }

    /** A refusal is a code and figures: the door says what to do about it. */
    @Test
    void no_command_and_no_option_is_named_outside_the_doors() throws IOException {
        ShrinkingList.of("commands-named.txt").holds("files that name a command or an option", commands(MAIN));
    }

    static SortedSet<String> sql(Path root) throws IOException {
        return found(root, Set.of("store", "bench"), text -> SQL.matcher(text).matches());
    }

    static SortedSet<String> commands(Path root) throws IOException {
        return found(
                root,
                Set.of("cli", "bench"),
                text -> COMMAND.matcher(text).matches()
                        && !OPTION_ALONE.matcher(text).matches());
    }

    private static SortedSet<String> found(Path root, Set<String> but, Predicate<String> wrong) throws IOException {
        SortedSet<String> found = new TreeSet<>();
        JavaCode.below(root).forEach((file, code) -> {
            List<String> texts = code.of(Kind.TEXT).stream().map(Token::text).toList();
            if (!House.within(JavaCode.room(file), but) && texts.stream().anyMatch(wrong)) {
                found.add(file);
            }
        });
        return found;
    }
}
