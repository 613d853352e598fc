package org.prorata.store.base;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Something that listens where a PostgreSQL of our time was expected. */
final class ListeningServer implements AutoCloseable {

    private interface Talk {
        void with(Socket caller) throws IOException;
    }

    private static final int ENCRYPTION_REQUEST = 80877103;

    private final ServerSocket socket;

    private ListeningServer(Talk talk) throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> listen(talk));
        thread.setDaemon(true);
        thread.start();
    }

    private void listen(Talk talk) {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept()) {
                talk.with(caller);
            } catch (IOException callerLeft) {
                continue;
            }
        }
    }

    static ListeningServer hangingUp() throws IOException {
        return new ListeningServer(caller -> caller.getInputStream().read());
    }

    static ListeningServer silent() throws IOException {
        return new ListeningServer(caller -> caller.getInputStream().readAllBytes());
    }

    static ListeningServer web() throws IOException {
        return new ListeningServer(caller -> {
            caller.getInputStream().read();
            caller.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        });
    }

    /** Says yes to everything and that it is a PostgreSQL of that version. */
    static ListeningServer postgres(String version) throws IOException {
        return new ListeningServer(caller -> {
            DataInputStream in = new DataInputStream(caller.getInputStream());
            DataOutputStream out = new DataOutputStream(caller.getOutputStream());
            for (int kind = startup(in); kind == ENCRYPTION_REQUEST; kind = startup(in)) {
                out.writeByte('N');
            }
            send(out, 'R', new byte[4]);
            setting(out, "server_version", version);
            setting(out, "client_encoding", "UTF8");
            setting(out, "standard_conforming_strings", "on");
            setting(out, "DateStyle", "ISO, MDY");
            setting(out, "TimeZone", "UTC");
            setting(out, "integer_datetimes", "on");
            send(out, 'K', new byte[8]);
            send(out, 'Z', new byte[] {'I'});
            for (char message = (char) in.readByte(); message != 'X'; message = (char) in.readByte()) {
                in.readNBytes(in.readInt() - 4);
                switch (message) {
                    case 'P' -> send(out, '1', new byte[0]);
                    case 'B' -> send(out, '2', new byte[0]);
                    case 'D' -> send(out, 'n', new byte[0]);
                    case 'E' -> send(out, 'C', "SET\0".getBytes(StandardCharsets.US_ASCII));
                    case 'Q' -> {
                        send(out, 'C', "SET\0".getBytes(StandardCharsets.US_ASCII));
                        send(out, 'Z', new byte[] {'I'});
                    }
                    case 'S' -> send(out, 'Z', new byte[] {'I'});
                    default -> throw new IllegalStateException("unexpected message " + message);
                }
            }
        });
    }

    private static int startup(DataInputStream in) throws IOException {
        int length = in.readInt();
        int kind = in.readInt();
        in.readNBytes(length - 8);
        return kind;
    }

    private static void setting(DataOutputStream out, String name, String value) throws IOException {
        send(out, 'S', (name + "\0" + value + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    private static void send(DataOutputStream out, char kind, byte[] content) throws IOException {
        out.writeByte(kind);
        out.writeInt(content.length + 4);
        out.write(content);
        out.flush();
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
