package plantrail.command.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static plantrail.command.Given.AGENCIES;
import static plantrail.command.Given.DISTRICT;
import static plantrail.command.Given.FINANCE;
import static plantrail.command.Given.HOME_AFFAIRS;
import static plantrail.command.Given.NOW;
import static plantrail.command.Given.OTHER_DISTRICT;
import static plantrail.command.Given.PROVINCE;
import static plantrail.command.Given.TODAY;
import static plantrail.command.Given.WHEN;
import static plantrail.command.Given.official;
import static plantrail.command.Given.plan;
import static plantrail.command.Given.plans;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantrail.command.Given;
import plantrail.command.Refused;
import plantrail.command.inspection.begininspection.BeginInspection;
import plantrail.command.inspection.closeinspection.CloseInspection;
import plantrail.command.inspection.confirmremedy.ConfirmRemedy;
import plantrail.command.inspection.domain.Inspection;
import plantrail.command.inspection.planinspection.PlanInspection;
import plantrail.command.inspection.recordfindings.RecordFindings;
import plantrail.command.inspection.transferinspection.TransferInspection;
import plantrail.command.platform.Agencies;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.agency.AgencyRegistered;
import plantrail.kernel.inspection.InspectionEvent;
import plantrail.kernel.inspection.InspectionId;
import plantrail.kernel.inspection.InspectionRecorded;
import plantrail.kernel.inspection.InspectionState;
import plantrail.kernel.inspection.InspectionTransferred;
import plantrail.kernel.inspection.Inspector;
import plantrail.kernel.inspection.Recommendation;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.ReportingRule;

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
    return command.decide(state, official(agency), plans(plan()), AGENCIES);
  }

  /** The planned inspection after these steps by those agencies. */
  private static Inspection after(Object... stepsAndAgencies) {
    Inspection inspection =
        Inspection.evolve(null, planned(PLANNED, null, HOME_AFFAIRS).getFirst(), "p", NOW);
    for (int i = 0; i < stepsAndAgencies.length; i += 2) {
      InspectionCommand step = (InspectionCommand) stepsAndAgencies[i];
      for (InspectionEvent event :
          step.decide(inspection, official((String) stepsAndAgencies[i + 1]), WHEN)) {
        inspection = Inspection.evolve(inspection, event, "p", NOW);
      }
    }
    return inspection;
  }

  private static RecordFindings findings(List<Recommendation> recommendations) {
    return new RecordFindings(
        ID, List.of("Chưa niêm yết đủ thủ tục"), List.of("Thu phí sai"), recommendations);
  }

  private static final List<Recommendation> TO_MEND =
      List.of(new Recommendation("Niêm yết đủ", TODAY.plusDays(30)));

  /** Giám sát: the Front stands above nobody, yet supervises what it has a part in. */
  @Test
  void theFrontSupervisesWhereThePlanGivesItAPart() {
    AgencyRegistered front =
        new AgencyRegistered(
            "HGI.MTTQ",
            "Ủy ban MTTQ Việt Nam tỉnh",
            AgencyKind.MASS_ORGANISATION,
            AgencyLevel.PROVINCE,
            null,
            LocalDate.of(2000, 1, 1),
            null,
            null);
    Agencies agencies = Given.agencies(List.of(front));
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
                List.of(new Addressee(front.code(), null))));
    PlanInspection supervision =
        new PlanInspection(
            part.planId(),
            front.code(),
            DISTRICT,
            TODAY,
            "Kế hoạch giám sát năm 2024",
            List.of(new Inspector("Lý Thị Hoa", "Trưởng đoàn")));
    assertThat(supervision.decide(null, official(front.code()), plans(part), agencies)).hasSize(1);
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> supervision.decide(null, official(front.code()), plans(plan()), agencies));
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> supervision.decide(null, official(OTHER_DISTRICT), plans(part), agencies));
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
  void itNamesItsTeamAndItsDecision() {
    Refused.forFields(
        () ->
            planned(
                new PlanInspection(PLANNED.planId(), HOME_AFFAIRS, DISTRICT, TODAY, " ", List.of()),
                null,
                HOME_AFFAIRS),
        "basis",
        "team");
  }

  @Test
  void theInspectedUnitSaysNothingOfItsOwnRemedy() {
    Inspection recorded = after(findings(TO_MEND), HOME_AFFAIRS);
    for (String agency : List.of(DISTRICT, OTHER_DISTRICT)) {
      Refused.with(
          RefusalCode.NOT_PERMITTED,
          () -> new ConfirmRemedy(ID, null).decide(recorded, official(agency), WHEN));
    }
  }

  @Test
  void itIsNotClosedWhileSomethingIsLeftToBeMended() {
    Inspection recorded = after(findings(TO_MEND), HOME_AFFAIRS);
    CloseInspection close = new CloseInspection(ID, "Xong");
    Refused.with(
        RefusalCode.INVALID_STATE, () -> close.decide(recorded, official(HOME_AFFAIRS), WHEN));
    assertThat(close.decide(after(findings(List.of()), HOME_AFFAIRS), official(HOME_AFFAIRS), WHEN))
        .hasSize(1);
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
    Inspection after = Inspection.evolve(after(), transferred, "system", NOW);
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
}
