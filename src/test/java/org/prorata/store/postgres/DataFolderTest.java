package org.prorata.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path temporary;

    @Test
    void commandsStartedAtOnceMakeTheirFolderTogether() throws Exception {
        ExecutorService commands = Executors.newFixedThreadPool(2);
        try {
            for (int folder = 0; folder < 300; folder++) {
                Path fresh = temporary.resolve("data " + folder);
                AtomicInteger ready = new AtomicInteger();
                Callable<DataFolder> command = () -> {
                    ready.incrementAndGet();
                    while (ready.get() < 2) {
                        Thread.onSpinWait();
                    }
                    return DataFolder.at(fresh);
                };
                for (Future<DataFolder> made : commands.invokeAll(List.of(command, command))) {
                    assertThat(made.get().root()).isEqualTo(fresh.toRealPath());
                }
            }
        } finally {
            commands.shutdown();
        }
    }
}
