package plantrail.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import plantrail.kernel.attachment.Attachment;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.message.Role;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.Product;
import plantrail.kernel.plan.StatedFigure;
import plantrail.kernel.task.ExtensionGranted;
import plantrail.kernel.task.ExtensionRefused;
import plantrail.kernel.task.ExtensionRequested;
import plantrail.kernel.task.ProductChange;
import plantrail.kernel.task.ProgressReported;
import plantrail.kernel.task.ProgressRolledUp;
import plantrail.kernel.task.TaskAccepted;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskCancelled;
import plantrail.kernel.task.TaskDeclined;
import plantrail.kernel.task.TaskDelegated;
import plantrail.kernel.task.TaskReassigned;
import plantrail.kernel.task.TaskReopened;
import plantrail.kernel.task.TaskRescheduled;
import plantrail.kernel.task.TaskResultAccepted;
import plantrail.kernel.task.TaskResultSubmitted;
import plantrail.kernel.task.TaskRevised;
import plantrail.kernel.task.TaskTransferred;
import plantrail.platform.attachment.AttachmentStore;
import plantrail.query.attachments.GetAttachment;
import plantrail.query.platform.When;
import tools.jackson.databind.JsonNode;

/** What the steps beside the straight way make of a task, as readers see it. */
class TaskStepsIT extends QuerySideTest {
  private static final LocalDate DUE = LocalDate.of(2024, 5, 10);
  private static final LocalDate LATER = LocalDate.of(2024, 6, 10);
  private static final byte[] CONTENT = "%PDF-1.7 kế hoạch".getBytes(UTF_8);
  private static final String HASH = "a".repeat(64);

  @Autowired private AttachmentStore files;

  private final PlanIssued plan = Story.plan("73", "HGI", "HGI.SNV");
  private final TaskAssigned extended = Story.task(plan, "E", "HGI.026", DUE, DutyRole.EXECUTE);
  private final TaskAssigned asked = Story.task(plan, "Q", "HGI.026", DUE, DutyRole.EXECUTE);
  private final TaskAssigned declined = Story.task(plan, "D", "HGI.026", DUE, DutyRole.EXECUTE);
  private final TaskAssigned cancelled = Story.task(plan, "C", "HGI.026", DUE, DutyRole.EXECUTE);
  private final TaskAssigned moved = Story.task(plan, "M", "HGI.027", DUE, DutyRole.EXECUTE);
  private final TaskAssigned taken = Story.task(plan, "T", "HGI.027", DUE, DutyRole.EXECUTE);
  private final TaskAssigned whole = Story.task(plan, "W", "HGI.026", DUE, DutyRole.LEAD);
  private final TaskAssigned done = Story.task(plan, "R", "HGI.027", DUE, DutyRole.EXECUTE);
  private final TaskDelegated delegated = Story.delegated(whole, "HGI.026.01");
  private final TaskAssigned part = Story.part(plan, delegated);

  private final PlanIssued other = Story.plan("77", "HGI", "HGI.SNV");
  private final TaskAssigned first = Story.task(other, "A", "HGI.027", DUE, DutyRole.EXECUTE);
  private final TaskDelegated passedOn = Story.delegated(first, "HGI.026.01");
  private final TaskAssigned below = Story.part(other, passedOn);

