package org.prorata.book.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prorata.contract.Cause;
import org.prorata.contract.Party;

/** Tables may not know the contract, so that what their cells list is held against it here. */
@DisplayName("The columns that choose an end list")
class CauseColumnsTest {

    @ParameterizedTest
    @ValueSource(strings = {"termination!end", "reversibility!cost"})
    @DisplayName("every cause that a dossier may name")
    void causes(String sheet) {
        assertThat(column(sheet, "cause").allowed()).containsExactlyElementsOf(written(Cause.values()));
    }

    @Test
    @DisplayName("the parties that may give notice")
    void parties() {
        assertThat(column("termination!end", "by").allowed())
                .containsExactlyElementsOf(written(Party.CLIENT, Party.PROVIDER));
    }

    private static Column column(String sheet, String name) {
        return Shipped.sheets().stream()
                .filter(one -> one.id().equals(sheet))
                .flatMap(one -> one.columns().stream())
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> written(Enum<?>... constants) {
        return Stream.of(constants)
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
