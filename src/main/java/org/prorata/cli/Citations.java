package org.prorata.cli;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.prorata.book.register.Register;
import org.prorata.book.schema.Tables;

/** Clause ids with the place where the clause stands, from the rule book that decided, read when the first one is cited. */
final class Citations implements UnaryOperator<String> {

    /** Our own conventions stand in no document that a reader could look up. */
    private static final String CONVENTIONS = "Conventions";

    /** Where the book that decided is the program's own. */
    static final Citations SHIPPED = new Citations(Register::shipped);

    private final Supplier<Register> source;
    private Register register;

    private Citations(Supplier<Register> source) {
        this.source = source;
    }

    /** @param tables those of the rule book that decided */
    static Citations of(Tables tables) {
        return new Citations(() -> Register.of(tables));
    }

    @Override
    public String apply(String clause) {
        if (register == null) {
            register = source.get();
        }
        // a row of an edited table may cite a clause of its own
        return register.find(clause)
                .filter(entry -> !entry.place().contract().equals(CONVENTIONS))
                .map(entry -> clause + " (" + entry.place().citation() + ")")
                .orElse(clause);
    }
}