  @BeforeAll
  void story() {
    Log log = log();
    log.append("2020-01-01T00:00:00Z", Story.agencies());
    log.append(
        "2024-02-28T02:00:00Z",
        plan,
        extended,
        asked,
        declined,
        cancelled,
        moved,
        taken,
        whole,
        done);
    log.append(
        "2024-04-01T02:00:00Z",
        new TaskAccepted(extended.taskId()),
        new ExtensionRequested(extended.taskId(), DUE, LATER, "Chờ ý kiến", null),
        new ExtensionRequested(asked.taskId(), DUE, LATER, "Chờ số liệu", null),
        new TaskDeclined(declined.taskId(), "Trái chức năng"),
        new TaskCancelled(cancelled.taskId(), "Trùng việc", null),
        delegated,
        part);
    log.append(
        "2024-04-05T02:00:00Z",
        new ExtensionGranted(extended.taskId(), DUE, LATER, "Chờ ý kiến", "CV 1"),
        new TaskReassigned(moved.taskId(), "HGI.027", "HGI.STC", "Đúng chức năng", null),
        new ProgressRolledUp(whole.taskId(), part.taskId(), 40, true, 40),
        new TaskResultSubmitted(
            done.taskId(),
            "Xong",
            LocalDate.of(2024, 4, 5),
            List.of(new Attachment(HASH, "Kế hoạch số 12.pdf", "application/pdf")),
            null),
        new TaskResultAccepted(done.taskId(), null));
    log.append(
        "2024-04-10T02:00:00Z",
        other,
        first,
        passedOn,
        below,
        new ProgressRolledUp(first.taskId(), below.taskId(), 40, true, 40));
    log.append(
        "2024-04-20T02:00:00Z",
        new TaskCancelled(first.taskId(), "Trùng việc", null),
        new TaskCancelled(below.taskId(), "Trùng việc", null));
    StatedFigure read = new StatedFigure("Văn bản đã rà soát", new BigDecimal(212), null);
    log.append(
        Instant.parse("2024-04-21T02:00:00Z"),
        official("HGI.027"),
        null,
        new ProgressReported(taken.taskId(), 30, "Đã rà soát", List.of(read), List.of()));
    log.append(
        "2024-04-22T02:00:00Z",
        new TaskReassigned(taken.taskId(), "HGI.027", "HGI.026", "Đúng chức năng", null));
    log.append(
        Instant.parse("2024-04-23T02:00:00Z"),
        official("HGI.026"),
        null,
        new ProgressReported(taken.taskId(), 40, "Đang trình", List.of(), List.of()));
    log.append("2024-05-20T02:00:00Z", again());
    files.keep(
        new AttachmentStore.Kept(HASH, "application/pdf", CONTENT.length),
        new ByteArrayInputStream(CONTENT),
        official("HGI.027"));
    settle();
  }

  private TaskAssigned again() {
    return new TaskAssigned(
        first.taskId(),
        first.planId(),
        first.document(),
        first.duty(),
        first.item(),
        first.title(),
        first.agency(),
        first.roles(),
        first.partners(),
        LocalDate.of(2024, 9, 30),
        first.assigner(),
        first.focal(),
        first.creates(),
        null,
        LocalDate.of(2024, 5, 20),
        null,
        null);
  }

  private Answer task(TaskAssigned task, String... parameters) {
    return get("auditor", "/api/tasks/" + task.taskId(), parameters);
  }

  @Test
  void anExtendedTaskIsDueLaterAndKeepsItsOriginalDay() {
    assertThat(task(extended).json().path("due").asString()).isEqualTo("2024-06-10");
    assertThat(task(extended).json().path("originalDue").asString()).isEqualTo("2024-05-10");
    assertThat(task(extended, "at", "2024-04-02").json().path("due").asString())
        .isEqualTo("2024-05-10");
    assertThat(task(extended, "at", "2024-04-02").json().path("askedDue").asString())
        .isEqualTo("2024-06-10");
    assertThat(task(extended).json().path("askedDue").isNull()).isTrue();
  }

  @Test
  void whileALaterDayIsAskedForTheAssignerAnswersAndNobodyAsksAgain() {
    assertThat(task(asked).json().path("askedReason").asString()).isEqualTo("Chờ số liệu");
    assertThat(steps("HGI.SNV", asked)).contains("grant-extension", "refuse-extension");
    assertThat(steps("HGI.026", asked)).doesNotContain("request-extension");
    assertThat(steps("HGI.026", extended)).contains("request-extension");
    assertThat(steps("HGI.SNV", extended)).doesNotContain("grant-extension");
  }

