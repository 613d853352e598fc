package org.prorata.store.base;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.jspecify.annotations.Nullable;
import org.prorata.store.postgres.DatabaseUnavailable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings the tables to this program's version, and refuses those of a newer one. */
public final class Schema {

    /** No right. */
    private static final String DENIED = "42501";

    private Schema() {}

    static void bringUpToDate(DataSource database, String migrations, String name) {
        Flyway flyway =
                Flyway.configure().dataSource(database).locations(migrations).load();
        try {
            MigrationInfoService all = flyway.info();
            refuseNewer(all, name);
            if (all.pending().length > 0 || all.applied().length == 0) {
                refuseApplication(database, all, name);
                flyway.migrate();
            } else {
                validate(flyway, all);
            }
        } catch (FlywayValidateException e) {
            throw notOurs(name, e);
        } catch (FlywayException e) {
            if (Database.isGone(e)) {
                throw e;
            }
            if (denied(e)) {
                throw notGranted(database, name, e);
            }
            throw new DatabaseUnavailable(
                    "the schema of the database " + name + " could not be brought up to date: " + reason(e), e);
        }
    }

    /** Who owns none of the tables cannot make those that are still to come. */
    private static void refuseApplication(DataSource database, MigrationInfoService all, String name) {
        JdbcClient client = JdbcClient.create(database);
        boolean may = client.sql("select has_schema_privilege(current_schema(), 'create')")
                .query(Boolean.class)
                .optional()
                .orElse(false);
        if (!may) {
            throw new DatabaseUnavailable("the user "
                    + client.sql("select current_user").query(String.class).single() + " may not make tables in"
                    + " the database " + name + ", which "
                    + newest(all.applied())
                            .map(version -> "has schema version " + version)
                            .orElse("has none")
                    + " and needs version " + all.pending()[all.pending().length - 1].getVersion()
                    + "; name the owner of its tables once:"
                    + " SPRING_FLYWAY_USER and SPRING_FLYWAY_PASSWORD");
        }
    }

    /** What the owner has to do once for a login that may not even read what the tables are. */
    private static DatabaseUnavailable notGranted(DataSource database, String name, RuntimeException e) {
        return new DatabaseUnavailable(
                "the user "
                        + JdbcClient.create(database)
                                .sql("select current_user")
                                .query(String.class)
                                .single()
                        + " has no right to the tables of the database " + name
                        + "; a command in the name of the owner of the tables gives them:"
                        + " SPRING_FLYWAY_USER and SPRING_FLYWAY_PASSWORD",
                e);
    }

    private static boolean denied(Throwable failure) {
        return first(failure, SQLException.class) instanceof SQLException sql && DENIED.equals(sql.getSQLState());
    }

    /** Refuses a schema that is not exactly this program's. */
    static void refuseOther(DataSource database, String migrations, String name) {
        Flyway flyway =
                Flyway.configure().dataSource(database).locations(migrations).load();
        MigrationInfoService all;
        try {
            all = flyway.info();
        } catch (FlywayException e) {
            throw denied(e) ? notGranted(database, name, e) : e;
        }
        refuseNewer(all, name);
        if (all.applied().length == 0) {
            throw new DatabaseUnavailable("the database " + name
                    + " has none of this program's tables yet; a command such as prorata" + " import makes them");
        }
        if (all.pending().length > 0) {
            throw new DatabaseUnavailable("the database " + name + " has schema version "
                    + newest(all.applied()).orElseThrow()
                    + " and this program needs version " + all.pending()[all.pending().length - 1].getVersion()
                    + "; a command such as prorata runs brings it up to date");
        }
        try {
            validate(flyway, all);
        } catch (FlywayValidateException e) {
            throw notOurs(name, e);
        }
    }

    /** Looks at all once more, to say what is wrong, only where what was read already is not right. */
    private static void validate(Flyway flyway, MigrationInfoService read) {
        boolean right = Arrays.stream(read.all())
                .allMatch(each -> each.getState() == MigrationState.SUCCESS
                        && each.isChecksumMatching()
                        && each.isDescriptionMatching()
                        && each.isTypeMatching());
        if (!right) {
            flyway.validate();
        }
    }

