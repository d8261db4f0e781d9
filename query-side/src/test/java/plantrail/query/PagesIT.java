package plantrail.query;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.budget.BudgetAllocated;
import plantrail.kernel.budget.FundsDisbursed;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.Period;
import plantrail.kernel.calendar.Timeliness;
import plantrail.kernel.consolidation.ConsolidationCorrected;
import plantrail.kernel.consolidation.ConsolidationForwarded;
import plantrail.kernel.consolidation.ConsolidationReturned;
import plantrail.kernel.consolidation.Gathered;
import plantrail.kernel.consolidation.ReportsConsolidated;
import plantrail.kernel.inspection.InspectionRecorded;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.Gathering;
import plantrail.kernel.plan.Indicator;
import plantrail.kernel.plan.IndicatorType;
import plantrail.kernel.plan.PlanDrafted;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanReturned;
import plantrail.kernel.plan.PlanSubmitted;
import plantrail.kernel.report.Figure;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.report.ReportReturned;
import plantrail.kernel.report.ReportSubmitted;
import plantrail.kernel.task.ProgressReported;
import plantrail.kernel.task.TaskAccepted;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskResultReturned;
import plantrail.kernel.task.TaskResultSubmitted;
import plantrail.kernel.workflow.ReportWorkflow;
import plantrail.kernel.workflow.Step;
import plantrail.kernel.workflow.TaskWorkflow;
import plantrail.kernel.workflow.Workflows;

/** Every page, as a browser gets it. People write what would be markup or a key of ours. */
class PagesIT extends QuerySideTest {
  private static final String HOSTILE = "<script>alert(\"x\")</script>'\" onload=\"y";
  private static final String WITHIN_THE_YEAR = "2024-06-30";
  private static final Pattern KEY = keys();
  private static final List<String> LANGUAGES = List.of("vi", "en");

  /** Those who see the whole plan: an auditor, the issuer, the focal agency. */
  private static final List<String> SEEING_ALL = List.of("auditor", "HGI", "HGI.SNV");

  private static final List<String> SEEING_PART = List.of("HGI.026", "HGI.026.01", "CBA");

  private final PlanIssued plan = Story.plan("73", "HGI", "HGI.SNV");
  private final PlanDrafted draft =
      Story.drafted("dự thảo " + HOSTILE, Story.draft("HGI", "HGI.SNV"));
  private final TaskAssigned returned = hostile("A1", "HGI.026", LocalDate.of(2024, 5, 10));
  private final TaskAssigned submitted = hostile("A1", "HGI.027", LocalDate.of(2024, 5, 10));
  private final TaskAssigned below = hostile("A2", "HGI.026.01", LocalDate.of(2025, 1, 2));
  private final TaskAssigned undated = hostile("A3", "HGI.SNV", null);
  private final ReportOpened first = report(1, LocalDate.of(2024, 3, 14));
  private final ReportOpened second = report(2, LocalDate.of(2024, 6, 14));
  private final ReportOpened third = report(3, LocalDate.of(2025, 1, 2));
  private final InspectionRecorded inspection = inspection();
  private final ReportsConsolidated consolidation = Story.consolidation(plan, second, "HGI.027");

  private final ReportsConsolidated counted = counted();

  private final List<String> lists =
      List.of(
          "/",
          "/plans",
          "/drafts",
          "/tasks",
          "/reports",
          "/inspections",
          "/obstacles",
          "/moves",
          "/models",
          "/targets",
          "/budgets",
          "/agencies",
          "/history",
          "/work",
          "/search");

  private final List<String> ofThePlan =
      List.of(
          "/plans/" + plan.planId(),
          "/plans/" + plan.planId() + "?tab=reports",
          "/plans/" + plan.planId() + "?tab=below",
          "/plans/" + plan.planId() + "?tab=inspections",
          "/plans/" + plan.planId() + "?tab=obstacles",
          "/plans/" + plan.planId() + "?tab=models",
          "/plans/" + plan.planId() + "?tab=budgets",
          "/plans/" + plan.planId() + "?tab=targets",
          "/plans/" + plan.planId() + "?tab=bases",
          "/plans/" + plan.planId() + "?tab=history",
          "/drafts/" + draft.draftId(),
          "/tasks/" + submitted.taskId(),
          "/tasks/" + undated.taskId(),
          "/consolidations/" + consolidation.consolidationId(),
          "/reports/" + first.reportId(),
          "/reports/" + third.reportId(),
          "/agencies/HGI",
          "/agencies/HGI.026");

