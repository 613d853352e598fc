package org.prorata.subject.exit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.prorata.contract.Cause;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event.ExitService;
import org.prorata.contract.Event.ReversibilityRequest;
import org.prorata.decision.Because;
import org.prorata.decision.Becauses;
import org.prorata.decision.Decision;
import org.prorata.decision.Decision.NoticeStatus;
import org.prorata.decision.Finding;
import org.prorata.decision.FindingSlot;
import org.prorata.decision.Reason;
import org.prorata.decision.Settlement;
import org.prorata.decision.Slot;
import org.prorata.decision.policy.choice.AtMost;
import org.prorata.subject.course.ContractState;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.subject.terms.SwitchLimits;

/** The exit services and modules that were asked for, at a settled end. */
final class Services {

    /** Modules among the exit services, as answers name them. */
    static final String MODULES = "modules";

    private final EffectiveTerms setting;
    private final Dossier dossier;
    private final ContractState course;
    private final Cause cause;
    private final LocalDate end;
    private final List<Decision> decisions;
    private final List<RequestedEnd> asked = new ArrayList<>();
    private final List<Slot<?>> more = new ArrayList<>();
    private BarSlot exportBar;
    private ExportSlot export;

    /** @param decisions those that the services add to */
    Services(EffectiveTerms setting, ContractState course, Cause cause, List<Decision> decisions) {
        this.setting = setting;
        this.dossier = setting.dossier();
        this.course = course;
        this.cause = cause;
        this.end = course.end().last();
        this.decisions = decisions;
    }

    /** The slots that say whether the client has a right to what was asked for, and to modules. */
    List<Slot<?>> slots() {
        List<Slot<?>> slots = new ArrayList<>();
        for (ReversibilityRequest request : counted()) {
            for (ExitService service : request.services()) {
                ServiceRule rule = ServiceRule.find(setting, service.id(), end);
                if (rule == null) {
                    slots.add(FindingSlot.certain(Finding.NO_PRICE_ON_SERVICE, Reason.of("cost.silent", service.id())));
                } else {
                    BarSlot bar = new BarSlot(
                            service.id(), request.counts(), share(), UnpaidOnEnd.on(setting, request.counts(), end));
                    slots.add(bar);
                    asked.add(new RequestedEnd(
                            service,
                            rule,
                            bar,
                            new RequestSlot(
                                    service.id(),
                                    request,
                                    end,
                                    rule,
                                    share(),
                                    untouched(service) ? null : SwitchLimits.on(setting, request.counts()))));
                }
            }
        }
        ExportRule rule = ExportRule.find(setting, end);
        if (rule != null) {
            export = export(rule);
            LocalDate day = export.request() == null
                    ? export.firstDay()
                    : export.request().counts();
            exportBar = new BarSlot(null, day, share(), UnpaidOnEnd.on(setting, day, end));
            slots.add(exportBar);
        }
        return slots;
    }

    /** The slots of what is not barred. */
    List<Slot<?>> requests() {
        List<Slot<?>> slots = new ArrayList<>();
        asked.stream().filter(one -> !one.bar().barred()).forEach(one -> slots.add(one.request()));
        if (export != null && !exportBar.barred()) {
            slots.add(export);
        }
        return slots;
    }

    /** What became of the requests; then the slots of those that may have no cost to share, and of modules asked for. */
    List<Slot<?>> lapses() {
        for (RequestedEnd one : asked) {
            Decision.ReversibilityRequest request = one.decision();
            decisions.add(request);
            more.add(new LapseSlot(one.service(), one.rule(), request.status(), request.because()));
        }
        if (export != null) {
            modules();
        }
        return following();
    }

    private List<ReversibilityRequest> counted() {
        return dossier.events(ReversibilityRequest.class).stream()
                .filter(setting.noticeForm()::counts)
                .toList();
    }

    private ShareRule share() {
        return ShareRule.of(setting, cause, end);
    }

    /** Whether the law on switching leaves a service as the contract has it. */
    private static boolean untouched(ExitService service) {
        return service.customBuilt() || service.beyondSwitching();
    }

    private ExportSlot export(ExportRule rule) {
        ReversibilityRequest request = null;
        for (ReversibilityRequest each : counted()) {
            if (each.modules() != null && (request == null || request.counts().isBefore(rule.opens(end)))) {
                request = each;
            }
        }
        return new ExportSlot(
                rule,
                end,
                TermTotal.on(course, dossier, end),
                dossier.contract().exportModules(),
                request);
    }

