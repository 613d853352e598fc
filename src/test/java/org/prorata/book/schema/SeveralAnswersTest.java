package org.prorata.book.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SeveralAnswersTest {

    @Test
    @DisplayName("sheets of which several rows answer are there, with the columns that tell rows apart")
    void known() {
        assertThat(SeveralAnswers.KNOWN)
                .allSatisfy((id, together) -> assertThat(Shipped.sheets())
                        .filteredOn(sheet -> sheet.id().equals(id))
                        .singleElement()
                        .satisfies(sheet -> assertThat(sheet.columns())
                                .extracting(Column::name)
                                .containsAll(together.apart())));
    }
}