  private TaskAssigned hostile(String duty, String agency, @Nullable LocalDate due) {
    TaskAssigned plain = Story.task(plan, duty, agency, due, DutyRole.LEAD);
    return new TaskAssigned(
        plain.taskId(),
        plain.planId(),
        plain.document(),
        plain.duty(),
        plain.item(),
        plain.title() + HOSTILE,
        plain.agency(),
        plain.roles(),
        HOSTILE,
        plain.due(),
        plain.assigner(),
        plain.focal(),
        plain.creates(),
        plain.inspectionId(),
        plain.since(),
        plain.parentTask(),
        plain.weight());
  }

  private ReportOpened report(int quarter, LocalDate due) {
    return Story.report(plan, new Period(Frequency.QUARTER, 2024, quarter), "HGI.026", due);
  }

  /** One that counts who says yes. */
  private ReportsConsolidated counted() {
    ReportsConsolidated plain = Story.consolidation(plan, third, "HGI.027");
    return new ReportsConsolidated(
        plain.consolidationId(),
        plain.planId(),
        plain.document(),
        plain.rule(),
        plain.title(),
        plain.period(),
        plain.channel(),
        plain.addressees(),
        plain.issuer(),
        plain.focal(),
        List.of(
            new Indicator(
                "co",
                "Có mô hình",
                IndicatorType.YES_NO,
                "xã",
                Gathering.COUNT,
                null,
                null,
                null,
                false)),
        Gathered.of(plain.gathered().cameIn(), List.of(), List.of(new Figure("co", "2"))),
        plain.content(),
        plain.happenedOn());
  }

  private InspectionRecorded inspection() {
    InspectionRecorded plain = Story.inspection(plan, "HGI.027");
    return new InspectionRecorded(
        plain.inspectionId(),
        plain.planId(),
        plain.document(),
        plain.inspector(),
        plain.unit(),
        plain.happenedOn(),
        HOSTILE,
        List.of(HOSTILE),
        plain.recommendations(),
        plain.focal(),
        plain.violations(),
        plain.issuer());
  }

  @BeforeAll
  void aYearOfHostileTexts() {
    Log log = log();
    log.append("2020-01-01T00:00:00Z", Story.agencies());
    log.append(
        "2020-01-01T00:00:01Z",
        Story.agency("HGI.STP", "Sở Tư pháp " + HOSTILE, AgencyLevel.PROVINCE, "HGI"));
    log.append(
        "2024-02-27T02:00:00Z",
        draft,
        new PlanSubmitted(draft.draftId(), HOSTILE),
        new PlanReturned(draft.draftId(), HOSTILE));
    log.append("2024-02-28T02:00:00Z", plan, returned, submitted, below, undated);
    log.append("2024-02-28T03:00:00Z", first, second, third);
    log.append(
        "2024-03-01T02:00:00Z",
        new TaskAccepted(returned.taskId()),
        new ProgressReported(returned.taskId(), 40, HOSTILE, List.of(), List.of()),
        new TaskResultSubmitted(
            returned.taskId(), HOSTILE, LocalDate.of(2024, 3, 1), List.of(), null),
        new TaskResultReturned(returned.taskId(), HOSTILE),
        new TaskAccepted(submitted.taskId()),
        new TaskResultSubmitted(
            submitted.taskId(), HOSTILE, LocalDate.of(2024, 3, 1), List.of(), null),
        new ReportSubmitted(first.reportId(), HOSTILE, LocalDate.of(2024, 3, 1), List.of()),
        new ReportReturned(first.reportId(), HOSTILE),
        new ReportSubmitted(second.reportId(), HOSTILE, LocalDate.of(2024, 3, 1), List.of()));
    log.append("2024-06-11T02:00:00Z", inspection, Story.remedy(plan, inspection));
    log.append("2024-06-12T02:00:00Z", Story.obstacle(plan, "HGI.027", HOSTILE));
    log.append(
        "2024-06-12T03:00:00Z",
        consolidation,
        new ConsolidationCorrected(
            consolidation.consolidationId(), List.of(), HOSTILE, HOSTILE, List.of()),
        new ConsolidationForwarded(
            consolidation.consolidationId(), List.of("HGI"), HOSTILE, LocalDate.of(2024, 6, 12)),
        new ConsolidationReturned(consolidation.consolidationId(), "HGI", HOSTILE),
        counted);
    log.append("2024-06-12T02:30:00Z", Story.model(plan, "HGI.027", HOSTILE));
    BudgetAllocated budget = Story.budget(plan, "HGI.027", HOSTILE);
    log.append(
        "2024-06-12T02:40:00Z",
        budget,
        new FundsDisbursed(budget.budgetId(), HOSTILE, 1, HOSTILE, LocalDate.of(2024, 6, 12)));
    log.append("2024-06-12T03:00:00Z", Story.target(plan), Story.measured(plan, HOSTILE));
    settle();
  }

