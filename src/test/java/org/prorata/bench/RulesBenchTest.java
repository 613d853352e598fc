package org.prorata.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.book.engine.RuleBook;

@DisplayName("The benchmark of the rules")
class RulesBenchTest {

    @Test
    @DisplayName("comes to the same decisions by rules and by plain Java, for the same reasons with the same figures")
    void same() {
        assertThat(new RulesBench(RuleBook.shipped(), new PrintWriter(new StringWriter())).compare())
                .isPositive();
    }
}
