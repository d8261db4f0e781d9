package plantrail.command.automation;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import plantrail.command.Command;
import plantrail.command.CommandSide;
import plantrail.command.Given;
import plantrail.command.GivenPlan;
import plantrail.command.agency.dissolveagency.DissolveAgency;
import plantrail.command.agency.mergeagencies.MergeAgencies;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.command.agency.splitagency.SplitAgency;
import plantrail.command.budget.allocatebudget.AllocateBudget;
import plantrail.command.budget.correctallocation.CorrectAllocation;
import plantrail.command.budget.correctdisbursement.CorrectDisbursement;
import plantrail.command.budget.disbursefunds.DisburseFunds;
import plantrail.command.budget.domain.Budget;
import plantrail.command.consolidation.consolidatereports.ConsolidateReports;
import plantrail.command.consolidation.forwardconsolidation.ForwardConsolidation;
import plantrail.command.consolidation.renewconsolidation.RenewConsolidation;
import plantrail.command.consolidation.returnconsolidation.ReturnConsolidation;
import plantrail.command.inspection.begininspection.BeginInspection;
import plantrail.command.inspection.cancelinspection.CancelInspection;
import plantrail.command.inspection.closeinspection.CloseInspection;
import plantrail.command.inspection.confirmremedy.ConfirmRemedy;
import plantrail.command.inspection.domain.Inspection;
import plantrail.command.inspection.planinspection.PlanInspection;
import plantrail.command.inspection.recordfindings.RecordFindings;
import plantrail.command.inspection.recordinspection.RecordInspection;
import plantrail.command.model.assessmodel.AssessModel;
import plantrail.command.model.buildmodel.BuildModel;
import plantrail.command.model.declineproposal.DeclineProposal;
import plantrail.command.model.domain.Model;
import plantrail.command.model.proposemodel.ProposeModel;
import plantrail.command.model.recognisemodel.RecogniseModel;
import plantrail.command.model.registermodel.RegisterModel;
import plantrail.command.model.replicatemodel.ReplicateModel;
import plantrail.command.model.rewardmodel.RewardModel;
import plantrail.command.model.withdrawmodel.WithdrawModel;
import plantrail.command.obstacle.answerobstacle.AnswerObstacle;
import plantrail.command.obstacle.closeobstacle.CloseObstacle;
import plantrail.command.obstacle.domain.Obstacle;
import plantrail.command.obstacle.passonobstacle.PassOnObstacle;
import plantrail.command.obstacle.raiseobstacle.RaiseObstacle;
import plantrail.command.plan.amendplan.AmendPlan;
import plantrail.command.plan.issueplan.IssuePlan;
import plantrail.command.plan.resumeplan.ResumePlan;
import plantrail.command.plan.revokeplan.RevokePlan;
import plantrail.command.plan.supersedeplan.SupersedePlan;
import plantrail.command.plan.suspendplan.SuspendPlan;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Client;
import plantrail.command.platform.Plans;
import plantrail.command.platform.Taken;
import plantrail.command.report.acceptreport.AcceptReport;
import plantrail.command.report.domain.Report;
import plantrail.command.report.openreport.OpenReport;
import plantrail.command.report.returnreport.ReturnReport;
import plantrail.command.report.submitreport.SubmitReport;
import plantrail.command.report.waivereport.WaiveReport;
import plantrail.command.task.accepttask.AcceptTask;
import plantrail.command.task.accepttaskresult.AcceptTaskResult;
import plantrail.command.task.assigntask.AssignTask;
import plantrail.command.task.canceltask.CancelTask;
import plantrail.command.task.declinetask.DeclineTask;
import plantrail.command.task.delegatetask.DelegateTask;
import plantrail.command.task.domain.Parts;
import plantrail.command.task.domain.Task;
import plantrail.command.task.domain.Tasks;
import plantrail.command.task.grantextension.GrantExtension;
import plantrail.command.task.reassigntask.ReassignTask;
import plantrail.command.task.reopentask.ReopenTask;
import plantrail.command.task.reportprogress.ReportProgress;
import plantrail.command.task.requestextension.RequestExtension;
import plantrail.command.task.rescheduletask.RescheduleTask;
import plantrail.command.task.returntaskresult.ReturnTaskResult;
import plantrail.command.task.submittaskresult.SubmitTaskResult;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.agency.Share;
import plantrail.kernel.budget.BudgetEvent;
import plantrail.kernel.budget.BudgetId;
import plantrail.kernel.calendar.Bound;
import plantrail.kernel.calendar.DueMoment;
import plantrail.kernel.calendar.DueRule;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.calendar.NoticeRule;
import plantrail.kernel.calendar.Window;
import plantrail.kernel.calendar.WorkingCalendar;
import plantrail.kernel.consolidation.ConsolidationId;
import plantrail.kernel.inspection.InspectionEvent;
import plantrail.kernel.inspection.InspectionId;
import plantrail.kernel.inspection.InspectionState;
import plantrail.kernel.inspection.Inspector;
import plantrail.kernel.inspection.Recommendation;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.MetadataKeys;
import plantrail.kernel.message.Outcome;
import plantrail.kernel.message.Role;
import plantrail.kernel.model.AwardKind;
import plantrail.kernel.model.ModelEvent;
import plantrail.kernel.model.ModelId;
import plantrail.kernel.model.ModelState;
import plantrail.kernel.obstacle.ObstacleEvent;
import plantrail.kernel.obstacle.ObstacleId;
import plantrail.kernel.obstacle.ObstacleState;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.AgencyClass;
import plantrail.kernel.plan.Assignees;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.Comparison;
import plantrail.kernel.plan.DueMoments;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.Item;
import plantrail.kernel.plan.PlanAmended;
import plantrail.kernel.plan.PlanId;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanResumed;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.plan.Product;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.plan.TargetLine;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.report.ReportState;
import plantrail.kernel.task.ExtensionGranted;
import plantrail.kernel.task.ProgressRolledUp;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskCancelled;
import plantrail.kernel.task.TaskDelegated;
import plantrail.kernel.task.TaskEscalated;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskLapseNoticed;
import plantrail.kernel.task.TaskProgress;
import plantrail.kernel.task.TaskResultSubmitted;
import plantrail.kernel.task.TaskRevised;
import plantrail.kernel.task.TaskTransferred;
import plantrail.testing.MovableClock;
import plantrail.testing.SerialisingBuses;
import plantrail.testing.TestDatabase;

/**
 * Whatever is said in whichever order while a year goes by, agencies end and plans give way, and
 * however often it is read: nothing is set aside; each duty, inspection, model, obstacle and budget
 * stands once and with an agency that is there, or it is told that nobody took over; each
 * recommendation has become one task; each task knows how far its parts have come; nothing is owed
 * under a plan that was revoked or superseded; what is open is what its clause says by now and due
 * by the day that it and its rests say, or by one that was granted, and no part later than its
 * whole; no request is breached; the clock waits for just what is to come; and from nothing follows
 * anything twice.
 */
class AutomationsAnyOrderIT {
  private static final int LIVES = 3;

  /** More lives are lived only as long as something has happened in none. */
  private static final int MOST_LIVES = 12;

  private static final int SEASONS = 11;
  private static final int STEPS = 60;

  /** One step in so many, an automation begins again from the first event. */
  private static final int READ_AGAIN = 60;

  /** A task that was delegated in parts of which one weighs more than another. */
  private static final String WEIGHTED = "parts of more weight";

  /** A task that was called off and then charged again. */
  private static final String AGAIN = "a task charged again";

  /** A part of a request. */
  private static final String ASKED_BELOW = "a part of a request";

  /** A part in what is open of an agency that is no more, which nobody took over. */
  private static final String LEFT = "what nobody took over";

  /** What must have happened in all lives together, or they went not far enough. */
  private static final List<String> HAPPENED =
      List.of(
          WEIGHTED,
          AGAIN,
          LEFT,
          "plan-issued",
          "plan-amended",
          "plan-suspended",
          "plan-resumed",
          "plan-revoked",
          "plan-year-opened",
          "plan-transferred",
          "task-assigned",
          "task-delegated",
          "progress-rolled-up",
          "task-result-accepted",
          "task-reopened",
          "task-reassigned",
          "task-assigner-changed",
          "task-declined",
          "task-result-returned",
          "extension-granted",
          "task-cancelled",
          ASKED_BELOW,
          "task-rescheduled",
          "task-revised",
          "task-fulfilled",
          "task-transferred",
          "task-reminded",
          "task-lapse-noticed",
          "task-escalated",
          "report-opened",
          "report-submitted",
          "report-returned",
          "report-accepted",
          "report-waived",
          "report-withdrawn",
          "report-rescheduled",
          "report-revised",
          "report-transferred",
          "report-reminded",
          "report-lapse-noticed",
          "report-escalated",
          "reports-consolidated",
          "consolidation-transferred",
          "target-set",
          "target-changed",
          "target-withdrawn",
          "target-transferred",
          "plan-superseded",
          "inspection-planned",
          "inspection-recorded",
          "remedy-confirmed",
          "inspection-closed",
          "inspection-transferred",
          "inspection-cancelled",
          "model-registered",
          "model-replicated",
          "model-withdrawn",
          "model-proposed",
          "proposal-declined",
          "model-rewarded",
          "model-transferred",
          "obstacle-raised",
          "obstacle-passed-on",
          "obstacle-answered",
          "obstacle-closed",
          "obstacle-transferred",
          "budget-allocated",
          "funds-disbursed",
          "budget-transferred",
          "agency-merged",
          "agency-split",
          "agency-dissolved");

