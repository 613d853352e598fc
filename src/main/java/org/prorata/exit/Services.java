package org.prorata.exit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.calendar.Anchors;
import org.prorata.calendar.Period;
import org.prorata.contract.Cause;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event.ExitService;
import org.prorata.contract.Event.ReversibilityRequest;
import org.prorata.contract.Item;
import org.prorata.contract.OtherContract;
import org.prorata.course.Course;
import org.prorata.course.DueDay;
import org.prorata.course.RemarkSlot;
import org.prorata.decision.Because;
import org.prorata.decision.Becauses;
import org.prorata.decision.Decision;
import org.prorata.decision.Decision.NoticeStatus;
import org.prorata.decision.Reason;
import org.prorata.decision.Settlement;
import org.prorata.decision.Slot;
import org.prorata.decision.TableRow;
import org.prorata.money.Amounts;
import org.prorata.policy.Row;
import org.prorata.policy.TableId;
import org.prorata.terms.Setting;

/** The exit services and modules that were asked for, at a settled end. */
final class Services {

    private static final TableId UNPAID = TableId.of("reversibility", "unpaid", "terms");
    private static final String MODULES = "modules";

    private final Setting setting;
    private final Dossier dossier;
    private final Course course;
    private final Cause cause;
    private final LocalDate end;
    private final List<Decision> decisions;
    private final List<Slot<?>> more = new ArrayList<>();

    /** @param decisions those that the services add to */
    Services(Setting setting, Course course, Cause cause, List<Decision> decisions) {
        this.setting = setting;
        this.dossier = setting.dossier();
        this.course = course;
        this.cause = cause;
        this.end = course.end().last();
        this.decisions = decisions;
    }

    /** The slots of what was asked for, and of the modules that may be. */
    List<Slot<?>> slots() {
        List<Slot<?>> slots = new ArrayList<>();
        for (ReversibilityRequest request : counted()) {
            for (ExitService service : request.services()) {
                ServiceRule rule = ServiceRule.find(setting, service.id(), end);
                if (rule == null) {
                    slots.add(RemarkSlot.nothing("reversibility_cost", Reason.of("cost.silent", service.id())));
                } else {
                    slots.add(new RequestSlot(service.id(), request, end, rule, share(), unpaid(request.counts()),
                            untouched(service) ? null : SwitchRules.limits(setting, request.counts())));
                }
            }
        }
        ExportRule export = ExportRule.find(setting, end);
        if (export != null) {
            slots.add(export(export));
        }
        return slots;
    }

    private List<ReversibilityRequest> counted() {
        return dossier.events(ReversibilityRequest.class).stream().filter(setting.noticeForm()::counts).toList();
    }

    private ShareRule share() {
        return setting.policies().require(ShareRule.TABLE, ShareRule::of, end, dossier.terms(), Setting.key(cause));
    }

    /** Whether the law on switching leaves a service as the contract has it. */
    private static boolean untouched(ExitService service) {
        return service.customBuilt() || service.beyondSwitching();
    }

    /** The row that bars a client with an invoice due and unpaid on a day, or null. */
    private TableRow unpaid(LocalDate on) {
        TableRow row = setting.policies().find(UNPAID, Row::ref, end, dossier.terms());
        return row != null && dossier.invoices().stream().anyMatch(invoice -> DueDay.unpaid(setting, invoice, on)) ? row : null;
    }

    private ExportSlot export(ExportRule rule) {
        ReversibilityRequest request = null;
        for (ReversibilityRequest each : counted()) {
            if (each.modules() != null && (request == null || request.counts().isBefore(rule.opens(end)))) {
                request = each;
            }
        }
        return new ExportSlot(rule, end, total(), dossier.contract().exportModules(), request,
                share().barred() ? share().row() : null, unpaid(request == null ? rule.opens(end) : request.counts()));
    }

