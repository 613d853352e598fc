package org.prorata.store.runs;

import java.util.List;
import org.prorata.ledger.Run;
import org.prorata.ledger.RunRefused;
import org.prorata.store.base.RunLock;
import org.prorata.store.base.Session;

/** What is taken away of runs: drafts of one that is given up, and what previews show after some days. */
public final class RunRemoval {

    private final Session session;
    private final Runs runs;

    public RunRemoval(Session session) {
        this.session = session;
        this.runs = new Runs(session);
    }

    /**
     * Takes away the drafts of a run as if it had never been; its entry in the register stays.
     *
     * @throws RunRefused when the run is under way, has issued something, or later runs rest on it
     */
    public void abandon(long id) {
        try (RunLock lock = new RunAdmission(session).lock()) {
            Run run = runs.named(id);
            refuseAbandoning(run);
            session.tx().executeWithoutResult(status -> {
                session.client().sql("select abandon_run(?)").param(id).query(row -> {});
                runs.audited(run, "run.abandoned");
            });
        }
    }

    private void refuseAbandoning(Run run) {
        if (run.state() == Run.State.ABANDONED) {
            throw new RunRefused("run " + run.id() + " is abandoned already");
        }
        if (run.rebills() != null) {
            throw new RunRefused("run " + run.id() + " bills in place of " + run.rebills()
                    + ", which is credited; neither is taken back");
        }
        if (session.client()
                .sql("""
                select exists (select from issued n join invoice i on i.id = n.invoice where i.run = ?)
                or exists (select from issued n join debit_note d on d.id = n.debit_note where d.run = ?)""")
                .param(run.id())
                .param(run.id())
                .query(Boolean.class)
                .single()) {
            throw new RunRefused("run " + run.id()
                    + " has issued documents; what is issued is corrected by a credit note: prorata credit");
        }
        session.client()
                .sql("""
                select * from run r where id > ? and not preview and state <> 'abandoned'
                and (exists (select from invoice where run = r.id) or exists (select from debit_note where run = r.id))
                order by id desc limit 1""")
                .param(run.id())
                .query(RunMapping::read)
                .optional()
                .filter(later -> !run.preview())
                .ifPresent(later -> {
                    throw new RunRefused("run " + later.id() + " (" + later.title() + ") rests on run " + run.id()
                            + "; abandon it first");
                });
    }

    /**
     * Takes away what previews older than so many days show, whose entries in the register stay, and who worked at which part then:
     * where a run stands is known from its parts alone. Whoever wakes up after so long finds nothing to go on with.
     */
    public void prune(int days) {
        session.tx().executeWithoutResult(status -> pruneJobs(days));
        session.client().sql("""
                delete from preview_invoice where run in (select id from run where preview and started < now() - make_interval(days => ?))""").param(days).update();
        session.client().sql("""
                delete from preview_note where run in (select id from run where preview and started < now() - make_interval(days => ?))""").param(days).update();
        session.client().sql("""
                delete from preview_opening where run in (select id from run where preview and started < now() - make_interval(days => ?))""").param(days).update();
        for (String table : List.of("impact_line", "impact_total", "impact_failure")) {
            session.client()
                    .sql(
                            "delete from " + table
                                    + " where run in (select id from run where preview and started < now() - make_interval(days => ?))")
                    .param(days)
                    .update();
        }
    }

    private void pruneJobs(int days) {
        String old =
                "select job_execution_id from batch_job_execution where create_time < localtimestamp - make_interval(days => ?)";
        String steps = "select step_execution_id from batch_step_execution where job_execution_id in (" + old + ")";
        for (String sql : List.of(
                "batch_step_execution_context where step_execution_id in (" + steps + ")",
                "batch_step_execution where job_execution_id in (" + old + ")",
                "batch_job_execution_context where job_execution_id in (" + old + ")",
                "batch_job_execution_params where job_execution_id in (" + old + ")",
                "batch_job_execution where create_time < localtimestamp - make_interval(days => ?)")) {
            session.client().sql("delete from " + sql).param(days).update();
        }
        session.client().sql("""
                delete from batch_job_instance i where not exists (select from batch_job_execution where job_instance_id = i.job_instance_id)""").update();
    }
}
