package org.prorata.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.contract.document.DossierReader;
import org.prorata.run.TestBook;
import org.prorata.store.base.TestDatabase;
import org.prorata.store.facts.Dossiers;

class ImporterTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private Path folder;

    @Test
    @DisplayName("errors of all files are told together, a contract told twice is one of them, and nothing is stored")
    void errors() throws IOException {
        Path good = file("good.yaml", "K-1", "start: 2026-01-01");
        Path bad = file("bad.yaml", "K-2", "start: 2026-13-01");
        Path twin = file("twin.yaml", "K-1", "start: 2026-01-01");
        Importer importer = new Importer(DATABASE.session(), new DossierReader(TestBook.terms()));
        assertThatThrownBy(() -> importer.files(List.of(good, bad, twin), "test"))
                .hasMessageMatching(
                        "(?s).*bad\\.yaml:4 contract\\.start: .*twin\\.yaml contract\\.id: \"K-1\" is also the contract of .*good\\.yaml; "
                                + "an import tells each contract once");
        assertThat(new Dossiers(DATABASE.session()).contracts("", Long.MAX_VALUE, 10))
                .isEmpty();
        assertThat(importer.files(List.of(good), "test").added()).isEqualTo(1);
    }

    private Path file(String name, String contract, String start) throws IOException {
        return Files.writeString(folder.resolve(name), """
                terms: teachup-2022-05
                contract:
                  id: %s
                  %s
                  items: [{id: platform, price: 1.00, per: year, from: 2026-01-01}]
                """.formatted(contract, start));
    }
}
