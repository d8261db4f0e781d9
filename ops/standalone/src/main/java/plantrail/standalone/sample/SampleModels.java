package plantrail.standalone.sample;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.command.model.assessmodel.AssessModel;
import plantrail.command.model.buildmodel.BuildModel;
import plantrail.command.model.proposemodel.ProposeModel;
import plantrail.command.model.recognisemodel.RecogniseModel;
import plantrail.command.model.registermodel.RegisterModel;
import plantrail.command.model.replicatemodel.ReplicateModel;
import plantrail.command.model.rewardmodel.RewardModel;
import plantrail.command.model.withdrawmodel.WithdrawModel;
import plantrail.kernel.model.ModelId;
import plantrail.kernel.model.ModelRegistered;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.task.TaskAssigned;

/** The models that agencies build where a plan asks for them, year by year, and their awards. */
@Component
class SampleModels {
  private static final int COMMUNES = 3;
  private static final int DECISIONS = 4_000;

  private final List<String> models;
  private final List<String> results;
  private final List<String> assessments;
  private final List<String> withdrawals;
  private final List<String> decisions;

  SampleModels(SampleFiles files) {
    models = files.phrases("models");
    results = files.phrases("modelResults");
    assessments = files.phrases("assessments");
    withdrawals = files.phrases("withdrawals");
    decisions = files.phrases("decisions");
  }

  /**
   * What some of the agencies do that have to build a model.
   *
   * @param tasks their tasks
   */
  List<Deed> of(PlanIssued plan, List<PlanLife.Award> awards, List<TaskAssigned> tasks) {
    List<Deed> deeds = new ArrayList<>();
    List<String> builders = tasks.stream().map(TaskAssigned::agency).toList();
    for (TaskAssigned task : tasks) {
      Chance chance = Chance.of(task.taskId(), "models");
      boolean builds = SampleLife.isCommune(task) ? chance.oneIn(COMMUNES) : !chance.oneIn(6);
      int last = SampleLife.end(plan).getYear();
      for (int year = plan.issueDate().getYear(); builds && year <= last; year++) {
        deeds.addAll(new Model(plan, awards, builders, task, year, last, chance).life());
      }
    }
    return deeds;
  }

  /** What becomes of a copy. */
  List<Deed> copied(ModelRegistered copy) {
    Chance chance = Chance.of(copy.modelId());
    LocalDate built = copy.registeredOn().plusDays(60L + chance.below(60));
    List<Deed> deeds = new ArrayList<>();
    ModelId id = new ModelId(copy.modelId());
    deeds.add(chance.deed(built, 10, copy.agency(), new BuildModel(id, chance.pick(results))));
    String judge = judge(copy.agency(), copy.issuer(), copy.focal());
    if (judge != null) {
      deeds.add(
          chance.deed(
              built.plusDays(12), 14, judge, new AssessModel(id, chance.pick(assessments))));
    }
    return deeds;
  }

  /** Who judges a model; null if nobody but its builder could. */
  private static @Nullable String judge(String agency, String issuer, @Nullable String focal) {
    if (focal != null && !focal.equals(agency)) {
      return focal;
    }
    return issuer.equals(agency) ? null : issuer;
  }

  /** One model of one year. */
  private final class Model {
    private final PlanIssued plan;
    private final List<PlanLife.Award> awards;
    private final List<String> builders;
    private final TaskAssigned task;
    private final int year;
    private final int lastYear;
    private final Chance chance;
    private final List<Deed> deeds = new ArrayList<>();

    private Model(
        PlanIssued plan,
        List<PlanLife.Award> awards,
        List<String> builders,
        TaskAssigned task,
        int year,
        int lastYear,
        Chance chance) {
      this.plan = plan;
      this.awards = awards;
      this.builders = builders;
      this.task = task;
      this.year = year;
      this.lastYear = lastYear;
      this.chance = chance;
    }

    private List<Deed> life() {
      // A title follows the field that it belongs to.
      String[] model = chance.pick(models).split(": ", 2);
      RegisterModel register =
          new RegisterModel(
              plan.planId(), task.agency(), year, model[1], model[0], task.taskId(), null);
      boolean first = year == plan.issueDate().getYear();
      LocalDate begin = first ? plan.issueDate() : LocalDate.of(year, Month.FEBRUARY, 1);
      LocalDate registered = begin.plusDays(15L + chance.below(35));
      deeds.add(chance.deed(registered, 9, task.agency(), register));
      ModelId id = register.modelId();
      int dice = chance.below(24);
      if (dice < 2) {
        deeds.add(
            chance.deed(
                registered.plusDays(40),
                9,
                task.agency(),
                new WithdrawModel(id, chance.pick(withdrawals))));
      } else if (dice > 4) {
        built(id);
      }
      return deeds;
    }

    private void built(ModelId id) {
      LocalDate built =
          chance.between(
              LocalDate.of(year, Month.AUGUST, 1), LocalDate.of(year, Month.SEPTEMBER, 25));
      deeds.add(chance.deed(built, 10, task.agency(), new BuildModel(id, chance.pick(results))));
      String judge = judge(task.agency(), plan.issuer(), plan.focal());
      if (judge == null) {
        return;
      }
      LocalDate assessed = built.plusDays(10L + chance.below(20));
      deeds.add(chance.deed(assessed, 14, judge, new AssessModel(id, chance.pick(assessments))));
      if (chance.below(5) < 2 && !plan.issuer().equals(task.agency())) {
        recognised(id, judge, assessed.plusDays(8L + chance.below(20)));
      }
    }

    private void recognised(ModelId id, String judge, LocalDate recognised) {
      deeds.add(chance.deed(recognised, 9, plan.issuer(), new RecogniseModel(id, decision())));
      if (chance.oneIn(4)) {
        String copier = chance.pick(builders);
        if (!copier.equals(task.agency())) {
          int copied = Math.min(year + 1, lastYear);
          deeds.add(
              chance.deed(
                  recognised.plusDays(12), 9, judge, new ReplicateModel(id, copier, copied)));
        }
      }
      LocalDate day = recognised.plusDays(14);
      for (PlanLife.Award award : awards) {
        if (chance.oneIn(3)) {
          break;
        }
        if (!award.by().equals(plan.issuer())) {
          deeds.add(
              chance.deed(
                  day,
                  8,
                  plan.issuer(),
                  new ProposeModel(id, award.by(), award.award(), decision())));
          day = day.plusDays(21);
        }
        deeds.add(
            chance.deed(
                day, 15, award.by(), new RewardModel(id, award.award(), decision(), day, null)));
        day = day.plusDays(7);
      }
    }

    private String decision() {
      return chance.pick(decisions).formatted(1 + chance.below(DECISIONS));
    }
  }
}
