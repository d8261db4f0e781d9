package plantrail.query;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plantrail.kernel.agency.AgencyMerged;
import plantrail.kernel.calendar.Bound;
import plantrail.kernel.calendar.DueRule;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.Period;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.Comparison;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.Item;
import plantrail.kernel.plan.PlanAmended;
import plantrail.kernel.plan.PlanChange;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanResumed;
import plantrail.kernel.plan.PlanRevoked;
import plantrail.kernel.plan.PlanSuspended;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.plan.TargetLine;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.report.ReportRescheduled;
import plantrail.kernel.report.ReportWaived;
import plantrail.kernel.report.ReportWithdrawn;
import plantrail.kernel.target.TargetChanged;
import plantrail.kernel.target.TargetId;
import plantrail.kernel.target.TargetSet;
import plantrail.kernel.target.TargetWithdrawn;
import plantrail.kernel.task.ExtensionGranted;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskCancelled;
import plantrail.kernel.task.TaskReassigned;
import plantrail.kernel.task.TaskRescheduled;
import plantrail.kernel.task.TaskTransferred;
import tools.jackson.databind.JsonNode;

/** Who moved days, targets, owners and scope, as readers see it. */
class MovesIT extends QuerySideTest {
  private static final LocalDate DUE = LocalDate.of(2024, 5, 10);
  private static final LocalDate LATER = LocalDate.of(2024, 6, 10);
  private static final LocalDate LAST = LocalDate.of(2024, 7, 10);
  private static final LocalDate EARLIER = LocalDate.of(2024, 4, 30);
  private static final Actor CHAIR = new Actor("chair", "ông Quý", "HGI", Role.OFFICIAL);
  private static final Actor FINANCE = new Actor("tai", "bà Tài", "HGI.STC", Role.OFFICIAL);
  private static final Actor DEPUTY = new Actor("deputy", "bà Phó", "HGI.027", Role.OFFICIAL);
  private static final Actor SECRETARY = new Actor("le", "ông Lê", "HGI.027", Role.OFFICIAL);
  private static final Actor ADMIN = new Actor("admin", "bà Quản", null, Role.ADMIN);

  private final PlanIssued plan = Story.plan("73", "HGI", "HGI.SNV");
  private final PlanIssued third = Story.plan("9", "HGI", null);
  private final PlanIssued other = Story.plan("5", "CBA", null);
  private final TaskAssigned extended = task("E", "HGI.026");
  private final TaskAssigned hurried = task("H", "HGI.026.01");
  private final TaskAssigned handedOver = task("O", "HGI.027");
  private final TaskAssigned cancelled = task("C", "HGI.026");
  private final TaskAssigned withdrawn = task("W", "HGI.026");
  private final TaskAssigned transferred = task("T", "HGI.026");
  private final TaskAssigned foreign = Story.task(other, "F", "CBA", DUE, DutyRole.EXECUTE);
  private final ReportOpened report =
      Story.report(plan, new Period(Frequency.QUARTER, 2024, 1), "HGI.026", DUE);
  private final ReportOpened waived =
      Story.report(plan, new Period(Frequency.QUARTER, 2024, 2), "HGI.027", DUE);

  private TaskAssigned task(String duty, String agency) {
    return Story.task(plan, duty, agency, DUE, DutyRole.EXECUTE);
  }

