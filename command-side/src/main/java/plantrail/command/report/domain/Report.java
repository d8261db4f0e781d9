package plantrail.command.report.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantrail.command.Subject;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.report.ReportAccepted;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.report.ReportReturned;
import plantrail.kernel.report.ReportState;
import plantrail.kernel.report.ReportSubmitted;
import plantrail.kernel.workflow.ReportWorkflow;

/**
 * A report as its record tells.
 *
 * @param opened what is owed
 * @param state how far it has come
 * @param begun local day from which it stands
 * @param last the last event
 * @param lastBy user name of the person who took the last step
 */
public record Report(
    ReportOpened opened, ReportState state, LocalDate begun, ReportEvent last, String lastBy)
    implements Subject {

  /** The report after one more event. */
  public static Report evolve(@Nullable Report report, ReportEvent event, String by, Instant at) {
    return switch (event) {
      case ReportOpened opened ->
          new Report(opened, ReportState.OPEN, begun(opened.since(), at), opened, by);
      case ReportSubmitted submitted -> of(report).after(submitted, ReportState.SUBMITTED, by);
      case ReportReturned returned -> of(report).after(returned, ReportState.RETURNED, by);
      case ReportAccepted accepted -> of(report).after(accepted, ReportState.ACCEPTED, by);
    };
  }

  @Override
  public String plan() {
    return opened.planId();
  }

  private static LocalDate begun(@Nullable LocalDate since, Instant at) {
    return since != null ? since : LocalTime.dayOf(at);
  }

  private static Report of(@Nullable Report report) {
    if (report == null) {
      throw new IllegalStateException("A report's record begins with its opening");
    }
    return report;
  }

  private Report after(ReportEvent event, ReportState to, String by) {
    return new Report(opened, to, begun, event, by);
  }

  /**
   * Takes a step of the workflow. The same person saying the same again changes nothing; everybody
   * else is told what is the case.
   */
  public List<ReportEvent> take(String step, ReportEvent event, Actor actor) {
    var relations =
        ReportWorkflow.relations(actor, opened.agency(), opened.issuer(), opened.addressees());
    ReportWorkflow.TABLE.permit(step, relations);
    if (event.equals(last) && actor.person().equals(lastBy)) {
      return List.of();
    }
    ReportWorkflow.TABLE.take(step, state, relations);
    return List.of(event);
  }

  /** Opens a report, unless it is open already. */
  public static List<ReportEvent> open(@Nullable Report report, ReportOpened opened, Actor actor) {
    ReportWorkflow.TABLE.permit(
        "open-report", ReportWorkflow.relationsToNew(actor, opened.issuer(), opened.focal()));
    if (report == null) {
      return List.of(opened);
    }
    if (report.opened().equals(opened)) {
      return List.of();
    }
    throw Refusal.of(
        RefusalCode.ALREADY_EXISTS,
        "refusal.report-exists",
        opened.rule(),
        opened.period(),
        opened.agency());
  }
}
