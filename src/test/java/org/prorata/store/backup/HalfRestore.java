package org.prorata.store.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.prorata.store.base.Database;
import org.prorata.store.base.DatabaseSettings;
import org.prorata.store.base.Migration;
import org.prorata.store.base.TestDatabase;

/** A process that restores some of a database and then waits to be killed. */
final class HalfRestore {

    static final String WRITTEN = "written";

    private HalfRestore() {}

    public static void main(String[] address) throws IOException {
        try (Database database = Database.reach(new DatabaseSettings.External(address[0], address[1], address[2]));
                EmptyPlace place = EmptyPlace.take(TestDatabase.session(database))) {
            List<StoredTable> tables = place.make(List.of(new Migration("001", "V001__facts.sql", 0)));
            StoredTable recording = tables.stream()
                    .filter(table -> table.name().equals("recording"))
                    .findFirst()
                    .orElseThrow();
            place.write(
                    recording,
                    new ByteArrayInputStream("1\t2026-01-01 00:00:00+00\ttold\n".getBytes(StandardCharsets.UTF_8)));
            System.out.println(WRITTEN);
            System.in.readAllBytes();
        }
    }
}
