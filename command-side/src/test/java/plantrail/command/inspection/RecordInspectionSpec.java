package plantrail.command.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static plantrail.command.Given.AGENCIES;
import static plantrail.command.Given.DISTRICT;
import static plantrail.command.Given.HOME_AFFAIRS;
import static plantrail.command.Given.OTHER_DISTRICT;
import static plantrail.command.Given.PROVINCE;
import static plantrail.command.Given.TODAY;
import static plantrail.command.Given.official;
import static plantrail.command.Given.plan;
import static plantrail.command.Given.plans;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantrail.command.Given;
import plantrail.command.Refused;
import plantrail.command.inspection.domain.Inspection;
import plantrail.command.inspection.recordinspection.RecordInspection;
import plantrail.command.platform.Taken;
import plantrail.command.task.AssignRecommendation;
import plantrail.kernel.inspection.InspectionEvent;
import plantrail.kernel.inspection.InspectionRecorded;
import plantrail.kernel.inspection.Recommendation;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.task.TaskAssigned;

class RecordInspectionSpec {
  private static RecordInspection inspect(String inspector, LocalDate day, LocalDate due) {
    return new RecordInspection(
        plan().planId(),
        inspector,
        DISTRICT,
        day,
        "Quyết định 120/QĐ-SNV",
        List.of("Chưa công khai thủ tục"),
        List.of(new Recommendation("Công khai đủ thủ tục", due)),
        List.of());
  }

  private static List<InspectionEvent> decide(
      RecordInspection command, @Nullable Inspection state, String agency) {
    return command.decide(state, official(agency), Given.on(TODAY), plans(plan()), AGENCIES);
  }

  @Test
  void issuerFocalAgencyAndTheUnitItselfMayInspect() {
    for (String agency : List.of(PROVINCE, HOME_AFFAIRS, DISTRICT)) {
      assertThat(decide(inspect(agency, TODAY, TODAY.plusDays(30)), null, agency)).hasSize(1);
    }
  }

  @Test
  void anUnrelatedAgencyMayNotAndNobodyInAnothersName() {
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> decide(inspect(OTHER_DISTRICT, TODAY, TODAY), null, OTHER_DISTRICT));
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> decide(inspect(HOME_AFFAIRS, TODAY, TODAY), null, PROVINCE));
  }

  @Test
  void theSameInspectionIsRecordedOnce() {
    RecordInspection command = inspect(HOME_AFFAIRS, TODAY, TODAY.plusDays(30));
    Inspection state =
        Inspection.evolve(
            null, decide(command, null, HOME_AFFAIRS).getFirst(), new Taken("p", TODAY));
    assertThat(decide(command, state, HOME_AFFAIRS)).isEmpty();
    Refused.with(
        RefusalCode.ALREADY_EXISTS,
        () -> decide(inspect(HOME_AFFAIRS, TODAY, TODAY.plusDays(9)), state, HOME_AFFAIRS));
  }

  @Test
  void daysMustBePossible() {
    Refused.forFields(
        () -> decide(inspect(HOME_AFFAIRS, TODAY.plusDays(1), TODAY), null, HOME_AFFAIRS),
        "happenedOn",
        "recommendations[0].due");
    Refused.forFields(
        () -> decide(inspect(HOME_AFFAIRS, LocalDate.of(2024, 1, 1), TODAY), null, HOME_AFFAIRS),
        "happenedOn",
        "backdatingReason");
    Refused.forFields(
        () -> decide(inspect(HOME_AFFAIRS, TODAY.minusDays(8), TODAY), null, HOME_AFFAIRS),
        "backdatingReason");
    assertThat(decide(inspect(HOME_AFFAIRS, TODAY.minusDays(7), TODAY), null, HOME_AFFAIRS))
        .hasSize(1);
  }

  @Test
  void eachRecommendationBecomesATaskOfTheUnitThatTheInspectorAccepts() {
    var recorded =
        (InspectionRecorded)
            decide(inspect(HOME_AFFAIRS, TODAY, TODAY.plusDays(30)), null, HOME_AFFAIRS).getFirst();
    assertThat(new AssignRecommendation(recorded, 1).decide(null, Actor.SYSTEM, AGENCIES))
        .singleElement()
        .isInstanceOfSatisfying(
            TaskAssigned.class,
            task -> {
              assertThat(task.agency()).isEqualTo(DISTRICT);
              assertThat(task.assigner()).isEqualTo(HOME_AFFAIRS);
              assertThat(task.due()).isEqualTo(TODAY.plusDays(30));
              assertThat(task.inspectionId()).isEqualTo(recorded.inspectionId());
            });
  }
}