  @Test
  void everyPageIsThereForWhoeverMaySeeItInBothLanguagesNowAndInThePast() {
    for (String language : LANGUAGES) {
      for (String user : SEEING_ALL) {
        for (String path : both(lists, ofThePlan)) {
          fine(200, user, language, path);
          fine(200, user, language, path, "at", WITHIN_THE_YEAR);
        }
      }
      for (String user : SEEING_PART) {
        lists.forEach(path -> fine(200, user, language, path));
      }
      for (String path : List.of("/login", "/login?error", "/login?wait", "/login?logout")) {
        fine(200, "", language, path);
      }
    }
  }

  @Test
  void whatOneMayNotSeeOrIsNotThereIsAPageThatSaysSo() {
    for (String language : LANGUAGES) {
      fine(404, "HGI.026.01", language, "/tasks/" + submitted.taskId());
      fine(404, "CBA", language, "/plans/" + plan.planId());
      fine(404, "auditor", language, "/reports/" + HOSTILE.replaceAll("\\W", ""));
      fine(404, "auditor", language, "/agencies/XXX");
      fine(404, "auditor", language, "/nothing");
      fine(400, "auditor", language, "/tasks", "timeliness", HOSTILE);
      fine(400, "auditor", language, "/tasks", "page", "-1");
      fine(400, "auditor", language, "/reports", "at", HOSTILE);
      fine(400, "auditor", language, "/", "year", HOSTILE);
    }
  }

  @Test
  void whatPeopleWroteIsTextAndNeverMarkup() {
    for (String path :
        List.of(
            "/tasks",
            "/work",
            "/drafts",
            "/drafts/" + draft.draftId(),
            "/plans/" + plan.planId() + "?tab=obstacles",
            "/tasks/" + returned.taskId(),
            "/reports/" + first.reportId(),
            "/consolidations/" + consolidation.consolidationId(),
            "/plans/" + plan.planId() + "?tab=inspections",
            "/plans/" + plan.planId() + "?tab=history",
            "/inspections",
            "/obstacles",
            "/models",
            "/agencies",
            "/history")) {
      assertThat(fine(200, "HGI.SNV", "vi", path))
          .as(path)
          .contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39;&quot; onload=&quot;y");
    }
    for (String path :
        List.of("/plans", "/tasks", "/reports", "/inspections", "/agencies", "/search")) {
      assertThat(fine(200, "auditor", "vi", path, "q", HOSTILE)).contains("value=\"&lt;script&gt;");
    }
    fine(200, "auditor", "vi", "/tasks", "agency", HOSTILE);
    fine(200, "auditor", "vi", "/history", "subject", HOSTILE, "actor", HOSTILE);
  }

  @Test
  void aCountIsShownAndAskedForAsANumberWhateverIsCounted() {
    assertThat(fine(200, "HGI.SNV", "vi", "/consolidations/" + counted.consolidationId()))
        .contains("<td class=\"num\">2\u00a0xã</td>")
        .contains("&quot;id&quot;:&quot;co&quot;")
        .contains("&quot;type&quot;:&quot;INTEGER&quot;")
        .doesNotContain("&quot;type&quot;:&quot;YES_NO&quot;");
  }

