package org.prorata.store.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** PostgreSQL's programs, unpacked once per version from the archive on the classpath. */
record Binaries(Path home, String version) {

    private static final String VERSION_FILE = "version";

    static Binaries unpackedUnder(Path folder) {
        return unpackedUnder(folder, Platform.here());
    }

    static Binaries unpackedUnder(Path folder, Platform platform) {
        URL archive = Binaries.class.getResource(platform.archive());
        if (archive == null) {
            throw new DatabaseUnavailable("no PostgreSQL comes with this program for " + platform.name()
                    + " (no " + platform.archive().substring(1) + " on the classpath);"
                    + " name a database with --database-url");
        }
        try {
            Path home = folder.resolve(fingerprint(archive));
            if (!Files.exists(home.resolve(VERSION_FILE))) {
                unpack(archive, folder, home);
            }
            return new Binaries(
                    home, Files.readString(home.resolve(VERSION_FILE)).strip());
        } catch (IOException e) {
            throw new DatabaseUnavailable("PostgreSQL could not be unpacked to " + folder + ": " + e.getMessage(), e);
        }
    }

    int major() {
        return Integer.parseInt(version.split("\\.")[0]);
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    /** Whole or not at all; the start lock keeps other commands of the same data folder out meanwhile. */
    private static void unpack(URL archive, Path folder, Path home) throws IOException {
        Path unfinished = folder.resolve("unfinished");
        Folders.delete(unfinished);
        Files.createDirectories(unfinished);
        try (InputStream in = archive.openStream()) {
            Archive.unpack(in, unfinished);
        }
        Files.writeString(unfinished.resolve(VERSION_FILE), versionOf(unfinished) + "\n");
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String versionOf(Path home) throws IOException {
        String postgres = home.resolve("bin").resolve("postgres").toString();
        Program asked = Program.run(List.of(postgres, "--version"), home);
        if (!asked.succeeded()) {
            throw new IOException("its programs do not run on this system (" + asked.reason() + ")");
        }
        return asked.said().replaceFirst(".*\\) ([0-9.]+).*", "$1");
    }

    /** The archive's checksum; a jar keeps it in its directory, so nothing is read. */
    private static String fingerprint(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return Long.toHexString(jar.getJarEntry().getCrc());
        }
        try (CheckedInputStream in =
                new CheckedInputStream(new BufferedInputStream(connection.getInputStream()), new CRC32())) {
            in.skip(Long.MAX_VALUE);
            return Long.toHexString(in.getChecksum().getValue());
        }
    }
}
