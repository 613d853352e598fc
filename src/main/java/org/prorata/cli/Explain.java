package org.prorata.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.prorata.access.AccessRight;
import org.prorata.decision.Decision;
import org.prorata.decision.explain.CanonicalJson;
import org.prorata.decision.explain.DecisionText;
import org.prorata.decision.explain.Json;
import org.prorata.decision.explain.Sentences;
import org.prorata.ledger.Document;
import org.prorata.store.base.Session;
import org.prorata.store.books.BookStore;
import org.prorata.store.invoices.Documents;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prorata explain}: why each line of an invoice or debit note is there. */
@Command(
        name = "explain",
        description = "Says of every line why it is there: contract, article, rule, table row, formula, figures.",
        mixinStandardHelpOptions = true)
final class Explain extends DatabaseCommand {

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "Language of the explanation: ${COMPLETION-CANDIDATES}.")
    private Evaluate.Language language = Evaluate.Language.en;

    @Parameters(paramLabel = "INVOICE", description = "An invoice, credit note or debit note, also of a preview.")
    private String name;

    @Override
    AccessRight right() {
        return AccessRight.READ;
    }

    @Override
    int run(Session session) {
        Documents documents = new Documents(session);
        Document document = documents
                .find(name)
                .or(() -> documents.preview(name))
                .orElseThrow(
                        () -> new BadInput("no invoice, credit note or debit note is called " + BadInput.shown(name)));
        show(document, citations(session, document), new Sentences(Locale.forLanguageTag(language.name())), out());
        return Status.DONE;
    }

    /** Where the clauses stand, by the rule book that made the document. */
    static Citations citations(Session session, Document document) {
        return new BookStore(session)
                .find(document.book())
                .map(book -> Citations.of(book.tables()))
                .orElse(Citations.SHIPPED);
    }

    static void show(Document document, Citations citations, Sentences sentences, PrintWriter out) {
        out.println(sentences.text("document." + document.kind().name().toLowerCase(Locale.ROOT)) + " "
                + document.name() + " (" + sentences.text("document.state." + document.state()) + ")");
        if (document.cancels() != null) {
            cancelling(document, sentences, out);
        } else {
            out.println(sentences.text(
                    "document.head",
                    document.contract(),
                    day(document, sentences),
                    String.valueOf(document.run()),
                    document.book(),
                    document.currency()));
            if (!document.corrects().isEmpty()) {
                out.println(sentences.text("document.corrects", String.join(", ", document.corrects())));
            }
        }
        if (document.credited() != null) {
            out.println(sentences.text("document.credited", document.credited()));
        }
        for (Decision decision : decisions(document)) {
            out.println();
            DecisionText.of(decision, sentences, citations).forEach(out::println);
        }
    }

    /** The day that a document bears; where it is another one, also that on which it fell due. */
    private static String day(Document document, Sentences sentences) {
        return document.day().equals(document.on())
                ? sentences.figure(document.on())
                : sentences.text("document.day", document.day(), document.on());
    }

    /** The decisions in their order; what a line gives back under the name that it has now. */
    private static List<Decision> decisions(Document document) {
        List<Decision> decisions = new ArrayList<>();
        document.decisions().forEach(decision -> decisions.add(CanonicalJson.read(decision)));
        for (int i = 0; i < document.lines().size(); i++) {
            if (decisions.get(i) instanceof Decision.Credit credit
                    && document.lines().get(i).corrects() != null) {
                decisions.set(i, credit.correcting(document.lines().get(i).corrects()));
            }
        }
        return decisions;
    }

    /** What a person wrote stands in quotes, with what is not printable escaped. */
    private static void cancelling(Document document, Sentences sentences, PrintWriter out) {
        out.println(sentences.text(
                "document.cancelling", document.contract(), document.day(), document.book(), document.currency()));
        out.println(sentences.text(
                "document.cancels", document.corrects().get(0), document.net(), document.tax(), document.gross()));
        out.println(
                sentences.text("document.reason", Json.text(document.cancels().reason())));
        if (document.cancels().rebilledBy() != null) {
            out.println(sentences.text(
                    "document.rebilled", String.valueOf(document.cancels().rebilledBy())));
        }
        out.println(sentences.text("document.taken_back", document.corrects().get(0)));
    }
}
