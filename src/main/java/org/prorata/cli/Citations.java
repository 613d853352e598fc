package org.prorata.cli;

import java.util.function.UnaryOperator;
import org.prorata.register.Register;

/** Clause ids with the place where the clause stands, from the shipped register, read when the first one is cited. */
final class Citations implements UnaryOperator<String> {

    /** Our own conventions stand in no document that a reader could look up. */
    private static final String CONVENTIONS = "Conventions";

    static final Citations SHIPPED = new Citations();

    private Register register;

    private Citations() {
    }

    @Override
    public String apply(String clause) {
        if (register == null) {
            register = Register.shipped();
        }
        // a row of an edited table may cite a clause of its own
        return register.find(clause).filter(entry -> !entry.place().contract().equals(CONVENTIONS))
                .map(entry -> clause + " (" + entry.place().citation() + ")").orElse(clause);
    }
}
