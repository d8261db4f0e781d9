package plantrail.standalone.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import plantrail.command.inspection.begininspection.BeginInspection;
import plantrail.command.inspection.closeinspection.CloseInspection;
import plantrail.command.inspection.confirmremedy.ConfirmRemedy;
import plantrail.command.inspection.planinspection.PlanInspection;
import plantrail.command.inspection.recordfindings.RecordFindings;
import plantrail.command.inspection.recordinspection.RecordInspection;
import plantrail.command.task.accepttaskresult.AcceptTaskResult;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.inspection.InspectionId;
import plantrail.kernel.inspection.InspectionRecorded;
import plantrail.kernel.inspection.Inspector;
import plantrail.kernel.inspection.Recommendation;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.Product;
import plantrail.kernel.task.TaskAssigned;

/** The inspections of a plan: by its focal agency at some units, and by some units at home. */
@Component
class SampleInspections {
  private static final int SOONEST = 60;
  private static final int BEFORE_END = 45;

  private final SamplePeople people;
  private final List<String> findings;
  private final List<String> violations;
  private final List<String> recommendations;
  private final List<String> basis;
  private final List<String> team;
  private final List<String> remedied;
  private final List<String> conclusions;

  SampleInspections(SampleFiles files, SamplePeople people) {
    this.people = people;
    findings = files.phrases("findings");
    violations = files.phrases("violations");
    recommendations = files.phrases("recommendations");
    basis = files.phrases("basis");
    team = files.phrases("team");
    remedied = files.phrases("remedied");
    conclusions = files.phrases("conclusions");
  }

  /**
   * What is inspected under a plan. Where it asks its focal agency for an inspection plan, its
   * inspections are planned ahead.
   *
   * @param units agencies whose reports pass through another
   * @param tasks tasks of the plan
   */
  List<Deed> of(PlanIssued plan, List<String> units, List<TaskAssigned> tasks) {
    List<Deed> deeds = new ArrayList<>();
    LocalDate last = SampleLife.end(plan).minusDays(BEFORE_END);
    List<TaskAssigned> demanded =
        tasks.stream().filter(task -> task.creates() == Product.INSPECTION).toList();
    String focal = plan.focal();
    if (focal != null) {
      boolean planned = demanded.stream().anyMatch(task -> task.agency().equals(focal));
      for (String unit : units) {
        Chance chance = Chance.of(plan.planId(), unit);
        if (!unit.equals(focal) && chance.oneIn(6)) {
          LocalDate day = chance.between(plan.issueDate().plusDays(SOONEST), last);
          deeds.addAll(
              planned
                  ? planned(plan.planId(), focal, unit, day, chance)
                  : List.of(recorded(plan.planId(), focal, unit, day, chance)));
        }
      }
    }
    for (TaskAssigned task : demanded) {
      Chance chance = Chance.of(task.taskId(), "inspection");
      if (!task.agency().equals(focal) && chance.oneIn(5)) {
        LocalDate due = task.due() == null ? last : task.due();
        LocalDate day = chance.between(due.minusDays(BEFORE_END), due);
        deeds.add(recorded(plan.planId(), task.agency(), task.agency(), day, chance));
      }
    }
    return deeds;
  }

  private List<Deed> planned(
      String planId, String inspector, String unit, LocalDate day, Chance chance) {
    InspectionId id = InspectionId.of(planId, inspector, unit, day);
    List<Inspector> inspectors =
        List.of(
            new Inspector(people.of(inspector).personName(), team.getFirst()),
            new Inspector(people.of(inspector + " " + unit).personName(), team.getLast()));
    return List.of(
        chance.deed(
            day.minusDays(20),
            9,
            inspector,
            new PlanInspection(planId, inspector, unit, day, chance.pick(basis), inspectors)),
        chance.deed(day, 8, inspector, new BeginInspection(id)),
        chance.deed(
            day.plusDays(1),
            15,
            inspector,
            new RecordFindings(
                id, List.of(chance.pick(findings)), broken(chance), asked(day, chance))));
  }

  private Deed recorded(
      String planId, String inspector, String unit, LocalDate day, Chance chance) {
    return chance.deed(
        day,
        16,
        inspector,
        new RecordInspection(
            planId,
            inspector,
            unit,
            day,
            chance.pick(basis),
            List.of(chance.pick(findings)),
            asked(day, chance),
            broken(chance)));
  }

  private List<String> broken(Chance chance) {
    return chance.oneIn(3) ? List.of(chance.pick(violations)) : List.of();
  }

  private List<Recommendation> asked(LocalDate day, Chance chance) {
    List<Recommendation> asked = new ArrayList<>();
    int first = chance.below(recommendations.size());
    for (int i = chance.below(3); i > 0; i--) {
      asked.add(
          new Recommendation(
              recommendations.get((first + i) % recommendations.size()),
              day.plusDays(20L + chance.below(25))));
    }
    return asked;
  }

  /**
   * How an inspection ends: closed where there was nothing to mend, or where all is mended.
   *
   * @param remedies what is done about each recommendation
   */
  List<Deed> end(InspectionRecorded inspection, List<List<Deed>> remedies) {
    InspectionId id = new InspectionId(inspection.inspectionId());
    Chance chance = Chance.of(id.value(), "end");
    String inspector = inspection.inspector();
    boolean mended =
        remedies.stream()
            .allMatch(
                deeds -> !deeds.isEmpty() && deeds.getLast().command() instanceof AcceptTaskResult);
    if (!mended) {
      return List.of();
    }
    LocalDate last =
        remedies.stream()
            .map(deeds -> deeds.getLast().at())
            .max(Comparator.<Instant>naturalOrder())
            .map(LocalTime::dayOf)
            .orElse(inspection.happenedOn().plusDays(5));
    List<Deed> deeds = new ArrayList<>();
    if (!remedies.isEmpty()) {
      deeds.add(
          chance.deed(
              last.plusDays(3), 9, inspector, new ConfirmRemedy(id, chance.pick(remedied))));
    }
    deeds.add(
        chance.deed(
            last.plusDays(5), 9, inspector, new CloseInspection(id, chance.pick(conclusions))));
    return deeds;
  }
}
