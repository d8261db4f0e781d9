package plantrail.query.pages;

import static plantrail.query.pages.Page.when;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.calendar.Timeliness;
import plantrail.kernel.message.Actor;
import plantrail.kernel.report.ReportState;
import plantrail.kernel.task.TaskProgress;
import plantrail.platform.access.ActorResolver;
import plantrail.platform.problem.Language;
import plantrail.query.agencies.AgencyAnswer;
import plantrail.query.agencies.AgencyPage;
import plantrail.query.agencies.FindAgencies;
import plantrail.query.agencies.GetAgency;
import plantrail.query.history.FindHistory;
import plantrail.query.history.HistoryPage;
import plantrail.query.inspections.FindInspections;
import plantrail.query.inspections.InspectionPage;
import plantrail.query.overview.GetOverview;
import plantrail.query.overview.GetScorecard;
import plantrail.query.overview.Overview;
import plantrail.query.overview.Scorecard;
import plantrail.query.planregister.FindPlans;
import plantrail.query.planregister.GetPlan;
import plantrail.query.planregister.PlanAnswer;
import plantrail.query.planregister.PlanPage;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Queries;
import plantrail.query.reportmatrix.FindReports;
import plantrail.query.reportmatrix.GetReport;
import plantrail.query.reportmatrix.GetReportMatrix;
import plantrail.query.reportmatrix.ReportAnswer;
import plantrail.query.reportmatrix.ReportMatrix;
import plantrail.query.reportmatrix.ReportPage;
import plantrail.query.taskboard.FindTasks;
import plantrail.query.taskboard.GetTask;
import plantrail.query.taskboard.TaskAnswer;
import plantrail.query.taskboard.TaskPage;

/** One method a page: asks, and names the template that shows the answer. */
@Controller
class Pages {
  /**
   * A path of these pages with its parameters: no other host, nothing that a browser would strip.
   */
  private static final Pattern PLACE =
      Pattern.compile("/(?:[\\w%.~+-][\\w%.~+/-]*)?(?:\\?[\\w%.~+&=:#-]*)?");

  private static final int YEAR_SECONDS = (int) Duration.ofDays(365).toSeconds();

  private final Queries queries;
  private final Work work;

  Pages(Queries queries, Work work) {
    this.queries = queries;
    this.work = work;
  }

  /** Which moment a page shows, and what it waits for. */
  record Asked(@Nullable String at, @Nullable String after) {}

  @ModelAttribute("paging")
  Paging paging(
      @RequestParam(required = false) @Nullable Integer page,
      @RequestParam(required = false) @Nullable String q) {
    return new Paging(page, null, null, q == null || q.isBlank() ? null : q);
  }

  @GetMapping("/login")
  String login() {
    return "login";
  }

  @GetMapping("/")
  String overview(
      Actor me,
      Asked asked,
      @RequestParam(required = false) @Nullable String plan,
      @RequestParam(required = false) @Nullable Integer year,
      Model model) {
    Overview overview =
        queries.ask(
            new GetOverview(
                me, when(asked.at(), asked.after()), new GetOverview.Filter(blank(plan), year)),
            Overview.class);
    model.addAttribute("overview", overview);
    model.addAttribute("chart", MonthChart.of(overview.months()));
    model.addAttribute("year", year);
    model.addAttribute("plan", plan);
    return "overview";
  }

  @GetMapping("/plans")
  String plans(
      Actor me,
      Asked asked,
      @ModelAttribute("paging") Paging paging,
      @RequestParam(required = false) @Nullable String issuer,
      @RequestParam(required = false) @Nullable Integer year,
      Model model) {
    model.addAttribute(
        "found",
        queries.ask(
            new FindPlans(
                me,
                when(asked.at(), asked.after()),
                new FindPlans.Filter(issuer, null, year, null),
                paging),
            PlanPage.class));
    model.addAttribute("year", year);
    return "plans";
  }

