package plantrail.command.report;

import java.time.Instant;
import java.util.List;
import plantrail.command.Command;
import plantrail.command.report.domain.Report;
import plantrail.kernel.message.Actor;
import plantrail.kernel.report.ReportEvent;

/** A step of an existing report. */
public interface ReportCommand extends Command {

  /** What follows if that actor gives the command now. */
  List<ReportEvent> decide(Report report, Actor actor, Instant now);
}