  @BeforeAll
  void moves() {
    Log log = log();
    log.append("2020-01-01T00:00:00Z", Story.agencies());
    Instant issued = Instant.parse("2024-02-28T02:00:00Z");
    log.append(issued, plan, other);
    log.follow(issued, other.planId(), foreign);
    log.follow(
        issued,
        plan.planId(),
        extended,
        hurried,
        handedOver,
        cancelled,
        withdrawn,
        transferred,
        report,
        waived);
    log.append(
        "2024-04-01T02:00:00Z",
        new ExtensionGranted(extended.taskId(), DUE, LATER, "Chờ ý kiến", "CV 1"),
        new TaskRescheduled(hurried.taskId(), DUE, EARLIER, "Làm sớm", null),
        new TaskReassigned(handedOver.taskId(), "HGI.027", "HGI.STC", "Đúng chức năng", null),
        new TaskCancelled(cancelled.taskId(), "Trùng việc", null),
        new ReportWaived(waived.reportId(), "Đã có số liệu", null));
    // The chairman amends the plan and later lets it go on; automations move what follows from it.
    Instant amended = Instant.parse("2024-06-03T02:00:00Z");
    log.append(amended, CHAIR, null, Story.amended(plan, 2));
    log.follow(
        amended,
        plan.planId(),
        new ReportRescheduled(report.reportId(), DUE, LATER, "Chỉ đạo mới", "Điều 1"),
        new TaskCancelled(withdrawn.taskId(), "Chỉ đạo mới", "Điều 2"));
    log.append(
        Instant.parse("2024-06-10T02:00:00Z"),
        CHAIR,
        null,
        new PlanSuspended(plan.planId(), LATER, "Mưa lũ", null));
    Instant resumed = Instant.parse("2024-07-10T02:00:00Z");
    log.append(
        resumed,
        CHAIR,
        "resumption",
        new PlanResumed(plan.planId(), LAST, 30, 30, "Hết mưa lũ", null));
    log.follow(
        resumed,
        "resumption",
        new TaskRescheduled(extended.taskId(), LATER, LAST, "Hết mưa lũ", null));
    log.append(
        Instant.parse("2024-08-01T02:00:00Z"),
        ADMIN,
        null,
        new AgencyMerged("HGI.026", "HGI.027", LocalDate.of(2024, 8, 1), "Nghị quyết 1"));
    log.follow(
        Instant.parse("2024-08-01T02:00:00Z"),
        "HGI.026",
        new TaskTransferred(transferred.taskId(), "HGI.026", "HGI.027", "Nghị quyết 1", null));
    log.append(
        "2024-09-01T02:00:00Z",
        new TaskRescheduled(foreign.taskId(), DUE, LATER, "Điều chỉnh", null));
    TargetId target = TargetId.of(third.planId(), "T9");
    log.append(
        Instant.parse("2024-10-01T02:00:00Z"),
        FINANCE,
        null,
        third,
        set(target),
        new TargetChanged(
            target.value(),
            new BigDecimal(90),
            null,
            "Giải ngân",
            Comparison.AT_LEAST,
            new BigDecimal(80),
            "%",
            null,
            null,
            null,
            null,
            "Thiếu vốn",
            "CV 9"),
        new TargetWithdrawn(target.value(), "Không còn vốn", null));
    log.follow(
        Instant.parse("2024-10-01T02:00:00Z"),
        third.planId(),
        new TargetChanged(
            target.value(),
            new BigDecimal(80),
            null,
            "Giải ngân",
            Comparison.AT_LEAST,
            null,
            null,
            null,
            null,
            null,
            null,
            "Điều chỉnh",
            null));
    settle();
  }

  private TargetSet set(TargetId target) {
    return new TargetSet(
        target.value(),
        third.planId(),
        third.document(),
        "T9",
        "Giải ngân",
        Comparison.AT_LEAST,
        new BigDecimal(90),
        "%",
        null,
        null,
        null,
        null,
        third.issuer(),
        null,
        LocalDate.of(2024, 10, 1),
        "Bổ sung",
        null);
  }

  @Test
  void aTargetThatIsSetChangedOrWithdrawnByHandIsAMove() {
    Answer moves = get("auditor", "/api/moves", "plan", third.planId(), "sort", "position");
    assertThat(moves.items("change")).containsExactly("ADDED", "CHANGED", "WITHDRAWN");
    assertThat(moves.items("kind")).containsOnly("TARGET");
    assertThat(moves.items("title")).containsOnly("Giải ngân");
    JsonNode changed = moves.json().path("items").path(1);
    assertThat(changed.path("before").path("value").asInt()).isEqualTo(90);
    assertThat(changed.path("after").path("value").asInt()).isEqualTo(80);
    assertThat(changed.path("basis").asString()).isEqualTo("CV 9");
    assertThat(moves.json().path("items").path(2).path("after").isNull()).isTrue();
    assertThat(numbers(mover("auditor", "HGI.STC"))).containsExactly(3L, 0L, 3L, 0L, 0L, 0L, 0L);
    assertThat(page("auditor", "vi", "/moves", "actor", "tai").body())
        .contains("Giải ngân ít nhất 90 %", "Giải ngân ít nhất 80 %", "khác trước: mức");
  }

