package org.prorata.book.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CaseTitlesTest {

    private static final Pattern TITLE = Pattern.compile("(?m)^case: \"?(.*?)\"?\\s*$");

    @Test
    @DisplayName("no two cases of ours have one title")
    void unique() throws IOException {
        Map<String, Path> titles = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of("src/test/resources/cases"))) {
            files = all.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            Matcher title = TITLE.matcher(Files.readString(file));
            assertThat(title.find()).as("%s has a title", file).isTrue();
            Path other = titles.put(title.group(1).toLowerCase(Locale.ROOT), file);
            assertThat(other).as("the title of %s: %s", file, title.group(1)).isNull();
        }
    }
}
