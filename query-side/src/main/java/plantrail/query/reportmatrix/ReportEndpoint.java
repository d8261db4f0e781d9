package plantrail.query.reportmatrix;

import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import plantrail.kernel.message.Actor;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Queries;
import plantrail.query.platform.Tagged;
import plantrail.query.platform.When;

/** Reports over HTTP. */
@RestController
class ReportEndpoint {
  private final Queries queries;

  ReportEndpoint(Queries queries) {
    this.queries = queries;
  }

  @GetMapping("/api/reports")
  ReportPage findReports(
      Actor reader,
      @ParameterObject When when,
      @ParameterObject FindReports.Filter filter,
      @ParameterObject Paging paging) {
    return queries.ask(new FindReports(reader, when, filter, paging), ReportPage.class);
  }

  @GetMapping("/api/reports/{id}")
  ResponseEntity<ReportAnswer> getReport(
      Actor reader, @ParameterObject When when, @PathVariable String id) {
    ReportAnswer report = queries.ask(new GetReport(reader, when, id), ReportAnswer.class);
    return Tagged.answer(report, report.asOf(), reader);
  }

  @GetMapping("/api/plans/{id}/report-matrix")
  ResponseEntity<ReportMatrix> getReportMatrix(
      Actor reader, @ParameterObject When when, @PathVariable String id) {
    ReportMatrix matrix = queries.ask(new GetReportMatrix(reader, when, id), ReportMatrix.class);
    return Tagged.answer(matrix, matrix.asOf(), reader);
  }
}
