package plantrail.query.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.calendar.Timeliness;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;
import plantrail.kernel.model.AwardKind;
import plantrail.kernel.model.ModelState;
import plantrail.kernel.obstacle.ObstacleState;
import plantrail.kernel.plan.DueMoments;
import plantrail.kernel.plan.ReviewKind;
import plantrail.kernel.report.ReportState;
import plantrail.kernel.task.TaskProgress;
import plantrail.platform.access.Account;
import plantrail.platform.access.ActorResolver;
import plantrail.platform.problem.Notice;
import plantrail.platform.problem.Problem;
import plantrail.platform.problem.Problems;
import plantrail.platform.problem.Texts;
import plantrail.query.agencies.AgencyEnd;
import plantrail.query.agencies.EndOfAgency;
import plantrail.query.moves.FindMovers;
import plantrail.query.moves.Moved;
import plantrail.query.platform.Queries;
import plantrail.query.platform.When;

/** What all pages show: who reads, for whom, as of when, and where one can go. */
@ControllerAdvice(basePackageClasses = Page.class)
class Page {
  private static final String WORK = "/work";

  private static final java.util.Set<String> MOVING =
      java.util.Set.of("at", "after", "page", "lang", "error", "logout");

  /** What the selections of the filters offer, by the name of the field. */
  private static final Map<String, List<? extends Enum<?>>> CHOICES =
      Map.ofEntries(
          Map.entry("progress", List.of(TaskProgress.values())),
          Map.entry("state", List.of(ReportState.values())),
          Map.entry("model", List.of(ModelState.values())),
          Map.entry("award", List.of(AwardKind.values())),
          Map.entry("obstacle", List.of(ObstacleState.values())),
          Map.entry("timeliness", List.of(Timeliness.values())),
          Map.entry("level", List.of(AgencyLevel.values())),
          Map.entry("kind", List.of(AgencyKind.values())),
          Map.entry("by", List.of(FindMovers.By.values())),
          Map.entry("moved", List.of(Moved.values())),
          Map.entry("review", List.of(ReviewKind.values())),
          Map.entry("dueMoments", List.of(DueMoments.values())));

  private final Problems problems;
  private final Texts texts;
  private final Queries queries;
  private final Work work;
  private final ObjectProvider<Notice> notices;

  Page(Problems problems, Texts texts, Queries queries, Work work, ObjectProvider<Notice> notices) {
    this.problems = problems;
    this.texts = texts;
    this.queries = queries;
    this.work = work;
    this.notices = notices;
  }

  /** An entry of the navigation. */
  record Place(String path, String text, String icon, boolean here, long count) {}

  /** A field of a form that is left empty asks for nothing. */
  @InitBinder
  void emptyIsNothing(WebDataBinder binder) {
    binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
  }

  @ModelAttribute
  void common(
      Map<String, Object> model,
      HttpServletRequest request,
      @Nullable Authentication signedIn,
      Locale locale) {
    String at = request.getParameter("at");
    Map<String, String> kept = kept(request);
    model.put("lang", locale.getLanguage());
    Shown shown = new Shown(texts, locale);
    Names names = new Names(queries, at);
    model.put("link", new Links(at, request.getRequestURI(), kept));
    model.put("shown", shown);
    model.put("names", names);
    model.put("at", at == null ? "" : at);
    model.put("path", request.getRequestURI());
    model.put("query", request.getQueryString() == null ? "" : "?" + request.getQueryString());
    boolean past = at != null && !at.isBlank();
    model.put("past", past);
    model.put("kept", kept);
    model.put("choices", CHOICES);
    model.put("classes", Classes.ALL);
    model.put("forms", StepForm.ALL);
    model.put(
        "notices",
        notices.stream()
            .map(each -> each.text(locale))
            .flatMap(java.util.Optional::stream)
            .toList());
    if (signedIn != null && signedIn.getPrincipal() instanceof Account account) {
      Actor me = ActorResolver.actor(request);
      model.put("me", me);
      model.put("myAgencies", account.agencies());
      model.put("places", places(request.getRequestURI(), me, request.getParameter("after")));
      model.put("narrowed", new Narrowed(queries, me, at, kept, shown, names));
      AgencyEnd end = works(me) && !past ? end(me) : AgencyEnd.NONE;
      model.put("ended", end);
      model.put("acts", !past && end.lastDay() == null);
    }
  }

  private AgencyEnd end(Actor me) {
    return queries.ask(
        new EndOfAgency(new When(null, null), Objects.requireNonNull(me.agency())),
        AgencyEnd.class);
  }

  /** What a page is narrowed down to; it stays when one goes to another moment. */
  private static Map<String, String> kept(HttpServletRequest request) {
    Map<String, String> kept = new java.util.TreeMap<>();
    request
        .getParameterMap()
        .forEach((name, values) -> {
          if (!MOVING.contains(name) && values.length > 0 && !values[0].isBlank()) {
            kept.put(name, values[0]);
          }
        });
    return kept;
  }

  private List<Place> places(String path, Actor me, @Nullable String after) {
    return Stream.of(
            place(path, "/", "home", 0),
            place(path, "/plans", "file-text", 0),
            place(path, WORK, "checklist", work.waiting(me, after)),
            place(path, "/reports", "report-analytics", 0),
            place(path, "/inspections", "clipboard-list", 0),
            place(path, "/models", "models", 0),
            place(path, "/obstacles", "obstacles", 0),
            place(path, "/agencies", "building", 0),
            place(path, "/history", "history", 0))
        .filter(each -> works(me) || !each.path().equals(WORK))
        .toList();
  }

  private static Place place(String path, String to, String icon, long count) {
    boolean here = to.equals("/") ? path.equals("/") : path.startsWith(to);
    return new Place(to, "nav." + icon, icon, here, count);
  }

  @ExceptionHandler(Exception.class)
  ModelAndView problem(Exception thrown, HttpServletRequest request, Locale locale) {
    Problem problem = problems.of(thrown, request, locale);
    ModelAndView view = new ModelAndView("error");
    view.setStatus(org.springframework.http.HttpStatusCode.valueOf(problem.status()));
    view.addObject("problem", problem);
    view.addObject("lang", locale.getLanguage());
    return view;
  }

  /** Whether somebody has work of an agency at all. */
  static boolean works(Actor me) {
    return me.role() == Role.OFFICIAL && me.agency() != null;
  }
}