  @GetMapping("/plans/{id}")
  String plan(
      Actor me,
      Asked asked,
      @PathVariable String id,
      @RequestParam(defaultValue = "duties") String tab,
      @ModelAttribute("paging") Paging paging,
      Model model) {
    var when = when(asked.at(), asked.after());
    PlanAnswer plan = queries.ask(new GetPlan(me, when, id), PlanAnswer.class);
    model.addAttribute("plan", plan.plan());
    model.addAttribute("answer", plan);
    model.addAttribute("tab", tab);
    switch (tab) {
      case "reports" ->
          model.addAttribute(
              "matrix", queries.ask(new GetReportMatrix(me, when, id), ReportMatrix.class));
      case "inspections" ->
          model.addAttribute(
              "inspections",
              queries.ask(
                  new FindInspections(me, when, new FindInspections.Filter(id, null, null), paging),
                  InspectionPage.class));
      case "history" ->
          model.addAttribute(
              "history",
              queries.ask(
                  new FindHistory(
                      me,
                      when,
                      FindHistory.Filter.ofPlan(id),
                      new Paging(paging.page(), null, "-position", paging.q())),
                  HistoryPage.class));
      default -> model.addAttribute("tree", DutyTree.of(plan.items()));
    }
    return "plan";
  }

  @GetMapping("/tasks")
  String tasks(
      Actor me,
      Asked asked,
      @ModelAttribute("paging") Paging paging,
      @RequestParam(required = false) @Nullable String plan,
      @RequestParam(required = false) @Nullable String item,
      @RequestParam(required = false) @Nullable String agency,
      @RequestParam(required = false) @Nullable Boolean below,
      @RequestParam(required = false) @Nullable TaskProgress progress,
      @RequestParam(required = false) @Nullable Timeliness timeliness,
      @RequestParam(required = false) @Nullable Integer year,
      Model model) {
    model.addAttribute(
        "found",
        queries.ask(
            new FindTasks(
                me,
                when(asked.at(), asked.after()),
                new FindTasks.Filter(
                    plan,
                    item,
                    blank(agency),
                    below,
                    null,
                    null,
                    null,
                    progress,
                    timeliness,
                    null,
                    null,
                    null,
                    year,
                    null),
                paging),
            TaskPage.class));
    model.addAttribute("plan", plan);
    model.addAttribute("item", item);
    model.addAttribute("agency", agency);
    model.addAttribute("below", below);
    model.addAttribute("progress", progress);
    model.addAttribute("timeliness", timeliness);
    model.addAttribute("year", year);
    model.addAttribute("progresses", TaskProgress.values());
    model.addAttribute("timelinesses", Timeliness.values());
    return "tasks";
  }

  @GetMapping("/tasks/{id}")
  String task(Actor me, Asked asked, @PathVariable String id, Model model) {
    TaskAnswer answer =
        queries.ask(new GetTask(me, when(asked.at(), asked.after()), id), TaskAnswer.class);
    model.addAttribute("task", answer.task());
    model.addAttribute("answer", answer);
    return "task";
  }

  @GetMapping("/work")
  String work(Actor me, Asked asked, Model model) {
    if (Page.works(me)) {
      model.addAttribute("board", work.board(me, when(asked.at(), asked.after())));
    }
    return "work";
  }

  @GetMapping("/reports")
  String reports(
      Actor me,
      Asked asked,
      @ModelAttribute("paging") Paging paging,
      @RequestParam(required = false) @Nullable String plan,
      @RequestParam(required = false) @Nullable String agency,
      @RequestParam(required = false) @Nullable ReportState state,
      @RequestParam(required = false) @Nullable Timeliness timeliness,
      @RequestParam(required = false) @Nullable Integer year,
      Model model) {
    model.addAttribute(
        "found",
        queries.ask(
            new FindReports(
                me,
                when(asked.at(), asked.after()),
                new FindReports.Filter(
                    plan,
                    null,
                    blank(agency),
                    null,
                    null,
                    null,
                    state,
                    timeliness,
                    null,
                    null,
                    null,
                    year),
                paging),
            ReportPage.class));
    model.addAttribute("plan", plan);
    model.addAttribute("agency", agency);
    model.addAttribute("state", state);
    model.addAttribute("timeliness", timeliness);
    model.addAttribute("year", year);
    model.addAttribute("states", ReportState.values());
    model.addAttribute("timelinesses", Timeliness.values());
    return "reports";
  }