    private static DatabaseUnavailable notOurs(String name, FlywayValidateException e) {
        return new DatabaseUnavailable(
                "the schema of the database " + name + " was not made by the migrations of this program: "
                        + firstDetail(e),
                e);
    }

    /** Runs the migrations up to a version; to the newest one when it is null. */
    public static void migrate(DataSource database, String migrations, @Nullable String version, String name) {
        try {
            Flyway.configure()
                    .dataSource(database)
                    .locations(migrations)
                    .target(version == null ? MigrationVersion.LATEST : MigrationVersion.fromVersion(version))
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            if (Database.isGone(e)) {
                throw e;
            }
            throw new DatabaseUnavailable("the tables of the database " + name + " could not be made: " + reason(e), e);
        }
    }

    /** Why tables that were made by migrations cannot be made again by ours, if so. */
    public static Optional<String> refusal(List<Migration> made, DataSource database, String migrations) {
        Map<MigrationVersion, Integer> ours = new TreeMap<>();
        for (MigrationInfo each : Flyway.configure()
                .dataSource(database)
                .locations(migrations)
                .load()
                .info()
                .all()) {
            if (each.getVersion() != null && isOurs(each)) {
                ours.put(
                        each.getVersion(),
                        each.getResolvedChecksum() == null ? each.getChecksum() : each.getResolvedChecksum());
            }
        }
        for (Migration each : made) {
            MigrationVersion version = MigrationVersion.fromVersion(each.version());
            if (ours.keySet().stream().noneMatch(known -> known.compareTo(version) >= 0)) {
                return Optional.of("has schema version "
                        + made.get(made.size() - 1).version() + " and this program knows versions up to "
                        + ours.keySet().stream()
                                .max(Comparator.naturalOrder())
                                .map(MigrationVersion::toString)
                                .orElse("none")
                        + "; use the newer program that made it");
            }
            if (!ours.containsKey(version) || !Objects.equals(ours.get(version), each.checksum())) {
                return Optional.of(
                        "was not made by the migrations of this program: " + each.script() + " is another one here");
            }
        }
        return Optional.empty();
    }

    private static boolean isOurs(MigrationInfo migration) {
        return migration.getPhysicalLocation() != null
                && !migration.getPhysicalLocation().isEmpty();
    }

    private static void refuseNewer(MigrationInfoService all, String name) {
        Optional<MigrationVersion> stored = newest(all.applied());
        Optional<MigrationVersion> ours = Arrays.stream(all.all())
                .filter(Schema::isOurs)
                .map(MigrationInfo::getVersion)
                .filter(version -> version != null)
                .max(Comparator.naturalOrder());
        if (stored.isPresent()
                && (ours.isEmpty() || stored.get().isNewerThan(ours.get().getVersion()))) {
            throw new DatabaseUnavailable("the database " + name + " has schema version " + stored.get()
                    + " and this program knows versions up to "
                    + ours.map(MigrationVersion::toString).orElse("none")
                    + "; use the newer program that made it");
        }
    }

    private static Optional<MigrationVersion> newest(MigrationInfo[] migrations) {
        return Arrays.stream(migrations)
                .map(MigrationInfo::getVersion)
                .filter(version -> version != null)
                .max(Comparator.naturalOrder());
    }

    private static String firstDetail(FlywayValidateException e) {
        return Objects.requireNonNullElse(e.getMessage(), "")
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("Migration ") || line.startsWith("Detected "))
                .findFirst()
                .orElseGet(() -> reason(e));
    }

    private static String reason(FlywayException e) {
        if (e instanceof FlywayMigrateException failed
                && failed.getMigration() != null
                && first(failed, SQLException.class) instanceof SQLException sql) {
            return failed.getMigration().getScript() + ": "
                    + Objects.requireNonNullElse(sql.getMessage(), "")
                            .lines()
                            .findFirst()
                            .orElse("");
        }
        return Objects.requireNonNullElse(e.getMessage(), "")
                .lines()
                .findFirst()
                .orElse("no reason given");
    }

    private static @Nullable Throwable first(Throwable failure, Class<?> type) {
        Throwable each = failure;
        while (each != null && !type.isInstance(each)) {
            each = each.getCause();
        }
        return each;
    }
}
