package plantrail.command.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.command.AnyOrder;
import plantrail.command.Given;
import plantrail.command.inspection.begininspection.BeginInspection;
import plantrail.command.inspection.cancelinspection.CancelInspection;
import plantrail.command.inspection.closeinspection.CloseInspection;
import plantrail.command.inspection.confirmremedy.ConfirmRemedy;
import plantrail.command.inspection.domain.Inspection;
import plantrail.command.inspection.planinspection.PlanInspection;
import plantrail.command.inspection.recordfindings.RecordFindings;
import plantrail.command.inspection.recordinspection.RecordInspection;
import plantrail.command.inspection.transferinspection.TransferInspection;
import plantrail.command.platform.CommandRegistry;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.platform.Taken;
import plantrail.command.task.domain.Task;
import plantrail.command.task.domain.Tasks;
import plantrail.kernel.inspection.InspectionBegun;
import plantrail.kernel.inspection.InspectionCancelled;
import plantrail.kernel.inspection.InspectionClosed;
import plantrail.kernel.inspection.InspectionEvent;
import plantrail.kernel.inspection.InspectionId;
import plantrail.kernel.inspection.InspectionPlanned;
import plantrail.kernel.inspection.InspectionRecorded;
import plantrail.kernel.inspection.InspectionState;
import plantrail.kernel.inspection.InspectionTransferred;
import plantrail.kernel.inspection.Inspector;
import plantrail.kernel.inspection.Recommendation;
import plantrail.kernel.inspection.RemedyConfirmed;
import plantrail.kernel.message.Actor;
import plantrail.kernel.task.TaskCancelled;
import plantrail.kernel.workflow.Relation;

class InspectionAnyOrderTest extends AnyOrder<Inspection, InspectionEvent> {
  private static final Plans PLANS = Given.plans(Given.plan());
  private static final String PLAN = Given.plan().planId();
  private static final LocalDate DAY = Given.TODAY.minusDays(3);
  private static final InspectionId INSPECTION =
      InspectionId.of(PLAN, Given.HOME_AFFAIRS, Given.DISTRICT, DAY);

  private static final Task CALLED_OFF =
      Given.task(new TaskCancelled("t", "Không cần nữa", null), "p");

  /** Who may come to stand somewhere, and leave it again. */
  private static final List<String> PLACES =
      List.of(Given.DISTRICT, Given.FINANCE, Given.HOME_AFFAIRS, Given.PROVINCE);

  @Override
  protected Class<?> aggregate() {
    return InspectionAggregate.class;
  }

  @Override
  protected List<Actor> concerned() {
    return List.of(
        Given.official(Given.HOME_AFFAIRS), Given.official(Given.PROVINCE), Actor.SYSTEM);
  }

  @Override
  protected int steps() {
    return 120;
  }

  @Override
  protected Attempt<Inspection, InspectionEvent> any(Random random, Occurrence when) {
    String text = random.nextInt(8) == 0 ? " " : "Văn bản " + random.nextInt(3);
    List<Recommendation> recommendations =
        switch (random.nextInt(4)) {
          case 0 -> List.of();
          case 1 -> List.of(new Recommendation(text, DAY.minusDays(10)));
          default -> List.of(new Recommendation(text, Given.TODAY.plusDays(20)));
        };
    if (random.nextInt(5) == 0) {
      TransferInspection transfer =
          new TransferInspection(
              INSPECTION, anyOf(random, PLACES), anyOf(random, PLACES), "sáp nhập", "NQ 1");
      return step(
          "transfer-inspection", (inspection, actor) -> transfer.decide(inspection, actor, when));
    }
    return switch (random.nextInt(9)) {
      case 0 -> {
        PlanInspection command =
            new PlanInspection(
                PLAN,
                Given.HOME_AFFAIRS,
                Given.DISTRICT,
                DAY,
                text,
                random.nextInt(4) == 0
                    ? List.of()
                    : List.of(new Inspector("Bà H.", "Trưởng đoàn")));
        yield new Attempt<>(
            "plan-inspection",
            (inspection, actor) -> command.decide(inspection, actor, when, PLANS, Given.AGENCIES));
      }
      case 1 -> {
        RecordInspection command =
            new RecordInspection(
                PLAN,
                Given.HOME_AFFAIRS,
                Given.DISTRICT,
                DAY,
                null,
                List.of(text),
                recommendations,
                List.of());
        yield new Attempt<>(
            "record-inspection",
            (inspection, actor) ->
                command.decide(inspection, actor, Given.on(DAY), PLANS, Given.AGENCIES));
      }
      case 2, 3 -> {
        ConfirmRemedy command = new ConfirmRemedy(INSPECTION, text);
        Tasks tasks = tasks(random);
        yield step(
            "confirm-remedy",
            (inspection, actor) -> command.decide(inspection, actor, when, tasks));
      }
      case 4, 5 -> {
        CloseInspection command = new CloseInspection(INSPECTION, text);
        Tasks tasks = tasks(random);
        yield step(
            "close-inspection",
            (inspection, actor) -> command.decide(inspection, actor, when, tasks));
      }
      default -> {
        InspectionCommand command =
            anyOf(
                random,
                List.of(
                    new BeginInspection(INSPECTION),
                    new CancelInspection(INSPECTION, text),
                    new RecordFindings(INSPECTION, List.of(text), List.of(), recommendations),
                    new RecordFindings(INSPECTION, List.of(), List.of(), List.of())));
        yield step(
            CommandRegistry.nameOf(command.getClass()),
            (inspection, actor) -> command.decide(inspection, actor, when));
      }
    };
  }

