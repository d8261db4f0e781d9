package plantrail.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.agency.AgencyRegistered;
import plantrail.kernel.budget.BudgetAllocated;
import plantrail.kernel.budget.BudgetId;
import plantrail.kernel.calendar.DueRule;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.Period;
import plantrail.kernel.calendar.Window;
import plantrail.kernel.consolidation.ConsolidationId;
import plantrail.kernel.consolidation.Gathered;
import plantrail.kernel.consolidation.ReportsConsolidated;
import plantrail.kernel.inspection.InspectionId;
import plantrail.kernel.inspection.InspectionPlanned;
import plantrail.kernel.inspection.InspectionRecorded;
import plantrail.kernel.inspection.Recommendation;
import plantrail.kernel.model.ModelId;
import plantrail.kernel.model.ModelRegistered;
import plantrail.kernel.obstacle.ObstacleId;
import plantrail.kernel.obstacle.ObstacleRaised;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.AgencyClass;
import plantrail.kernel.plan.Assignees;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.Comparison;
import plantrail.kernel.plan.DraftId;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.Gathering;
import plantrail.kernel.plan.Indicator;
import plantrail.kernel.plan.IndicatorType;
import plantrail.kernel.plan.Item;
import plantrail.kernel.plan.LegalBasis;
import plantrail.kernel.plan.PlanAmended;
import plantrail.kernel.plan.PlanChange;
import plantrail.kernel.plan.PlanContent;
import plantrail.kernel.plan.PlanDrafted;
import plantrail.kernel.plan.PlanId;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.Recipient;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.plan.RulesInForce;
import plantrail.kernel.plan.Signer;
import plantrail.kernel.plan.TargetLine;
import plantrail.kernel.report.Figure;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.target.MeasurementRecorded;
import plantrail.kernel.target.TargetId;
import plantrail.kernel.target.TargetSet;
import plantrail.kernel.task.ChildTask;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskDelegated;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.workflow.Workflows;

/** Events of a small province: HGI with two departments, two districts and a commune. */
public final class Story {
  /** What the reports state in figures. */
  public static final List<Indicator> FORM =
      List.of(
          new Indicator(
              "hs",
              "Số hồ sơ tiếp nhận",
              IndicatorType.INTEGER,
              "hồ sơ",
              Gathering.SUM,
              null,
              null,
              null,
              false));

  public static final LocalDate ISSUED = LocalDate.of(2024, 2, 28);

  private Story() {}

  public static AgencyRegistered[] agencies() {
    return new AgencyRegistered[] {
      agency("HGI", "UBND tỉnh Hà Giang", AgencyLevel.PROVINCE, null),
      agency("HGI.SNV", "Sở Nội vụ", AgencyLevel.PROVINCE, "HGI"),
      agency("HGI.STC", "Sở Tài chính", AgencyLevel.PROVINCE, "HGI"),
      agency("HGI.026", "UBND huyện Đồng Văn", AgencyLevel.DISTRICT, "HGI"),
      agency("HGI.027", "UBND huyện Mèo Vạc", AgencyLevel.DISTRICT, "HGI"),
      agency("HGI.026.01", "UBND xã Lũng Cú", AgencyLevel.COMMUNE, "HGI.026"),
      agency("CBA", "UBND tỉnh Cao Bằng", AgencyLevel.PROVINCE, null)
    };
  }

  public static AgencyRegistered agency(
      String code, String name, AgencyLevel level, @Nullable String superior) {
    return new AgencyRegistered(
        code,
        name,
        code.endsWith("SNV") || code.endsWith("STC")
            ? AgencyKind.DEPARTMENT
            : AgencyKind.PEOPLES_COMMITTEE,
        level,
        superior,
        LocalDate.of(2020, 1, 1),
        null,
        null);
  }

