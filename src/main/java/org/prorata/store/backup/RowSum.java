package org.prorata.store.backup;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;

/** What rows amount to in whatever order they come: their number, their bytes and the sum of their hashes. */
final class RowSum implements TableRows {

    private final MessageDigest digest = Sha256.start();
    private final long[] sum = new long[4];
    private long rows;
    private long bytes;

    @Override
    public void row(byte[] line) {
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(line));
        for (int i = 0; i < sum.length; i++) {
            sum[i] += hash.getLong();
        }
        rows++;
        bytes += line.length;
    }

    long rows() {
        return rows;
    }

    long bytes() {
        return bytes;
    }

    String hex() {
        ByteBuffer all = ByteBuffer.allocate(sum.length * Long.BYTES);
        for (long part : sum) {
            all.putLong(part);
        }
        return HexFormat.of().formatHex(all.array());
    }
}
