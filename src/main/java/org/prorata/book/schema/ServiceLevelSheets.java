package org.prorata.book.schema;

import static org.prorata.book.schema.Column.decimal;
import static org.prorata.book.schema.Column.integer;
import static org.prorata.book.schema.Column.key;
import static org.prorata.book.schema.Column.list;
import static org.prorata.book.schema.Column.yesNo;
import static org.prorata.book.schema.Needed.with;
import static org.prorata.book.schema.SharedKeys.CLOCKS;
import static org.prorata.book.schema.SharedKeys.TERMS;
import static org.prorata.book.schema.SharedKeys.country;

import java.util.List;
import org.prorata.decision.policy.choice.LevelMethod;
import org.prorata.decision.policy.choice.OutageEffect;

/** Sheets of promised service levels, and what a missed one is worth. */
final class ServiceLevelSheets {

    private static final Needed MEASURED = with("method", "shortfall", "percent", "best_efforts");
    /** Neighbours keep different time, so that a zone taken for the next one shows in some case; Paris and Madrid don't. */
    private static final String[] ZONES = {"Europe/Paris", "UTC", "Europe/Madrid", "Atlantic/Canary"};

    private ServiceLevelSheets() {}

    static List<Sheet> serviceLevel() {
        return List.of(
                Sheet.policy(
                        "service-level",
                        "profile",
                        "What the terms promise about availability",
                        TERMS,
                        list("zone", "Time zone of the provider; empty where no times are counted", ZONES)
                                .needed(MEASURED),
                        list("period", "What is measured; empty: month or year, as asked", "month", "contract_year"),
                        yesNo("only_in_force", "Whether only the days of the contract count; no: the whole period")
                                .needed(MEASURED),
                        list(
                                        "method",
                                        "What a missed level is worth: the shortfall's share of the yearly price, a percentage by bands, nothing as best efforts are promised, nothing as the source has no figures, nothing as the terms are silent",
                                        LevelMethod.class)
                                .mandatory(),
                        decimal(
                                        "target_pct",
                                        "Availability promised, in per cent; below it best efforts failed",
                                        4,
                                        "0",
                                        "100")
                                .needed(with("method", "shortfall", "best_efforts")),
                        yesNo(
                                        "claim_needed",
                                        "Whether a credit must be claimed by the last covered day of the running term")
                                .needed(with("method", "shortfall", "percent")),
                        yesNo(
                                        "claim_from_sending",
                                        "Whether the day of sending counts for the claim, not that of presentation")
                                .needed(with("claim_needed", "yes")),
                        list(
                                "credit_as",
                                "How a credit owed stands on invoices: as a lower price, taxed as the items are, or as an indemnity outside VAT; empty: not on invoices",
                                "price_reduction",
                                "indemnity")),
                Sheet.policy(
                        "service-level",
                        "windows",
                        "Hours of the week, local to the provider",
                        TERMS,
                        key(
                                "purpose",
                                "maintenance: outside agreed time; working: hours of working days",
                                "maintenance",
                                "working"),
                        list(
                                        "weekday",
                                        "Day of the week",
                                        "monday",
                                        "tuesday",
                                        "wednesday",
                                        "thursday",
                                        "friday",
                                        "saturday",
                                        "sunday")
                                .mandatory(),
                        integer(
                                        "from_hour",
                                        "Hour of the beginning; all four empty: a working day without hours",
                                        0,
                                        23)
                                .needed(with("purpose", "maintenance"), with("to_hour")),
                        integer("from_minute", "Minute of the beginning", 0, 59).needed(with("from_hour")),
                        integer("to_hour", "Hour of the end; 24: midnight", 0, 24)
                                .needed(with("from_hour")),
                        integer("to_minute", "Minute of the end", 0, 59).needed(with("to_hour"))),
                Sheet.policy(
                        "service-level",
                        "holidays",
                        "Days that are public holidays, or are none, against the calendar of the country",
                        country("country", "Country of the seller"),
                        Column.of("day", Column.ColumnRole.VALUE, Column.CellType.DATE, true, "The day"),
                        yesNo("holiday", "Whether it is a public holiday")),
                Sheet.policy(
                        "service-level",
                        "outage-causes",
                        "What an outage counts for",
                        TERMS,
                        key(
                                "cause",
                                "Cause of the outage; empty: any",
                                "provider",
                                "planned_maintenance",
                                "force_majeure",
                                "internet",
                                "client",
                                "authority",
                                "upstream_editor"),
                        key("kind", "Whether the service stood still or was degraded", "full", "degraded"),
                        list(
                                        "effect",
                                        "Downtime; out of the agreed time; neither; or downtime unless announced in time",
                                        OutageEffect.class)
                                .mandatory(),
                        integer(
                                        "announce_hours",
                                        "Least hours between announcement and beginning, with unless_announced",
                                        0,
                                        8760)
                                .needed(with("effect", "unless_announced"))),
                Sheet.policy(
                        "service-level",
                        "announcements",
                        "How far ahead planned maintenance is announced",
                        TERMS,
                        integer("wanted_hours", "Hours ahead that the terms aim at; empty: none", 0, 8760),
                        integer("least_hours", "Hours ahead that the terms ask for in any case; empty: none", 0, 8760),
                        yesNo("working_time_only", "Whether only for maintenance in working time")),
                Sheet.policy(
                        "service-level",
                        "bands",
                        "What a missed availability is worth; of the bands that apply the one with the lowest bound holds",
                        TERMS,
                        decimal("below_pct", "Availability below this bound, in per cent", 4, "0", "100")
                                .mandatory(),
                        yesNo("inclusive", "Whether the bound itself belongs to the band; empty: no")
                                .needed(with("percent")),
                        decimal("multiple", "Times the shortfall, with method = shortfall", 2, "0", "20"),
                        decimal("percent", "Per cent of what the year costs, with method = percent", 2, "0", "100")),
                Sheet.policy(
                        "service-level",
                        "response",
                        "How soon an alert is answered and an anomaly solved",
                        TERMS,
                        key(
                                "grade",
                                "Priority of the alert or severity of the anomaly",
                                "a",
                                "b",
                                "c",
                                "d",
                                "blocking",
                                "major",
                                "minor"),
                        decimal("answer_hours", "Hours to answer; empty: none promised", 2, "0", "8760")
                                .needed(with("solve_after_answer", "yes")),
                        decimal("solve_hours", "Hours to solve; empty: best efforts", 2, "0", "8760"),
                        yesNo("solve_after_answer", "Whether the hours to solve begin when those to answer are over")
                                .needed(with("answer_hours").and("solve_hours")),
                        list("clock", "Which hours count: all, working hours, all but maintenance windows", CLOCKS)
                                .mandatory()),
                Sheet.policy(
                        "service-level",
                        "anomalies",
                        "Which late restorations are penalised",
                        TERMS,
                        key("severity", "How bad the anomaly is", "blocking", "major", "minor"),
                        key("scope", "What it touches; empty: either", "whole_service", "part"),
                        key(
                                "cause",
                                "Cause of the anomaly; empty: any",
                                "provider",
                                "planned_maintenance",
                                "force_majeure",
                                "internet",
                                "client",
                                "authority",
                                "upstream_editor"),
                        yesNo("penalised", "Whether a late restoration costs a penalty")),
                Sheet.policy(
                        "service-level",
                        "restoration-bands",
                        "What a late restoration costs; of the bands that apply the highest holds",
                        TERMS,
                        decimal("over_hours", "More than so many hours over the time allowed", 2, "0", "8760")
                                .mandatory(),
                        decimal("percent", "Per cent of what the year costs", 2, "0", "100")
                                .mandatory()),
                Sheet.policy(
                        "service-level",
                        "restoration-causes",
                        "For which causes of anomalies a time to restore is promised",
                        TERMS,
                        key(
                                "cause",
                                "Cause of the anomaly",
                                "provider",
                                "planned_maintenance",
                                "force_majeure",
                                "internet",
                                "client",
                                "authority",
                                "upstream_editor"),
                        yesNo("promised", "Whether a time to restore is promised")));
    }
}