  @Test
  void whatIsCalledOffAndAskedForAgainByHandIsTwoMovesAndFollowingAnAmendmentNone() {
    PlanIssued own = Story.plan("11", "HGI", null);
    TaskAssigned charged = Story.task(own, "C", "HGI.STC", DUE, DutyRole.EXECUTE);
    ReportOpened called = Story.report(own, new Period(Frequency.QUARTER, 2024, 3), "HGI.STC", DUE);
    TaskCancelled off = new TaskCancelled(charged.taskId(), "Trùng việc", null);
    Log log = log();
    log.append("2024-11-01T02:00:00Z", own);
    log.follow(Instant.parse("2024-11-01T02:00:00Z"), own.planId(), charged, called);
    log.append(
        "2024-11-01T02:00:00Z",
        off,
        charged,
        new ReportWithdrawn(called.reportId(), "Trùng", null),
        called,
        off);
    log.follow(Instant.parse("2024-11-02T02:00:00Z"), own.planId(), charged);
    settle();
    Answer moves = get("auditor", "/api/moves", "plan", own.planId(), "sort", "position");
    assertThat(moves.items("change"))
        .containsExactly("WITHDRAWN", "ADDED", "WITHDRAWN", "ADDED", "WITHDRAWN");
    assertThat(moves.items("moved")).containsOnly("SCOPE");
    assertThat(page("auditor", "vi", "/moves", "plan", own.planId()).body())
        .contains("Phải làm trở lại", "Không còn phải làm");
  }

  @Test
  void aClauseIsAMoveWhenItIsWithdrawnThoughNothingOfItWasLeftToCallOff() {
    PlanIssued own = Story.plan("17", "HGI", null);
    TaskAssigned handedIn = Story.task(own, "A1", "HGI.STC", DUE, DutyRole.EXECUTE);
    Log log = log();
    log.append("2024-11-01T02:00:00Z", own);
    log.follow(Instant.parse("2024-11-01T02:00:00Z"), own.planId(), handedIn);
    log.append(
        "2024-11-02T02:00:00Z",
        amended(
            own,
            requireNonNull(own.reportingRules().getFirst().due()),
            List.of(),
            List.of(changed(PlanChange.Part.ASSIGNMENT, "A1", PlanChange.Change.WITHDRAWN))));
    settle();
    Answer moves = get("auditor", "/api/moves", "plan", own.planId());
    assertThat(moves.items("change")).containsExactly("WITHDRAWN");
    assertThat(moves.items("kind")).containsExactly("PLAN");
  }

  @Test
  void whatAnAmendmentMovedIsToldByWhatFollowedFromItWhateverWasAndIsDoneByHand() {
    PlanIssued own = Story.plan("19", "HGI", null);
    TaskAssigned done = Story.task(own, "A1", "HGI.STC", DUE, DutyRole.EXECUTE);
    TaskAssigned off = Story.task(own, "A1", "HGI.027", DUE, DutyRole.EXECUTE);
    TaskAssigned open = Story.task(own, "A2", "HGI.STC", DUE, DutyRole.EXECUTE);
    Log log = log();
    log.append("2024-11-01T02:00:00Z", own);
    log.follow(Instant.parse("2024-11-01T02:00:00Z"), own.planId(), done, off, open);
    log.append(
        Instant.parse("2024-11-02T02:00:00Z"),
        CHAIR,
        null,
        new TaskCancelled(off.taskId(), "Trùng việc", "CV 6"));
    Instant amended = Instant.parse("2024-11-03T02:00:00Z");
    log.append(
        amended,
        CHAIR,
        null,
        amended(
            own,
            requireNonNull(own.reportingRules().getFirst().due()),
            List.of(),
            List.of(
                changed(PlanChange.Part.ASSIGNMENT, "A1", PlanChange.Change.WITHDRAWN),
                changed(PlanChange.Part.ASSIGNMENT, "A2", PlanChange.Change.WITHDRAWN))));
    log.follow(
        amended, own.planId(), new TaskCancelled(open.taskId(), "Điều chỉnh", "Điều 1, QĐ 46"));
    settle();
    String[] ofPlan = {"plan", own.planId(), "sort", "position"};
    assertThat(get("auditor", "/api/moves", ofPlan).items("subject"))
        .containsExactly(off.taskId(), own.planId(), open.taskId());
    log.append(Instant.parse("2024-11-04T02:00:00Z"), CHAIR, null, open);
    settle();
    assertThat(get("auditor", "/api/moves", ofPlan).items("change"))
        .containsExactly("WITHDRAWN", "WITHDRAWN", "WITHDRAWN", "ADDED");
    assertThat(get("auditor", "/api/moves", ofPlan).items("mark"))
        .contains("A1")
        .doesNotContain("A2");
  }