  /** What the automations know, but for what changes with each look at it. */
  private static final Map<String, String> ROWS =
      Map.of(
          "due_moment", "kind, subject, plan_id, agency, due, request, owed, moment, error",
          "duty", "id, plan_id, rule, period, agency, open",
          "open_duty", "duty, agency, kind, plan_id, open",
          "part", "id, whole",
          "own_plan", "plan_id, parent, issuer, document, issued",
          "own_plan_task", "task_id, plan_id, agency",
          "roll_out", "plan_id, position, total, done, finished, error");

  /** What can be said once only, as it names what begins or ends with it. */
  private static final Set<Class<? extends Command>> BEGINNINGS =
      Set.of(
          RegisterAgency.class,
          IssuePlan.class,
          AssignTask.class,
          OpenReport.class,
          PlanInspection.class,
          RecordInspection.class,
          RegisterModel.class,
          AllocateBudget.class,
          MergeAgencies.class,
          SplitAgency.class,
          DissolveAgency.class);

  private static final Set<TaskProgress> OWED =
      Set.of(
          TaskProgress.ASSIGNED,
          TaskProgress.ACCEPTED,
          TaskProgress.IN_PROGRESS,
          TaskProgress.RETURNED);
  private static final NoticeRule USUAL = new NoticeRule(List.of(7, 3, 1), 5);
  private static final Actor ADMIN = new Actor("admin", "Quản trị", null, Role.ADMIN);
  private static final String BASIS = "Quyết định 900/QĐ-UBND";
  private static final Instant BEGUN = Instant.parse("2024-02-28T01:00:00Z");
  private static final MovableClock CLOCK = new MovableClock(BEGUN);

  /** Puts the clock in the place of the system's. */
  static class Time {
    @Bean
    Clock clock() {
      return CLOCK;
    }
  }

  /** A node of its own, as its time is another one. */
  private final ConfigurableApplicationContext node =
      new SpringApplicationBuilder(CommandSide.class, SerialisingBuses.class, Time.class)
          .run(
              "--spring.config.name=command-side",
              "--spring.datasource.url=" + TestDatabase.fresh(),
              "--spring.datasource.username=postgres",
              "--spring.datasource.password=",
              "--server.port=0",
              "--plantrail.clock.pause=20ms");

  private final JdbcClient jdbc = node.getBean(JdbcClient.class);
  private final Client client = new Client(node);
  private final EventProcessingConfiguration processing =
      node.getBean(EventProcessingConfiguration.class);
  private final EventStore eventStore = node.getBean(EventStore.class);
  private final Plans plans = node.getBean(Plans.class);
  private final Agencies agencies = node.getBean(Agencies.class);
  private final Tasks tasks = node.getBean(Tasks.class);
  private final RollOuts rollOuts = node.getBean(RollOuts.class);
  private final Adjustments adjustments = node.getBean(Adjustments.class);
  private boolean somethingWasLeft;

  @AfterEach
  void end() {
    node.close();
  }

  @Test
  void whateverIsSaidTheAutomationsComeToRestInWhatItMeansAndReadAgainNothingFollowsTwice() {
    for (int seed = 1; seed <= LIVES || !(missing().isEmpty() || seed > MOST_LIVES); seed++) {
      Life life = new Life(seed);
      life.goesOn();
      life.holds();
      nothingFollowsTwice(life.toString());
    }
    assertThat(missing()).as("what has not happened").isEmpty();
  }

  /** What no life has come to yet. */
  private List<String> missing() {
    List<String> missing = new ArrayList<>(HAPPENED);
    missing.removeAll(
        jdbc.sql(
                """
                select distinct name from store.event
                union
                select '%s' from store.event where name = 'task-assigned' and sequence > 0
                union
                select '%s' from store.event e, json_array_elements(e.payload->'children') c
                 where e.name = 'task-delegated' and (c->>'weight')::int > 1
                union
                select '%s' from store.event
                 where name = 'task-delegated' and payload->'roles'->>0 = 'REQUEST'
                """
                    .formatted(AGAIN, WEIGHTED, ASKED_BELOW))
            .query(String.class)
            .list());
    if (somethingWasLeft) {
      missing.remove(LEFT);
    }
    return missing;
  }

  private static LocalDate today() {
    return LocalTime.dayOf(CLOCK.instant());
  }

  /**
   * A province, what is above it and all below it, from a plan's issue on until its year is over.
   */
  private final class Life {
    private final int seed;
    private final Random random;
    private final String province;
    private final List<String> planIds = new ArrayList<>();
    private final List<Said> accepted = new ArrayList<>();

    /** What was answered to all that was done since the clock went on, in that order. */
    private final List<Answered> answered = new ArrayList<>();

    private List<String> taskIds = List.of();
    private List<String> partIds = List.of();
    private List<String> reportIds = List.of();
    private int serial = 100;
    private int sent;

    private Life(int seed) {
      this.seed = seed;
      this.random = new Random(seed);
      this.province = "L" + seed;
    }

    @Override
    public String toString() {
      return "life of seed " + seed;
    }

    private String unit(String name) {
      return province + "." + name;
    }

    private List<String> units(String... names) {
      return Stream.of(names).map(this::unit).toList();
    }

    private <T> T anyOf(List<T> of) {
      return of.get(random.nextInt(of.size()));
    }

    /** One in so many. */
    private boolean one(int in) {
      return random.nextInt(in) == 0;
    }

    private void goesOn() {
      founded();
      issued();
      for (int season = 0; season < SEASONS; season++) {
        settle(this);
        taskIds = begun("task-assigned");
        List<String> parts = taskIds.stream().filter(this::isPart).toList();
        partIds = parts.isEmpty() ? taskIds : parts;
        reportIds = begun("report-opened");
        reorganise(season);
        for (int step = 0; step < STEPS; step++) {
          if (one(READ_AGAIN)) {
            readAgain(anyOf(List.copyOf(processors().keySet())));
          }
          give(any());
        }
        settle(this);
        theSameSentAgainChangesNothing();
        CLOCK.set(CLOCK.instant().plus(Duration.ofDays(25 + random.nextInt(20))));
      }
      settle(this);
      allIsSaidAgain();
      settle(this);
      theSameSentAgainChangesNothing();
    }

    /**
     * Sends all again with its keys, in the same order, as who lost the connection and with it all
     * answers, while those are kept. What was refused may come to something the second time.
     */
    private void theSameSentAgainChangesNothing() {
      long events = events();
      answered.forEach(each ->
          assertThat(send(each.said(), each.key()))
              .as("%s: sent again with its key: %s", this, each.said())
              .isEqualTo(each.answer()));
      settle(this);
      assertThat(eventsAfter(events)).as("%s: what came of sending all again", this).isEmpty();
      answered.clear();
    }

    /**
     * What begins something begins nothing again, unless that was withdrawn or called off; a step
     * is one more step, or comes too late.
     */
    private void allIsSaidAgain() {
      for (Said said : List.copyOf(accepted)) {
        Outcome again = give(said);
        if (BEGINNINGS.contains(said.command().getClass())
            && again != null
            && !again.events().isEmpty()) {
          switch (said.command()) {
            case OpenReport call ->
                beganAgain(call.reportId().value(), "report-opened", "report-withdrawn");
            case AssignTask charge ->
                beganAgain(charge.taskId().value(), "task-assigned", "task-cancelled");
            default -> throw new AssertionError(this + ": begun again: " + again);
          }
        }
      }
    }

    private void beganAgain(String id, String beginning, String end) {
      assertThat(count(beginning, id))
          .as("%s: how often %s began", this, id)
          .isLessThanOrEqualTo(1 + count(end, id));
    }

    private int count(String name, String id) {
      return jdbc.sql("select count(*) from store.event where aggregate_id = :id and name = :name")
          .param("id", id)
          .param("name", name)
          .query(Integer.class)
          .single();
    }

