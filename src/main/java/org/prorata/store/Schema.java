package org.prorata.store;

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
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.prorata.postgres.DatabaseUnavailable;

/** Brings the tables to this program's version, and refuses those of a newer one. */
final class Schema {

    private Schema() {
    }

    static void bringUpToDate(DataSource database, String migrations, String name) {
        Flyway flyway = Flyway.configure().dataSource(database).locations(migrations).load();
        try {
            MigrationInfoService all = flyway.info();
            refuseNewer(all, name);
            if (all.pending().length > 0 || all.applied().length == 0) {
                flyway.migrate();
            } else {
                flyway.validate();
            }
        } catch (FlywayValidateException e) {
            throw notOurs(name, e);
        } catch (FlywayException e) {
            if (Database.isGone(e)) {
                throw e;
            }
            throw new DatabaseUnavailable("the schema of the database " + name + " could not be brought up to date: "
                    + reason(e), e);
        }
    }

    /** Refuses a schema that is not exactly this program's. */
    static void refuseOther(DataSource database, String migrations, String name) {
        Flyway flyway = Flyway.configure().dataSource(database).locations(migrations).load();
        MigrationInfoService all = flyway.info();
        refuseNewer(all, name);
        if (all.applied().length == 0) {
            throw new DatabaseUnavailable("the database " + name + " has none of this program's tables yet; a command such as prorata"
                    + " import makes them");
        }
        if (all.pending().length > 0) {
            throw new DatabaseUnavailable("the database " + name + " has schema version " + newest(all.applied()).orElseThrow()
                    + " and this program needs version " + all.pending()[all.pending().length - 1].getVersion()
                    + "; a command such as prorata runs brings it up to date");
        }
        try {
            flyway.validate();
        } catch (FlywayValidateException e) {
            throw notOurs(name, e);
        }
    }

    private static DatabaseUnavailable notOurs(String name, FlywayValidateException e) {
        return new DatabaseUnavailable("the schema of the database " + name + " was not made by the migrations of this program: "
                + firstDetail(e), e);
    }

    /** Runs the migrations up to a version; to the newest one when it is null. */
    static void migrate(DataSource database, String migrations, String version, String name) {
        try {
            Flyway.configure().dataSource(database).locations(migrations)
                    .target(version == null ? MigrationVersion.LATEST : MigrationVersion.fromVersion(version)).load().migrate();
        } catch (FlywayException e) {
            if (Database.isGone(e)) {
                throw e;
            }
            throw new DatabaseUnavailable("the tables of the database " + name + " could not be made: " + reason(e), e);
        }
    }

    /** Why tables that were made by migrations cannot be made again by ours, if so. */
    static Optional<String> refusal(List<Migration> made, DataSource database, String migrations) {
        Map<MigrationVersion, Integer> ours = new TreeMap<>();
        for (MigrationInfo each : Flyway.configure().dataSource(database).locations(migrations).load().info().all()) {
            if (each.getVersion() != null && isOurs(each)) {
                ours.put(each.getVersion(), each.getResolvedChecksum() == null ? each.getChecksum() : each.getResolvedChecksum());
            }
        }
        for (Migration each : made) {
            MigrationVersion version = MigrationVersion.fromVersion(each.version());
            if (ours.keySet().stream().noneMatch(known -> known.compareTo(version) >= 0)) {
                return Optional.of("has schema version " + made.get(made.size() - 1).version() + " and this program knows versions up to "
                        + ours.keySet().stream().max(Comparator.naturalOrder()).map(MigrationVersion::toString).orElse("none")
                        + "; use the newer program that made it");
            }
            if (!ours.containsKey(version) || !Objects.equals(ours.get(version), each.checksum())) {
                return Optional.of("was not made by the migrations of this program: " + each.script() + " is another one here");
            }
        }
        return Optional.empty();
    }

    private static boolean isOurs(MigrationInfo migration) {
        return migration.getPhysicalLocation() != null && !migration.getPhysicalLocation().isEmpty();
    }

    private static void refuseNewer(MigrationInfoService all, String name) {
        Optional<MigrationVersion> stored = newest(all.applied());
        Optional<MigrationVersion> ours = Arrays.stream(all.all()).filter(Schema::isOurs)
                .map(MigrationInfo::getVersion).filter(version -> version != null).max(Comparator.naturalOrder());
        if (stored.isPresent() && (ours.isEmpty() || stored.get().isNewerThan(ours.get().getVersion()))) {
            throw new DatabaseUnavailable("the database " + name + " has schema version " + stored.get()
                    + " and this program knows versions up to " + ours.map(MigrationVersion::toString).orElse("none")
                    + "; use the newer program that made it");
        }
    }

    private static Optional<MigrationVersion> newest(MigrationInfo[] migrations) {
        return Arrays.stream(migrations).map(MigrationInfo::getVersion).filter(version -> version != null)
                .max(Comparator.naturalOrder());
    }

    private static String firstDetail(FlywayValidateException e) {
        return e.getMessage().lines().map(String::strip).filter(line -> line.startsWith("Migration ")
                || line.startsWith("Detected ")).findFirst().orElseGet(() -> reason(e));
    }

    private static String reason(FlywayException e) {
        if (e instanceof FlywayMigrateException failed && failed.getMigration() != null
                && first(failed, SQLException.class) instanceof SQLException sql) {
            return failed.getMigration().getScript() + ": " + sql.getMessage().lines().findFirst().orElse("");
        }
        return e.getMessage().lines().findFirst().orElse("no reason given");
    }

    private static Throwable first(Throwable failure, Class<?> type) {
        Throwable each = failure;
        while (each != null && !type.isInstance(each)) {
            each = each.getCause();
        }
        return each;
    }
}