  @Test
  void aDutyThatAPersonChargesWithBeyondThePlanIsAMoveOfItsScopeAndACallForAReportIsNone() {
    PlanIssued own = Story.plan("16", "HGI", null);
    TaskAssigned stated = Story.task(own, "A1", "HGI.STC", DUE, DutyRole.EXECUTE);
    TaskAssigned more = Story.task(own, "X1", "HGI.STC", DUE, DutyRole.EXECUTE);
    Log log = log();
    log.append("2024-11-01T02:00:00Z", own);
    log.follow(Instant.parse("2024-11-01T02:00:00Z"), own.planId(), stated);
    log.append(
        Instant.parse("2024-11-02T02:00:00Z"),
        DEPUTY,
        null,
        more.because("Theo chỉ đạo", "CV 7"),
        Story.report(own, new Period(Frequency.QUARTER, 2024, 3), "HGI.STC", DUE));
    log.follow(
        Instant.parse("2024-11-03T02:00:00Z"),
        more.taskId(),
        Story.part(own, Story.delegated(more, "HGI.027")));
    settle();
    Answer moves = get("auditor", "/api/moves", "plan", own.planId());
    assertThat(moves.items("subject")).containsExactly(more.taskId());
    assertThat(moves.items("moved")).containsExactly("SCOPE");
    assertThat(moves.items("change")).containsExactly("ADDED");
    assertThat(moves.items("mark")).containsExactly("X1");
    assertThat(moves.items("reason")).containsExactly("Theo chỉ đạo");
    assertThat(moves.items("basis")).containsExactly("CV 7");
    assertThat(moves.items("actor")).containsExactly("deputy");
    assertThat(page("auditor", "vi", "/moves", "plan", own.planId()).body())
        .contains("Giao thêm ngoài nội dung kế hoạch")
        .doesNotContain("Phải làm trở lại");
  }

  @Test
  void whatIsAskedForAgainWithAnotherDayOrOwnerMovesThemByWhoeverAskedForIt() {
    PlanIssued own = Story.plan("15", "HGI", null);
    TaskAssigned charged = Story.task(own, "C", "HGI.STC", DUE, DutyRole.EXECUTE);
    ReportOpened called = Story.report(own, new Period(Frequency.QUARTER, 2024, 3), "HGI.STC", DUE);
    TaskAssigned followed = Story.task(own, "D", "HGI.STC", DUE, DutyRole.EXECUTE);
    Log log = log();
    log.append("2024-11-01T02:00:00Z", own);
    log.follow(Instant.parse("2024-11-01T02:00:00Z"), own.planId(), charged, called, followed);
    log.append(
        Instant.parse("2024-11-02T02:00:00Z"),
        DEPUTY,
        null,
        new TaskCancelled(charged.taskId(), "Trùng việc", "CV 1"),
        charged.insteadOf(EARLIER, "HGI.027").because("Giao lại", "CV 2"),
        new ReportWithdrawn(called.reportId(), "Trùng", "CV 1"),
        called.insteadOf(EARLIER, "HGI.STC").because("Cần lại", "CV 3"),
        new TaskCancelled(followed.taskId(), "Trùng việc", "CV 1"));
    Instant amended = Instant.parse("2024-11-03T02:00:00Z");
    log.append(
        amended,
        SECRETARY,
        null,
        amended(
            own,
            requireNonNull(own.reportingRules().getFirst().due()),
            own.assignments(),
            List.of(changed(PlanChange.Part.ASSIGNMENT, "A1", PlanChange.Change.ADDED))));
    log.follow(
        amended,
        own.planId(),
        followed.insteadOf(EARLIER, "HGI.STC").because("Điều chỉnh", "Điều 1, QĐ 46"));
    settle();
    assertThat(numbers(mover("auditor", "deputy", "by", "PERSON", "plan", own.planId())))
        .containsExactly(8L, 2L, 0L, 1L, 5L, 20L, 0L);
    assertThat(numbers(mover("auditor", "le", "by", "PERSON", "plan", own.planId())))
        .containsExactly(2L, 1L, 0L, 0L, 1L, 10L, 0L);
    JsonNode due =
        get("auditor", "/api/moves", "subject", charged.taskId(), "moved", "DUE")
            .json()
            .path("items")
            .path(0);
    assertThat(due.path("oldDue").asString()).isEqualTo(EARLIER.toString());
    assertThat(due.path("newDue").asString()).isEqualTo(DUE.toString());
    assertThat(due.path("reason").asString()).isEqualTo("Giao lại");
    assertThat(due.path("basis").asString()).isEqualTo("CV 2");
    assertThat(
            get("auditor", "/api/moves", "subject", charged.taskId(), "moved", "OWNER")
                .items("oldOwner"))
        .containsExactly("HGI.027");
  }