    private void founded() {
      register(unit("TW"), AgencyKind.UNIT, AgencyLevel.CENTRAL, null);
      register(province, AgencyKind.PEOPLES_COMMITTEE, AgencyLevel.PROVINCE, unit("TW"));
      for (String department : units("A", "B", "C", "D", "F", "G")) {
        register(department, AgencyKind.DEPARTMENT, AgencyLevel.PROVINCE, province);
      }
      // Set up for a time that is stated, and nobody takes over from it.
      register(
          unit("E"),
          AgencyKind.DEPARTMENT,
          AgencyLevel.PROVINCE,
          province,
          today().plusDays(150 + random.nextInt(100)));
      for (String district : units("1", "2", "3")) {
        register(district, AgencyKind.PEOPLES_COMMITTEE, AgencyLevel.DISTRICT, province);
        for (String commune : List.of(".1", ".2")) {
          register(district + commune, AgencyKind.PEOPLES_COMMITTEE, AgencyLevel.COMMUNE, district);
        }
      }
    }

    private void register(
        String code, AgencyKind kind, AgencyLevel level, @Nullable String superior) {
      register(code, kind, level, superior, null);
    }

    private void register(
        String code,
        AgencyKind kind,
        AgencyLevel level,
        @Nullable String superior,
        @Nullable LocalDate until) {
      LocalDate since = LocalDate.of(2020, 1, 1);
      give(
          new Said(
              new RegisterAgency(code, "Đơn vị " + code, kind, level, superior, since, until, null),
              ADMIN));
    }

    private void issued() {
      AssignmentRule ownPlans =
          new AssignmentRule(
              "A1",
              "I",
              "Ban hành kế hoạch",
              new Assignees(
                  List.of(),
                  List.of(
                      new AgencyClass(AgencyKind.DEPARTMENT, AgencyLevel.PROVINCE),
                      new AgencyClass(AgencyKind.PEOPLES_COMMITTEE, AgencyLevel.DISTRICT)),
                  units("C")),
              List.of(DutyRole.EXECUTE),
              null,
              DueRule.before(today().plusDays(30)),
              Product.SUBORDINATE_PLAN);
      issue(
          "1",
          today().plusDays(500),
          List.of(
              ownPlans,
              turned(charge("A2", today().plusDays(90), units("1", "2", "3"))),
              charge("A3", today().plusDays(60), units("A", "B")),
              charge("A4", null, List.of(province))),
          List.of(quarterly("R1", 15, units("1", "2", "3"))),
          List.of(target("T1", 90), target("T2", 5)));
      issue(
          "2",
          null,
          List.of(
              charge("B1", today().plusDays(120), units("A", "2")),
              charge("B2", today().plusDays(150), List.of(province))),
          List.of(quarterly("R1", 10, units("1", "3", "A"))),
          List.of());
      issue(
          "3",
          null,
          List.of(charge("C1", today().plusDays(200), units("1", "2", "B", "D", "E"))),
          List.of(quarterly("R1", 20, units("1", "2", "D", "E"))),
          List.of());
    }

    private void issue(
        String number,
        @Nullable LocalDate end,
        List<AssignmentRule> assignments,
        List<ReportingRule> reportingRules,
        List<TargetLine> targets) {
      IssuePlan plan =
          plan(number, province, unit("F"), null, end, assignments, reportingRules, targets);
      give(new Said(plan, Given.official(province)));
    }

    private IssuePlan plan(
        String number,
        String issuer,
        @Nullable String focal,
        @Nullable String parent,
        @Nullable LocalDate end,
        List<AssignmentRule> assignments,
        List<ReportingRule> reportingRules,
        List<TargetLine> targets) {
      return GivenPlan.bare()
          .number(number)
          .issuedOn(today())
          .issuedBy(issuer)
          .until(end)
          .watchedBy(focal)
          .under(parent)
          .items(new Item("I", "Nội dung"))
          .assignments(assignments)
          .reports(reportingRules)
          .targets(targets)
          .issue();
    }

    private static AssignmentRule charge(
        String id, @Nullable LocalDate due, List<String> agencies) {
      return new AssignmentRule(
          id,
          "I",
          "Nhiệm vụ " + id,
          new Assignees(agencies, List.of(), List.of()),
          List.of(DutyRole.LEAD),
          null,
          due == null ? null : DueRule.by(due),
          null);
    }

    /** A request where it was an order, and an order where it was a request. */
    private static AssignmentRule turned(AssignmentRule rule) {
      return new AssignmentRule(
          rule.id(),
          rule.item(),
          rule.title(),
          rule.assignees(),
          List.of(rule.roles().contains(DutyRole.REQUEST) ? DutyRole.LEAD : DutyRole.REQUEST),
          rule.partners(),
          rule.due(),
          rule.creates());
    }

    /** Due by the same day, which is said otherwise. */
    private static AssignmentRule inOtherWords(AssignmentRule rule) {
      LocalDate day = day(rule);
      DueRule by = day == null ? null : DueRule.by(day);
      return day != null && Objects.equals(rule.due(), by)
          ? with(rule, rule.title(), rule.assignees(), DueRule.before(day.plusDays(1)))
          : with(rule, rule.title(), rule.assignees(), by);
    }

    private static @Nullable LocalDate day(@Nullable AssignmentRule rule) {
      DueRule words = rule == null ? null : rule.due();
      return words == null ? null : words.lastTimelyDay();
    }

    private ReportingRule quarterly(String id, int day, List<String> agencies) {
      return new ReportingRule(
          id,
          "Báo cáo " + id,
          Frequency.QUARTER,
          Window.CALENDAR,
          new Assignees(agencies, List.of(), List.of()),
          DueRule.ofLastMonth(Bound.BEFORE, day),
          List.of(new Addressee(province, unit("F"))));
    }

    private static TargetLine target(String id, int value) {
      return new TargetLine(
          id, "Chỉ tiêu " + id, Comparison.AT_LEAST, BigDecimal.valueOf(value), "%", null, null);
    }

    /** Agencies end in every way there is, one of them for good: nobody takes over from it. */
    private void reorganise(int season) {
      switch (season) {
        case 2 -> merge("D", "E", 0);
        case 3 -> {
          merge("3", "1", 0);
          merge("F", "G", 0);
        }
        case 5 -> {
          List<String> taken = taskIds.isEmpty() ? List.of() : List.of(anyOf(taskIds));
          give(
              new Said(
                  new SplitAgency(
                      unit("2"),
                      unit("4"),
                      List.of(new Share(unit("5"), taken)),
                      List.of(district("4"), district("5")),
                      today(),
                      BASIS),
                  ADMIN));
        }
        case 6 -> merge("B", "A", 10);
        case 8 ->
            give(
                new Said(
                    new DissolveAgency(
                        unit("1.2"), unit("1"), List.of(), List.of(), today(), BASIS),
                    ADMIN));
        case 9 ->
            give(
                new Said(
                    new DissolveAgency(
                        unit("G"),
                        unit("A"),
                        List.of(new Share(unit("C"), planIds.subList(1, 2))),
                        List.of(),
                        today(),
                        BASIS),
                    ADMIN));
        default -> {
          // All stay.
        }
      }
    }

    private RegisterAgency district(String name) {
      return new RegisterAgency(
          unit(name),
          "Đơn vị " + name,
          AgencyKind.PEOPLES_COMMITTEE,
          AgencyLevel.DISTRICT,
          province,
          today(),
          null,
          null);
    }

    private void merge(String ended, String successor, int days) {
      give(
          new Said(
              new MergeAgencies(
                  units(ended), unit(successor), List.of(), today().plusDays(days), BASIS),
              ADMIN));
    }

    private List<String> begun(String... events) {
      return jdbc.sql(
              """
              select aggregate_id from store.event
               where name = any(:events) and sequence = 0 and payload->>'planId' = any(:plans)
               order by aggregate_id
              """)
          .param("events", events)
          .param("plans", planIds.toArray(String[]::new))
          .query(String.class)
          .list();
    }

    private boolean isPart(String taskId) {
      return Objects.requireNonNull(tasks.find(taskId)).assigned().parentTask() != null;
    }

    /** What is said next, sensible or not. */
    private Said any() {
      return switch (random.nextInt(29)) {
        case 20, 21, 22 -> ofInspection();
        case 23, 24, 25 -> ofModel();
        case 26, 27 -> ofObstacle();
        case 28 -> ofBudget();
        case 0, 3 -> ofPlan(this::amendment);
        case 1 -> ofPlan(this::turn);
        case 2 -> ownPlan();
        case 4, 5, 6, 7 -> ofReport();
        default -> ofTask();
      };
    }

