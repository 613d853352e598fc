package org.prorata.store.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.prorata.ledger.AuditEntry;
import org.prorata.ledger.AuditHead;
import org.prorata.ledger.AuditKey;
import org.prorata.store.base.Audit;
import org.prorata.store.base.AuditKeys;
import org.prorata.store.base.Session;

/** Whether every entry of the audit log is there and as it was written, nothing that was seen of it is missing, and it tells of all that stands. */
public final class AuditCheck {

    private static final int MOST_NAMED = 20;

    private final AuditKeys keys;
    private final TreeMap<Long, List<Seen>> seen;
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, AuditKey> known = new TreeMap<>();
    private final LoggedSteps steps = new LoggedSteps();
    private @Nullable AuditEntry last;
    private long wrongs;

    /** A head that somebody noted down. */
    private record Seen(AuditHead head, String by) {}

    /**
     * What a check came to.
     *
     * @param head  the end of the log, or null when it has not begun
     * @param wrong what is wrong, the first of it; empty when the log is whole
     * @param heads how many noted heads it was compared with
     */
    public record Outcome(@Nullable AuditHead head, List<String> wrong, int heads) {}

    private AuditCheck(AuditKeys keys, TreeMap<Long, List<Seen>> seen) {
        this.keys = keys;
        this.seen = seen;
    }

    /**
     * Reads the whole log.
     *
     * @param noted a head that somebody kept elsewhere, or null
     */
    public static Outcome over(Session session, AuditKeys keys, @Nullable AuditHead noted) {
        // one moment: else a step that is taken meanwhile would seem to lack its entry
        return session.look().execute(status -> read(session, keys, noted));
    }

    private static Outcome read(Session session, AuditKeys keys, @Nullable AuditHead noted) {
        TreeMap<Long, List<Seen>> seen = new TreeMap<>();
        int heads = noted == null ? 0 : 1;
        for (Seen each : runs(session)) {
            seen.computeIfAbsent(each.head().seq(), seq -> new ArrayList<>()).add(each);
            heads++;
        }
        if (noted != null) {
            seen.computeIfAbsent(noted.seq(), seq -> new ArrayList<>()).add(new Seen(noted, "the head that is given"));
        }
        AuditCheck check = new AuditCheck(keys, seen);
        new Audit(session, keys).read(0, check::take);
        check.steps.untold(session).forEach(check::say);
        check.end();
        return new Outcome(check.last == null ? null : check.last.head(), check.wrong, heads);
    }

    private static List<Seen> runs(Session session) {
        return session.client()
                .sql("select id, audit_seq, audit_hash from run where audit_seq is not null order by id")
                .query((row, number) ->
                        new Seen(new AuditHead(row.getLong(2), row.getString(3)), "run " + row.getLong(1)))
                .list();
    }

    private void take(AuditEntry entry) {
        long expected = last == null ? 1 : last.seq() + 1;
        boolean follows = entry.seq() == expected;
        if (!follows) {
            say((entry.seq() == expected + 1
                            ? "entry " + expected + " is missing"
                            : "entries " + expected + " to " + (entry.seq() - 1) + " are missing")
                    + (last == null
                            ? ": the log begins with " + entry.seq()
                            : ": " + last.seq() + " is followed by " + entry.seq()));
        }
        if (!known.containsKey(entry.keyId())) {
            known.put(entry.keyId(), keys.find(entry.keyId()).orElse(null));
            if (known.get(entry.keyId()) == null) {
                say("from entry " + entry.seq() + " on the log is by the key " + entry.keyId() + ", which is not in "
                        + keys.place() + ": what is by that key cannot be checked");
            }
        }
        AuditKey key = known.get(entry.keyId());
        if (key != null && !java.security.MessageDigest.isEqual(bytes(entry.hash()), bytes(entry.hashBy(key)))) {
            say(named(entry) + " was changed: its hash is not that of what it says");
        } else if (follows && !entry.previous().equals(last == null ? AuditEntry.BEGINNING : last.hash())) {
            say(named(entry) + " does not hang on the entry before it: "
                    + (last == null ? "something stood there" : last.seq() + " is another one now"));
        }
        steps.take(entry);
        seen.headMap(entry.seq(), false).values().forEach(heads -> heads.forEach(this::gone));
        seen.headMap(entry.seq(), false).clear();
        List<Seen> here = seen.remove(entry.seq());
        if (here != null) {
            here.stream()
                    .filter(each -> !each.head().fits(entry.hash()))
                    .forEach(each -> say(named(entry) + " is another one than " + each.by() + " saw: " + each.head()));
        }
        last = entry;
    }

    private void end() {
        if (!seen.isEmpty()) {
            Seen furthest = seen.lastEntry().getValue().get(0);
            say("the log was cut off: " + furthest.by() + " saw entry " + furthest.head() + ", and "
                    + (last == null ? "it has no entry" : "its last one is " + last.head()));
        }
        if (wrongs > MOST_NAMED) {
            wrong.add("… and " + (wrongs - MOST_NAMED) + " more");
        }
    }

    private void gone(Seen one) {
        say(one.by() + " saw entry " + one.head() + ", which is missing");
    }

    private void say(String what) {
        if (++wrongs <= MOST_NAMED) {
            wrong.add(what);
        }
    }

    private static String named(AuditEntry entry) {
        return "entry " + entry.seq() + " (" + entry.action() + " by "
                + entry.actor().replaceAll("[^\\x20-\\x7e]", "?") + ")";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
}
