package plantrail.command;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.command.agency.domain.Agency;
import plantrail.command.plan.issueplan.IssuePlan;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Attached;
import plantrail.command.platform.Commands;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.platform.Rules;
import plantrail.command.platform.Taken;
import plantrail.command.report.domain.Report;
import plantrail.command.task.domain.Task;
import plantrail.kernel.agency.AgencyEvent;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.agency.AgencyRegistered;
import plantrail.kernel.calendar.Bound;
import plantrail.kernel.calendar.DueRule;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.Window;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Outcome;
import plantrail.kernel.message.Role;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.AgencyClass;
import plantrail.kernel.plan.Assignees;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.plan.Product;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.plan.RulesInForce;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.workflow.Workflows;

/** What the specs of decisions begin with: a province, its agencies, a plan. */
public final class Given {
  public static final String PROVINCE = "HGI";
  public static final String HOME_AFFAIRS = "HGI.SNV";
  public static final String FINANCE = "HGI.STC";
  public static final String DISTRICT = "HGI.024";
  public static final String OTHER_DISTRICT = "HGI.026";
  public static final LocalDate ISSUED = LocalDate.of(2024, 2, 28);
  public static final Instant NOW = Instant.parse("2024-05-13T03:00:00Z");
  public static final LocalDate TODAY = LocalDate.of(2024, 5, 13);

  /** Why what lies years back is entered only now. */
  public static final String LATE = "Nhập bổ sung hồ sơ cũ";

  /** A step entered now; if it tells of a day further back, it says why. */
  public static final Occurrence WHEN = new Occurrence(NOW, null, LATE, 7);

  /** The same without saying why. */
  public static final Occurrence WITHOUT_REASON = new Occurrence(NOW, null, null, 7);

  /** A step that the person took on the day of issue. */
  public static Taken taken(String by) {
    return new Taken(by, ISSUED);
  }

  /** The agencies there are, each with those above it. */
  public static final Map<String, List<String>> SUPERIORS =
      Map.of(
          PROVINCE, List.of(),
          HOME_AFFAIRS, List.of(PROVINCE),
          FINANCE, List.of(PROVINCE),
          DISTRICT, List.of(PROVINCE),
          OTHER_DISTRICT, List.of(PROVINCE));

  public static final Agencies AGENCIES = agencies(List.of());

  /** What the system goes by: what is usual. */
  public static final Rules RULES =
      () -> new RulesInForce(0, List.of(7, 3, 1), 5, Workflows.VERSION);

  /** Nothing was uploaded. */
  public static final Attached.Types NO_FILES = (hash, agency) -> null;

  private Given() {}

  /** The agencies there are, after these further events. */
  public static Agencies agencies(List<AgencyEvent> events) {
    Map<String, Agency> agencies = new HashMap<>();
    SUPERIORS.forEach((code, above) ->
        agencies.put(
            code,
            Agency.evolve(null, registered(code, above.isEmpty() ? null : above.getFirst()))));
    events.forEach(event -> agencies.compute(event.code(), (c, old) -> Agency.evolve(old, event)));
    return agencies::get;
  }

  /** The registration of an agency that is there since 2000. */
  public static AgencyRegistered registered(String code, @Nullable String superior) {
    return registered(code, superior, AgencyLevel.DISTRICT);
  }

  /** The same of a people's committee of that level. */
  public static AgencyRegistered registered(
      String code, @Nullable String superior, AgencyLevel level) {
    return new AgencyRegistered(
        code,
        "Đơn vị " + code,
        AgencyKind.PEOPLES_COMMITTEE,
        level,
        superior,
        LocalDate.of(2000, 1, 1),
        null,
        null);
  }

  /** A step that happened on that day and is entered now. */
  public static Occurrence on(LocalDate day) {
    return new Occurrence(NOW, day, null, 7);
  }

  public static Actor official(String agency) {
    return new Actor("p." + agency, "Bà H.", agency, Role.OFFICIAL);
  }

  public static Actor colleague(String agency) {
    return new Actor("q." + agency, "Ông T.", agency, Role.OFFICIAL);
  }

  /** A plan with one rule for all departments and districts but one, and a quarterly report. */
  public static IssuePlan issuePlan() {
    return issuePlan("73");
  }

  /** The same under another number, for those who share a log. */
  public static IssuePlan issuePlan(String number) {
    return GivenPlan.usual().number(number).issue();
  }

