package plantrail.command.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static plantrail.command.Given.AGENCIES;
import static plantrail.command.Given.DISTRICT;
import static plantrail.command.Given.FINANCE;
import static plantrail.command.Given.HOME_AFFAIRS;
import static plantrail.command.Given.OTHER_DISTRICT;
import static plantrail.command.Given.PROVINCE;
import static plantrail.command.Given.TODAY;
import static plantrail.command.Given.WHEN;
import static plantrail.command.Given.official;
import static plantrail.command.Given.plan;
import static plantrail.command.Given.plans;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantrail.command.Given;
import plantrail.command.Refused;
import plantrail.command.inspection.begininspection.BeginInspection;
import plantrail.command.inspection.cancelinspection.CancelInspection;
import plantrail.command.inspection.closeinspection.CloseInspection;
import plantrail.command.inspection.confirmremedy.ConfirmRemedy;
import plantrail.command.inspection.domain.Inspection;
import plantrail.command.inspection.planinspection.PlanInspection;
import plantrail.command.inspection.recordfindings.RecordFindings;
import plantrail.command.inspection.recordinspection.RecordInspection;
import plantrail.command.inspection.transferinspection.TransferInspection;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Taken;
import plantrail.command.task.AssignRecommendation;
import plantrail.command.task.domain.Task;
import plantrail.command.task.domain.Tasks;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.agency.AgencyRegistered;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.inspection.InspectionCancelled;
import plantrail.kernel.inspection.InspectionEvent;
import plantrail.kernel.inspection.InspectionId;
import plantrail.kernel.inspection.InspectionPlanned;
import plantrail.kernel.inspection.InspectionRecorded;
import plantrail.kernel.inspection.InspectionState;
import plantrail.kernel.inspection.InspectionTransferred;
import plantrail.kernel.inspection.Inspector;
import plantrail.kernel.inspection.Recommendation;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.task.TaskAccepted;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskCancelled;
import plantrail.kernel.task.TaskEvent;

class InspectionStepsSpec {
  private static final PlanInspection PLANNED =
      new PlanInspection(
          plan().planId(),
          HOME_AFFAIRS,
          DISTRICT,
          TODAY,
          "Quyết định 120/QĐ-SNV",
          List.of(new Inspector("Trần Văn An", "Trưởng đoàn")));
  private static final InspectionId ID = PLANNED.inspectionId();

  private static List<InspectionEvent> planned(
      PlanInspection command, @Nullable Inspection state, String agency) {
    return command.decide(state, official(agency), WHEN, plans(plan()), AGENCIES);
  }

  /** The planned inspection after these steps by those agencies. */
  private static Inspection after(Object... stepsAndAgencies) {
    Inspection inspection =
        Inspection.evolve(
            null, planned(PLANNED, null, HOME_AFFAIRS).getFirst(), new Taken("p", TODAY));
    for (int i = 0; i < stepsAndAgencies.length; i += 2) {
      for (InspectionEvent event :
          decided(stepsAndAgencies[i], inspection, official((String) stepsAndAgencies[i + 1]))) {
        inspection = Inspection.evolve(inspection, event, new Taken("p", TODAY));
      }
    }
    return inspection;
  }

  private static List<InspectionEvent> decided(Object step, Inspection inspection, Actor actor) {
    return switch (step) {
      case ConfirmRemedy confirm -> confirm.decide(inspection, actor, WHEN, ALL_DONE);
      case CloseInspection close -> close.decide(inspection, actor, WHEN, ALL_DONE);
      default -> ((InspectionCommand) step).decide(inspection, actor, WHEN);
    };
  }

  /** The task of the one recommendation, after these events. */
  private static Tasks task(TaskEvent... events) {
    Inspection recorded = after(findings(TO_MEND), HOME_AFFAIRS);
    AssignRecommendation command =
        new AssignRecommendation((InspectionRecorded) recorded.last(), 1);
    Task task = null;
    for (TaskEvent event : command.decide(null, Actor.SYSTEM, AGENCIES)) {
      task = Task.evolve(task, event, new Taken("system", TODAY));
    }
    for (TaskEvent event : events) {
      task = Task.evolve(task, event, new Taken("p", TODAY));
    }
    Task there = task;
    return id -> id.equals(command.taskId().value()) ? there : null;
  }

  private static RecordFindings findings(List<Recommendation> recommendations) {
    return new RecordFindings(
        ID, List.of("Chưa niêm yết đủ thủ tục"), List.of("Thu phí sai"), recommendations);
  }

  private static final List<Recommendation> TO_MEND =
      List.of(new Recommendation("Niêm yết đủ", TODAY.plusDays(30)));

