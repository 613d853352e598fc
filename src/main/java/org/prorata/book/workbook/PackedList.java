package org.prorata.book.workbook;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The list at the end of a packed file. Some programs read the parts one after the other and some by this list: where both do
 * not come to the same, one person sees another workbook than is read here.
 */
final class PackedList {

    private static final int PART = 0x04034b50;
    private static final int LISTED = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LISTED_BYTES = 46;
    private static final int PART_BYTES = 30;
    private static final int SIZES_FOLLOW = 8;
    /** What may follow a part that tells its sizes behind it. */
    private static final List<Integer> SIZES_BYTES = List.of(12, 16, 20, 24);

    private final ByteBuffer file;

    private PackedList(byte[] content) {
        file = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A part as the list has it. */
    private record Listed(String name, int flags, int method, long packed, long at) {}

    /** Names of the parts in the order in which they lie, or nothing when list and parts differ, or something lies between them. */
    static Optional<List<String>> names(byte[] content) {
        try {
            return new PackedList(content).names();
        } catch (IndexOutOfBoundsException outside) {
            return Optional.empty();
        }
    }

    private Optional<List<String>> names() {
        int end = file.limit() - END_BYTES;
        // nothing of several disks, no comment behind, in which a second end could lie
        if (file.getInt(end) != END
                || file.getInt(end + 4) != 0
                || file.getShort(end + 20) != 0
                || file.getShort(end + 8) != file.getShort(end + 10)) {
            return Optional.empty();
        }
        long list = number(end + 16);
        if (list + number(end + 12) != end) {
            return Optional.empty();
        }
        List<Listed> parts = new ArrayList<>();
        int at = (int) list;
        for (int i = small(end + 10); i > 0; i--) {
            if (file.getInt(at) != LISTED) {
                return Optional.empty();
            }
            int name = small(at + 28);
            parts.add(new Listed(
                    text(at + LISTED_BYTES, name), small(at + 8), small(at + 10), number(at + 20), number(at + 42)));
            at += LISTED_BYTES + name + small(at + 30) + small(at + 32);
        }
        parts.sort(Comparator.comparingLong(Listed::at));
        return at == end && whole(parts, list)
                ? Optional.of(parts.stream().map(Listed::name).toList())
                : Optional.empty();
    }

    /** Whether each part begins where the one before it ends, and says the same as the list. */
    private boolean whole(List<Listed> parts, long list) {
        long expected = 0;
        for (int i = 0; i < parts.size(); i++) {
            Listed part = parts.get(i);
            int at = Math.toIntExact(part.at());
            int name = small(at + 26);
            if (at != expected
                    || file.getInt(at) != PART
                    || small(at + 6) != part.flags()
                    || small(at + 8) != part.method()
                    || !text(at + PART_BYTES, name).equals(part.name())) {
                return false;
            }
            long behind = at + PART_BYTES + name + small(at + 28) + part.packed();
            expected = i + 1 < parts.size() ? parts.get(i + 1).at() : list;
            long between = expected - behind;
            if ((part.flags() & SIZES_FOLLOW) == 0
                    ? between != 0
                    : SIZES_BYTES.stream().noneMatch(bytes -> bytes == between)) {
                return false;
            }
        }
        return expected == list;
    }

    private String text(int at, int length) {
        byte[] bytes = new byte[length];
        file.get(at, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private int small(int at) {
        return Short.toUnsignedInt(file.getShort(at));
    }

    private long number(int at) {
        return Integer.toUnsignedLong(file.getInt(at));
    }
}
