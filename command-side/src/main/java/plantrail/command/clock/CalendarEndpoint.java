package plantrail.command.clock;

import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import plantrail.command.platform.Check;
import plantrail.kernel.calendar.DayKind;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.FieldError;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.Role;
import plantrail.kernel.workflow.CalendarWorkflow;

/** What a notice of a day would change, over HTTP. */
@RestController
class CalendarEndpoint {
  private final CalendarChange change;

  CalendarEndpoint(CalendarChange change) {
    this.change = change;
  }

  /** For those who may enter such a notice, and for auditors, who read everything. */
  @GetMapping("/api/calendar/preview")
  Preview previewCalendar(
      Actor actor,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
      @RequestParam DayKind kind) {
    if (actor.role() != Role.AUDITOR) {
      CalendarWorkflow.TABLE.permit("override-day", CalendarWorkflow.relations(actor));
    }
    if (!Check.isYear(day.getYear())) {
      throw Refusal.invalid(
          List.of(
              FieldError.of(
                  "day",
                  "field.year",
                  Integer.toString(Check.FIRST_YEAR),
                  Integer.toString(Check.LAST_YEAR),
                  day.toString())));
    }
    return change.preview(day, kind);
  }
}