  @Test
  void oneActsNowAndNeverInThePast() {
    List<String> acting =
        List.of(
            "/work",
            "/drafts",
            "/drafts/" + draft.draftId(),
            "/obstacles",
            "/tasks",
            "/reports",
            "/tasks/" + submitted.taskId(),
            "/reports/" + second.reportId());
    for (String path : acting) {
      assertThat(fine(200, "HGI.SNV", "vi", path)).as(path).contains("data-step=");
      assertThat(fine(200, "HGI.SNV", "vi", path, "at", WITHIN_THE_YEAR))
          .as(path)
          .contains("past-banner")
          .doesNotContain("data-step=");
      assertThat(page("auditor", "vi", path).body()).as(path).doesNotContain("data-step=");
    }
  }

  @Test
  void eachStepThatTheWorkflowsHaveForARowHasItsPanel() {
    List<String> steps =
        Stream.of(TaskWorkflow.TABLE, ReportWorkflow.TABLE)
            .flatMap(workflow -> workflow.steps().stream())
            .filter(step -> !step.from().isEmpty() && !step.bySystemAlone())
            .map(Step::command)
            .toList();
    assertThat(found("<dialog [^>]*id=\"step-([\\w-]+)\"", fine(200, "HGI.SNV", "vi", "/work")))
        .hasSizeGreaterThan(5)
        .isEqualTo(steps);
    assertThat(found("data-step=\"([\\w-]+)\"", fine(200, "HGI.SNV", "vi", "/work")))
        .contains("accept-task", "accept-task-result", "return-report")
        .isSubsetOf(steps);
  }

  @Test
  void agenciesAreCalledByTheirNames() {
    assertThat(fine(200, "HGI.SNV", "vi", "/work"))
        .contains("<span>Sở Nội vụ</span>")
        .contains("Việc của Sở Nội vụ");
    assertThat(fine(200, "auditor", "vi", "/reports/" + first.reportId()))
        .contains("<span>UBND tỉnh Hà Giang</span> <span class=\"quiet\">HGI</span>")
        .contains("<span title=\"HGI.SNV\">Sở Nội vụ</span>");
    // Before it was registered an agency had no name.
    assertThat(fine(200, "HGI.SNV", "vi", "/work", "at", "2019-06-30"))
        .contains("<span>HGI.SNV</span>");
  }

  @Test
  void eachFigureLeadsToJustSoManyRows() {
    for (String asked : List.of("/work", "/", "/?year=2024", "/agencies/HGI.026")) {
      for (String user : List.of("HGI.SNV", "HGI.026")) {
        String page = fine(200, user, "vi", asked);
        String figures =
            page.substring(page.indexOf("class=\"figures\""), page.indexOf("<section"));
        Map<String, Integer> numbers = linkedNumbers(figures);
        assertThat(numbers).as(asked).hasSizeGreaterThan(1);
        numbers.forEach((address, number) ->
            assertThat(total(fine(200, user, "vi", address)))
                .as("%s of %s on %s", address, user, asked)
                .isEqualTo(number));
      }
    }
    String work = fine(200, "HGI.026", "vi", "/work");
    assertThat(found("<span class=\"count\"[^>]*>(\\d+)<", work)).containsExactly("2");
    assertThat(linkedNumbers(work))
        .containsEntry("/tasks?agency=HGI.026&timeliness=OPEN_OVERDUE", 1)
        .containsEntry("/reports?agency=HGI.026&timeliness=OPEN_OVERDUE", 1)
        .containsEntry("/tasks?agency=HGI.026&progress=RETURNED", 1)
        .containsEntry("/reports?agency=HGI.026&dueSoon=true", 1)
        .containsEntry("/tasks?agency=HGI.026&open=true", 1)
        .containsEntry("/reports?agency=HGI.026&open=true", 2);
    assertThat(linkedNumbers(fine(200, "HGI.SNV", "vi", "/work")))
        .containsEntry("/tasks?reviewer=HGI.SNV&toAnswer=true", 1)
        .containsEntry("/reports?recipient=HGI.SNV&state=SUBMITTED", 1);
  }

  /** The links of a page whose first word is a number, with that number. */
  private static Map<String, Integer> linkedNumbers(String page) {
    Map<String, Integer> numbers = new TreeMap<>();
    Pattern.compile("(?s)<a [^>]*?href=\"([^\"]*)\"[^>]*>(?:<[^>]*>|\\s)*(\\d+)\\b")
        .matcher(page)
        .results()
        .forEach(each ->
            numbers.put(each.group(1).replace("&amp;", "&"), Integer.valueOf(each.group(2))));
    return numbers;
  }