  /** Every recommendation's task is called off. */
  private static final Tasks ALL_DONE = id -> task(cancelled()).find(id);

  @Test
  void noInspectionIsPlannedBeforeItsPlan() {
    var before = new Occurrence(Given.NOW, Given.ISSUED.minusDays(1), "Nhập bổ sung", 7);
    Refused.forFields(
        () -> PLANNED.decide(null, official(HOME_AFFAIRS), before, plans(plan()), AGENCIES),
        "happenedOn");
  }

  private static final AgencyRegistered FRONT =
      new AgencyRegistered(
          "HGI.MTTQ",
          "Ủy ban MTTQ Việt Nam tỉnh",
          AgencyKind.MASS_ORGANISATION,
          AgencyLevel.PROVINCE,
          null,
          LocalDate.of(2000, 1, 1),
          null,
          null);

  @Test
  void whatTheFrontRecommendsIsARequestUnlessItLooksAtItself() {
    Agencies agencies = Given.agencies(List.of(FRONT));
    assertThat(rolesOf(FRONT.code(), DISTRICT, agencies)).containsExactly(DutyRole.REQUEST);
    assertThat(rolesOf(FRONT.code(), FRONT.code(), agencies)).containsExactly(DutyRole.EXECUTE);
    assertThat(rolesOf(HOME_AFFAIRS, DISTRICT, agencies)).containsExactly(DutyRole.EXECUTE);
  }

  /** The plan's issuer may charge itself; whoever looks at it in its stead stands below it. */
  @Test
  void whatADepartmentRecommendsToWhoeverStandsAboveItIsARequest() {
    assertThat(rolesOf(HOME_AFFAIRS, PROVINCE, AGENCIES)).containsExactly(DutyRole.REQUEST);
    assertThat(rolesOf(PROVINCE, PROVINCE, AGENCIES)).containsExactly(DutyRole.EXECUTE);
    assertThat(rolesOf(HOME_AFFAIRS, FINANCE, AGENCIES)).containsExactly(DutyRole.EXECUTE);
  }

  private static List<DutyRole> rolesOf(String inspector, String unit, Agencies agencies) {
    InspectionRecorded recorded =
        new InspectionRecorded(
            ID.value(),
            plan().planId(),
            plan().document(),
            inspector,
            unit,
            TODAY,
            null,
            List.of(),
            TO_MEND,
            null,
            List.of(),
            plan().issuer());
    TaskEvent charged =
        new AssignRecommendation(recorded, 1).decide(null, Actor.SYSTEM, agencies).getFirst();
    return ((TaskAssigned) charged).roles();
  }