    /** Mostly somebody whose matter it is. */
    private Actor by(@Nullable String... concerned) {
      String code =
          one(8)
              ? anyOf(units("1", "2", "A", "B", "1.1"))
              : concerned[random.nextInt(concerned.length)];
      return Given.official(code == null ? province : code);
    }

    private Said ofPlan(Function<PlanId, Command> said) {
      String planId = planId();
      String issuer = agencies.heir(plans.get(planId).issuer(), today(), List.of(planId));
      return new Said(said.apply(new PlanId(planId)), by(issuer));
    }

    /** Mostly one of those that the province issued at first. */
    private String planId() {
      return anyOf(one(3) ? planIds : planIds.subList(0, 2));
    }

    private Command turn(PlanId plan) {
      boolean own = planIds.indexOf(plan.value()) > 1;
      return switch (random.nextInt(8)) {
        case 0, 1 -> new SuspendPlan(plan, "Chờ hướng dẫn", "CV 3");
        case 2, 3, 4 ->
            own && one(2)
                ? new SupersedePlan(plan, new PlanId(planId()), "Thay thế", null)
                : own || one(12)
                    ? new RevokePlan(plan, "Hết hiệu lực", BASIS)
                    : new ResumePlan(plan, DueMoments.KEEP, "Tiếp tục", "CV 3");
        default -> new ResumePlan(plan, anyOf(List.of(DueMoments.values())), "Tiếp tục", "CV 3");
      };
    }

    /** A plan of an agency's own under the first one. */
    private Said ownPlan() {
      String issuer = anyOf(units("A", "B", "G", "1", "2", "3"));
      String number = Integer.toString(serial++);
      List<AssignmentRule> own = List.of(charge("O1", null, List.of(issuer)));
      return new Said(
          plan(
              number,
              issuer,
              null,
              planIds.getFirst(),
              today().plusDays(90),
              own,
              List.of(),
              List.of()),
          Given.official(issuer));
    }

    private AmendPlan amendment(PlanId plan) {
      PlanIssued present = plans.get(plan.value());
      List<AssignmentRule> assignments = new ArrayList<>(present.assignments());
      List<ReportingRule> reportingRules = new ArrayList<>(present.reportingRules());
      List<TargetLine> targets = new ArrayList<>(present.targets());
      String id = Integer.toString(serial++);
      switch (random.nextInt(15)) {
        case 10 -> change(assignments, Life::inOtherWords);
        case 11 -> change(reportingRules, rule -> with(rule, "Báo cáo " + id));
        case 0 -> drop(assignments);
        case 1 -> {
          AssignmentRule added = charge("N" + id, day(), some());
          assignments.add(one(2) ? added : turned(added));
        }
        case 2, 3 ->
            change(
                assignments,
                rule ->
                    with(rule, rule.title(), rule.assignees(), one(4) ? null : DueRule.by(day())));
        case 4 -> change(assignments, rule -> with(rule, rule.title(), explicit(), rule.due()));
        case 5 ->
            change(assignments, rule -> with(rule, "Nhiệm vụ " + id, rule.assignees(), rule.due()));
        case 6 ->
            change(reportingRules, rule -> quarterly(rule.id(), 5 + random.nextInt(20), some()));
        case 8, 9 -> change(assignments, Life::turned);
        case 7 -> {
          drop(reportingRules);
          reportingRules.add(quarterly("R" + id, 20, some()));
        }
        default -> {
          drop(targets);
          change(targets, target -> target(target.id(), random.nextInt(100)));
          targets.add(target("T" + id, random.nextInt(100)));
        }
      }
      return new AmendPlan(
          plan,
          1 + count("plan-amended", plan.value()),
          "Điều chỉnh " + id,
          BASIS,
          "khoản 1 Điều 1",
          List.of(),
          present.items(),
          assignments,
          reportingRules,
          targets);
    }

    private LocalDate day() {
      return today().plusDays(random.nextInt(200));
    }

    private List<String> some() {
      List<String> all = units("A", "B", "C", "G", "1", "2", "3");
      int from = random.nextInt(all.size() - 1);
      return all.subList(from, from + 1 + random.nextInt(all.size() - from));
    }

    private Assignees explicit() {
      return new Assignees(some(), List.of(), List.of());
    }

    private <T> void drop(List<T> from) {
      if (from.size() > 1) {
        from.remove(random.nextInt(from.size()));
      }
    }

    private <T> void change(List<T> all, UnaryOperator<T> changed) {
      if (!all.isEmpty()) {
        int at = random.nextInt(all.size());
        all.set(at, changed.apply(all.get(at)));
      }
    }

    private static AssignmentRule with(
        AssignmentRule rule, String title, Assignees assignees, @Nullable DueRule due) {
      return new AssignmentRule(
          rule.id(),
          rule.item(),
          title,
          assignees,
          rule.roles(),
          rule.partners(),
          due,
          rule.creates());
    }

    private static ReportingRule with(ReportingRule rule, String title) {
      return new ReportingRule(
          rule.id(),
          title,
          rule.frequency(),
          rule.window(),
          rule.reporters(),
          rule.due(),
          rule.addressees());
    }

    private Said ofTask() {
      Task task = Objects.requireNonNull(tasks.find(anyOf(one(2) ? partIds : taskIds)));
      return one(2) ? next(task) : any(task);
    }

    /** What leads a task on. */
    private Said next(Task task) {
      TaskId id = new TaskId(task.assigned().taskId());
      if (task.awaitedSince() != null && one(2)) {
        return new Said(
            new GrantExtension(id, null, null, "CV 3"),
            by(task.parties().assigner(), task.parties().focal()));
      }
      if (task.due() != null && OWED.contains(task.progress()) && one(5)) {
        return new Said(
            new RequestExtension(id, later(task), "Chờ số liệu", null), by(task.agency()));
      }
      if (task.parts().count() && !task.finished() && one(4)) {
        return new Said(
            new ReassignTask(id, anyOf(units("A", "B", "1", "2")), "Phân công lại", "CV 3"),
            by(task.parties().assigner(), task.parties().focal()));
      }
      List<DelegateTask.Part> parts = parts(task.agency());
      Command next =
          switch (task.progress()) {
            case ASSIGNED, DECLINED -> new AcceptTask(id);
            case ACCEPTED ->
                parts.isEmpty()
                    ? new ReportProgress(id, random.nextInt(101), null, List.of(), List.of())
                    : new DelegateTask(id, parts);
            case IN_PROGRESS, RETURNED ->
                one(4)
                    ? new DelegateTask(id, parts)
                    : one(2)
                        ? new SubmitTaskResult(id, "Xong", List.of(), "Còn lại làm sau")
                        : new ReportProgress(id, random.nextInt(101), null, List.of(), List.of());
            case SUBMITTED ->
                one(4) ? new ReturnTaskResult(id, "Chưa đủ") : new AcceptTaskResult(id, null);
            case COMPLETED -> new ReopenTask(id, "Thiếu");
            case CANCELLED -> again(task);
          };
      return new Said(
          next,
          task.finished() || task.progress() == TaskProgress.SUBMITTED
              ? by(task.parties().assigner(), task.parties().focal())
              : by(task.agency()));
    }

    /** The charge with what was called off, in the same words but for the day. */
    private AssignTask again(Task task) {
      TaskAssigned assigned = task.assigned();
      return new AssignTask(
          assigned.planId(),
          assigned.duty(),
          assigned.item(),
          assigned.title(),
          assigned.agency(),
          assigned.roles(),
          assigned.partners(),
          one(2) ? assigned.due() : day(),
          assigned.creates());
    }

    private Said any(Task task) {
      TaskId id = new TaskId(task.assigned().taskId());
      String agency = task.agency();
      String assigner = task.parties().assigner();
      String focal = task.parties().focal();
      return switch (random.nextInt(26)) {
        case 0, 1, 2, 3, 4 -> new Said(new AcceptTask(id), by(agency));
        case 5, 6, 7 ->
            new Said(
                new ReportProgress(id, random.nextInt(101), null, List.of(), List.of()),
                by(agency));
        case 8, 9 ->
            new Said(new SubmitTaskResult(id, "Xong", List.of(), "Còn lại làm sau"), by(agency));
        case 10, 11 -> new Said(new AcceptTaskResult(id, null), by(assigner, focal));
        case 12 -> new Said(new ReturnTaskResult(id, "Chưa đủ"), by(assigner, focal));
        case 13 -> new Said(new ReopenTask(id, "Thiếu"), by(assigner, focal));
        case 14, 15, 16 -> new Said(new DelegateTask(id, parts(agency)), by(agency));
        case 17 -> new Said(new DeclineTask(id, "Trái chức năng"), by(agency));
        case 18, 19, 20 ->
            new Said(
                new ReassignTask(
                    id, anyOf(units("A", "B", "1", "2", "1.1")), "Phân công lại", "CV 3"),
                by(assigner, focal));
        case 21 -> new Said(new RequestExtension(id, later(task), "Chờ số liệu", null), by(agency));
        case 22 -> new Said(new GrantExtension(id, null, null, "CV 3"), by(assigner, focal));
        case 23 -> new Said(new RescheduleTask(id, day(), "Lùi", null), by(assigner));
        case 24 ->
            new Said(
                new AssignTask(
                    planId(),
                    "H" + serial++,
                    "I",
                    "Rà soát",
                    anyOf(units("1", "2", "A")),
                    List.of(one(3) ? DutyRole.REQUEST : DutyRole.LEAD),
                    null,
                    day(),
                    null),
                by(province, unit("F"), unit("G")));
        default -> new Said(new CancelTask(id, "Trùng việc", "CV 3", null), by(assigner, focal));
      };
    }

