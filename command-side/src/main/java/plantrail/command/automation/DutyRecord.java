package plantrail.command.automation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.message.MetadataKeys;
import plantrail.kernel.message.Role;
import plantrail.kernel.plan.PlanResumed;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.report.ReportRescheduled;
import plantrail.kernel.report.ReportRevised;
import plantrail.kernel.task.ExtensionGranted;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskRescheduled;
import plantrail.kernel.task.TaskRevised;

/** What the record of a duty tells of its days, and of who charged it. */
final class DutyRecord {
  private final List<DomainEventMessage<?>> record;

  private DutyRecord(List<DomainEventMessage<?>> record) {
    this.record = record;
  }

  static DutyRecord of(String dutyId, EventStore eventStore) {
    List<DomainEventMessage<?>> record = new ArrayList<>();
    eventStore.readEvents(dutyId, 0).forEachRemaining(record::add);
    return new DutyRecord(record);
  }

  /**
   * By when a duty was owed.
   *
   * @param due last timely day; null if it had none
   * @param granted what was granted to its agency alone; null if nothing was
   */
  record Days(@Nullable LocalDate due, @Nullable LocalDate granted) {

    /** The same as a rest moves it; null where that moves nothing. */
    @Nullable Days after(PlanResumed rest) {
      return due == null || due.isBefore(rest.restedFrom())
          ? null
          : new Days(rest.moved(due), granted == null ? null : rest.moved(granted));
    }
  }

  /** How a task was charged the last time. */
  TaskAssigned charge() {
    return (TaskAssigned) lastCharge().getPayload();
  }

  /** A report, as it was opened the last time. */
  PlanDuties.Duty report() {
    ReportOpened e = (ReportOpened) lastCharge().getPayload();
    return new PlanDuties.Duty(e.reportId(), e.planId(), e.rule(), e.period(), e.agency());
  }

  /** When it was charged the last time. */
  Instant chargedAt() {
    return lastCharge().getTimestamp();
  }

  private EventMessage<?> lastCharge() {
    return record.stream()
        .filter(each ->
            each.getPayload() instanceof TaskAssigned || each.getPayload() instanceof ReportOpened)
        .reduce((one, next) -> next)
        .orElseThrow();
  }

  /** The version of the plan that said last what the task is since then; 0 if none did. */
  int revisedTo() {
    int version = 0;
    for (DomainEventMessage<?> message : record) {
      version =
          switch (message.getPayload()) {
            case TaskAssigned _ -> 0;
            case TaskRevised e -> e.version();
            default -> version;
          };
    }
    return version;
  }

  /** Whether its charge followed from that change. */
  boolean isChargedBy(RollOuts.State change) {
    return follows(lastCharge(), change);
  }

  /** Whether a report was said anew as of that version of its plan or a later one. */
  boolean isRevised(int version) {
    return record.stream()
        .anyMatch(each -> each.getPayload() instanceof ReportRevised e && e.version() >= version);
  }

  /** Whether a task bears the mark of a duty of its own, be it a clause's or one given by hand. */
  boolean isMarked() {
    return charge().parentTask() == null && charge().inspectionId() == null;
  }

  /** Whether the plan itself charged a task the last time, and nobody by hand. */
  boolean chargedByPlan() {
    return isMarked()
        && Role.SYSTEM.name().equals(lastCharge().getMetaData().get(MetadataKeys.ROLE));
  }

  /** By when it is owed. */
  Days days() {
    return days(record);
  }

  /** By when it was owed when that change was made. */
  Days daysBefore(RollOuts.State change) {
    return days(
        record.stream()
            .filter(each -> !follows(each, change) && !isSaidLater(each, change))
            .toList());
  }

  private static Days days(List<DomainEventMessage<?>> record) {
    Days days = new Days(null, null);
    for (DomainEventMessage<?> message : record) {
      days =
          switch (message.getPayload()) {
            case TaskAssigned e -> new Days(e.due(), null);
            case ExtensionGranted e -> new Days(e.newDue(), e.newDue());
            case TaskRescheduled e -> new Days(e.newDue(), e.leavesGranted(days.granted()));
            case ReportOpened e -> new Days(e.due(), null);
            case ReportRescheduled e -> new Days(e.newDue(), null);
            default -> days;
          };
    }
    return days;
  }

  /** Whether anything in it followed from that change. */
  boolean follows(RollOuts.State change) {
    return record.stream().anyMatch(each -> follows(each, change));
  }

  private static boolean follows(EventMessage<?> message, RollOuts.State change) {
    return change.cause().correlation().equals(message.getMetaData().get(MetadataKeys.CORRELATION));
  }

  /** Whether a person said it knowing of that change. What follows from earlier ones comes late. */
  private static boolean isSaidLater(EventMessage<?> message, RollOuts.State change) {
    return message.getTimestamp().isAfter(change.recordedAt())
        && !Role.SYSTEM.name().equals(message.getMetaData().get(MetadataKeys.ROLE));
  }

  /**
   * What was granted to a task last, as the plan's rests have moved it since, also those that
   * passed the task over while it was finished; null if nothing was, or if its clause named no day
   * for a while.
   */
  @Nullable LocalDate granted(PlanStory story) {
    LocalDate granted = null;
    Instant since = Instant.MAX;
    for (DomainEventMessage<?> message : record) {
      if (message.getPayload() instanceof ExtensionGranted grant) {
        granted = grant.newDue();
        since = message.getTimestamp();
      } else if (message.getPayload() instanceof TaskAssigned) {
        granted = null;
      }
    }
    return granted == null ? null : story.granted(granted, since, charge().duty());
  }
}
