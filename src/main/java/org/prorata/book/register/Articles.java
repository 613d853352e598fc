package org.prorata.book.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.prorata.book.schema.ClauseSheets;
import org.prorata.book.schema.Tables;
import org.prorata.decision.policy.Row;

/** The articles of a contract in their order. */
record Articles(List<Row> rows) {

    private static final String ARTICLE = "article";

    static Articles of(Tables tables, String terms) {
        return new Articles(tables.table(ClauseSheets.ARTICLES.id()).rows().stream()
                .filter(row -> terms.equals(row.text("terms")))
                .toList());
    }

    /** The article under which a clause is told in full: the first that its citation names, else the first that sets it. */
    Optional<Row> home(ClauseEntry clause) {
        List<Row> setting = rows.stream()
                .filter(row -> row.ref().clauses().contains(clause.id()))
                .toList();
        for (String place : places(clause.place().article())) {
            Optional<Row> named = setting.stream()
                    .filter(row -> names(place, plain(row.text(ARTICLE))))
                    .findFirst();
            if (named.isPresent()) {
                return named;
            }
        }
        return setting.stream().findFirst();
    }

    /** A citation as a whole, then its parts; a number alone is an article. */
    private static List<String> places(String citation) {
        List<String> places = new ArrayList<>(List.of(plain(citation)));
        for (String part : plain(citation).split("[,;]")) {
            String place = part.strip();
            if (!place.isEmpty()) {
                places.add(Character.isDigit(place.charAt(0)) ? "art. " + place : place);
            }
        }
        return places;
    }

    private static boolean names(String place, String article) {
        return article.equals(place)
                || article.startsWith(place)
                        && !Character.isLetterOrDigit(article.charAt(place.length()))
                        && article.charAt(place.length()) != '.';
    }

    private static String plain(String text) {
        return text.replace('’', '\'').toLowerCase(Locale.ROOT).strip();
    }
}