  private List<String> steps(String user, TaskAssigned task) {
    return get(user, "/api/tasks/" + task.taskId())
        .json()
        .path("steps")
        .valueStream()
        .map(each -> each.asString())
        .toList();
  }

  @Test
  void whatWasCancelledIsNeitherOpenNorLate() {
    Answer answer = task(cancelled);
    assertThat(answer.json().path("open").asBoolean()).isFalse();
    assertThat(answer.json().path("timeliness").asString()).isEqualTo("NOT_OWED");
    assertThat(answer.json().path("originalTimeliness").asString()).isEqualTo("OPEN_OVERDUE");
    assertThat(task(cancelled).json().path("stopReason").asString()).isEqualTo("Trùng việc");
    assertThat(
            get("auditor", "/api/tasks", "plan", plan.planId(), "timeliness", "NOT_OWED")
                .items("progress"))
        .containsExactly("CANCELLED");
  }

  @Test
  void whatWasDeclinedIsOwedAndLateUntilThatIsAnswered() {
    var json = task(declined).json();
    assertThat(json.path("progress").asString()).isEqualTo("DECLINED");
    assertThat(json.path("stopReason").asString()).isEqualTo("Trái chức năng");
    assertThat(json.path("open").asBoolean()).isTrue();
    assertThat(json.path("timeliness").asString()).isEqualTo("OPEN_OVERDUE");
    assertThat(json.path("originalTimeliness").asString()).isEqualTo("OPEN_OVERDUE");
    assertThat(task(declined, "at", "2024-05-01").json().path("timeliness").asString())
        .isEqualTo("OPEN_IN_TIME");
    assertThat(steps("HGI", declined)).containsExactly("reassign-task", "cancel-task");
  }

  @Test
  void whatWasCalledOffIsChargedAgainByWhoeverMayChargeWithIt() {
    for (String reader : List.of("HGI", "HGI.SNV")) {
      assertThat(shown(reader, cancelled))
          .contains("data-step=\"assign-task\"", "id=\"step-assign-task\"")
          .contains("&quot;duty&quot;:&quot;C&quot;", "&quot;roles&quot;:[&quot;EXECUTE&quot;]");
      assertThat(shown(reader, declined)).doesNotContain("data-step=\"assign-task\"");
    }
    for (String reader : List.of("HGI.026", "auditor")) {
      assertThat(shown(reader, cancelled)).doesNotContain("data-step=\"assign-task\"");
    }
    assertThat(shown("HGI.027", below)).doesNotContain("data-step=\"assign-task\"");
  }

  @Test
  void whatOnlyTakesBackIsAQuietButton() {
    assertThat(shown("HGI", done))
        .containsPattern("class=\"btn back\"\\s+data-step=\"reopen-task\"");
    assertThat(shown("HGI.026", asked))
        .containsPattern("class=\"btn btn-primary\"\\s+data-step=\"accept-task\"");
  }

  private String shown(String reader, TaskAssigned task) {
    return page(reader, "vi", "/tasks/" + task.taskId()).body();
  }