    /** A day after the task's, which a part may have too if its whole is due later. */
    private LocalDate later(Task task) {
      LocalDate due = task.due();
      Task whole = tasks.wholeOf(task);
      LocalDate latest = whole == null ? null : whole.due();
      return latest != null && one(2)
          ? latest
          : (due == null ? today() : due).plusDays(random.nextInt(60));
    }

    private List<DelegateTask.Part> parts(String by) {
      List<String> below =
          Stream.concat(
                  units("A", "B", "1", "2").stream().filter(each -> by.equals(province)),
                  Stream.of(by + ".1", by + ".2").filter(agencies::exists))
              .filter(each -> !one(3))
              .toList();
      return below.stream()
          .map(each -> new DelegateTask.Part(each, null, null, random.nextInt(5)))
          .toList();
    }

    private Said ofReport() {
      Report report = report(anyOf(reportIds));
      ReportId id = new ReportId(report.opened().reportId());
      String plan = report.plan();
      String rule = report.opened().rule();
      String period = report.opened().period();
      String channel = report.parties().addressees().getFirst().channel();
      ConsolidationId made = ConsolidationId.of(plan, rule, period, String.valueOf(channel));
      return switch (random.nextInt(14)) {
        case 0, 1, 2, 3 ->
            new Said(new SubmitReport(id, "Kết quả", List.of()), by(report.agency()));
        case 4, 5 -> new Said(new AcceptReport(id, null), by(channel, province));
        case 6 -> new Said(new ReturnReport(id, "Thiếu số liệu"), by(channel, province));
        case 7 -> new Said(new WaiveReport(id, "Không phải nộp", "CV 3"), by(province));
        case 8 ->
            new Said(
                new OpenReport(plan, rule, anyOf(units("2", "B", "C")), period, null, null),
                by(province));
        case 9, 10 ->
            new Said(
                new ConsolidateReports(plan, rule, period, String.valueOf(channel), "Tổng hợp"),
                by(channel));
        case 11 -> new Said(new RenewConsolidation(made, null), by(channel));
        case 12 -> new Said(new ForwardConsolidation(made, null), by(channel));
        default -> new Said(new ReturnConsolidation(made, "Xem lại"), by(province));
      };
    }

    private Said ofInspection() {
      List<String> all = begun("inspection-planned", "inspection-recorded");
      if (all.isEmpty() || one(4)) {
        return newInspection();
      }
      Inspection inspection = inspection(anyOf(all));
      InspectionId id = new InspectionId(inspection.first().inspectionId());
      Actor inspector = by(inspection.matter().inspector());
      if (one(4)) {
        return new Said(
            anyOf(
                List.of(
                    new BeginInspection(id),
                    findings(id),
                    new CancelInspection(id, "Hoãn"),
                    new ConfirmRemedy(id, "Đã sửa"),
                    new CloseInspection(id, "Kết thúc"))),
            inspector);
      }
      return switch (inspection.state()) {
        case PLANNED ->
            new Said(
                one(3) ? new CancelInspection(id, "Hoãn") : new BeginInspection(id), inspector);
        case UNDER_WAY -> new Said(findings(id), inspector);
        case RECORDED -> {
          Task left =
              inspection.toMend().stream()
                  .map(tasks::find)
                  .filter(each -> each != null && !each.finished())
                  .findFirst()
                  .orElse(null);
          yield left == null
              ? new Said(
                  inspection.toMend().isEmpty()
                      ? new CloseInspection(id, "Kết thúc")
                      : new ConfirmRemedy(id, "Đã sửa"),
                  inspector)
              : next(left);
        }
        case REMEDIED, CLOSED, CANCELLED ->
            new Said(new CloseInspection(id, "Kết thúc"), inspector);
      };
    }

    private Said newInspection() {
      String planId = planId();
      String inspector = anyOf(units("A", "B", "F", "G", "D", "E", "1", "2"));
      String unit = one(4) ? inspector : anyOf(units("1", "2", "3", "4", "A", "C", "E", "1.2"));
      Command begins =
          one(2)
              ? new PlanInspection(
                  planId,
                  inspector,
                  unit,
                  today().plusDays(random.nextInt(3)),
                  BASIS,
                  List.of(new Inspector("Bà H.", "Trưởng đoàn")),
                  one(2) ? List.of() : List.of(anyOf(units("1", "2", "3", "A", "C"))))
              : new RecordInspection(
                  planId,
                  inspector,
                  unit,
                  today().minusDays(random.nextInt(3)),
                  null,
                  List.of("Chậm"),
                  recommendations(),
                  List.of());
      return new Said(begins, by(inspector));
    }

    private RecordFindings findings(InspectionId id) {
      return new RecordFindings(id, List.of("Chậm"), List.of(), recommendations());
    }

    private List<Recommendation> recommendations() {
      return IntStream.range(0, random.nextInt(3))
          .mapToObj(number -> new Recommendation("Kiến nghị " + number, one(3) ? null : day()))
          .toList();
    }

    private Said ofModel() {
      List<String> all = begun("model-registered");
      if (all.isEmpty() || one(6)) {
        String agency = anyOf(units("A", "B", "D", "E", "1", "2", "3"));
        return new Said(
            new RegisterModel(
                planId(),
                agency,
                today().getYear(),
                "Mô hình " + random.nextInt(3),
                null,
                null,
                null),
            by(agency));
      }
      Model model = model(anyOf(all));
      ModelId id = new ModelId(model.registered().modelId());
      String issuer = model.parties().issuer();
      String focal = model.parties().focal();
      ReplicateModel copy =
          new ReplicateModel(
              id, anyOf(units("A", "B", "C", "1", "2", "3", "4")), today().getYear() + 1);
      if (one(4)) {
        return one(3)
            ? new Said(new WithdrawModel(id, "Không hiệu quả"), by(model.parties().agency()))
            : new Said(copy, by(issuer, focal));
      }
      return switch (model.state()) {
        case REGISTERED, WITHDRAWN ->
            new Said(new BuildModel(id, "Xong"), by(model.parties().agency()));
        case BUILT -> new Said(new AssessModel(id, "Tốt"), by(issuer, focal));
        case ASSESSED -> new Said(new RecogniseModel(id, null), by(issuer));
        case RECOGNISED ->
            one(2)
                ? new Said(
                    new ProposeModel(
                        id,
                        issuer.equals(province) ? unit("TW") : province,
                        anyOf(List.of(AwardKind.values())),
                        null),
                    by(issuer))
                : rewarded(id, issuer);
        case PROPOSED -> {
          String asked = String.valueOf(model.parties().proposedTo());
          yield one(2)
              ? new Said(new DeclineProposal(id, "Chưa đủ"), by(asked))
              : rewarded(id, asked);
        }
        case REWARDED -> new Said(copy, by(issuer, focal));
      };
    }

    private Said rewarded(ModelId id, String by) {
      return new Said(
          new RewardModel(id, AwardKind.CERTIFICATE_OF_MERIT, "QĐ 7", today(), null), by(by));
    }

    private Said ofObstacle() {
      List<String> all = begun("obstacle-raised");
      if (all.isEmpty() || one(3)) {
        String title = "Khó khăn " + random.nextInt(3);
        if (one(2)) {
          Task task = Objects.requireNonNull(tasks.find(anyOf(taskIds)));
          return new Said(
              new RaiseObstacle(task.plan(), task.assigned().taskId(), task.agency(), title, null),
              by(task.agency()));
        }
        String agency = anyOf(units("A", "B", "D", "E", "1", "2", "3"));
        return new Said(new RaiseObstacle(planId(), null, agency, title, null), by(agency));
      }
      Obstacle obstacle = obstacle(anyOf(all));
      ObstacleId id = new ObstacleId(obstacle.raised().obstacleId());
      String holder = obstacle.parties().holder();
      return switch (obstacle.state()) {
        case RAISED, PASSED_ON ->
            new Said(
                one(2) || holder.equals(province)
                    ? new AnswerObstacle(id, "Bổ sung")
                    : new PassOnObstacle(id, one(4) ? unit("A") : province, null),
                by(holder));
        case ANSWERED, CLOSED ->
            new Said(new CloseObstacle(id, null), by(obstacle.parties().raiser()));
      };
    }