  /** Nobody is charged yet, or all that was recommended is called off. */
  private static Tasks tasks(Random random) {
    return random.nextInt(4) == 0 ? id -> null : id -> CALLED_OFF;
  }

  @Override
  protected Set<Relation> relations(Inspection inspection, InspectionEvent event, Actor actor) {
    return inspection.relations(actor);
  }

  @Override
  protected Inspection evolve(@Nullable Inspection inspection, InspectionEvent event, Taken taken) {
    return Inspection.evolve(inspection, event, taken);
  }

  @Override
  protected Facts begins(InspectionEvent event, Taken taken) {
    Facts first = fact("first", event);
    return switch (event) {
      case InspectionPlanned e ->
          first
              .with(
                  "matter",
                  new Inspection.Matter(
                      e.planId(), e.document(), e.inspector(), e.unit(), e.issuer(), e.focal()))
              .with("state", InspectionState.PLANNED)
              .with("toMend", List.of());
      case InspectionRecorded e ->
          first
              .with(
                  "matter",
                  new Inspection.Matter(
                      e.planId(), e.document(), e.inspector(), e.unit(), e.issuer(), e.focal()))
              .with("state", InspectionState.RECORDED)
              .with("toMend", recommended(e));
      default -> throw new AssertionError("no inspection begins so: " + event);
    };
  }

  /** The tasks that its recommendations become, numbered from one. */
  private static List<String> recommended(InspectionRecorded e) {
    List<String> tasks = new ArrayList<>();
    e.recommendations().forEach(each -> tasks.add(e.task(tasks.size() + 1).value()));
    return tasks;
  }

  @Override
  protected Facts leaves(Inspection before, InspectionEvent event, Taken taken) {
    Inspection.Matter matter = before.matter();
    return switch (event) {
      case InspectionPlanned e -> throw new AssertionError("planned twice: " + e);
      case InspectionBegun _ -> fact("state", InspectionState.UNDER_WAY);
      case InspectionRecorded e ->
          fact("state", InspectionState.RECORDED).with("toMend", recommended(e));
      case RemedyConfirmed _ -> fact("state", InspectionState.REMEDIED);
      case InspectionClosed _ -> fact("state", InspectionState.CLOSED);
      case InspectionCancelled _ -> fact("state", InspectionState.CANCELLED);
      case InspectionTransferred e ->
          fact(
              "matter",
              new Inspection.Matter(
                  matter.planId(),
                  matter.document(),
                  e.inPlaceOf(matter.inspector()),
                  e.inPlaceOf(matter.unit()),
                  matter.issuer() == null ? null : e.inPlaceOf(matter.issuer()),
                  matter.focal() == null ? null : e.inPlaceOf(matter.focal())));
    };
  }

  @Override
  protected void holds(@Nullable Inspection before, InspectionEvent event, Inspection after) {
    assertThat(event.inspectionId()).isEqualTo(INSPECTION.value());
    if (before == null) {
      assertThat(after.matter().inspector()).isEqualTo(Given.HOME_AFFAIRS);
      assertThat(after.matter().unit()).isEqualTo(Given.DISTRICT);
      assertThat(after.state()).isIn(InspectionState.PLANNED, InspectionState.RECORDED);
      return;
    }
    assertThat(after.begun()).isEqualTo(before.begun());
    assertThat(before.state())
        .as("nothing follows the end")
        .isNotIn(InspectionState.CLOSED, InspectionState.CANCELLED);
    if (event instanceof InspectionTransferred e) {
      assertThat(before.matter().include(e.predecessor())).as("whose place is taken").isTrue();
    } else {
      assertThat(after.state()).as("there is no way back").isGreaterThan(before.state());
    }
    if (event instanceof InspectionCancelled) {
      assertThat(before.state()).isIn(InspectionState.PLANNED, InspectionState.UNDER_WAY);
    }
    if (event instanceof InspectionClosed) {
      assertThat(before.state() == InspectionState.REMEDIED || before.toMend().isEmpty())
          .as("what is to be mended was mended")
          .isTrue();
    }
  }
}