  @Test
  void aTaskThatIsChargedAgainIsOwedFromThatDayAndWasCalledOffBefore() {
    var now = task(first).json();
    assertThat(now.path("progress").asString()).isEqualTo("ASSIGNED");
    assertThat(now.path("open").asBoolean()).isTrue();
    assertThat(now.path("percent").asInt()).isZero();
    assertThat(now.path("due").asString()).isEqualTo("2024-09-30");
    assertThat(now.path("originalDue").asString()).isEqualTo("2024-05-10");
    assertThat(now.path("stopReason").isNull()).isTrue();
    assertThat(now.path("children").path(0).path("progress").asString()).isEqualTo("CANCELLED");
    assertThat(now.path("timeline").valueStream().map(each -> each.path("name").asString()))
        .containsExactly(
            "task-assigned",
            "task-delegated",
            "progress-rolled-up",
            "task-cancelled",
            "task-assigned");
    var then = task(first, "at", "2024-05-15").json();
    assertThat(then.path("progress").asString()).isEqualTo("CANCELLED");
    assertThat(then.path("timeliness").asString()).isEqualTo("NOT_OWED");
    assertThat(then.path("due").asString()).isEqualTo("2024-05-10");
    assertThat(task(first, "at", "2024-04-15").json().path("percent").asInt()).isEqualTo(40);
    assertThat(steps("HGI.027", first)).contains("accept-task");
    assertThat(get("HGI.027", "/api/tasks", "plan", other.planId(), "open", "true").items("id"))
        .containsExactly(first.taskId());
    assertThat(owed("2024-04-15")).isEqualTo(List.of(2L, 0L));
    assertThat(owed("2024-05-15")).isEqualTo(List.of(0L, 2L));
    assertThat(owed("2024-06-15")).isEqualTo(List.of(1L, 1L));
    assertThat(page("HGI.027", "vi", "/tasks/" + first.taskId()).body())
        .contains("30/09/2024", "Trùng việc");
  }

  /** How many of that plan's tasks were owed and not owed at the end of that day. */
  private List<Long> owed(String at) {
    return Stream.of("true", "false")
        .map(open ->
            get("auditor", "/api/tasks", "plan", other.planId(), "open", open, "at", at)
                .json()
                .path("total")
                .asLong())
        .toList();
  }

  @Test
  void aReassignedTaskBelongsToItsNewAgencyWithItsWholeHistory() {
    assertThat(task(moved).json().path("agency").asString()).isEqualTo("HGI.STC");
    assertThat(get("HGI.STC", "/api/tasks").items("id")).containsExactly(moved.taskId());
    assertThat(get("HGI.STC", "/api/history", "subject", moved.taskId()).items("name"))
        .containsExactly("task-assigned", "task-reassigned");
    assertThat(get("HGI.027", "/api/tasks/" + moved.taskId()).status()).isEqualTo(404);
    assertThat(get("HGI.027", "/api/tasks/" + moved.taskId(), "at", "2024-04-01").status())
        .isEqualTo(200);
    assertThat(get("HGI.027", "/api/history", "subject", moved.taskId()).items("name"))
        .containsExactly("task-assigned");
  }

  @Test
  void whatAnotherAgencyToldBeforeIsShownAsTold() {
    String teller = "do UBND huyện Mèo Vạc báo, 21/04/2024";
    String page = "/tasks/" + taken.taskId();
    assertThat(page("auditor", "vi", page, "at", "2024-04-21").body())
        .contains("Đã rà soát", "Văn bản đã rà soát: 212")
        .doesNotContain("do UBND");
    assertThat(page("auditor", "vi", page, "at", "2024-04-22").body().split(teller)).hasSize(4);
    assertThat(page("auditor", "vi", page).body())
        .contains("Đang trình")
        .containsPattern("Văn bản đã rà soát: 212</div><div[^>]*>" + teller)
        .satisfies(body -> assertThat(body.split("do UBND")).hasSize(2));
  }

  @Test
  void theAssignerFindsWhatAwaitsItsAnswer() {
    assertThat(get("HGI.SNV", "/api/tasks", "reviewer", "HGI.SNV", "toAnswer", "true").items("id"))
        .contains(asked.taskId(), declined.taskId())
        .doesNotContain(extended.taskId(), cancelled.taskId(), done.taskId());
    assertThat(page("HGI.SNV", "vi", "/work").body())
        .contains("data-step=\"grant-extension\"", "data-step=\"reassign-task\"");
  }

