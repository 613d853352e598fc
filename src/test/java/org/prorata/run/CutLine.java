package org.prorata.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A line to a server that can be cut, so that nobody reaches the server by it, and mended. */
final class CutLine implements AutoCloseable {

    private final int server;
    private final List<Socket> ends = new CopyOnWriteArrayList<>();
    private final int port;
    private volatile ServerSocket door;

    /** @param server port of the server on this machine */
    CutLine(int server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.port = door.getLocalPort();
        listen(door);
    }

    int port() {
        return port;
    }

    /** Ends all connections; new ones are refused. */
    void cut() throws IOException {
        door.close();
        for (Socket end : ends) {
            end.close();
        }
        ends.clear();
    }

    void mend() throws IOException {
        door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        listen(door);
    }

    @Override
    public void close() throws IOException {
        cut();
    }

    private void listen(ServerSocket open) {
        started(() -> {
            while (!open.isClosed()) {
                Socket caller = open.accept();
                Socket called = new Socket(InetAddress.getLoopbackAddress(), server);
                ends.add(caller);
                ends.add(called);
                started(() -> pass(caller, called));
                started(() -> pass(called, caller));
            }
        });
    }

    private static void pass(Socket from, Socket to) throws IOException {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        }
    }

    private interface Passing {
        void run() throws IOException;
    }

    private static void started(Passing passing) {
        Thread thread = new Thread(() -> {
            try {
                passing.run();
            } catch (IOException cut) {
                // an end was closed, as it is meant to be
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
