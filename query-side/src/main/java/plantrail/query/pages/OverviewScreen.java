package plantrail.query.pages;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.message.Actor;
import plantrail.query.overview.GetOverview;
import plantrail.query.overview.Overview;
import plantrail.query.platform.Queries;
import plantrail.query.platform.When;

/** The figures of all plans that one may see, and their chart as a file. */
@Controller
class OverviewScreen {
  private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=UTF-8");

  private static final int LONGEST = 18;
  private static final int MONTHS_OF_YEAR = 12;

  private final Queries queries;
  private final ITemplateEngine templates;

  OverviewScreen(Queries queries, ITemplateEngine templates) {
    this.queries = queries;
    this.templates = templates;
  }

  @GetMapping("/")
  String overview(Actor me, When when, GetOverview.Filter filter, Model model) {
    ask(me, when, filter, model);
    return "overview";
  }

  /** The chart as a drawing that needs nothing beside itself. */
  @GetMapping("/chart.svg")
  ResponseEntity<String> chart(
      Actor me, When when, GetOverview.Filter filter, Model model, Locale locale) {
    Overview overview = ask(me, when, filter, model);
    String name = "plantrail-" + LocalTime.dayOf(overview.asOf().time()) + ".svg";
    return ResponseEntity.ok()
        .contentType(SVG)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(templates.process("chart", new Context(locale, model.asMap())));
  }

  private Overview ask(Actor me, When when, GetOverview.Filter filter, Model model) {
    Overview overview = queries.ask(new GetOverview(me, when, filter), Overview.class);
    model.addAttribute("overview", overview);
    model.addAttribute("chart", chart(overview, filter));
    return overview;
  }

  /** A year that was asked for from its first month to its last, else what led to the moment. */
  private static MonthChart chart(Overview overview, GetOverview.Filter filter) {
    List<Overview.MonthFigures> months = overview.months();
    return filter.year() == null || months.isEmpty()
        ? MonthChart.ledTo(YearMonth.from(LocalTime.dayOf(overview.asOf().time())), LONGEST, months)
        : MonthChart.upTo(
            months.getLast().month().withMonth(MONTHS_OF_YEAR), MONTHS_OF_YEAR, months);
  }
}
