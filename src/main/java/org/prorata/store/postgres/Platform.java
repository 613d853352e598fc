package org.prorata.store.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The operating system and processor we run on, and the name that an archive of programs for it has. */
record Platform(String system, String processor, boolean alpine) {

    static Platform here() {
        return of(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Files.exists(Path.of("/etc/alpine-release")));
    }

    static Platform of(String osName, String osArch, boolean alpine) {
        String os = osName.toLowerCase(Locale.ROOT);
        String system = os.startsWith("mac") ? "darwin" : os.startsWith("windows") ? "windows" : os.replace(" ", "");
        String processor = switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64", "x86-64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case "ppc64le" -> "ppcle_64";
            default -> osArch.toLowerCase(Locale.ROOT);
        };
        return new Platform(system, processor, alpine);
    }

    String name() {
        return system + " on " + processor + (alpine ? " (Alpine)" : "");
    }

    String archive() {
        return "/postgres-" + system + "-" + processor + (alpine ? "-alpine_linux" : "") + ".txz";
    }
}
