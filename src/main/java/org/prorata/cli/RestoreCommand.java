package org.prorata.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.app.Application;
import org.prorata.app.Restoring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prorata restore}: a backup into an empty database, all of it or nothing. */
@Command(
        name = "restore",
        description = {
            "Brings a backup into an empty database: the one of --data," + " or of --database-url.",
            "The file audit.key, by which the audit log is kept, is not in a backup: bring it along from where it was kept."
        },
        mixinStandardHelpOptions = true)
final class RestoreCommand extends UseCaseCommand {

    @Option(names = "--no-verify", negatable = true, description = "Don't read back and compare what was stored.")
    private boolean verify = true;

    @Parameters(arity = "1", paramLabel = "FILE", description = "A backup that prorata backup wrote.")
    private Path file;

    private Restoring restoring;

    /** The whole file is read before a database is touched. */
    @Override
    void look() throws IOException {
        restoring = Restoring.of(file);
    }

    @Override
    boolean asItIs() {
        return true;
    }

    @Override
    AccessRight right() {
        return AccessRight.BACK_UP;
    }

    /** An empty place knows nobody yet. */
    @Override
    Caller identify(Acting acting) {
        return acting.local();
    }

    @Override
    int run(Application application, Caller caller) throws IOException {
        try (Restoring whole = restoring) {
            Restoring.Restored restored = whole.into(caller, application, verify);
            out().println(file + ": " + ManifestText.sum(restored.content())
                    + (restored.schema().equals(restored.content().schema())
                            ? ""
                            : ", brought to schema " + restored.schema())
                    + (verify ? "; read back and the same" : "; stored, not read back"));
            if (restored.missingKey().isPresent()) {
                err().println(Remedies.told(restored.missingKey().get(), sentences()));
            } else if (restored.logged()) {
                err().println("the audit log goes on by the key audit.key, which is here; no backup holds it");
            }
        }
        return Status.DONE;
    }
}
