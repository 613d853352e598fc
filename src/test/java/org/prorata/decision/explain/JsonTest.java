package org.prorata.decision.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonTest {

    @Test
    @DisplayName("texts of every letter are written as a writer of good name does")
    void letters() {
        JsonMapper mapper = new JsonMapper();
        StringBuilder all = new StringBuilder();
        for (char c = 0; c < 0x3000; c++) {
            String one = String.valueOf(c);
            assertThat(Json.text(one)).as("U+%04X", (int) c).isEqualTo(mapper.writeValueAsString(one));
            all.append(c);
        }
        all.appendCodePoint(0x1F600);
        assertThat(Json.text(all.toString())).isEqualTo(mapper.writeValueAsString(all.toString()));
    }

    @Test
    @DisplayName("what is written is read back the same, however long and nested")
    void roundTrip() {
        Random random = new Random(3);
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < 500; i++) {
            String text = random.ints(random.nextInt(40), 0, 300)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            fields.put(
                    "field \"" + i + "\"\\",
                    Arrays.asList(
                            text,
                            new BigDecimal(random.nextInt()).movePointLeft(random.nextInt(12)),
                            true,
                            null,
                            Map.of("n", BigDecimal.valueOf(random.nextLong())),
                            List.of()));
        }
        assertThat(Json.read(Json.text(fields))).isEqualTo(fields);
    }

    @Test
    @DisplayName("a value that has no form is refused")
    void unknown() {
        assertThatThrownBy(() -> Json.text(new Object())).hasMessage("no JSON form for java.lang.Object");
    }
}