    private Said ofBudget() {
      List<String> all = begun("budget-allocated");
      if (all.isEmpty() || one(3)) {
        return new Said(
            new AllocateBudget(
                planId(),
                null,
                anyOf(units("A", "B", "D", "E", "1", "2", "3")),
                "Nguồn " + random.nextInt(2),
                1 + random.nextInt(100),
                BASIS),
            by(province, unit("F"), unit("G")));
      }
      Budget budget = budget(anyOf(all));
      BudgetId id = new BudgetId(budget.allocated().budgetId());
      String voucher = "UNC " + random.nextInt(4);
      return switch (random.nextInt(4)) {
        case 0 ->
            new Said(
                new CorrectAllocation(id, 1 + random.nextInt(100), "Nhầm số", BASIS),
                by(budget.parties().issuer()));
        case 1 ->
            new Said(
                new CorrectDisbursement(id, voucher, random.nextInt(30), "Nhầm số"),
                by(budget.parties().agency()));
        default ->
            new Said(
                new DisburseFunds(id, voucher, 1 + random.nextInt(30), "Chi"),
                by(budget.parties().agency()));
      };
    }

    /** Says something, and at times says it again at once: that changes nothing. */
    private @Nullable Outcome give(Said said) {
      boolean twice = one(3);
      String key = this + ", " + ++sent;
      Client.Answer answer = send(said, key);
      Outcome first = outcome(said, answer);
      if (first == null) {
        return null;
      }
      answered.add(new Answered(said, key, answer));
      accepted.add(said);
      if (said.command() instanceof IssuePlan && !planIds.contains(first.id())) {
        planIds.add(first.id());
      }
      if (twice && !first.events().isEmpty() && !(said.command() instanceof RenewConsolidation)) {
        Outcome again = outcome(said, send(said, null));
        if (again != null) {
          // But for what an automation has put in between.
          assertThat(version(again) - again.events().size())
              .as("%s: said twice: %s", this, said)
              .matches(came -> again.events().isEmpty() || came > version(first));
        }
      }
      return first;
    }

    private Client.Answer send(Said said, @Nullable String key) {
      return client.send(said.command(), said.by(), key, Given.LATE);
    }

    /** What came of it; null if it was refused, as much of what is said. */
    private @Nullable Outcome outcome(Said said, Client.Answer answer) {
      assertThat(answer.status()).as("%s: %s: %s", this, said, answer).isLessThan(500);
      return answer.status() == 200 ? client.outcome(answer) : null;
    }

    private static long version(Outcome outcome) {
      return Long.parseLong(outcome.mark().substring(outcome.mark().lastIndexOf('@') + 1));
    }

    /** What must hold once the automations have come to rest. */
    private void holds() {
      nothingIsSetAside(toString());
      Map<String, List<DomainEventMessage<?>>> records = new LinkedHashMap<>();
      begun("task-assigned").forEach(id -> records.put(id, record(id)));
      planIds.forEach(planId -> dutiesStandOnce(planId, records));
      planIds.forEach(this::secondTriesTakeNoOtherSteps);
      planIds.forEach(this::nothingIsWantedOf);
      records.forEach(this::holds);
      begun("report-opened").forEach(id -> holds(report(id)));
      begun("inspection-planned", "inspection-recorded").forEach(id -> holds(inspection(id)));
      begun("model-registered").forEach(id -> holds(model(id)));
      begun("obstacle-raised").forEach(id -> holds(obstacle(id)));
      begun("budget-allocated").forEach(id -> holds(budget(id)));
      whatIsLeftIsTold();
    }

    /** Each recommendation has become one task of the unit, and whoever has a part is there. */
    private void holds(Inspection inspection) {
      String id = inspection.first().inspectionId();
      List<String> became =
          jdbc.sql(
                  """
                  select aggregate_id from store.event
                   where name = 'task-assigned' and payload->>'inspectionId' = ?
                   order by aggregate_id
                  """)
              .param(id)
              .query(String.class)
              .list();
      assertThat(became)
          .as("%s: what became of the recommendations of %s", this, id)
          .containsExactlyInAnyOrderElementsOf(inspection.toMend());
      if (inspection.state() != InspectionState.CLOSED
          && inspection.state() != InspectionState.CANCELLED) {
        stands(inspection.matter().inspector(), id, inspection.plan());
        stands(inspection.matter().unit(), id, inspection.plan());
      }
    }

    /** What is to be copied is registered with whoever copies it. */
    private void holds(Model model) {
      String id = model.registered().modelId();
      assertThat(begun("model-registered"))
          .as("%s: copies of %s", this, id)
          .containsAll(model.copies());
      if (runs(model.plan()) && model.state() != ModelState.WITHDRAWN) {
        stands(model.parties().agency(), id, model.plan());
      }
    }

    private void holds(Obstacle obstacle) {
      if (obstacle.state() != ObstacleState.CLOSED) {
        stands(obstacle.parties().raiser(), obstacle.raised().obstacleId(), obstacle.plan());
        stands(obstacle.parties().holder(), obstacle.raised().obstacleId(), obstacle.plan());
      }
    }

    private void holds(Budget budget) {
      if (runs(budget.plan())) {
        stands(budget.parties().agency(), budget.allocated().budgetId(), budget.plan());
      }
    }

    /** Whoever has a part in what is open is there, or it is told that nobody took over. */
    private void stands(String agency, String id, String planId) {
      if (!agencies.exists(agency, today())) {
        assertThat(left())
            .as("%s: who is no more and has a part in %s", this, id)
            .contains(new Part(id, agency, planId));
      }
    }

    /** The parts in what is open of agencies that are no more. */
    private List<Part> left() {
      return jdbc
          .sql("select duty, agency, plan_id from command.open_duty where open")
          .query((row, number) -> new Part(row.getString(1), row.getString(2), row.getString(3)))
          .list()
          .stream()
          .filter(each -> !agencies.exists(each.agency(), today()))
          .toList();
    }

    private void whatIsLeftIsTold() {
      List<Part> left = left();
      somethingWasLeft |= !left.isEmpty();
      assertThat(left)
          .as("%s: what nobody took over", this)
          .allMatch(each ->
              agencies.heir(each.agency(), today(), List.of(each.duty(), each.planId())) == null);
      assertThat(node.getBean(MeterRegistry.class).get("plantrail.succession.left").gauge().value())
          .as("%s: how much is told to be left", this)
          .isEqualTo(left.size());
    }

    /** What a plan that was revoked or superseded still wanted is called off. */
    private void nothingIsWantedOf(String planId) {
      PlanStatus status = plans.status(planId);
      if (status == PlanStatus.REVOKED || status == PlanStatus.SUPERSEDED) {
        begun("task-assigned").stream()
            .map(id -> Objects.requireNonNull(tasks.find(id)))
            .filter(task -> task.plan().equals(planId))
            .forEach(task ->
                assertThat(task.finished())
                    .as("%s: %s of plan that is %s", this, task.assigned(), status)
                    .isTrue());
        begun("report-opened").stream()
            .map(AutomationsAnyOrderIT.this::report)
            .filter(report -> report.plan().equals(planId))
            .forEach(report ->
                assertThat(report.state())
                    .as("%s: %s of plan that is %s", this, report.opened(), status)
                    .isIn(ReportState.ACCEPTED, ReportState.WAIVED, ReportState.WITHDRAWN));
      }
    }

    /**
     * How far a roll-out has come is a number of steps: a second try comes to as many as the first,
     * whatever has become of the duties. A shift alone goes by what each duty's day is by then.
     */
    private void secondTriesTakeNoOtherSteps(String planId) {
      Set<String> shifts = new HashSet<>();
      for (DomainEventMessage<?> message : record(planId)) {
        if (message.getPayload() instanceof PlanResumed) {
          shifts.add(message.getIdentifier());
        }
      }
      for (RollOuts.State rollOut : rollOuts.all(planId)) {
        if (!shifts.contains(rollOut.eventId())) {
          assertThat(adjustments.of(rollOut))
              .as("%s: steps of %s", this, rollOut)
              .hasSize(Objects.requireNonNull(rollOut.total()));
        }
      }
    }