  /** That plan, the rules' days and whom the first one binds being those. */
  private static PlanAmended amended(
      PlanIssued plan, DueRule due, List<AssignmentRule> assignments, List<PlanChange> changes) {
    ReportingRule rule = plan.reportingRules().getFirst();
    return new PlanAmended(
        plan.planId(),
        2,
        LocalDate.of(2024, 11, 20),
        "Điều chỉnh",
        "QĐ 46",
        plan.items(),
        assignments,
        List.of(
            new ReportingRule(
                rule.id(),
                rule.title(),
                rule.frequency(),
                rule.window(),
                rule.reporters(),
                due,
                rule.addressees())),
        plan.targets(),
        changes);
  }

  private static PlanChange changed(PlanChange.Part part, String id, PlanChange.Change change) {
    return new PlanChange(part, id, change, "Điều 1");
  }

  @Test
  void anAmendmentThatMovesADayOrCallsOffADutyIsToldByEachDutyAlone() {
    PlanIssued own = Story.plan("12", "HGI", null);
    AssignmentRule rule = own.assignments().getFirst();
    AssignmentRule later =
        new AssignmentRule(
            rule.id(),
            rule.item(),
            rule.title(),
            rule.assignees(),
            rule.roles(),
            rule.partners(),
            DueRule.by(LATER),
            rule.creates());
    TaskAssigned of = Story.task(own, "A1", "HGI.STC", DUE, DutyRole.EXECUTE);
    PlanAmended moving =
        amended(
            own,
            DueRule.ofLastMonth(Bound.BY, 20),
            List.of(later),
            List.of(
                changed(PlanChange.Part.ASSIGNMENT, "A1", PlanChange.Change.CHANGED),
                changed(PlanChange.Part.REPORTING_RULE, "R1", PlanChange.Change.CHANGED)));
    Instant day = Instant.parse("2024-11-20T02:00:00Z");
    Log log = log();
    log.append(day, DEPUTY, null, own, moving);
    log.follow(
        day,
        own.planId(),
        of,
        new TaskRescheduled(of.taskId(), DUE, LATER, "Điều chỉnh", "Điều 1, QĐ 46"));
    settle();
    assertThat(numbers(mover("auditor", "deputy", "by", "PERSON", "plan", own.planId())))
        .containsExactly(2L, 2L, 0L, 0L, 0L, 31L, 0L);
    Answer moves = get("auditor", "/api/moves", "plan", own.planId(), "moved", "DUE");
    assertThat(moves.items("subject")).containsExactly(of.taskId(), own.planId());
    assertThat(moves.items("mark").getLast()).isEqualTo("R1");
    assertThat(page("auditor", "vi", "/moves", "plan", own.planId()).body())
        .contains("Báo cáo quý", "khác trước: hạn");

    PlanIssued other = Story.plan("13", "HGI", null);
    TaskAssigned off = Story.task(other, "A1", "HGI.STC", DUE, DutyRole.EXECUTE);
    TaskAssigned part = Story.part(other, Story.delegated(off, "HGI.027"));
    PlanIssued revoked = Story.plan("14", "HGI", null);
    TaskAssigned ended = Story.task(revoked, "E", "HGI.STC", DUE, DutyRole.EXECUTE);
    log.append(day, DEPUTY, null, other, revoked);
    log.follow(day, other.planId(), off, part);
    log.follow(day, revoked.planId(), ended);
    log.append(
        day,
        DEPUTY,
        null,
        amended(
            other,
            requireNonNull(other.reportingRules().getFirst().due()),
            List.of(),
            List.of(changed(PlanChange.Part.ASSIGNMENT, "A1", PlanChange.Change.WITHDRAWN))),
        new PlanRevoked(revoked.planId(), "Không còn phù hợp", "QĐ 47"));
    log.follow(
        day,
        other.planId(),
        new TaskCancelled(off.taskId(), "Điều chỉnh", "Điều 1, QĐ 46"),
        new TaskCancelled(part.taskId(), "Điều chỉnh", "Điều 1, QĐ 46"));
    log.follow(day, revoked.planId(), new TaskCancelled(ended.taskId(), "Không còn phù hợp", null));
    settle();
    assertThat(numbers(mover("auditor", "deputy", "by", "PERSON", "plan", other.planId())))
        .containsExactly(2L, 0L, 0L, 0L, 2L, 0L, 0L);
    String[] byDuty = {"plan", other.planId(), "by", "RESPONSIBLE"};
    assertThat(get("auditor", "/api/movers", byDuty).items("agency"))
        .containsExactlyInAnyOrder("HGI.STC", "HGI.027");
    assertThat(
            get("auditor", "/api/moves", "plan", revoked.planId(), "moved", "SCOPE")
                .items("subject"))
        .containsExactly(revoked.planId());
  }

