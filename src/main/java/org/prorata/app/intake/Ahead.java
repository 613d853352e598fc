package org.prorata.app.intake;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/** Makes things one ahead of whoever takes them, on a thread of its own that ends with it. */
final class Ahead<T> implements AutoCloseable {

    /** What was made; nothing at the end, and the failure when there was one. */
    private record Made<T>(Optional<T> thing, RuntimeException failure) {}

    private final BlockingQueue<Made<T>> made = new ArrayBlockingQueue<>(1);
    private final Thread thread;

    /** @param work makes all things and hands each over */
    Ahead(String name, Consumer<Consumer<T>> work) {
        thread = new Thread(() -> make(work), name);
        thread.setDaemon(true);
        thread.start();
    }

    /** The next thing, empty after the last one. */
    Optional<T> next() {
        try {
            Made<T> next = made.take();
            if (next.failure != null) {
                throw next.failure;
            }
            return next.thing;
        } catch (InterruptedException e) {
            throw stopped(e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw stopped(e);
        }
    }

    private void make(Consumer<Consumer<T>> work) {
        try {
            try {
                work.accept(thing -> put(new Made<>(Optional.of(thing), null)));
                made.put(new Made<>(Optional.empty(), null));
            } catch (Stopped e) {
                throw e;
            } catch (RuntimeException e) {
                made.put(new Made<>(Optional.empty(), e));
            }
        } catch (InterruptedException | Stopped e) {
            // nobody takes anything any more
            Thread.currentThread().interrupt();
        }
    }

    private void put(Made<T> thing) {
        try {
            made.put(thing);
        } catch (InterruptedException e) {
            throw stopped(e);
        }
    }

    private static Stopped stopped(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Stopped(e);
    }

    private static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Stopped(InterruptedException cause) {
            super("stopped", cause);
        }
    }
}