  @GetMapping("/reports/{id}")
  String report(Actor me, Asked asked, @PathVariable String id, Model model) {
    ReportAnswer answer =
        queries.ask(new GetReport(me, when(asked.at(), asked.after()), id), ReportAnswer.class);
    model.addAttribute("report", answer.report());
    model.addAttribute("answer", answer);
    return "report";
  }

  @GetMapping("/inspections")
  String inspections(
      Actor me,
      Asked asked,
      @ModelAttribute("paging") Paging paging,
      @RequestParam(required = false) @Nullable String agency,
      Model model) {
    model.addAttribute(
        "found",
        queries.ask(
            new FindInspections(
                me,
                when(asked.at(), asked.after()),
                new FindInspections.Filter(null, blank(agency), null),
                paging),
            InspectionPage.class));
    return "inspections";
  }

  @GetMapping("/agencies")
  String agencies(
      Actor me,
      Asked asked,
      @ModelAttribute("paging") Paging paging,
      @RequestParam(required = false) @Nullable AgencyKind kind,
      @RequestParam(required = false) @Nullable AgencyLevel level,
      Model model) {
    model.addAttribute(
        "found",
        queries.ask(
            new FindAgencies(
                me,
                when(asked.at(), asked.after()),
                new FindAgencies.Filter(kind, level, null, null),
                paging),
            AgencyPage.class));
    model.addAttribute("kind", kind);
    model.addAttribute("level", level);
    model.addAttribute("kinds", AgencyKind.values());
    model.addAttribute("levels", AgencyLevel.values());
    return "agencies";
  }

  @GetMapping("/agencies/{code}")
  String agency(Actor me, Asked asked, @PathVariable String code, Model model) {
    AgencyAnswer answer =
        queries.ask(new GetAgency(me, when(asked.at(), asked.after()), code), AgencyAnswer.class);
    model.addAttribute("agency", answer.agency());
    model.addAttribute("answer", answer);
    model.addAttribute(
        "card",
        queries.ask(
            new GetScorecard(me, when(asked.at(), asked.after()), code, GetOverview.Filter.NONE),
            Scorecard.class));
    return "agency";
  }

  @GetMapping("/history")
  String history(
      Actor me,
      Asked asked,
      @ModelAttribute("paging") Paging paging,
      @RequestParam(required = false) @Nullable String subject,
      @RequestParam(required = false) @Nullable String plan,
      @RequestParam(required = false) @Nullable String actor,
      Model model) {
    model.addAttribute(
        "history",
        queries.ask(
            new FindHistory(
                me,
                when(asked.at(), asked.after()),
                new FindHistory.Filter(blank(subject), blank(plan), null, null, blank(actor), null),
                new Paging(paging.page(), null, "-position", paging.q())),
            HistoryPage.class));
    model.addAttribute("subject", subject);
    model.addAttribute("actor", actor);
    return "history";
  }

  /** Keeps the chosen language, and goes back to where one was. */
  @PostMapping("/language")
  RedirectView language(
      @RequestParam String lang,
      @RequestParam(defaultValue = "/") String back,
      HttpServletResponse response) {
    keep(response, Language.COOKIE, lang.equals("en") ? "en" : "vi");
    return here(back);
  }

  /** Keeps the agency that one acts for. */
  @PostMapping("/on-behalf-of")
  RedirectView onBehalfOf(
      @RequestParam String agency,
      @RequestParam(defaultValue = "/") String back,
      HttpServletResponse response) {
    keep(response, ActorResolver.COOKIE, URLEncoder.encode(agency, StandardCharsets.UTF_8));
    return here(back);
  }

  private static void keep(HttpServletResponse response, String name, String value) {
    Cookie cookie = new Cookie(name, value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setAttribute("SameSite", "Lax");
    cookie.setMaxAge(YEAR_SECONDS);
    response.addCookie(cookie);
  }

  /** Only ever a place of these pages: what comes with a request must not lead elsewhere. */
  private static RedirectView here(String back) {
    RedirectView view = new RedirectView(PLACE.matcher(back).matches() ? back : "/");
    view.setExpandUriTemplateVariables(false);
    return view;
  }

  private static @Nullable String blank(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
