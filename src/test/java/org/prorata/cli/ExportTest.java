package org.prorata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExportTest {

    @Test
    @DisplayName("an ordinary id is the name of its file")
    void ordinary() {
        assertThat(Export.fileName("TU-2025-0011")).isEqualTo("TU-2025-0011.yaml");
    }

    @Test
    @DisplayName("whatever an id holds, its file lies in the folder, has a name that fits and is its own")
    void hostile() {
        List<String> ids = List.of(
                "../../x",
                "_____x",
                "/etc/passwd",
                "..",
                ".",
                "a/b",
                "a_b",
                "a.b",
                "a\\b",
                "it's",
                "é".repeat(200),
                "è".repeat(200),
                "x".repeat(200),
                "x".repeat(100));
        List<String> names = ids.stream().map(Export::fileName).toList();
        assertThat(names).doesNotHaveDuplicates().allSatisfy(name -> {
            assertThat(Path.of("out").resolve(name).normalize().getParent()).isEqualTo(Path.of("out"));
            assertThat(name).matches("[A-Za-z0-9_-]+(\\.[0-9a-f-]+)?\\.yaml").hasSizeLessThan(200);
        });
    }
}