  /**
   * The number beside "my work" in the head of that person's first page; empty if there is none.
   */
  private String badge(String user) {
    Matcher count =
        Pattern.compile("<span class=\"count\"[^>]*>(\\d+)</span>")
            .matcher(page(user, "vi", "/").body());
    return count.find() ? count.group(1) : "";
  }

  private int overdue(String agency, String list) {
    return get(agency, list, "agency", agency, "timeliness", "OPEN_OVERDUE")
        .json()
        .path("total")
        .asInt();
  }

  @Test
  void thePagesHeadCountsWhatIsOverdueOfTheAgencyActedForAndNothingElse() {
    for (String agency : List.of("HGI.026", "HGI.STC", "CBA")) {
      int all = overdue(agency, "/api/tasks") + overdue(agency, "/api/reports");
      assertThat(badge(agency)).as(agency).isEqualTo(all == 0 ? "" : Integer.toString(all));
    }
    assertThat(overdue("HGI.026", "/api/tasks")).isGreaterThanOrEqualTo(3);
    assertThat(badge("auditor")).isEmpty();
  }

  @Test
  void aTaskShowsItsPartsAndAPartItsWhole() {
    Answer answer = task(whole);
    assertThat(answer.json().path("percent").asInt()).isEqualTo(40);
    var child = answer.json().path("children").path(0);
    assertThat(child.path("agency").asString()).isEqualTo("HGI.026.01");
    assertThat(child.path("weight").asInt()).isEqualTo(2);
    assertThat(task(part).json().path("parentTask").asString()).isEqualTo(whole.taskId());
    assertThat(task(whole, "at", "2024-03-01").json().path("children").size()).isZero();
    assertThat(page("HGI.026", "vi", "/tasks/" + whole.taskId()).body())
        .contains("Phần việc của cấp dưới", "UBND xã Lũng Cú");
  }

  @Test
  void aFileIsSavedUnderItsNameByThoseWhoSeeItsSubjectOnly() {
    String path = "/api/attachments/" + HASH;
    HttpResponse<byte[]> file = download("HGI.027", path, "subject", done.taskId());
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body()).isEqualTo(CONTENT);
    assertThat(file.headers().firstValue("Content-Type")).hasValue("application/pdf");
    assertThat(file.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment;")
        .contains("filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch%20s%E1%BB%91%2012.pdf");
    for (String user : List.of("auditor", "HGI.SNV", "HGI")) {
      assertThat(download(user, path, "subject", done.taskId()).statusCode()).isEqualTo(200);
    }
    for (String user : List.of("HGI.026", "CBA")) {
      assertThat(get(user, path, "subject", done.taskId()).code()).isEqualTo("NOT_FOUND");
    }
    assertThat(get("HGI.027", path, "subject", part.taskId()).code()).isEqualTo("NOT_FOUND");
    assertThat(get("HGI.027", "/api/attachments/none", "subject", done.taskId()).code())
        .isEqualTo("NOT_FOUND");
    assertThat(get("HGI.027", path).faultyFields()).containsExactly("subject");
    assertThat(page("HGI.027", "vi", "/tasks/" + done.taskId()).body())
        .contains("Kế hoạch số 12.pdf");
  }

  @Test
  void aFileIsReadByEveryoneWhoStandsToItsTaskAndByNobodyElse() {
    Actor.Mandate underThePlan = new Actor.Mandate("m", "Bà H.", plan.planId());
    Actor.Mandate underAnother = new Actor.Mandate("m", "Bà H.", "another");
    // The task is HGI.027's; HGI charged it, HGI.SNV watches over the plan.
    Map<Actor, Boolean> readers = new LinkedHashMap<>();
    readers.put(official("HGI.027"), true);
    readers.put(official("HGI"), true);
    readers.put(official("HGI.SNV"), true);
    readers.put(official("HGI.026"), false);
    readers.put(official("HGI.026.01"), false);
    readers.put(official("HGI.STC"), false);
    readers.put(official("CBA"), false);
    readers.put(new Actor("x", "X", null, Role.OFFICIAL), false);
    readers.put(new Actor("d", "D", "HGI.027", Role.OFFICIAL, underThePlan), true);
    readers.put(new Actor("d", "D", "HGI.027", Role.OFFICIAL, underAnother), false);
    readers.put(new Actor("d", "D", "HGI", Role.OFFICIAL, underAnother), false);
    readers.put(AUDITOR, true);
    readers.forEach((reader, may) -> {
      assertThat(reads(reader, done.taskId())).as("%s", reader).isEqualTo(may);
      // Neither through another subject nor through none.
      assertThat(reads(reader, part.taskId())).as("%s", reader).isFalse();
      assertThat(reads(reader, "")).as("%s", reader).isFalse();
    });
  }

