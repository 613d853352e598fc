package org.prorata.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret with which entries of the audit log are chained, and its name, which tells nothing of it. */
public final class AuditKey {

    private static final int NAME = 16;

    private final SecretKeySpec secret;
    private final String id;

    public AuditKey(byte[] secret) {
        this.secret = new SecretKeySpec(secret, "HmacSHA256");
        this.id = mac("the name of a key of the audit log").substring(0, NAME);
    }

    public String id() {
        return id;
    }

    String mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