  private JsonNode mover(String user, String who, String... parameters) {
    Answer answer = get(user, "/api/movers", parameters);
    assertThat(answer.status()).isEqualTo(200);
    return answer
        .json()
        .path("items")
        .valueStream()
        .filter(each ->
            who.equals(each.path("agency").asString(""))
                || who.equals(each.path("actor").asString("")))
        .findFirst()
        .orElseThrow(() -> new AssertionError(who + " not in " + answer.json()));
  }

  private static List<Long> numbers(JsonNode mover) {
    return List.of("moves", "dues", "targets", "owners", "scopes", "daysLater", "daysEarlier")
        .stream()
        .map(each -> mover.path(each).asLong())
        .toList();
  }

  @Test
  void whoMovedMostComesFirstWithWhatAndByHowManyDays() {
    assertThat(get("auditor", "/api/movers", "plan", plan.planId()).items("agency"))
        .startsWith("HGI", "HGI.SNV");
    // Of the amendment the target, two items and a task called off; by it a report's day, by the
    // resumption a task's.
    assertThat(numbers(mover("auditor", "HGI", "plan", plan.planId())))
        .containsExactly(6L, 2L, 1L, 0L, 3L, 61L, 0L);
    assertThat(numbers(mover("auditor", "HGI.SNV", "plan", plan.planId())))
        .containsExactly(5L, 2L, 0L, 1L, 2L, 31L, 10L);
    assertThat(numbers(mover("auditor", "chair", "by", "PERSON", "plan", plan.planId())))
        .containsExactly(6L, 2L, 1L, 0L, 3L, 61L, 0L);
    assertThat(mover("auditor", "chair", "by", "PERSON").path("actorName").asString())
        .isEqualTo("ông Quý");
    assertThat(numbers(mover("auditor", "HGI.026.01", "by", "RESPONSIBLE")))
        .containsExactly(1L, 1L, 0L, 0L, 0L, 0L, 10L);
  }

  @Test
  void aMoveIsOfTheAgencyThatOwedTheDutyThenWhoeverOwesItSince() {
    PlanIssued own = Story.plan("18", "HGI", null);
    TaskAssigned duty = Story.task(own, "A1", "HGI.026", DUE, DutyRole.EXECUTE);
    Instant day = Instant.parse("2024-11-22T02:00:00Z");
    log().append(day, DEPUTY, null, own);
    log().follow(day, own.planId(), duty);
    log()
        .append(
            day,
            DEPUTY,
            null,
            new TaskRescheduled(duty.taskId(), DUE, LATER, "Chờ ý kiến", "CV 3"),
            new TaskReassigned(duty.taskId(), "HGI.026", "HGI.STC", "Đúng chức năng", "CV 4"),
            new TaskRescheduled(duty.taskId(), LATER, LAST, "Chờ ý kiến", "CV 5"));
    settle();
    String[] byDuty = {"plan", own.planId(), "by", "RESPONSIBLE"};
    assertThat(numbers(mover("auditor", "HGI.026", byDuty)))
        .containsExactly(2L, 1L, 0L, 1L, 0L, 31L, 0L);
    assertThat(numbers(mover("auditor", "HGI.STC", byDuty)))
        .containsExactly(1L, 1L, 0L, 0L, 0L, 30L, 0L);
    assertThat(
            get("auditor", "/api/moves", "plan", own.planId(), "sort", "position")
                .items("responsible"))
        .containsExactly("HGI.026", "HGI.026", "HGI.STC");
  }