  /** Giám sát: the Front stands above nobody, yet supervises what it has a part in. */
  @Test
  void theFrontSupervisesWhereThePlanGivesItAPart() {
    Agencies agencies = Given.agencies(List.of(FRONT));
    ReportingRule rule = Given.quarterly();
    PlanIssued part =
        Given.planWith(
            new ReportingRule(
                rule.id(),
                rule.title(),
                rule.frequency(),
                rule.window(),
                rule.reporters(),
                rule.due(),
                List.of(new Addressee(FRONT.code(), null))));
    PlanInspection supervision =
        new PlanInspection(
            part.planId(),
            FRONT.code(),
            DISTRICT,
            TODAY,
            "Kế hoạch giám sát năm 2024",
            List.of(new Inspector("Lý Thị Hoa", "Trưởng đoàn")));
    assertThat(supervision.decide(null, official(FRONT.code()), WHEN, plans(part), agencies))
        .hasSize(1);
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> supervision.decide(null, official(FRONT.code()), WHEN, plans(plan()), agencies));
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> supervision.decide(null, official(OTHER_DISTRICT), WHEN, plans(part), agencies));
  }

  @Test
  void anInspectionGoesFromItsPlanToItsEnd() {
    Inspection inspection =
        after(
            new BeginInspection(ID),
            HOME_AFFAIRS,
            findings(TO_MEND),
            HOME_AFFAIRS,
            new ConfirmRemedy(ID, null),
            PROVINCE,
            new CloseInspection(ID, "Đã khắc phục"),
            HOME_AFFAIRS);
    assertThat(inspection.state()).isEqualTo(InspectionState.CLOSED);
  }

  @Test
  void noRemedyIsConfirmedBeforeWhatWasFound() {
    LocalDate day = TODAY.plusDays(3);
    Inspection recorded =
        Inspection.evolve(
            after(),
            findings(TO_MEND).decide(after(), official(HOME_AFFAIRS), WHEN).getFirst(),
            new Taken("p", day));
    ConfirmRemedy confirm = new ConfirmRemedy(ID, null);
    Instant now = LocalTime.startOf(day.plusDays(2));
    Refused.forFields(
        () ->
            confirm.decide(
                recorded,
                official(HOME_AFFAIRS),
                new Occurrence(now, day.minusDays(1), null, 7),
                ALL_DONE),
        Occurrence.DAY);
    assertThat(
            confirm.decide(
                recorded, official(HOME_AFFAIRS), new Occurrence(now, day, null, 7), ALL_DONE))
        .hasSize(1);
  }

  @Test
  void whatAPlannedInspectionFoundRestsOnItsDecision() {
    assertThat(findings(TO_MEND).decide(after(), official(HOME_AFFAIRS), WHEN))
        .singleElement()
        .isInstanceOfSatisfying(
            InspectionRecorded.class,
            recorded -> {
              assertThat(recorded.inspectionId()).isEqualTo(ID.value());
              assertThat(recorded.happenedOn()).isEqualTo(TODAY);
              assertThat(recorded.basis()).isEqualTo("Quyết định 120/QĐ-SNV");
              assertThat(recorded.violations()).containsExactly("Thu phí sai");
            });
  }

  @Test
  void itIsPlannedOnceAndByThoseWhoMayInspect() {
    assertThat(planned(PLANNED, after(), HOME_AFFAIRS)).isEmpty();
    Refused.with(RefusalCode.NOT_PERMITTED, () -> planned(PLANNED, null, PROVINCE));
    Refused.with(
        RefusalCode.ALREADY_EXISTS,
        () ->
            planned(
                new PlanInspection(
                    PLANNED.planId(), HOME_AFFAIRS, DISTRICT, TODAY, "Khác", PLANNED.team()),
                after(),
                HOME_AFFAIRS));
  }

  @Test
  void noneIsPlannedOfAPlanThatIsNotInForce() {
    for (PlanStatus status : List.of(PlanStatus.CONCLUDED, PlanStatus.SUPERSEDED)) {
      Refused.with(
          RefusalCode.INVALID_STATE,
          () ->
              PLANNED.decide(null, official(HOME_AFFAIRS), WHEN, plans(plan(), status), AGENCIES));
    }
  }

  @Test
  void oneDecisionPlansTheInspectionsOfSeveralUnits() {
    PlanInspection several = planned(OTHER_DISTRICT, FINANCE);
    assertThat(several.ofEachUnit())
        .extracting(PlanInspection::unit)
        .containsExactly(DISTRICT, OTHER_DISTRICT, FINANCE);
    assertThat(several.inspectionId()).isEqualTo(ID);
    assertThat(planned(several, null, HOME_AFFAIRS))
        .isEqualTo(planned(PLANNED, null, HOME_AFFAIRS));
    assertThat(several.ofEachUnit().stream().skip(1))
        .allSatisfy(each -> {
          assertThat(each.alsoAt()).isEmpty();
          assertThat(planned(each, null, HOME_AFFAIRS))
              .singleElement()
              .isInstanceOfSatisfying(
                  InspectionPlanned.class,
                  event -> {
                    assertThat(event.unit()).isEqualTo(each.unit());
                    assertThat(event.basis()).isEqualTo(PLANNED.basis());
                    assertThat(event.team()).isEqualTo(PLANNED.team());
                  });
        });
  }

  @Test
  void aDecisionNamesEachUnitOnce() {
    Refused.forFields(
        () -> planned(planned(DISTRICT, OTHER_DISTRICT, OTHER_DISTRICT, "XX"), null, HOME_AFFAIRS),
        "alsoAt[0]",
        "alsoAt[2]",
        "alsoAt[3]");
  }

  /** Who issued or watches over a plan inspects how it is carried out, nobody else's affairs. */
  @Test
  void onlyAUnitThatThePlanConcernsIsInspected() {
    Agencies agencies = Given.agencies(List.of(OUTSIDE));
    PlanInspection strangers =
        new PlanInspection(
            PLANNED.planId(),
            HOME_AFFAIRS,
            OUTSIDE.code(),
            TODAY,
            PLANNED.basis(),
            PLANNED.team(),
            List.of(OUTSIDE.code()));
    Refused.forFields(
        () -> strangers.decide(null, official(HOME_AFFAIRS), WHEN, plans(plan()), agencies),
        "unit",
        "alsoAt[0]",
        "alsoAt[0]");
    RecordInspection record =
        new RecordInspection(
            plan().planId(),
            PROVINCE,
            OUTSIDE.code(),
            TODAY,
            null,
            List.of("Chưa niêm yết"),
            TO_MEND,
            List.of());
    Refused.forFields(
        () -> record.decide(null, official(PROVINCE), WHEN, plans(plan()), agencies), "unit");
    assertThat(rolesOf(PROVINCE, OUTSIDE.code(), agencies)).containsExactly(DutyRole.REQUEST);
  }

  private static final AgencyRegistered OUTSIDE =
      new AgencyRegistered(
          "DNA",
          "UBND thành phố khác",
          AgencyKind.PEOPLES_COMMITTEE,
          AgencyLevel.PROVINCE,
          null,
          LocalDate.of(2000, 1, 1),
          null,
          null);

  private static PlanInspection planned(String... alsoAt) {
    return new PlanInspection(
        PLANNED.planId(),
        HOME_AFFAIRS,
        DISTRICT,
        TODAY,
        PLANNED.basis(),
        PLANNED.team(),
        List.of(alsoAt));
  }

  @Test
  void itNamesItsDecision() {
    Refused.forFields(
        () ->
            planned(
                new PlanInspection(
                    PLANNED.planId(), HOME_AFFAIRS, DISTRICT, TODAY, " ", PLANNED.team()),
                null,
                HOME_AFFAIRS),
        "basis");
  }

  @Test
  void theInspectedUnitSaysNothingOfItsOwnRemedy() {
    Inspection recorded = after(findings(TO_MEND), HOME_AFFAIRS);
    for (String agency : List.of(DISTRICT, OTHER_DISTRICT)) {
      Refused.with(
          RefusalCode.NOT_PERMITTED,
          () -> new ConfirmRemedy(ID, null).decide(recorded, official(agency), WHEN, ALL_DONE));
    }
  }

  @Test
  void itIsNotClosedWhileSomethingIsLeftToBeMended() {
    Inspection recorded = after(findings(TO_MEND), HOME_AFFAIRS);
    CloseInspection close = new CloseInspection(ID, "Xong");
    Refused.with(
        RefusalCode.INVALID_STATE,
        () -> close.decide(recorded, official(HOME_AFFAIRS), WHEN, ALL_DONE));
    assertThat(
            close.decide(
                after(findings(List.of()), HOME_AFFAIRS), official(HOME_AFFAIRS), WHEN, id -> null))
        .hasSize(1);
  }

  @Test
  void noRemedyIsConfirmedWhileATaskOfARecommendationIsOpen() {
    Inspection recorded = after(findings(TO_MEND), HOME_AFFAIRS);
    ConfirmRemedy confirm = new ConfirmRemedy(ID, null);
    for (Tasks open : List.<Tasks>of(id -> null, task(), task(accepted()))) {
      Refused.with(
          RefusalCode.INVALID_STATE,
          () -> confirm.decide(recorded, official(HOME_AFFAIRS), WHEN, open));
    }
    for (Tasks done : List.of(ALL_DONE, task(cancelled()))) {
      assertThat(confirm.decide(recorded, official(HOME_AFFAIRS), WHEN, done)).hasSize(1);
    }
  }

  @Test
  void noRemedyIsConfirmedWhereNothingWasRecommendedAndItIsClosedAtOnce() {
    Inspection faultless =
        after(new RecordFindings(ID, List.of("Đúng tiến độ"), List.of(), List.of()), HOME_AFFAIRS);
    Refused.with(
        RefusalCode.INVALID_STATE,
        () ->
            new ConfirmRemedy(ID, null).decide(faultless, official(HOME_AFFAIRS), WHEN, ALL_DONE));
    assertThat(
            new CloseInspection(ID, "Đạt")
                .decide(faultless, official(HOME_AFFAIRS), WHEN, ALL_DONE))
        .hasSize(1);
  }

  @Test
  void itIsNotClosedWhileATaskThatWasOpenedAgainIsOpen() {
    Inspection remedied =
        after(findings(TO_MEND), HOME_AFFAIRS, new ConfirmRemedy(ID, null), PROVINCE);
    CloseInspection close = new CloseInspection(ID, "Xong");
    Refused.with(
        RefusalCode.INVALID_STATE,
        () -> close.decide(remedied, official(HOME_AFFAIRS), WHEN, task(accepted())));
    assertThat(close.decide(remedied, official(HOME_AFFAIRS), WHEN, ALL_DONE)).hasSize(1);
  }

  private static TaskEvent accepted() {
    return new TaskAccepted("t");
  }

  private static TaskEvent cancelled() {
    return new TaskCancelled("t", "Không cần nữa", null);
  }

  private static TransferInspection transfer(String from, String to) {
    return new TransferInspection(ID, from, to, "Sáp nhập", "Nghị quyết 1/NQ-HĐND");
  }

  @Test
  void aSuccessorStandsWhereItsPredecessorStood() {
    InspectionTransferred transferred =
        new InspectionTransferred(
            ID.value(), HOME_AFFAIRS, FINANCE, "Sáp nhập", "Nghị quyết 1/NQ-HĐND");
    assertThat(transfer(HOME_AFFAIRS, FINANCE).decide(after(), Actor.SYSTEM, WHEN))
        .containsExactly(transferred);
    Inspection after = Inspection.evolve(after(), transferred, new Taken("system", TODAY));
    assertThat(new BeginInspection(ID).decide(after, official(FINANCE), WHEN)).hasSize(1);
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> new BeginInspection(ID).decide(after, official(HOME_AFFAIRS), WHEN));
    assertThat(transfer(HOME_AFFAIRS, FINANCE).decide(after, Actor.SYSTEM, WHEN)).isEmpty();
    assertThat(findings(TO_MEND).decide(after, official(FINANCE), WHEN))
        .singleElement()
        .isInstanceOfSatisfying(
            InspectionRecorded.class,
            recorded -> assertThat(recorded.inspector()).isEqualTo(FINANCE));
  }

  @Test
  void whatIsClosedStaysWhereItWasAndOnlyTheSystemTransfers() {
    Inspection closed =
        after(findings(List.of()), HOME_AFFAIRS, new CloseInspection(ID, "Đạt"), HOME_AFFAIRS);
    Refused.with(
        RefusalCode.INVALID_STATE,
        () -> transfer(HOME_AFFAIRS, FINANCE).decide(closed, Actor.SYSTEM, WHEN));
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> transfer(HOME_AFFAIRS, FINANCE).decide(after(), official(HOME_AFFAIRS), WHEN));
  }

  @Test
  void whatWasPlannedIsCalledOffByTheInspectorOrTheIssuerWhateverBecameOfThePlan() {
    CancelInspection cancel = new CancelInspection(ID, "Trùng với thanh tra");
    for (PlanStatus status : PlanStatus.values()) {
      for (String agency : List.of(HOME_AFFAIRS, PROVINCE)) {
        assertThat(cancel.decide(after(), official(agency), WHEN, plans(plan(), status)))
            .containsExactly(new InspectionCancelled(ID.value(), "Trùng với thanh tra"));
      }
      assertThat(
              cancel.decide(
                  after(new BeginInspection(ID), HOME_AFFAIRS),
                  official(HOME_AFFAIRS),
                  WHEN,
                  plans(plan(), status)))
          .hasSize(1);
    }
    for (String agency : List.of(DISTRICT, OTHER_DISTRICT, FINANCE)) {
      Refused.with(RefusalCode.NOT_PERMITTED, () -> cancel.decide(after(), official(agency), WHEN));
    }
    Refused.forFields(
        () -> new CancelInspection(ID, " ").decide(after(), official(HOME_AFFAIRS), WHEN),
        "reason");
  }

  @Test
  void whatWasCalledOffFindsNothingAndWhatWasFoundIsNotCalledOff() {
    CancelInspection cancel = new CancelInspection(ID, "Trùng với thanh tra");
    Inspection cancelled = after(cancel, HOME_AFFAIRS);
    assertThat(cancelled.state()).isEqualTo(InspectionState.CANCELLED);
    Refused.with(
        RefusalCode.INVALID_STATE,
        () -> findings(List.of()).decide(cancelled, official(HOME_AFFAIRS), WHEN));
    Refused.with(
        RefusalCode.INVALID_STATE,
        () -> new BeginInspection(ID).decide(cancelled, official(HOME_AFFAIRS), WHEN));
    Refused.with(
        RefusalCode.INVALID_STATE,
        () -> cancel.decide(after(findings(TO_MEND), HOME_AFFAIRS), official(HOME_AFFAIRS), WHEN));
  }

  @Test
  void whatWasFoundIsToldAfterThePlansConclusionButChargesNobodyThen() {
    Actor inspector = official(HOME_AFFAIRS);
    RecordFindings found = findings(List.of());
    assertThat(found.decide(after(), inspector, WHEN, plans(plan(), PlanStatus.CONCLUDED)))
        .hasSize(1);
    Refused.with(
        RefusalCode.INVALID_STATE,
        () -> found.decide(after(), inspector, WHEN, plans(plan(), PlanStatus.REVOKED)));
    for (PlanStatus over : List.of(PlanStatus.CONCLUDED, PlanStatus.REVOKED)) {
      Refused.with(
          RefusalCode.INVALID_STATE,
          () -> findings(TO_MEND).decide(after(), inspector, WHEN, plans(plan(), over)));
    }
  }
}
