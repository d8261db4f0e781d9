package plantrail.kernel.report;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * The agency handed its report in.
 *
 * @param content the report's text or summary
 * @param happenedOn day of the hand-over, local date; lateness is judged by it
 * @param figures what it states of the indicators of its form
 */
@Revision("2")
public record ReportSubmitted(
    String reportId, String content, LocalDate happenedOn, List<Figure> figures)
    implements ReportEvent {
  public ReportSubmitted {
    figures = List.copyOf(figures);
  }
}