    private void dutiesStandOnce(String planId, Map<String, List<DomainEventMessage<?>>> records) {
      if (!runs(planId)) {
        return;
      }
      PlanIssued present = plans.get(planId);
      Map<String, AssignmentRule> rules =
          present.assignments().stream().collect(toMap(AssignmentRule::id, each -> each));
      rules
          .values()
          .forEach(rule ->
              rule.assignees()
                  .agencies()
                  .forEach(agency ->
                      assertThat(hadBy(agency, planId, rule.id(), records))
                          .as("%s: %s of %s", this, rule.id(), agency)
                          .isTrue()));
      Set<String> marks = new HashSet<>();
      record(planId).stream()
          .map(DomainEventMessage::getPayload)
          .forEach(event -> clauses(event).forEach(rule -> marks.add(rule.id())));
      records.forEach((id, record) -> {
        Task task = Objects.requireNonNull(tasks.find(id));
        String mark = task.assigned().duty();
        AssignmentRule rule = rules.get(mark);
        Set<String> had = hadBy(record);
        boolean called =
            rule == null
                ? marks.contains(mark)
                : rule.assignees().classes().isEmpty()
                    && rule.assignees().agencies().stream().noneMatch(had::contains);
        if (task.plan().equals(planId) && called && bySystem(record, TaskAssigned.class)) {
          assertThat(task.finished() || has(record, TaskResultSubmitted.class))
              .as("%s: withdrawn task %s, had by %s: %s", this, id, had, task)
              .isTrue();
        }
        String agency = task.assigned().agency();
        if (rule != null
            && TaskId.of(planId, mark, agency).value().equals(id)
            && agencies.exists(agency, today())
            && rule.assignees().agencies().contains(agency)
            && bySystem(record, TaskCancelled.class)) {
          assertThat(task.progress())
              .as("%s: task %s, asked for again", this, id)
              .isNotEqualTo(TaskProgress.CANCELLED);
        }
      });
    }

    /** Whether an agency was charged with a plan's duty, or took it over from another one. */
    private boolean hadBy(
        String agency, String planId, String mark, Map<String, List<DomainEventMessage<?>>> all) {
      return all.entrySet().stream()
          .filter(each -> {
            TaskAssigned assigned = Objects.requireNonNull(tasks.find(each.getKey())).assigned();
            return assigned.planId().equals(planId) && assigned.duty().equals(mark);
          })
          .anyMatch(each -> hadBy(each.getValue()).contains(agency));
    }

    /** Codes of the agencies that were charged with a task, or took it over from another one. */
    private static Set<String> hadBy(List<DomainEventMessage<?>> record) {
      Set<String> had = new HashSet<>();
      record.stream()
          .map(DomainEventMessage::getPayload)
          .forEach(event -> {
            if (event instanceof TaskAssigned assigned) {
              had.add(assigned.agency());
            } else if (event instanceof TaskTransferred moved
                && had.contains(moved.predecessor())) {
              had.add(moved.successor());
            }
          });
      return had;
    }

    /** Whether it happened, and was an automation's doing the last time. */
    private static boolean bySystem(List<DomainEventMessage<?>> record, Class<?> event) {
      long last = last(record, event);
      return last >= 0
          && Role.SYSTEM.name().equals(record.get((int) last).getMetaData().get(MetadataKeys.ROLE));
    }

    /** What the plan says from that event on of who does what; nothing if it says nothing anew. */
    private static List<AssignmentRule> clauses(Object event) {
      return switch (event) {
        case PlanIssued e -> e.assignments();
        case PlanAmended e -> e.assignments();
        default -> List.of();
      };
    }

    private boolean runs(String planId) {
      return plans.status(planId) == PlanStatus.IN_FORCE
          || plans.status(planId) == PlanStatus.SUSPENDED;
    }

    private void holds(String id, List<DomainEventMessage<?>> record) {
      Task task = Objects.requireNonNull(tasks.find(id));
      assertThat(told(record, Task::evolve, TaskEvent.class))
          .as("%s: task %s as its record tells", this, id)
          .isEqualTo(task);
      if (!task.finished()) {
        stands(task.agency(), id, task.plan());
      }
      for (Map.Entry<String, Parts.Part> each : task.parts().byId().entrySet()) {
        Task part = tasks.find(each.getKey());
        assertThat(part).as("%s: part of task %s", this, id).isNotNull();
        share(task, Objects.requireNonNull(part), each.getValue());
      }
      for (String part : task.parts().calledOff().keySet()) {
        assertThat(Objects.requireNonNull(tasks.find(part)).finished())
            .as("%s: part of %s, which was called off", this, id)
            .isTrue();
      }
      boolean toldSince = last(record, ProgressRolledUp.class) > last(record, TaskDelegated.class);
      if (task.parts().count() && toldSince) {
        assertThat(task.percent())
            .as("%s: progress of task %s", this, id)
            .isEqualTo(task.parts().percent(task.percent()));
      }
      noRequestIsBreached(id, record);
      if (!task.finished()) {
        asThePlanSays(id, task, record);
        asTheWholesSay(id, task);
      }
      clockKnows(
          "TASK",
          id,
          task.agency(),
          task.due(),
          task.matter().request(),
          OWED.contains(task.progress()),
          task.plan());
    }

    /** A request may be late, but nothing lapses, and nothing is put before a superior. */
    private void noRequestIsBreached(String id, List<DomainEventMessage<?>> record) {
      boolean request = false;
      for (DomainEventMessage<?> message : record) {
        request =
            switch ((TaskEvent) message.getPayload()) {
              case TaskAssigned e -> e.roles().contains(DutyRole.REQUEST);
              case TaskRevised e -> e.roles().contains(DutyRole.REQUEST);
              default -> request;
            };
        assertThat(
                request
                    && (message.getPayload() instanceof TaskLapseNoticed
                        || message.getPayload() instanceof TaskEscalated))
            .as("%s: %s of request %s", this, message.getPayload(), id)
            .isFalse();
      }
    }

    /**
     * What a clause has charged is what that clause says by now, and due by its day as rests have
     * moved it, or by a later one that was granted, as rests have moved that.
     */
    private void asThePlanSays(String id, Task task, List<DomainEventMessage<?>> record) {
      String mark = task.assigned().duty();
      AssignmentRule rule = clause(plans.get(task.plan()).assignments(), mark);
      if (rule == null
          || task.assigned().parentTask() != null
          || !bySystem(record, TaskAssigned.class)) {
        return;
      }
      assertThat(task.matter())
          .as("%s: what %s is, as %s says", this, id, rule)
          .isEqualTo(
              new Task.Matter(
                  rule.item(), rule.title(), rule.roles(), rule.partners(), rule.creates()));
      DomainEventMessage<?> grant = lastGrant(record);
      LocalDate words = null;
      LocalDate day = null;
      LocalDate granted = null;
      for (DomainEventMessage<?> message : record(task.plan())) {
        if (grant != null && !message.getTimestamp().isBefore(grant.getTimestamp())) {
          granted = ((ExtensionGranted) grant.getPayload()).newDue();
          grant = null;
        }
        if (message.getPayload() instanceof PlanResumed rest) {
          day = moved(day, rest);
          granted = moved(granted, rest);
        }
        AssignmentRule said = clause(clauses(message.getPayload()), mark);
        if (said != null && !Objects.equals(day(said), words)) {
          words = day(said);
          day = words;
          granted = words == null ? null : granted;
        }
      }
      if (grant != null) {
        granted = ((ExtensionGranted) grant.getPayload()).newDue();
      }
      assertThat(task.due())
          .as("%s: by when %s is due, as %s says; granted %s", this, id, rule, granted)
          .isEqualTo(day != null && granted != null && granted.isAfter(day) ? granted : day);
    }

    private static @Nullable AssignmentRule clause(List<AssignmentRule> clauses, String mark) {
      return clauses.stream().filter(each -> each.id().equals(mark)).findFirst().orElse(null);
    }

    private static @Nullable DomainEventMessage<?> lastGrant(List<DomainEventMessage<?>> record) {
      long grant = last(record, ExtensionGranted.class);
      return grant > last(record, TaskAssigned.class) ? record.get((int) grant) : null;
    }

    private static @Nullable LocalDate moved(@Nullable LocalDate day, PlanResumed rest) {
      return day == null || day.isBefore(rest.from().minusDays(rest.days()))
          ? day
          : day.plusDays(rest.shift());
    }