  /** A draft of that issuer without number and day. */
  public static PlanContent draft(String issuer, @Nullable String focal) {
    return new PlanContent(
        "KH",
        null,
        "KH-UBND",
        null,
        issuer,
        "Kế hoạch công tác dân vận năm sau",
        null,
        null,
        null,
        null,
        focal,
        null,
        List.of(new Item("II", "Nội dung")),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  public static PlanDrafted drafted(String key, PlanContent content) {
    return new PlanDrafted(DraftId.of(content.issuer(), key).value(), key, content);
  }

  public static PlanIssued plan(String number, String issuer, @Nullable String focal) {
    return plan(number, issuer, focal, Workflows.VERSION);
  }

  /** The same, issued under that version of the workflow tables. */
  public static PlanIssued plan(
      String number, String issuer, @Nullable String focal, int workflows) {
    return new PlanIssued(
        PlanId.of(issuer, 2024, number, "KH-UBND").value(),
        "KH",
        number,
        "KH-UBND",
        ISSUED,
        issuer,
        "Kế hoạch công tác dân vận số " + number,
        "Hà Giang",
        new Signer("Trần Đức Quý", "Phó Chủ tịch", List.of("TM.", "KT.")),
        LocalDate.of(2024, 1, 1),
        LocalDate.of(2024, 12, 31),
        focal,
        null,
        List.of(
            new Item("II", "Nội dung"),
            new Item("II.4", "Cải cách hành chính"),
            new Item("III", "Tổ chức")),
        List.of(
            new AssignmentRule(
                "A1",
                "II.4",
                "Ban hành kế hoạch của đơn vị",
                new Assignees(
                    List.of("HGI.SNV"),
                    List.of(new AgencyClass(AgencyKind.DEPARTMENT, AgencyLevel.PROVINCE)),
                    List.of()),
                List.of(DutyRole.LEAD),
                null,
                DueRule.before(LocalDate.of(2024, 2, 29)),
                null)),
        List.of(
            new ReportingRule(
                "R1",
                "Báo cáo quý",
                Frequency.QUARTER,
                Window.DECREE_09_2019,
                new Assignees(List.of("HGI.026"), List.of(), List.of()),
                DueRule.ofLastMonth(plantrail.kernel.calendar.Bound.BEFORE, 15),
                List.of(new Addressee(issuer, focal)))),
        List.of(
            new TargetLine(
                "T1",
                "Hồ sơ đúng hạn",
                Comparison.AT_LEAST,
                new BigDecimal("98"),
                "%",
                null,
                null)),
        List.of(new LegalBasis("Chỉ thị", "33/CT-TTg", null, "Thủ tướng", null)),
        List.of(new Recipient("Sở Nội vụ", "thi hành")),
        new RulesInForce(12, List.of(7, 3, 1), 5, workflows),
        LocalDate.of(2024, 12, 31));
  }

  /** A plan that carries that one out and says nothing more. */
  public static PlanIssued below(PlanIssued parent, String number, String issuer) {
    return new PlanIssued(
        PlanId.of(issuer, 2024, number, "KH-UBND").value(),
        "KH",
        number,
        "KH-UBND",
        ISSUED,
        issuer,
        "Kế hoạch của đơn vị số " + number,
        null,
        null,
        null,
        null,
        null,
        parent.planId(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        LocalDate.of(2024, 12, 31));
  }

  /** The same plan with a reporting rule on demand, R3, in place of its quarterly one. */
  public static PlanIssued onDemand(String number, String issuer, String focal) {
    PlanIssued plan = plan(number, issuer, focal);
    ReportingRule quarterly = plan.reportingRules().getFirst();
    return new PlanIssued(
        plan.planId(),
        plan.kind(),
        plan.number(),
        plan.symbol(),
        plan.issueDate(),
        plan.issuer(),
        plan.title(),
        plan.place(),
        plan.signer(),
        plan.periodFrom(),
        plan.periodTo(),
        plan.focal(),
        plan.parent(),
        plan.items(),
        plan.assignments(),
        List.of(
            new ReportingRule(
                "R3",
                "Báo cáo đột xuất",
                Frequency.ON_DEMAND,
                Window.CALENDAR,
                quarterly.reporters(),
                null,
                quarterly.addressees())),
        plan.targets(),
        plan.legalBases(),
        plan.recipients(),
        plan.rulesInForce(),
        plan.openedUpTo());
  }

  /** A report on demand that is called for under a title of its own. */
  public static ReportOpened called(PlanIssued plan, String week, String title) {
    Period period = Period.parse(week);
    return new ReportOpened(
        ReportId.of(plan.planId(), "R3", week, "HGI.026").value(),
        plan.planId(),
        plan.document(),
        "R3",
        title,
        "HGI.026",
        week,
        period.from(Window.CALENDAR),
        period.to(Window.CALENDAR),
        period.to(Window.CALENDAR),
        List.of(new Addressee(plan.issuer(), plan.focal())),
        plan.issuer(),
        plan.focal(),
        plan.issueDate(),
        List.of());
  }

  /** An amendment: a target is set higher, an item is withdrawn, another one added. */
  public static PlanAmended amended(PlanIssued plan, int version) {
    return new PlanAmended(
        plan.planId(),
        version,
        LocalDate.of(2024, 6, 1),
        "Chỉ đạo mới của Chính phủ",
        "Quyết định 45/QĐ-UBND",
        List.of(
            new Item("II", "Nội dung"),
            new Item("II.4", "Cải cách hành chính"),
            new Item("IV", "Kinh phí")),
        plan.assignments(),
        plan.reportingRules(),
        List.of(
            new TargetLine(
                "T1",
                "Hồ sơ đúng hạn",
                Comparison.AT_LEAST,
                new java.math.BigDecimal(97 + version),
                "%",
                null,
                null)),
        List.of(
            new PlanChange(PlanChange.Part.ITEM, "IV", PlanChange.Change.ADDED, "Điều 1"),
            new PlanChange(PlanChange.Part.ITEM, "III", PlanChange.Change.WITHDRAWN, "Điều 2"),
            new PlanChange(PlanChange.Part.TARGET, "T1", PlanChange.Change.CHANGED, "Điều 3")));
  }

  public static TaskAssigned task(
      PlanIssued plan, String duty, String agency, @Nullable LocalDate due, DutyRole... roles) {
    return new TaskAssigned(
        TaskId.of(plan.planId(), duty, agency).value(),
        plan.planId(),
        plan.document(),
        duty,
        "II.4",
        "Xây dựng kế hoạch thực hiện " + duty,
        agency,
        List.of(roles),
        null,
        due,
        plan.issuer(),
        plan.focal(),
        null,
        null,
        plan.issueDate(),
        null,
        null);
  }

  /** The first agency's part in a delegated task. */
  public static TaskAssigned part(PlanIssued plan, TaskDelegated delegated) {
    ChildTask child = delegated.children().getFirst();
    return new TaskAssigned(
        child.taskId(),
        plan.planId(),
        plan.document(),
        delegated.taskId(),
        delegated.item(),
        child.title(),
        child.agency(),
        List.of(DutyRole.EXECUTE),
        null,
        child.due(),
        delegated.agency(),
        delegated.focal(),
        null,
        null,
        delegated.happenedOn(),
        delegated.taskId(),
        child.weight());
  }

  /** A task delegated as a whole to one agency below. */
  public static TaskDelegated delegated(TaskAssigned whole, String below) {
    return new TaskDelegated(
        whole.taskId(),
        whole.agency(),
        whole.planId(),
        whole.document(),
        whole.item(),
        whole.focal(),
        ISSUED,
        List.of(
            new ChildTask(
                TaskId.of(whole.planId(), whole.taskId(), below).value(),
                below,
                whole.title(),
                whole.due(),
                2)),
        List.of(DutyRole.EXECUTE));
  }

  public static ReportOpened report(
      PlanIssued plan, Period period, String agency, @Nullable LocalDate due) {
    return new ReportOpened(
        ReportId.of(plan.planId(), "R1", period.label(), agency).value(),
        plan.planId(),
        plan.document(),
        "R1",
        "Báo cáo quý",
        agency,
        period.label(),
        period.from(Window.DECREE_09_2019),
        period.to(Window.DECREE_09_2019),
        due,
        List.of(new Addressee(plan.issuer(), plan.focal())),
        plan.issuer(),
        plan.focal(),
        plan.issueDate(),
        FORM);
  }

  /** An inspection of that unit that has not begun. */
  public static InspectionPlanned plannedInspection(PlanIssued plan, String unit) {
    LocalDate day = LocalDate.of(2024, 6, 10);
    return new InspectionPlanned(
        InspectionId.of(plan.planId(), "HGI.SNV", unit, day).value(),
        plan.planId(),
        plan.document(),
        "HGI.SNV",
        unit,
        day,
        "Quyết định 12/QĐ-SNV",
        List.of(),
        plan.issuer(),
        plan.focal());
  }

  public static InspectionRecorded inspection(PlanIssued plan, String unit) {
    LocalDate day = LocalDate.of(2024, 6, 10);
    return new InspectionRecorded(
        InspectionId.of(plan.planId(), "HGI.SNV", unit, day).value(),
        plan.planId(),
        plan.document(),
        "HGI.SNV",
        unit,
        day,
        "Quyết định 12/QĐ-SNV",
        List.of("Chưa tổ chức đối thoại"),
        List.of(new Recommendation("Tổ chức đối thoại", LocalDate.of(2024, 7, 31))),
        plan.focal(),
        List.of(),
        plan.issuer());
  }

  /** An obstacle of that agency, come to the focal agency or the issuer. */
  public static ObstacleRaised obstacle(PlanIssued plan, String agency, String title) {
    String focal = plan.focal();
    return new ObstacleRaised(
        ObstacleId.of(plan.planId(), null, agency, title).value(),
        plan.planId(),
        plan.document(),
        null,
        agency,
        focal == null ? plan.issuer() : focal,
        title,
        "Ngân sách chưa bố trí",
        plan.issuer(),
        focal,
        LocalDate.of(2024, 5, 6));
  }

  /** The same report, asked for with that form and by that addressee alone. */
  public static ReportOpened asked(ReportOpened e, Addressee addressee, List<Indicator> form) {
    return new ReportOpened(
        e.reportId(),
        e.planId(),
        e.document(),
        e.rule(),
        e.title(),
        e.agency(),
        e.period(),
        e.periodFrom(),
        e.periodTo(),
        e.due(),
        List.of(addressee),
        e.issuer(),
        e.focal(),
        e.since(),
        form,
        e.oldDue(),
        e.oldAgency(),
        e.reason(),
        e.basis());
  }

  /** What the focal agency makes of a report that came in and one that did not. */
  public static ReportsConsolidated consolidation(
      PlanIssued plan, ReportOpened cameIn, String missing) {
    String channel = Objects.requireNonNull(plan.focal());
    return new ReportsConsolidated(
        ConsolidationId.of(plan.planId(), cameIn.rule(), cameIn.period(), channel).value(),
        plan.planId(),
        plan.document(),
        cameIn.rule(),
        cameIn.title(),
        cameIn.period(),
        channel,
        List.of(plan.issuer()),
        plan.issuer(),
        channel,
        cameIn.form(),
        gathered(cameIn, missing),
        "Tổng hợp kết quả",
        LocalDate.of(2024, 6, 17));
  }

  /** One report that came in with a figure, and one agency that is missing. */
  public static Gathered gathered(ReportOpened cameIn, String missing) {
    return Gathered.of(
        List.of(new Gathered.CameIn(cameIn.reportId(), cameIn.agency(), LocalDate.of(2024, 6, 14))),
        List.of(
            new Gathered.Missing(
                ReportId.of(cameIn.planId(), cameIn.rule(), cameIn.period(), missing).value(),
                missing,
                null)),
        List.of(new Figure(cameIn.form().getFirst().id(), "1200")));
  }

  /** A model that an agency registered. */
  public static ModelRegistered model(PlanIssued plan, String agency, String title) {
    return new ModelRegistered(
        ModelId.of(plan.planId(), agency, 2024, title).value(),
        plan.planId(),
        plan.document(),
        agency,
        2024,
        title,
        "Văn hóa – xã hội",
        null,
        null,
        plan.issuer(),
        plan.focal(),
        LocalDate.of(2024, 3, 5));
  }

  /** The target that a plan states. */
  public static TargetSet target(PlanIssued plan) {
    TargetLine line = plan.targets().getFirst();
    return new TargetSet(
        TargetId.of(plan.planId(), line.id()).value(),
        plan.planId(),
        plan.document(),
        line.id(),
        line.indicator(),
        line.comparison(),
        line.value(),
        line.unit(),
        line.byWhen(),
        null,
        null,
        null,
        plan.issuer(),
        plan.focal(),
        plan.issueDate(),
        null,
        plan.document());
  }

  /** Money for a plan. */
  public static BudgetAllocated budget(PlanIssued plan, String agency, String source) {
    return new BudgetAllocated(
        BudgetId.of(plan.planId(), null, agency, source).value(),
        plan.planId(),
        plan.document(),
        null,
        agency,
        source,
        1_250_000_000,
        "Quyết định 512/QĐ-UBND",
        plan.issuer(),
        plan.focal(),
        LocalDate.of(2024, 3, 15));
  }

  /** A value of that target. */
  public static MeasurementRecorded measured(PlanIssued plan, @Nullable String note) {
    return new MeasurementRecorded(
        target(plan).targetId(),
        "HGI.026",
        LocalDate.of(2024, 6, 10),
        new BigDecimal("98.4"),
        null,
        note);
  }

  /** The task that the first recommendation of an inspection becomes. */
  public static TaskAssigned remedy(PlanIssued plan, InspectionRecorded inspection) {
    String duty = inspection.inspectionId() + "#1";
    return new TaskAssigned(
        TaskId.of(plan.planId(), duty, inspection.unit()).value(),
        plan.planId(),
        plan.document(),
        duty,
        null,
        inspection.recommendations().getFirst().text(),
        inspection.unit(),
        List.of(DutyRole.EXECUTE),
        null,
        inspection.recommendations().getFirst().due(),
        inspection.inspector(),
        plan.focal(),
        null,
        inspection.inspectionId(),
        inspection.happenedOn(),
        null,
        null);
  }
}