    /** Euros of the running term of this contract and of the others for which nothing was asked for yet. */
    private BigDecimal total() {
        BigDecimal total = BigDecimal.ZERO;
        Period term = course.timeline().on(end).term(end);
        Anchors months = Anchors.from(term.from(), 1);
        int length = months.indexOf(term.to().plusDays(1));
        for (Item item : dossier.contract().items()) {
            if (item.recurring() && !item.from().isAfter(end) && (item.to() == null || !item.to().isBefore(term.from()))) {
                total = total.add(Amounts.share(course.prices().on(item, end).multiply(item.quantity()),
                        length, item.per().months(), dossier.digits()));
            }
        }
        for (OtherContract other : dossier.otherContracts()) {
            total = other.reversibilityRequested() ? total : total.add(other.total());
        }
        return total;
    }

    /** Takes a request: what was asked for in time, and late without lapsing, has a cost. */
    void take(RequestSlot slot) {
        Settlement.Settled<RequestSlot.Answer> settled = Settlement.one(slot);
        RequestSlot.Answer answer = settled.stands().value();
        Because because = Becauses.displacing(settled, lower -> lower.fields(slot.service()));
        decisions.add(new Decision.ReversibilityRequest(slot.service(), answer.status(), answer.deadline(), because));
        ServiceRule rule = ServiceRule.find(setting, slot.service(), end);
        if (answer.status() == NoticeStatus.BARRED || answer.status() == NoticeStatus.LATE && rule.lapsesLate()) {
            more.add(RemarkSlot.nothing("reversibility_cost", Reason.of("cost.not_owed", slot.service()),
                    because.rows().toArray(TableRow[]::new)));
            return;
        }
        ExitService service = slot.request().services().stream().filter(each -> each.id().equals(slot.service()))
                .findFirst().orElseThrow();
        LocalDate performed = service.performed() == null ? end : service.performed();
        more.add(new CostSlot(service, rule, share(), untouched(service) ? null : SwitchRules.charge(setting, performed),
                dossier.digits()));
    }

    void take(CostSlot slot) {
        Settlement.Settled<CostSlot.Cost> settled = Settlement.one(slot);
        CostSlot.Cost cost = settled.stands().value();
        decisions.add(new Decision.ReversibilityCost(slot.service().id(), slot.total(), cost.clientPct(),
                cost.clientAmount(), slot.providerPart(cost), Becauses.displacing(settled, slot::fields)));
        if (slot.isCapUnknown()) {
            more.add(RemarkSlot.warning("switching_cap_unchecked", Reason.of("cost.cap_unchecked", slot.service().id()),
                    slot.law().row()));
        }
    }

    void take(ExportSlot slot) {
        Settlement.Settled<ExportSlot.Entitlement> settled = Settlement.one(slot);
        ExportSlot.Entitlement granted = settled.stands().value();
        Because because = Becauses.of(settled);
        TableRow[] rows = because.rows().toArray(TableRow[]::new);
        boolean asked = slot.request() != null;
        if (granted.modules() == null) {
            if (asked) {
                decisions.add(new Decision.ReversibilityRequest(MODULES, NoticeStatus.BARRED, granted.until(), because));
            }
            decisions.add(new Decision.NothingDue("export_entitlement", null, null, because));
        } else if (granted.modules() == 0) {
            decisions.add(new Decision.NothingDue("export_entitlement", null, null, because));
        } else {
            decisions.add(new Decision.ExportEntitlement(granted.modules(), granted.from(), granted.until(),
                    granted.deliverBy(), because));
            if (asked && slot.request().counts().isAfter(granted.until())) {
                decisions.add(new Decision.ReversibilityRequest(MODULES, NoticeStatus.LATE, granted.until(), because));
            } else if (asked && slot.request().counts().isBefore(granted.from())) {
                more.add(RemarkSlot.warning("export_request_too_early",
                        Reason.of("export.too_early", slot.request().counts(), granted.from()), rows));
            }
            if (asked && slot.request().modules() > granted.modules()) {
                more.add(RemarkSlot.warning("modules_over_entitlement",
                        Reason.of("export.over", slot.request().modules(), granted.modules()), rows));
            }
        }
    }

    /** The slots that follow from those taken since the last call. */
    List<Slot<?>> following() {
        List<Slot<?>> slots = List.copyOf(more);
        more.clear();
        return slots;
    }
}