    /**
     * What is open of a part is due no later than what is open of its wholes, and a request if its
     * plan's own task is one; nothing is open below what was called off.
     */
    private void asTheWholesSay(String id, Task part) {
      Task below = part;
      for (Task whole = tasks.wholeOf(part); whole != null; whole = tasks.wholeOf(whole)) {
        assertThat(
                whole.progress() != TaskProgress.CANCELLED
                    && !whole.parts().calledOff().containsKey(below.assigned().taskId()))
            .as("%s: %s, open below %s, which was called off", this, id, whole)
            .isTrue();
        LocalDate due = whole.due();
        if (due != null && !whole.finished()) {
          assertThat(part.due()).as("%s: day of %s, part of %s", this, id, whole).isNotNull();
          assertThat(part.due())
              .as("%s: day of %s, part of %s", this, id, whole)
              .isBeforeOrEqualTo(due);
        }
        below = whole;
      }
      assertThat(part.matter().request())
          .as("%s: whether %s is a request, as %s is", this, id, below)
          .isEqualTo(below.matter().request());
    }

    private void share(Task whole, Task part, Parts.Part known) {
      if (!whole.finished() && !part.finished()) {
        assertThat(part.parties().assigner())
            .as("%s: who charges a part of %s", this, whole.assigned().taskId())
            .isEqualTo(whole.agency());
      }
      if (!whole.finished() && whole.progress() != TaskProgress.DECLINED) {
        boolean counted = part.progress() != TaskProgress.CANCELLED;
        int percent =
            !counted ? 0 : part.progress() == TaskProgress.COMPLETED ? 100 : part.percent();
        assertThat(List.of(known.percent(), known.counted()))
            .as("%s: %s knows of its part", this, whole.assigned().taskId())
            .isEqualTo(List.of(percent, counted));
      }
    }

    private static long last(List<DomainEventMessage<?>> record, Class<?> event) {
      return record.stream()
          .filter(each -> event.isInstance(each.getPayload()))
          .mapToLong(DomainEventMessage::getSequenceNumber)
          .max()
          .orElse(-1);
    }

    private static boolean has(List<DomainEventMessage<?>> record, Class<?> event) {
      return last(record, event) >= 0;
    }

    private void holds(Report report) {
      boolean owed = report.state() == ReportState.OPEN || report.state() == ReportState.RETURNED;
      if (owed || report.state() == ReportState.SUBMITTED) {
        stands(report.agency(), report.opened().reportId(), report.plan());
      }
      clockKnows(
          "REPORT",
          report.opened().reportId(),
          report.agency(),
          report.due(),
          false,
          owed,
          report.plan());
    }

    private void clockKnows(
        String kind,
        String id,
        String agency,
        @Nullable LocalDate due,
        boolean request,
        boolean owed,
        String planId) {
      Instant now = CLOCK.instant();
      Instant next =
          !owed || due == null || plans.status(planId) != PlanStatus.IN_FORCE
              ? null
              : USUAL.moments(due, request, WorkingCalendar.STATUTORY).stream()
                  .map(DueMoment::at)
                  .filter(at -> at.isAfter(now))
                  .findFirst()
                  .orElse(null);
      Waiting row =
          jdbc.sql(
                  """
                  select agency, due, request, owed, moment from command.due_moment
                   where kind = ? and subject = ?
                  """)
              .params(kind, id)
              .query((found, number) -> {
                OffsetDateTime moment = found.getObject("moment", OffsetDateTime.class);
                return new Waiting(
                    found.getString("agency"),
                    found.getObject("due", LocalDate.class),
                    found.getBoolean("request"),
                    found.getBoolean("owed"),
                    moment == null ? null : moment.toInstant());
              })
              .single();
      assertThat(row)
          .as("%s: what the clock waits for of %s %s", this, kind, id)
          .isEqualTo(new Waiting(agency, due, request, owed, next));
    }
  }

  /** Something that somebody says. */
  private record Said(Command command, Actor by) {}

  /** What was answered to something that was sent with a key. */
  private record Answered(Said said, String key, Client.Answer answer) {}

  /** An agency's part in what is open. */
  private record Part(String duty, String agency, String planId) {}

  /** What the clock knows of a duty, and when it speaks next. */
  private record Waiting(
      String agency,
      @Nullable LocalDate due,
      boolean request,
      boolean owed,
      @Nullable Instant moment) {}

  private List<DomainEventMessage<?>> record(String id) {
    List<DomainEventMessage<?>> record = new ArrayList<>();
    eventStore.readEvents(id, 0).forEachRemaining(record::add);
    return record;
  }

  /** How a state follows from one more event. */
  private interface Evolution<S, E> {
    S evolve(@Nullable S state, E event, Taken taken);
  }

  private static <S, E> S told(
      List<DomainEventMessage<?>> record, Evolution<S, E> evolution, Class<E> event) {
    S state = null;
    for (DomainEventMessage<?> message : record) {
      state = evolution.evolve(state, event.cast(message.getPayload()), Taken.of(message));
    }
    return Objects.requireNonNull(state);
  }

  private Report report(String id) {
    return told(record(id), Report::evolve, ReportEvent.class);
  }

  private Inspection inspection(String id) {
    return told(record(id), Inspection::evolve, InspectionEvent.class);
  }

  private Model model(String id) {
    return told(record(id), Model::evolve, ModelEvent.class);
  }

  private Obstacle obstacle(String id) {
    return told(record(id), Obstacle::evolve, ObstacleEvent.class);
  }

  private Budget budget(String id) {
    return told(record(id), Budget::evolve, BudgetEvent.class);
  }

  private void nothingIsSetAside(String life) {
    assertThat(
            jdbc.sql(
                    """
                    select concat_ws(' ', processing_group, name, cause_type, cause_message)
                      from store.dead_letter
                    union all
                    select concat_ws(' ', plan_id, error) from command.roll_out where error is not null
                    union all
                    select concat_ws(' ', kind, subject, error)
                      from command.due_moment where error is not null
                    """)
                .query(String.class)
                .list())
        .as("%s: set aside", life)
        .isEmpty();
  }

  /** As after the loss of all tokens. */
  private void nothingFollowsTwice(String life) {
    long events = events();
    Map<String, List<String>> rows = rows();
    processors().keySet().forEach(this::readAgain);
    settle(life);
    assertThat(eventsAfter(events)).as("%s: what follows twice", life).isEmpty();
    assertThat(rows()).as("%s: what is known", life).isEqualTo(rows);
    nothingIsSetAside(life);
  }

  private List<String> eventsAfter(long position) {
    return jdbc.sql(
            """
            select concat_ws(' ', e.name, e.aggregate_id, e.payload, e.metadata)
              from store.event e join store.event_number n using (order_key, place)
             where n.position > ? order by n.position
            """)
        .param(position)
        .query(String.class)
        .list();
  }

  private long events() {
    return jdbc.sql("select count(*) from store.event").query(Long.class).single();
  }

  private Map<String, List<String>> rows() {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    ROWS.forEach((table, columns) ->
        rows.put(
            table,
            jdbc.sql("select (row(%s))::text from command.%s order by 1".formatted(columns, table))
                .query(String.class)
                .list()));
    return rows;
  }

  private Map<String, StreamingEventProcessor> processors() {
    Map<String, StreamingEventProcessor> streaming = new LinkedHashMap<>();
    processing.eventProcessors().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> {
          if (each.getValue() instanceof StreamingEventProcessor reader) {
            streaming.put(each.getKey(), reader);
          }
        });
    return streaming;
  }

  private void readAgain(String automation) {
    StreamingEventProcessor processor =
        processing.eventProcessor(automation, StreamingEventProcessor.class).orElseThrow();
    processor.shutDown();
    processor.resetTokens();
    processor.start();
  }

  /** Waits until all that was recorded is read, and all that follows from it is done. */
  private void settle(Object life) {
    await("rest in the " + life)
        .atMost(Duration.ofMinutes(2))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> {
          long head = events();
          return processors().values().stream().allMatch(each -> hasMet(each, head))
              && nothingIsToBeDone()
              && events() == head;
        });
  }

  private boolean nothingIsToBeDone() {
    return jdbc.sql(
            """
            select not exists (select from command.roll_out where not finished)
               and not exists (select from command.due_moment where not planned or moment <= :now)
               and not exists (select from command.agency_end e join command.open_duty d
                                   on d.agency = e.code
                                where d.open and e.effective <= :today
                                  and coalesce(d.unclaimed_at < (select max(position)
                                                 from command.agency_end), true))
            """)
        .param("now", OffsetDateTime.ofInstant(CLOCK.instant(), ZoneOffset.UTC))
        .param("today", today())
        .query(Boolean.class)
        .single();
  }

  private static boolean hasMet(StreamingEventProcessor processor, long head) {
    return !processor.processingStatus().isEmpty()
        && processor.processingStatus().values().stream()
            .allMatch(status -> status.getCurrentPosition().orElse(0) >= head);
  }
}