  @Test
  void whatTheReformOfAgenciesMovedIsCountedApart() {
    JsonNode admin = mover("auditor", "admin", "by", "PERSON");
    assertThat(numbers(admin)).containsExactly(0L, 0L, 0L, 0L, 0L, 0L, 0L);
    assertThat(admin.path("transfers").asLong()).isEqualTo(1);
    Answer moves = get("auditor", "/api/moves", "reform", "true");
    assertThat(moves.items("subject")).containsExactly(transferred.taskId());
    assertThat(moves.items("newOwnerName")).containsExactly("UBND huyện Mèo Vạc");
  }

  @Test
  void everyNumberEqualsTheListOfItsMoves() {
    for (String at : List.of("2024-05-01", "2024-06-30", "2024-12-31")) {
      for (String by : List.of("AGENCY", "PERSON", "RESPONSIBLE")) {
        String whose =
            switch (by) {
              case "AGENCY" -> "agency";
              case "PERSON" -> "actor";
              default -> "responsible";
            };
        get("auditor", "/api/movers", "at", at, "by", by)
            .json()
            .path("items")
            .valueStream()
            .filter(each -> !each.path(by.equals("PERSON") ? "actor" : "agency").isNull())
            .forEach(each -> {
              String who = each.path(by.equals("PERSON") ? "actor" : "agency").asString();
              assertThat(total("at", at, whose, who, "reform", "false"))
                  .isEqualTo(each.path("moves").asLong());
              assertThat(total("at", at, whose, who, "moved", "DUE"))
                  .isEqualTo(each.path("dues").asLong());
              assertThat(total("at", at, whose, who, "moved", "TARGET"))
                  .isEqualTo(each.path("targets").asLong());
              assertThat(total("at", at, whose, who, "moved", "OWNER", "reform", "false"))
                  .isEqualTo(each.path("owners").asLong());
              assertThat(total("at", at, whose, who, "moved", "SCOPE"))
                  .isEqualTo(each.path("scopes").asLong());
              assertThat(total("at", at, whose, who, "reform", "true"))
                  .isEqualTo(each.path("transfers").asLong());
            });
      }
    }
  }

  private long total(String... parameters) {
    return get("auditor", "/api/moves", parameters).json().path("total").asLong();
  }

  @Test
  void aMoveTellsOldAndNewWhyOnWhatBasisAndLeadsToItsEntry() {
    JsonNode moves =
        get("auditor", "/api/moves", "subject", extended.taskId(), "sort", "position").json();
    JsonNode granted = moves.path("items").path(0);
    assertThat(granted.path("oldDue").asString()).isEqualTo("2024-05-10");
    assertThat(granted.path("newDue").asString()).isEqualTo("2024-06-10");
    assertThat(granted.path("days").asInt()).isEqualTo(31);
    assertThat(granted.path("reason").asString()).isEqualTo("Chờ ý kiến");
    assertThat(granted.path("basis").asString()).isEqualTo("CV 1");
    assertThat(granted.path("actorName").asString()).isEqualTo("bà Hoa");
    assertThat(granted.path("agencyName").asString()).isEqualTo("Sở Nội vụ");
    assertThat(granted.path("day").asString()).isEqualTo("2024-04-01");
    JsonNode entry =
        get(
                "auditor",
                "/api/history",
                "subject",
                extended.taskId(),
                "since",
                Long.toString(granted.path("position").asLong() - 1))
            .json()
            .path("items")
            .path(0);
    assertThat(entry.path("name").asString()).isEqualTo("extension-granted");
    // An automation moved it in the chairman's name.
    assertThat(moves.path("items").path(1).path("actor").asString()).isEqualTo("chair");
    JsonNode target =
        get("auditor", "/api/moves", "moved", "TARGET", "plan", plan.planId())
            .json()
            .path("items")
            .path(0);
    assertThat(target.path("before").path("value").asInt()).isEqualTo(98);
    assertThat(target.path("after").path("indicator").asString()).isEqualTo("Hồ sơ đúng hạn");
    assertThat(target.path("clause").asString()).isEqualTo("Điều 3");
    Answer scope =
        get("auditor", "/api/moves", "moved", "SCOPE", "actor", "chair", "subject", plan.planId());
    assertThat(scope.items("mark")).containsExactly("IV", "III");
    assertThat(scope.json().path("items").path(0).path("before").isNull()).isTrue();
    assertThat(scope.json().path("items").path(1).path("after").isNull()).isTrue();
  }

