package org.prorata.ledger;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prorata.access.IdentityRefused;

/** The end of the audit log at some moment: who notes it down can tell later that nothing before is missing. */
public record AuditHead(long seq, String hash) {

    private static final int SHORT = 16;
    private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,17}):([0-9a-f]{" + SHORT + "}|[0-9a-f]{64})");

    /** As it is printed: {@code 12:3f9a…}, the first sixteen digits. */
    @Override
    public String toString() {
        return seq + ":" + hash.substring(0, Math.min(hash.length(), SHORT));
    }

    /** @throws IdentityRefused when it is written otherwise */
    public static AuditHead parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new IdentityRefused("audit.head_malformed", text.replaceAll("[^\\x20-\\x7e]", "?"), SHORT);
        }
        return new AuditHead(Long.parseLong(written.group(1)), written.group(2));
    }

    public boolean fits(String whole) {
        return whole.startsWith(hash);
    }
}
