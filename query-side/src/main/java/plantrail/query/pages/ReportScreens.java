package plantrail.query.pages;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import plantrail.kernel.message.Actor;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Queries;
import plantrail.query.platform.When;
import plantrail.query.reportmatrix.FindReports;
import plantrail.query.reportmatrix.GetReport;
import plantrail.query.reportmatrix.ReportAnswer;
import plantrail.query.reportmatrix.ReportPage;

/** Reports, and one report with what happened to it. */
@Controller
class ReportScreens {
  private final Queries queries;

  ReportScreens(Queries queries) {
    this.queries = queries;
  }

  @GetMapping("/reports")
  String reports(Actor me, When when, FindReports.Filter filter, Paging paging, Model model) {
    model.addAttribute(
        "found", queries.ask(new FindReports(me, when, filter, paging), ReportPage.class));
    return "reports";
  }

  @GetMapping("/reports/{id}")
  String report(Actor me, When when, @PathVariable String id, Model model) {
    ReportAnswer answer = queries.ask(new GetReport(me, when, id), ReportAnswer.class);
    model.addAttribute("report", answer.report());
    model.addAttribute("answer", answer);
    model.addAttribute("changes", HistoryScreen.changes(answer.timeline(), when, queries));
    return "report";
  }
}