  private boolean reads(Actor reader, String subject) {
    try {
      queries.ask(new GetAttachment(reader, When.NOW, subject, HASH), Attachment.class);
      return true;
    } catch (Refusal refusal) {
      assertThat(refusal.code()).isEqualTo(RefusalCode.NOT_FOUND);
      return false;
    }
  }

  @Test
  void aTaskThatIsSaidAnewReadsSoFromThenOnAndAsItWasBefore() {
    TaskAssigned before = Story.task(plan, "V", "HGI.STC", DUE, DutyRole.EXECUTE);
    log()
        .append(
            "2024-07-02T02:00:00Z",
            before,
            new TaskAccepted(before.taskId()),
            new ExtensionRequested(before.taskId(), DUE, LATER, "Chờ", null));
    log()
        .append(
            "2024-07-05T02:00:00Z",
            new TaskRevised(
                before.taskId(),
                2,
                "IV",
                "Bố trí kinh phí dân vận",
                List.of(DutyRole.REQUEST),
                "Kho bạc",
                new ProductChange(plan.planId(), "HGI.STC", null, Product.MODEL),
                "Điều chỉnh theo kết luận",
                "khoản 2 Điều 1, KH 90"));
    settle();
    var then = task(before, "at", "2024-07-03").json();
    assertThat(then.path("title").asString()).isEqualTo(before.title());
    assertThat(then.path("item").asString()).isEqualTo("II.4");
    assertThat(then.path("role").asString()).isEqualTo("EXECUTE");
    assertThat(then.path("timeliness").asString()).isEqualTo("OPEN_OVERDUE");
    var now = task(before).json();
    assertThat(now.path("title").asString()).isEqualTo("Bố trí kinh phí dân vận");
    assertThat(now.path("item").asString()).isEqualTo("IV");
    assertThat(now.path("role").asString()).isEqualTo("REQUEST");
    assertThat(now.path("partners").asString()).isEqualTo("Kho bạc");
    assertThat(then.path("creates").isNull()).isTrue();
    assertThat(now.path("creates").asString()).isEqualTo("MODEL");
    assertThat(now.path("timeliness").asString()).isEqualTo("OPEN_AWAITED");
    assertThat(now.path("progress").asString()).isEqualTo("ACCEPTED");
    assertThat(now.path("askedDue").asString()).isEqualTo("2024-06-10");
    assertThat(get("auditor", "/api/tasks", "q", "kinh phi dan van").items("id"))
        .containsExactly(before.taskId());
    assertThat(
            get("auditor", "/api/tasks", "q", "kinh phi dan van", "at", "2024-07-03").items("id"))
        .isEmpty();
    assertThat(page("auditor", "vi", "/tasks/" + before.taskId()).body())
        .contains(
            "Bố trí kinh phí dân vận", "Đổi nội dung theo kế hoạch", "Điều chỉnh theo kết luận");
  }