  private static int total(String list) {
    return Integer.parseInt(found("<span>(\\d+) dòng</span>", list).getFirst());
  }

  @Test
  void theMenuLeadsToWorkOnlyWhoeverHasAnAgency() {
    assertThat(fine(200, "HGI.SNV", "vi", "/")).contains("href=\"/work\"");
    assertThat(fine(200, "auditor", "vi", "/"))
        .contains("href=\"/history\"")
        .doesNotContain("href=\"/work\"");
  }

  @Test
  void theAxisOfTheChartLeavesOutNoMonth() {
    String label = ">(\\d\\d/\\d\\d)</text>";
    assertThat(found(label, fine(200, "auditor", "vi", "/", "at", WITHIN_THE_YEAR)))
        .hasSize(18)
        .startsWith("01/23", "02/23", "03/23")
        .endsWith("04/24", "05/24", "06/24");
    assertThat(found(label, fine(200, "auditor", "vi", "/", "year", "2024")))
        .hasSize(12)
        .startsWith("01/24")
        .endsWith("12/24");
  }

  @Test
  void eachShapeHasItsWordsOnThePage() {
    for (String path : List.of("/", "/plans", "/plans/" + plan.planId(), "/agencies/HGI.026")) {
      String page = fine(200, "auditor", "vi", path);
      String legend = page.substring(page.lastIndexOf("class=\"legend\""));
      assertThat(found("<span class=\"t (\\w+)\">", legend))
          .as(path)
          .containsExactly(
              Stream.of(Timeliness.values()).map(Timeliness::name).toArray(String[]::new));
      assertThat(legend).as(path).contains("<span>Không đặt hạn</span>");
    }
    assertThat(fine(200, "HGI.SNV", "vi", "/agencies/HGI.SNV"))
        .containsPattern("OPEN_UNDATED[^>]*>.*<span>1</span> <span>Không đặt hạn</span></a>");
  }

  @Test
  void aReportingRuleStandsAboveThePeriodsOfItsReports() {
    assertThat(fine(200, "auditor", "vi", "/plans/" + plan.planId() + "?tab=reports"))
        .containsPattern("<th scope=\"colgroup\"[^>]* colspan=\"3\">Báo cáo quý</th>");
  }

  @Test
  void anEntryOfTheHistoryLeadsToWhatItIsAbout() {
    for (String path :
        List.of("/history?plan=" + plan.planId(), "/plans/" + plan.planId() + "?tab=history")) {
      assertThat(fine(200, "auditor", "vi", path))
          .as(path)
          .containsPattern("href=\"/tasks/" + returned.taskId() + "\">[^<]* · UBND huyện Đồng Văn<")
          .contains(
              "href=\"/reports/"
                  + first.reportId()
                  + "\">Báo cáo quý · quý I/2024 · UBND huyện Đồng Văn<")
          .contains("href=\"/plans/" + plan.planId() + "\">" + plan.document() + "<");
    }
    assertThat(fine(200, "auditor", "vi", "/history", "plan", plan.planId()))
        .contains("<title>Lịch sử · " + plan.document() + " · PlanTrail</title>");
    assertThat(fine(200, "auditor", "vi", "/history", "name", "agency-registered"))
        .contains("href=\"/agencies/HGI.026\">UBND huyện Đồng Văn<")
        .contains("<option value=\"agency-registered\" selected=\"selected\">Đăng ký đơn vị<")
        .doesNotContain("href=\"/tasks/");
    assertThat(fine(200, "auditor", "vi", "/history", "name", "task-assigned", "q", "meo vac"))
        .contains("href=\"/tasks/" + submitted.taskId())
        .doesNotContain(returned.taskId());
    // Who may see no entry of a plan does not learn its document either.
    assertThat(fine(200, "CBA", "vi", "/history", "plan", plan.planId()))
        .doesNotContain(plan.document());
  }

