package org.prorata.book.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.prorata.book.schema.CanonicalTables;
import org.prorata.book.schema.Shipped;

/** The rule book that the program brings along, compiled ahead of time so that the first answer comes quickly. */
final class ShippedBook {

    private static final String FOLDER = "/prorata/book/";
    private static final String MODELS = "/META-INF/kie/org.prorata/prorata/drools-model";

    private ShippedBook() {}

    static BookSource source() {
        TreeMap<String, String> rules = new TreeMap<>();
        text(FOLDER + "index.txt").lines().forEach(name -> rules.put(name, text(FOLDER + name)));
        return new BookSource(
                rules, CanonicalTables.read(text(FOLDER + "tables.txt"), Shipped.sheets()), BookSource.CALCULATION);
    }

    static InternalKnowledgeBase base() {
        List<Model> models = new ArrayList<>();
        // besides the classes the file holds a line with the format's version
        text(MODELS)
                .lines()
                .filter(name -> !name.isBlank() && !name.contains(":"))
                .forEach(name -> models.add(model(name.strip())));
        if (models.isEmpty()) {
            throw new IllegalStateException("the rules were not compiled when the program was built: build it again");
        }
        return KieBaseBuilder.createKieBaseFromModel(models);
    }

    private static Model model(String name) {
        try {
            return (Model) Class.forName(name).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the compiled rules " + name + " cannot be loaded", e);
        }
    }

    private static String text(String resource) {
        try (InputStream in = ShippedBook.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks " + resource + ": build it again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