  @Test
  void aRequestAwaitsItsAnswerWhileThePlansDayIsBeforeTheOneAskedFor() {
    TaskAssigned task = Story.task(plan, "Y", "HGI.026", DUE, DutyRole.EXECUTE);
    log()
        .append(
            "2024-07-10T02:00:00Z",
            task,
            new TaskAccepted(task.taskId()),
            new ExtensionRequested(task.taskId(), DUE, LATER, "Chờ số liệu", null));
    reschedule("2024-07-11T02:00:00Z", task, DUE, LATER.minusDays(1));
    settle();
    assertThat(task(task).json().path("due").asString()).isEqualTo("2024-06-09");
    assertThat(task(task).json().path("askedDue").asString()).isEqualTo("2024-06-10");
    assertThat(task(task).json().path("askedReason").asString()).isEqualTo("Chờ số liệu");
    assertThat(steps("HGI.SNV", task)).contains("grant-extension", "refuse-extension");
    assertThat(steps("HGI.026", task)).doesNotContain("request-extension");

    reschedule("2024-07-12T02:00:00Z", task, LATER.minusDays(1), LATER);
    settle();
    assertThat(task(task).json().path("askedDue").isNull()).isTrue();
    assertThat(steps("HGI.SNV", task)).doesNotContain("grant-extension");
    assertThat(steps("HGI.026", task)).contains("request-extension");
  }

  private void reschedule(String at, TaskAssigned task, LocalDate from, LocalDate to) {
    log().append(at, new TaskRescheduled(task.taskId(), from, to, "Tiếp tục", "KH 90"));
  }

  @Test
  void agenciesChargedByNameWithOneDutyShareItAndSeeEachOthersPart() {
    PlanIssued shared = Story.plan("74", "HGI", null);
    TaskAssigned lead = Story.task(shared, "J", "HGI.026", DUE, DutyRole.LEAD, DutyRole.FOCAL);
    TaskAssigned partner = Story.task(shared, "J", "HGI.027", DUE, DutyRole.COORDINATE);
    TaskAssigned commune = Story.task(shared, "J", "HGI.026.01", DUE, DutyRole.EXECUTE);
    TaskAssigned released = Story.task(shared, "J", "HGI.SNV", DUE, DutyRole.ADVISE);
    // A1 binds a class: each of its agencies does it for itself.
    TaskAssigned alone = Story.task(shared, "A1", "HGI.026", DUE, DutyRole.EXECUTE);
    TaskAssigned other = Story.task(shared, "A1", "HGI.027", DUE, DutyRole.EXECUTE);
    // Each issues a plan of its own.
    TaskAssigned own = Story.task(shared, "O", "HGI.026", DUE, DutyRole.EXECUTE);
    TaskAssigned theirs = Story.task(shared, "O", "HGI.027", DUE, DutyRole.EXECUTE);
    log()
        .append(
            "2024-08-01T02:00:00Z",
            shared,
            lead,
            partner,
            commune,
            released,
            alone,
            other,
            own,
            theirs,
            demandsOwnPlan(own),
            demandsOwnPlan(theirs));
    log()
        .append("2024-08-03T02:00:00Z", new TaskCancelled(released.taskId(), "Đã có đơn vị", null));
    settle();

    Answer leads = get("HGI.026", "/api/tasks/" + lead.taskId());
    assertThat(sharers(leads.json()))
        .containsExactly(
            "HGI.027 [\"COORDINATE\"] null",
            "HGI.026.01 [\"EXECUTE\"] \"" + commune.taskId() + "\"");
    assertThat(sharers(get("HGI.027", "/api/tasks/" + partner.taskId()).json()).getFirst())
        .isEqualTo("HGI.026 [\"LEAD\",\"FOCAL\"] null");
    assertThat(sharers(task(lead, "at", "2024-08-02").json())).hasSize(3);
    assertThat(sharers(task(released).json())).isEmpty();
    assertThat(sharers(task(alone).json())).isEmpty();
    assertThat(sharers(task(own).json())).isEmpty();
    assertThat(sharers(task(part).json())).isEmpty();
    assertThat(
            get("HGI.027", "/api/tasks", "plan", shared.planId(), "agency", "HGI.027").items("id"))
        .containsExactlyInAnyOrder(partner.taskId(), other.taskId(), theirs.taskId());

    assertThat(page("HGI.026", "vi", "/tasks/" + lead.taskId()).body())
        .contains("Cùng thực hiện", ">UBND huyện Mèo Vạc</span>", "· Phối hợp</span>")
        .contains("href=\"/tasks/" + commune.taskId() + "\">UBND xã Lũng Cú</a>");
    assertThat(page("HGI.026", "vi", "/tasks", "plan", shared.planId()).body())
        .contains("Việc chung với UBND huyện Mèo Vạc, UBND xã Lũng Cú");
    assertThat(page("HGI.027", "en", "/work").body()).contains("Joint duty with");
    assertThat(
            page("auditor", "vi", "/plans/" + shared.planId() + "/duties", "item", "II.4").body())
        .contains("Việc chung với 2 đơn vị khác");
  }