    /** What does not lapse has a cost; the decision that it has none goes to whoever gave the slots. */
    Optional<Decision> take(LapseSlot slot) {
        if (slot.lapsed()) {
            Settlement.Settled<Finding> settled = Settlement.one(slot);
            return Optional.of(
                    new Decision.NothingDue(settled.stands().value().code(), null, null, Becauses.of(settled)));
        }
        ExitService service = slot.service();
        LocalDate performed = service.performed() == null ? end : service.performed();
        boolean untouched = untouched(service);
        more.add(new CostSlot(
                service,
                slot.rule(),
                share(),
                untouched ? null : SwitchRules.charge(setting, performed),
                untouched ? null : SwitchRules.transfer(setting, service.id(), performed),
                dossier.digits()));
        return Optional.empty();
    }

    void take(CostSlot slot) {
        Settlement.Settled<CostSlot.Cost> settled = Settlement.one(slot);
        CostSlot.Cost cost = settled.stands().value();
        decisions.add(new Decision.ReversibilityCost(
                slot.service().id(),
                slot.total(),
                cost.clientPct(),
                cost.clientAmount(),
                slot.providerPart(cost),
                Becauses.displacing(settled, slot::fields)));
        if (slot.getAtMost() == AtMost.DIRECT_COST) {
            more.add(FindingSlot.possible(
                            Finding.SWITCHING_CAP_UNCHECKED,
                            Reason.of("cost.cap_unchecked", slot.service().id()),
                            slot.law().row())
                    .of(cost.clientAmount())
                    .between(BigDecimal.ONE.movePointLeft(dossier.digits()), slot.getLawfulMost()));
        }
    }

    private void modules() {
        boolean requested = export.request() != null;
        if (exportBar.barred()) {
            if (requested) {
                decisions.add(new Decision.ReversibilityRequest(
                        MODULES, NoticeStatus.BARRED, export.lastDay(), exportBar.because()));
            }
            decisions.add(new Decision.NothingDue("export_entitlement", null, null, exportBar.because()));
            return;
        }
        Settlement.Settled<Integer> settled = Settlement.one(export);
        int granted = settled.stands().value();
        Because because = Becauses.of(settled);
        if (granted == 0) {
            decisions.add(new Decision.NothingDue("export_entitlement", null, null, because));
        } else if (requested) {
            LocalDate on = export.request().counts();
            int modules = export.request().modules();
            more.add(new ModulesSlot(export, granted, because));
            more.add(FindingSlot.possible(
                            Finding.EXPORT_REQUEST_TOO_EARLY,
                            Reason.of("export.too_early", on, export.firstDay()),
                            export.rule().row())
                    .on(on)
                    .within(export.firstDay(), null));
            more.add(FindingSlot.possible(
                            Finding.MODULES_OVER_ENTITLEMENT,
                            Reason.of("export.over", modules, granted),
                            export.rule().row())
                    .of(BigDecimal.valueOf(modules))
                    .between(null, BigDecimal.valueOf(granted)));
        } else {
            decisions.add(new Decision.ExportEntitlement(granted, export.firstDay(), export.lastDay(), null, because));
        }
    }

    void take(ModulesSlot slot) {
        Settlement.Settled<ModulesSlot.Delivery> settled = Settlement.one(slot);
        ModulesSlot.Delivery delivery = settled.stands().value();
        decisions.add(new Decision.ExportEntitlement(
                slot.granted(), slot.getFirstDay(), slot.getLastDay(), delivery.deliverBy(), because(slot, settled)));
        if (delivery.status() == NoticeStatus.LATE) {
            decisions.add(new Decision.ReversibilityRequest(
                    MODULES, NoticeStatus.LATE, slot.getLastDay(), because(slot, settled)));
        }
    }

    /** Why so many modules are granted, by the rule, too, that looked at the request. */
    private static Because because(ModulesSlot slot, Settlement.Settled<ModulesSlot.Delivery> settled) {
        Because granted = slot.because();
        return new Because(
                granted.reading(),
                List.of(granted.rules().get(0), settled.stands().rule()),
                granted.rows(),
                granted.reasons(),
                granted.displaced());
    }

    /** The slots that follow from those taken since the last call. */
    List<Slot<?>> following() {
        List<Slot<?>> slots = List.copyOf(more);
        more.clear();
        return slots;
    }
}