  @Test
  void anEntryOfTheHistorySaysWhatItChanged() {
    for (String path :
        List.of(
            "/tasks/" + returned.taskId(),
            "/history?subject=" + returned.taskId(),
            "/plans/" + plan.planId() + "?tab=history")) {
      assertThat(fine(200, "auditor", "vi", path))
          .as(path)
          .containsPattern("Tiến độ:</span> <span>0\\h% → 40\\h%</span>")
          .contains("Trạng thái:</span> <span>Đã giao → Đã nhận</span>");
    }
    assertThat(fine(200, "auditor", "vi", "/reports/" + first.reportId()))
        .containsPattern("Trạng thái:</span> <span>[^<]+ → [^<]+</span>");
  }

  @Test
  void aPlanTellsWhichRulesItWasIssuedUnder() {
    String bases = "/plans/" + plan.planId() + "?tab=bases";
    assertThat(fine(200, "auditor", "vi", bases))
        .contains(
            "đến sự kiện 12",
            "Trước hạn 7, 3, 1 ngày làm việc",
            "Quá hạn 5 ngày làm việc",
            ">Quy trình</th><td>Bản " + Workflows.VERSION + "</td>");
    assertThat(fine(200, "auditor", "en", bases))
        .contains(
            "up to event 12",
            "7, 3, 1 working days before the last timely day",
            "5 working days after it",
            ">Workflows</th><td>Version " + Workflows.VERSION + "</td>");
  }

  @Test
  void anItemOfAPlanOpensToTheAgenciesThatItIsChargedTo() {
    String plans = "/plans/" + plan.planId();
    List<String> parts =
        found("hx-get=\"([^\"]*/duties[^\"]*)\"", fine(200, "auditor", "vi", plans));
    assertThat(parts).isNotEmpty();
    String all =
        parts.stream().map(part -> page("auditor", "vi", part).body()).collect(joining("\n"));
    assertThat(all)
        .startsWith("<ul")
        .doesNotContain("<html", "<script>alert")
        .contains("href=\"/tasks/" + returned.taskId() + "\"", ">UBND huyện Đồng Văn</a>");
    String first = page("auditor", "vi", parts.getFirst(), "size", "1").body();
    assertThat(found("<li>\\s*<a (href)=", first)).hasSize(1);
    String next = found("hx-get=\"([^\"]*)\"", first).getFirst().replace("&amp;", "&");
    assertThat(found("href=\"(/tasks/[^\"]*)\"", page("auditor", "vi", next).body()))
        .hasSize(1)
        .doesNotContainAnyElementsOf(found("href=\"(/tasks/[^\"]*)\"", first));
    assertThat(page("CBA", "vi", parts.getFirst()).body()).doesNotContain("/tasks/");
  }