  @Test
  void theListsAreNarrowedDownByPlanAgencyAndPeriodAndPaged() {
    assertThat(total("plan", other.planId())).isEqualTo(1);
    assertThat(total("from", "2024-06-01", "to", "2024-06-30")).isEqualTo(5);
    assertThat(total("agency", "HGI", "below", "true", "plan", plan.planId())).isEqualTo(11);
    assertThat(total("q", "cho y kien")).isEqualTo(1);
    Answer second = get("auditor", "/api/moves", "size", "3", "page", "1");
    assertThat(second.items("subject")).hasSize(3);
    assertThat(get("auditor", "/api/movers", "size", "1", "sort", "-daysEarlier").items("agency"))
        .containsExactly("HGI.SNV");
    assertThat(get("auditor", "/api/movers", "sort", "nothing").faultyFields())
        .containsExactly("sort");
  }

  @Test
  void everyFieldOfAPartOfAPlanHasAName() {
    for (Locale language : List.of(Locale.ROOT, Locale.ENGLISH)) {
      ResourceBundle texts = ResourceBundle.getBundle("i18n.pages", language);
      assertThat(
              Stream.of(Item.class, AssignmentRule.class, ReportingRule.class, TargetLine.class)
                  .flatMap(part -> Stream.of(part.getRecordComponents()))
                  .map(RecordComponent::getName)
                  .filter(name -> !List.of("id", "outline").contains(name)))
          .allSatisfy(name -> assertThat(texts.containsKey("plan.field." + name)).isTrue());
    }
  }

  @Test
  void oneSeesTheMovesOfWhatOneSees() {
    assertThat(get("CBA", "/api/moves").items("subject")).containsExactly(foreign.taskId());
    assertThat(get("HGI.026.01", "/api/moves", "moved", "DUE").items("subject"))
        .containsExactly(hurried.taskId());
    assertThat(get("HGI", "/api/moves", "plan", other.planId()).items("subject")).isEmpty();
    assertThat(get("CBA", "/api/movers").items("agency")).containsExactly("HGI.SNV");
  }

  @Test
  void thePageRanksAndListsWithLinksToBoth() {
    String page = page("auditor", "vi", "/moves").body();
    assertThat(page)
        .contains(
            "Ai điều chỉnh nhiều nhất",
            "UBND tỉnh Hà Giang",
            "61 ngày",
            "10/05/2024",
            "10/06/2024",
            "+31 ngày",
            "Hồ sơ đúng hạn ít nhất 98 %",
            "Hồ sơ đúng hạn ít nhất 99 %",
            "khác trước: mức",
            "agency=HGI&amp;reform=false&amp;moved=DUE",
            "/history?subject=" + extended.taskId());
    assertThat(page("auditor", "vi", "/moves", "by", "PERSON").body()).contains("actor=chair");
    assertThat(page("auditor", "vi", "/moves", "actor", "chair", "reform", "false").body())
        .contains("người điều chỉnh: chair", "không tính sắp xếp đơn vị")
        .doesNotContain("Chờ ý kiến");
    assertThat(page("auditor", "vi", "/plans/" + plan.planId()).body())
        .contains("/moves?plan=" + plan.planId());
    assertThat(page("auditor", "en", "/moves", "from", "1/6/2024").headers().map())
        .hasEntrySatisfying(
            "location", to -> assertThat(to.getFirst()).contains("from=2024-06-01"));
  }
}