  @Test
  void aPlanLeadsToThosePlansThatCarryItOut() {
    PlanIssued above = Story.plan("76", "HGI", null);
    PlanIssued own = Story.below(above, "58", "HGI.026");
    PlanIssued other = Story.below(above, "63", "HGI.027");
    log().append("2024-08-05T02:00:00Z", above, own, other);
    settle();
    assertThat(page("auditor", "vi", "/plans/" + above.planId(), "tab", "below").body())
        .contains("href=\"/plans/" + own.planId() + "\"", "href=\"/plans/" + other.planId() + "\"")
        .contains("UBND huyện Đồng Văn", "UBND huyện Mèo Vạc", "28/02/2024");
    assertThat(page("HGI", "vi", "/plans/" + own.planId(), "tab", "below").body())
        .contains("Chưa có đơn vị nào ban hành kế hoạch")
        .contains("href=\"/plans/" + above.planId() + "\"");
  }

  private static TaskRevised demandsOwnPlan(TaskAssigned task) {
    return new TaskRevised(
        task.taskId(),
        2,
        "II.4",
        task.title(),
        task.roles(),
        null,
        new ProductChange(task.planId(), task.agency(), null, Product.SUBORDINATE_PLAN),
        "Điều chỉnh",
        "Điều 1, KH 90");
  }

  private static List<String> sharers(JsonNode task) {
    return task.path("sharedWith")
        .valueStream()
        .map(each ->
            "%s %s %s"
                .formatted(
                    each.path("agency").asString(),
                    each.path("roles"),
                    each.path("task").toString()))
        .toList();
  }

  @Test
  void lateEventsMoveOnlyWhatTheySay() {
    TaskAssigned late = Story.task(plan, "L", "HGI.026", DUE, DutyRole.EXECUTE);
    log()
        .append(
            "2024-07-01T02:00:00Z",
            late,
            new ExtensionRequested(late.taskId(), DUE, LATER, "Chờ", null),
            new ExtensionRefused(late.taskId(), DUE, LATER, "Không"),
            new TaskResultSubmitted(late.taskId(), "Xong", DUE, List.of(), null),
            new TaskResultAccepted(late.taskId(), null),
            new TaskReopened(late.taskId(), "Sai số liệu", 80),
            new TaskTransferred(late.taskId(), "HGI.SNV", "CBA", "Hợp nhất", null));
    settle();
    var json = task(late).json();
    assertThat(json.path("due").asString()).isEqualTo("2024-05-10");
    assertThat(json.path("progress").asString()).isEqualTo("IN_PROGRESS");
    assertThat(json.path("percent").asInt()).isEqualTo(80);
    assertThat(json.path("open").asBoolean()).isTrue();
    assertThat(json.path("focal").asString()).isEqualTo("CBA");
    assertThat(json.path("agency").asString()).isEqualTo("HGI.026");
  }
}