  @Test
  void onesOwnPasswordIsChangedOnAPageThatSaysWhatIsWrong() {
    for (String language : LANGUAGES) {
      fine(200, "HGI.026", language, "/account");
      fine(200, "auditor", language, "/account", "changed", "");
    }
    assertThat(fine(200, "HGI.026", "vi", "/work")).contains("href=\"/account\"");
    HttpResponse<String> wrong = setPassword("không phải", "ngắn", "ngắn");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body())
        .contains(
            "id=\"present-fault\">Mật khẩu hiện tại chưa đúng.<",
            "id=\"password-fault\">Mật khẩu cần ít nhất 12 ký tự")
        .doesNotContain("không phải");
    HttpResponse<String> slip = setPassword(PASSWORD, PASSWORD, PASSWORD + "?");
    assertThat(slip.statusCode()).isEqualTo(400);
    assertThat(slip.body())
        .contains("id=\"repeated-fault\">Hai lần nhập mật khẩu mới không giống nhau.<");
    HttpResponse<String> right = setPassword(PASSWORD, PASSWORD, PASSWORD);
    assertThat(right.statusCode()).isEqualTo(302);
    assertThat(right.headers().firstValue("location").orElseThrow()).endsWith("/account?changed");
  }

  private HttpResponse<String> setPassword(String present, String password, String repeated) {
    return submit(
        "HGI.026", "/account", "present", present, "password", password, "repeated", repeated);
  }

  @Test
  void aSearchFindsPlansTasksAndReportsWithoutDiacritics() {
    String all = fine(200, "auditor", "vi", "/search", "q", "dan van");
    assertThat(all).contains("/plans/" + plan.planId()).doesNotContain("href=\"/tasks/");
    String ofDistrict = fine(200, "auditor", "vi", "/search", "q", "dong van");
    assertThat(ofDistrict)
        .contains("href=\"/tasks/" + returned.taskId())
        .contains("href=\"/reports/" + first.reportId())
        .contains("href=\"/tasks?q=dong%20van\">Xem cả 1<")
        .contains("href=\"/reports?q=dong%20van\">Xem cả 3<")
        .contains("Không có gì khớp.")
        .doesNotContain(submitted.taskId());
    assertThat(fine(200, "CBA", "vi", "/search", "q", "dong van")).doesNotContain("href=\"/tasks/");
  }

  @Test
  void theChartIsAFileThatNeedsNothingBesideItself() throws Exception {
    assertThat(fine(200, "auditor", "vi", "/", "year", "2024"))
        .contains("<a class=\"save\" download href=\"/chart.svg?year=2024\">");
    HttpResponse<String> chart = page("auditor", "vi", "/chart.svg", "at", WITHIN_THE_YEAR);
    assertThat(chart.headers().firstValue("content-type")).contains("image/svg+xml;charset=UTF-8");
    assertThat(chart.headers().firstValue("content-disposition"))
        .contains("attachment; filename=\"plantrail-2024-06-30.svg\"");
    Document drawing =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(chart.body())));
    assertThat(drawing.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(drawing.getElementsByTagName("title").getLength()).isPositive();
    assertThat(chart.body())
        .contains("Số liệu đến 30/06/2024", "Quá hạn")
        .doesNotContain("href=", "var(", "th:", "url(");
    String styles = page("", "vi", "/css/plantrail.css").body();
    assertThat(found("[A-Z] \\{ fill: (#\\w+)", chart.body()))
        .hasSize(5)
        .allSatisfy(colour -> assertThat(styles).contains(": " + colour + ";"));
  }

  @Test
  void aDayIsTypedAsPeopleWriteIt() {
    HttpResponse<String> answer =
        page("auditor", "vi", "/tasks", "q", "dân vận & \"x\"", "at", "30/6/2024");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("location").orElseThrow())
        .endsWith("/tasks?q=d%C3%A2n+v%E1%BA%ADn+%26+%22x%22&at=2024-06-30");
    assertThat(fine(200, "auditor", "vi", "/tasks", "at", WITHIN_THE_YEAR))
        .contains("placeholder=\"ngày/tháng/năm\"", "value=\"30/06/2024\"")
        .contains("Đang xem số liệu của quá khứ (30/06/2024)")
        .doesNotContain("type=\"date\"");
    fine(400, "auditor", "vi", "/tasks", "at", "31/02/2024");
  }

  @Test
  void aListSaysWhatItIsNarrowedDownTo() {
    assertThat(
            fine(
                200,
                "auditor",
                "vi",
                "/tasks",
                "reviewer",
                "HGI.SNV",
                "open",
                "true",
                "item",
                "II"))
        .contains("chờ Sở Nội vụ trả lời<", "chưa xong<", "mục II<", "href=\"/tasks\">Bỏ lọc<");
    assertThat(fine(200, "auditor", "vi", "/reports", "agency", "HGI.026", "at", WITHIN_THE_YEAR))
        .contains("title=\"HGI.026\">UBND huyện Đồng Văn<")
        .contains("href=\"/reports?at=2024-06-30\">Bỏ lọc<");
    assertThat(fine(200, "auditor", "vi", "/tasks")).doesNotContain("Bỏ lọc");
  }

  @Test
  void aListOfOnePlanSaysWhichAndAllowsToTakeThatAway() {
    for (String path :
        List.of(
            "/tasks",
            "/reports",
            "/inspections",
            "/obstacles",
            "/models",
            "/targets",
            "/budgets",
            "/moves",
            "/history",
            "/")) {
      assertThat(fine(200, "auditor", "vi", path, "plan", plan.planId(), "size", "20"))
          .as(path)
          .contains(
              "<span>" + plan.document() + "</span>",
              "<a class=\"drop\" href=\"" + path + "?size=20\"");
      // Who may not see a plan does not learn its document.
      assertThat(fine(200, "CBA", "vi", path, "plan", plan.planId()))
          .as(path)
          .contains("<span>một kế hoạch</span>")
          .doesNotContain(plan.document());
    }
  }

  @Test
  void whatIsShownNowListensForWhatChangesAndThePastDoesNot() {
    Map.of(
            "/tasks/" + submitted.taskId(),
            submitted.taskId(),
            "/reports/" + second.reportId(),
            second.reportId(),
            "/plans/" + plan.planId(),
            plan.planId(),
            "/work",
            "*")
        .forEach((path, subject) -> {
          assertThat(fine(200, "HGI.SNV", "vi", path))
              .as(path)
              .contains("Có thay đổi mới trên trang này.")
              .containsPattern(
                  "data-news-of=\"" + Pattern.quote(subject) + "\" data-since=\"\\d+\"");
          assertThat(fine(200, "HGI.SNV", "vi", path, "at", WITHIN_THE_YEAR))
              .as(path)
              .doesNotContain("data-news-of");
        });
  }

  @Test
  void aFilterThatWasChosenStandsInTheForm() {
    assertThat(fine(200, "auditor", "vi", "/tasks", "timeliness", "OPEN_OVERDUE"))
        .contains("<option value=\"OPEN_OVERDUE\" selected=\"selected\">")
        .contains(returned.taskId())
        .doesNotContain(this.below.taskId());
    assertThat(fine(200, "auditor", "vi", "/reports", "state", "RETURNED"))
        .contains("<option value=\"RETURNED\" selected=\"selected\">")
        .contains(first.reportId())
        .doesNotContain(third.reportId());
    assertThat(fine(200, "auditor", "vi", "/agencies", "level", "COMMUNE"))
        .contains("<option value=\"COMMUNE\" selected=\"selected\">")
        .contains("/agencies/HGI.026.01")
        .doesNotContain("/agencies/HGI.027");
  }

  @Test
  void theNextPageIsOfTheSameList() {
    String one =
        fine(
            200,
            "auditor",
            "vi",
            "/tasks",
            "size",
            "1",
            "agency",
            "HGI.027",
            "assigner",
            "",
            "at",
            WITHIN_THE_YEAR);
    assertThat(one)
        .contains(submitted.taskId())
        .contains("href=\"/tasks?agency=HGI.027&amp;size=1&amp;page=1&amp;at=" + WITHIN_THE_YEAR)
        .contains("<input type=\"hidden\" name=\"size\" value=\"1\">");
    assertThat(fine(200, "auditor", "vi", "/tasks", "size", "1", "page", "1", "agency", "HGI.027"))
        .doesNotContain(submitted.taskId())
        .contains("rel=\"prev\"");
  }

  /** The page, after all that must hold for any of them. */
  private String fine(int status, String user, String language, String path, String... parameters) {
    HttpResponse<String> answer = page(user, language, path, parameters);
    String of = "%s of %s in %s %s".formatted(path, user, language, List.of(parameters));
    String body = answer.body();
    assertThat(answer.statusCode()).as(of).isEqualTo(status);
    assertThat(body).as(of).contains("<html lang=\"" + language + "\"").endsWith("</html>\n");
    assertThat(body).as(of).doesNotContain("<script>alert", "alert(\"x", "\" onload=\"y");
    assertThat(body).as(of).doesNotContain("??", "#{", "${");
    assertThat(KEY.matcher(visible(body)).results().map(each -> each.group())).as(of).isEmpty();
    return body;
  }

  private static List<String> found(String pattern, String body) {
    return Pattern.compile(pattern).matcher(body).results().map(each -> each.group(1)).toList();
  }

  /** What a person reads or hears: texts and labels, without the records of events. */
  private static String visible(String body) {
    return body.replaceAll("(?s)<pre>.*?</pre>", " ")
        .replaceAll("(href|src|action|value|name|id|for|class)=\"[^\"]*\"", " ");
  }

  /** What begins as the keys of our texts do. */
  private static Pattern keys() {
    String beginnings =
        Stream.of("pages", "query", "platform", "kernel")
            .flatMap(each -> ResourceBundle.getBundle("i18n." + each).keySet().stream())
            .filter(each -> each.contains("."))
            .map(each -> each.substring(0, each.indexOf('.')))
            .distinct()
            .map(Pattern::quote)
            .collect(joining("|"));
    return Pattern.compile("(?<![\\w./-])(?:" + beginnings + ")\\.[A-Za-z][\\w.-]*");
  }

  private static List<String> both(List<String> some, List<String> others) {
    List<String> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }
}