  /** Issues a plan in its issuer's name, be its day of issue years back. */
  public static Outcome issue(Commands commands, IssuePlan plan) {
    return commands.give(plan, official(plan.issuer()), null, LATE);
  }

  public static AssignmentRule ownPlans() {
    return new AssignmentRule(
        "A1",
        "II.1",
        "Ban hành kế hoạch của đơn vị",
        new Assignees(
            List.of(),
            List.of(
                new AgencyClass(AgencyKind.DEPARTMENT, AgencyLevel.PROVINCE),
                new AgencyClass(AgencyKind.PEOPLES_COMMITTEE, AgencyLevel.DISTRICT)),
            List.of(FINANCE)),
        List.of(DutyRole.EXECUTE),
        null,
        DueRule.before(LocalDate.of(2024, 2, 29)),
        Product.SUBORDINATE_PLAN);
  }

  public static ReportingRule quarterly() {
    return new ReportingRule(
        "R1",
        "Kết quả công tác dân vận",
        Frequency.QUARTER,
        Window.DECREE_09_2019,
        new Assignees(
            List.of(),
            List.of(new AgencyClass(AgencyKind.PEOPLES_COMMITTEE, AgencyLevel.DISTRICT)),
            List.of()),
        DueRule.ofLastMonth(Bound.BEFORE, 15),
        List.of(new Addressee(PROVINCE, HOME_AFFAIRS)));
  }

  public static PlanIssued plan() {
    return (PlanIssued)
        issuePlan().decide(null, official(PROVINCE), WHEN, AGENCIES, plans(null), RULES).getFirst();
  }

  /** The plan with that reporting rule alone. */
  public static PlanIssued planWith(ReportingRule rule) {
    return GivenPlan.usual().reports(rule).issued();
  }

  /** That plan alone, in force. */
  public static Plans plans(@Nullable PlanIssued plan) {
    return plans(plan, PlanStatus.IN_FORCE);
  }

  /** That plan alone, in that status. */
  public static Plans plans(@Nullable PlanIssued plan, PlanStatus status) {
    return new Plans() {
      @Override
      public @Nullable PlanIssued find(String planId) {
        return plan != null && plan.planId().equals(planId) ? plan : null;
      }

      @Override
      public PlanIssued version(String planId, int version) {
        return get(planId);
      }

      @Override
      public @Nullable PlanStatus status(String planId) {
        return find(planId) == null ? null : status;
      }
    };
  }

  /**
   * The task of a district under the plan, after these further events by those persons, all on the
   * day of issue.
   */
  public static Task task(Object... eventsAndPersons) {
    Task task = Task.evolve(null, assigned(), new Taken("system", ISSUED));
    for (int i = 0; i < eventsAndPersons.length; i += 2) {
      task =
          Task.evolve(
              task,
              (TaskEvent) eventsAndPersons[i],
              new Taken((String) eventsAndPersons[i + 1], ISSUED));
    }
    return task;
  }

  public static TaskAssigned assigned() {
    return new TaskAssigned(
        TaskId.of(plan().planId(), "A1", DISTRICT).value(),
        plan().planId(),
        "73/KH-UBND",
        "A1",
        "II.1",
        "Ban hành kế hoạch của đơn vị",
        DISTRICT,
        List.of(DutyRole.EXECUTE),
        null,
        LocalDate.of(2024, 5, 14),
        PROVINCE,
        HOME_AFFAIRS,
        null,
        null,
        ISSUED,
        null,
        null);
  }

  /**
   * The report of a district under the plan, after these further events by those persons, all on
   * the day of issue.
   */
  public static Report report(Object... eventsAndPersons) {
    Report report = Report.evolve(null, opened(), new Taken("system", ISSUED));
    for (int i = 0; i < eventsAndPersons.length; i += 2) {
      report =
          Report.evolve(
              report,
              (ReportEvent) eventsAndPersons[i],
              new Taken((String) eventsAndPersons[i + 1], ISSUED));
    }
    return report;
  }

  public static ReportOpened opened() {
    return plantrail.command.report.openreport.OpenReport.opened(
        plan(),
        quarterly(),
        quarterly().title(),
        DISTRICT,
        plantrail.kernel.calendar.Period.parse("2024-Q2"),
        LocalDate.of(2024, 6, 14),
        ISSUED);
  }

  /** All codes there are. */
  public static Set<String> agencies() {
    return SUPERIORS.keySet();
  }

  public static <T> List<T> with(List<T> list, T more) {
    List<T> longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }
}
