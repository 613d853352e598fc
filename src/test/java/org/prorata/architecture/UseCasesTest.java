package org.prorata.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.access.Identity;
import org.prorata.access.IdentityRefused;
import org.prorata.access.Role;
import org.prorata.app.Application;
import org.prorata.app.SigningIn;
import org.prorata.run.TestBook;
import org.prorata.store.base.AuditKeys;
import org.prorata.store.base.Session;
import org.prorata.store.base.TestDatabase;
import org.prorata.store.people.Identities;

/**
 * Every use case asks for a right before it looks at anything else. Each is called without a role, its other arguments null or nothing:
 * what the audit log then tells is the right that it wants, and the table of roles and use cases is written from that.
 */
@DisplayName("Use cases")
class UseCasesTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Path TABLE = Path.of("src/test/resources/golden/roles.txt");

    private static final Set<String> ROOMS = Set.of("app", "app.tables", "app.intake", "app.exits");

    /** What gives the session, and what comes before every right: it finds out who calls. */
    private static final Set<Class<?>> BEFORE_RIGHTS = Set.of(Application.class, SigningIn.class);

    private static final AuditKeys KEYS = AuditKeys.of(Path.of("target", "test-use-cases"), new Properties(), Map.of());

    private final Application application = new Application(DATABASE.database(), KEYS, TestBook::book);

    @BeforeAll
    static void somebodyIsKnown() {
        new Identities(DATABASE.session())
                .add("marie", "Marie", EnumSet.of(Role.ADMINISTRATOR), "correct horse battery");
    }

    @Test
    @DisplayName("take the caller first")
    void takeTheCallerFirst() {
        assertThat(useCases().flatMap(type -> callerLater(type).stream())).isEmpty();
        assertThat(callerLater(Planted.class)).containsExactly("Planted.later");
    }

    @Test
    @DisplayName("refuse whoever has no role, before anything else")
    void refuseWhoeverHasNoRole() {
        assertThat(useCases().flatMap(type -> methods(type)).filter(method -> !refuses(method)))
                .as("use cases that do something for a caller without any role")
                .isEmpty();
        assertThat(methods(Planted.class).filter(method -> !refuses(method)).map(Method::getName))
                .containsExactlyInAnyOrder("unguarded", "late");
    }

    @Test
    @DisplayName("and roles are a table that is looked through when it changes")
    void andRolesAreATable() throws IOException {
        String table = table();
        if ("write".equals(System.getProperty("prorata.golden"))) {
            Files.writeString(TABLE, table);
        }
        assertThat(table)
                .as("who may do what; a change that is meant is written by -Dprorata.golden=write")
                .isEqualTo(Files.readString(TABLE));
    }

    @Test
    @DisplayName("are handed a caller, no session: what still takes one is listed")
    void areHandedACaller() {
        ShrinkingList.of("sessions-in-app.txt")
                .holds(
                        "public classes of app that take a session instead of a caller",
                        types().filter(UseCasesTest::takesSession)
                                .map(Class::getSimpleName)
                                .toList());
        assertThat(takesSession(Planted.class)).isTrue();
    }

    private String table() {
        StringBuilder text = new StringBuilder("use case | right | without a token | "
                + Stream.of(Role.values()).map(Role::word).collect(Collectors.joining(" | ")) + "\n");
        useCases()
                .flatMap(UseCasesTest::methods)
                .sorted(Comparator.comparing(UseCasesTest::named))
                .forEach(method -> text.append(row(method)));
        return text.toString();
    }

    private String row(Method method) {
        AccessRight right = wanted(method, true).orElse(AccessRight.OWN);
        AccessRight local = wanted(method, false).orElseThrow(() -> new AssertionError(named(method)));
        return named(method) + " | " + right.name().toLowerCase(Locale.ROOT) + " | "
                + (local.proven() ? "no" : "yes") + " | "
                + Stream.of(Role.values())
                        .map(role -> right.given(Set.of(role)) ? "yes" : "no")
                        .collect(Collectors.joining(" | "))
                + "\n";
    }

    /** Everybody with a token has the right to what is their own, also without a role: that one is refused who shows none. */
    private boolean refuses(Method method) {
        return wanted(method, false).isPresent();
    }

    /** The right for whose lack a call is refused, as the audit log tells it. */
    private Optional<AccessRight> wanted(Method method, boolean proven) {
        long before = last();
        Throwable thrown = call(method, proven);
        List<String> refused = DATABASE.client()
                .sql(
                        "select subject from audit_entry where seq > ? and action = 'access.refused' and actor = 'roleless'")
                .param(before)
                .query(String.class)
                .list();
        assertThat(refused.size()).as(named(method)).isLessThanOrEqualTo(1);
        return thrown instanceof IdentityRefused
                ? refused.stream()
                        .map(right -> AccessRight.valueOf(right.toUpperCase(Locale.ROOT)))
                        .findFirst()
                : Optional.empty();
    }

    private static long last() {
        return DATABASE.client()
                .sql("select coalesce(max(seq), 0) from audit_entry")
                .query(Long.class)
                .single();
    }

    private Throwable call(Method method, boolean proven) {
        Caller caller =
                new Caller(new Identity("roleless", Set.of(), proven), Locale.ENGLISH, LocalDate.of(2026, 12, 1));
        try {
            method.invoke(made(method.getDeclaringClass()), arguments(method, caller));
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(named(method), e);
        }
    }

    private Object made(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return constructor.newInstance(arguments(constructor, null));
    }

    private Object[] arguments(Executable called, Caller caller) {
        return Stream.of(called.getParameterTypes())
                .map(type -> type == Application.class ? application : type == Caller.class ? caller : nothing(type))
                .toArray();
    }

    /** Null, false or zero. */
    private static Object nothing(Class<?> type) {
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }

    private static Stream<Class<?>> types() {
        return House.classes().stream()
                .filter(type -> ROOMS.contains(House.room(House.ROOT, type)))
                .map(JavaClass::reflect)
                .filter(type -> Modifier.isPublic(type.getModifiers()));
    }

    private static Stream<Class<?>> useCases() {
        return types().filter(type ->
                !BEFORE_RIGHTS.contains(type) && methods(type).findAny().isPresent());
    }

    /** The public ones that a caller is handed to. */
    private static Stream<Method> methods(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> Arrays.asList(method.getParameterTypes()).contains(Caller.class));
    }

    private static List<String> callerLater(Class<?> type) {
        return methods(type)
                .filter(method -> method.getParameterTypes()[0] != Caller.class)
                .map(UseCasesTest::named)
                .toList();
    }

    private static boolean takesSession(Class<?> type) {
        return !BEFORE_RIGHTS.contains(type)
                && Stream.of(type.getConstructors(), type.getMethods())
                        .flatMap(Stream::of)
                        .filter(called -> !Objects.equals(called.getDeclaringClass(), Object.class))
                        .anyMatch(called ->
                                Arrays.asList(called.getParameterTypes()).contains(Session.class));
    }

    private static String named(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    /** Does what a use case must not. */
    public static final class Planted {

        private final Application application;

        public Planted(Application application) {
            this.application = application;
        }

        public Planted(Application application, Session session) {
            this(application);
        }

        public void unguarded(Caller caller) {}

        public int late(Caller caller, String name) {
            int length = name.length();
            application.session(caller, AccessRight.BILL);
            return length;
        }

        public void later(String name, Caller caller) {
            application.session(caller, AccessRight.BILL);
        }
    }
}
