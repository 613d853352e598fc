package org.prorata.contract.document;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.prorata.contract.Ask;
import org.prorata.contract.Cause;

/** Reads the question. */
final class AskReader {

    private static final List<String> QUESTIONS =
            List.of("bill", "late", "revise", "terminate", "service_level", "terms", "rights", "dates");

    private AskReader() {}

    static Ask read(Fields f) {
        int before = f.errors();
        String question = f.need("question", Types.oneOf(QUESTIONS, "unknown-question"));
        if (question == null) {
            return null;
        }
        Ask ask = switch (question) {
            case "bill" -> bill(f);
            case "late" -> new Ask.Late(f.need("on", DayTypes.DATE));
            case "revise" -> new Ask.Revise(f.need("on", DayTypes.DATE));
            case "terminate" ->
                new Ask.Terminate(
                        f.need("on", DayTypes.DATE),
                        f.need("cause", Types.choice(Cause.class)),
                        f.maybe("notice", DayTypes.DATE));
            case "service_level" -> serviceLevel(f);
            case "terms" -> new Ask.TermsInForce(f.need("on", DayTypes.DATE));
            case "rights" -> new Ask.Rights(f.need("on", DayTypes.DATE));
            default -> new Ask.Dates();
        };
        f.done();
        return f.errors() > before ? null : ask;
    }

    private static Ask bill(Fields f) {
        int before = f.errors();
        LocalDate from = f.need("from", DayTypes.DATE);
        LocalDate to = f.need("to", DayTypes.DATE);
        DayOrder.notBefore(f, "to", to, from, "the window ends on " + to + ", before it starts on " + from);
        boolean credits = f.or("service_credits", Types.FLAG, false);
        return f.errors() > before ? null : new Ask.Bill(from, to, credits);
    }

    private static Ask serviceLevel(Fields f) {
        YearMonth month = f.maybe("month", DayTypes.MONTH);
        LocalDate yearFrom = f.maybe("year_from", DayTypes.DATE);
        if (f.take("month") == null && f.take("year_from") == null) {
            f.missing("month", "a month such as 2025-04, or year_from with a date,");
        } else if (f.take("month") != null && f.take("year_from") != null) {
            f.refuse("year_from", "not-allowed", "stands beside month; one of the two is allowed");
        }
        return new Ask.ServiceLevel(month, yearFrom);
    }
}
