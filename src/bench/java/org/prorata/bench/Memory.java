package org.prorata.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What processes take, as Linux counts it: of this one its peak; of a PostgreSQL server the highest sum seen of the memory
 * that each of its processes has for itself, plus the shared memory that the one has touched that touched most.
 */
final class Memory implements AutoCloseable {

    private static final long EVERY_MILLIS = 200;

    private final ProcessHandle server;
    private final Thread sampler = new Thread(this::sample, "memory of the server");
    private volatile long serverPeak;
    private volatile boolean closed;

    /** @param backend the number of any process that serves a connection */
    Memory(long backend) {
        this.server = ProcessHandle.of(backend)
                .flatMap(ProcessHandle::parent)
                .orElseThrow(() -> new IllegalStateException(
                        "the process " + backend + " of the database is not on this machine"));
        sampler.setDaemon(true);
        sampler.start();
    }

    private void sample() {
        while (!closed) {
            look();
            try {
                Thread.sleep(EVERY_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void look() {
        long own = 0;
        long shared = 0;
        for (ProcessHandle process : processes()) {
            own += kilobytes(process.pid(), "RssAnon:");
            shared = Math.max(shared, kilobytes(process.pid(), "RssShmem:"));
        }
        serverPeak = Math.max(serverPeak, own + shared);
    }

    private List<ProcessHandle> processes() {
        List<ProcessHandle> all = new ArrayList<>(List.of(server));
        try (Stream<ProcessHandle> children = server.children()) {
            children.forEach(all::add);
        }
        return all;
    }

    /** Kilobytes that the server took at most since this was made. */
    long server() {
        return serverPeak;
    }

    /** Kilobytes that this process took at most. */
    static long own() {
        return kilobytes(ProcessHandle.current().pid(), "VmHWM:");
    }

    /** Nothing for a process that has ended meanwhile. */
    private static long kilobytes(long process, String field) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(process), "status"))) {
            return lines.filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0;
        }
    }

    /** Seconds of processor time that the server's processes have used so far, ended ones included. */
    double serverSeconds() {
        long ticks = processes().stream()
                .mapToLong(process -> ticks(process.pid(), process.pid() == server.pid()))
                .sum();
        return ticks / 100.0;
    }

    private static long ticks(long process, boolean withChildren) {
        try {
            return ticks(Files.readString(Path.of("/proc", String.valueOf(process), "stat")), withChildren);
        } catch (IOException e) {
            return 0;
        }
    }

    private static long ticks(String stat, boolean withChildren) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        return withChildren ? own + Long.parseLong(fields[13]) + Long.parseLong(fields[14]) : own;
    }

    /** Seconds of processor time that this process has spent in threads of some names so far. */
    static double ownSeconds(String... names) {
        long ticks = 0;
        try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
            for (Path thread : threads.toList()) {
                String stat = Files.readString(thread.resolve("stat"));
                String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
                if (Stream.of(names).anyMatch(name::startsWith)) {
                    ticks += ticks(stat, false);
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return ticks / 100.0;
    }

    @Override
    public void close() {
        closed = true;
        sampler.interrupt();
    }
}
