package org.prorata.subject.deadlines;

import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.Cause;
import org.prorata.contract.Event;
import org.prorata.contract.Invoice;
import org.prorata.contract.Party;
import org.prorata.decision.Finding;
import org.prorata.decision.FindingSlot;
import org.prorata.decision.Reason;
import org.prorata.decision.TableRow;
import org.prorata.subject.course.DueDay;
import org.prorata.subject.rights.DelayRule;
import org.prorata.subject.servicelevel.ServiceHours;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.subject.terms.EndRule;
import org.prorata.subject.terms.FormalNoticeRule;
import org.prorata.subject.terms.Insolvency;
import org.prorata.subject.terms.Limitation;
import org.prorata.subject.terms.VersionRule;

/** Days that begin with a recorded event or invoice. */
final class EventDays {

    private final EffectiveTerms setting;
    private final List<FindingSlot> days = new ArrayList<>();

    EventDays(EffectiveTerms setting) {
        this.setting = setting;
    }

    List<FindingSlot> slots(LocalDate known) {
        for (Event event : setting.dossier().events()) {
            if (event instanceof Event.FormalNotice notice
                    && setting.noticeForm().counts(notice)) {
                formal(notice);
            } else if (event instanceof Event.TermsPublished published) {
                VersionRule rule = setting.policies()
                        .require(
                                VersionRule.TABLE,
                                VersionRule::of,
                                published.on(),
                                setting.dossier().terms(),
                                setting.planKey());
                if (rule.byAnswer()) {
                    days.add(FindingSlot.day(
                            Finding.TERMS_ANSWER,
                            published.on().plusDays(rule.days()),
                            Reason.of("dates.terms_answer", rule.days(), published.on()),
                            rule.row()));
                }
            } else if (event instanceof Event.Trial) {
                after(Finding.TRIAL, "trial", event.on());
            } else if (event instanceof Event.StorageExcess excess) {
                after(
                        Finding.STORAGE_EXCESS,
                        "storage",
                        excess.exceeded() == null ? excess.counts() : excess.exceeded());
            } else if (event instanceof Event.UpdateLink) {
                after(Finding.UPDATE_LINK, "update_account", event.on());
            } else if (event instanceof Event.SubProcessor) {
                after(Finding.SUB_PROCESSOR, "sub_processor_objection", event.on());
            } else if (event instanceof Event.DataRequest) {
                after(Finding.DATA_REQUEST, Finding.DATA_REQUEST.code(), event.on());
            } else if (event instanceof Event.Complaint) {
                after(Finding.MEDIATION, Finding.MEDIATION.code(), event.on());
            } else if (event instanceof Event.Alert alert && alert.about() == Event.AlertMatter.CRITICAL_PATCH) {
                patch(alert);
            }
        }
        for (Invoice invoice : setting.dossier().invoices()) {
            DueDay due = DueDay.of(setting, invoice);
            days.add(FindingSlot.possible(
                            Finding.PAYMENT_DUE,
                            Reason.of("dates.payment", invoice.id(), invoice.issued()),
                            due.rows().toArray(TableRow[]::new))
                    .on(due.day())
                    .of(DueDay.paid(invoice, known))
                    .between(null, invoice.amount()));
            Limitation law = Limitation.find(setting, due.day());
            if (law != null) {
                days.add(FindingSlot.possible(
                                Finding.LIMITATION_DAY,
                                Reason.of("dates.limitation", invoice.id(), due.day()),
                                law.row())
                        .on(law.last(due.day()))
                        .of(DueDay.paid(invoice, known))
                        .between(null, invoice.amount()));
            }
        }
        Insolvency insolvency = setting.dossier().statutes() ? Insolvency.find(setting) : null;
        if (insolvency != null) {
            days.add(FindingSlot.day(
                    Finding.CLAIM_DECLARATION,
                    insolvency.declareBy(),
                    Reason.of("dates.claim_declaration", insolvency.judgment()),
                    insolvency.row()));
        }
        return days;
    }

    private void after(Finding event, String right, LocalDate on) {
        DelayRule rule = DelayRule.find(setting, right, on);
        if (rule != null) {
            LocalDate last = rule.through(on, new ServiceHours(setting));
            days.add(FindingSlot.day(event, last, Reason.of("dates.after_event", on, last), rule.row()));
        }
    }

    private void patch(Event.Alert alert) {
        DelayRule rule = DelayRule.find(setting, Finding.CRITICAL_PATCH.code(), alert.on());
        if (rule != null) {
            Temporal until = rule.through(alert.at(), new ServiceHours(setting));
            days.add(FindingSlot.day(
                    Finding.CRITICAL_PATCH,
                    LocalDate.from(until),
                    Reason.of("right.critical_patch", alert.at(), until),
                    rule.row()));
        }
    }

    private void formal(Event.FormalNotice notice) {
        if (notice.about() == Event.Matter.PAYMENT) {
            FormalNoticeRule rule = FormalNoticeRule.find(setting, notice.counts());
            if (rule != null) {
                days.add(FindingSlot.day(
                        Finding.FORMAL_NOTICE_PAYMENT,
                        notice.counts().plusDays(rule.days()),
                        Reason.of("dates.formal_notice_payment", rule.days(), notice.counts()),
                        rule.row()));
            }
            return;
        }
        EndRule rule = setting.policies()
                .require(
                        EndRule.TABLE,
                        EndRule::of,
                        notice.counts(),
                        setting.dossier().terms(),
                        setting.planKey(),
                        EffectiveTerms.key(Cause.CLIENT_BREACH),
                        EffectiveTerms.key(Party.PROVIDER));
        if (rule.noticeDays() != null) {
            LocalDate from = rule.fromSending() ? notice.on() : notice.counts();
            days.add(FindingSlot.day(
                    Finding.FORMAL_NOTICE_BREACH,
                    from.plusDays(rule.noticeDays()),
                    Reason.of("dates.formal_notice_breach", rule.noticeDays(), from),
                    rule.row()));
        }
    }
}
