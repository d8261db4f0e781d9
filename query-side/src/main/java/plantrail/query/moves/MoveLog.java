package plantrail.query.moves;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import plantrail.kernel.agency.AgencyEnding;
import plantrail.kernel.plan.PlanAmended;
import plantrail.kernel.plan.PlanChange;
import plantrail.kernel.plan.PlanResumed;
import plantrail.kernel.plan.PlanRevoked;
import plantrail.kernel.plan.PlanSuperseded;
import plantrail.kernel.plan.PlanTransferred;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.report.ReportRescheduled;
import plantrail.kernel.report.ReportTransferred;
import plantrail.kernel.report.ReportWaived;
import plantrail.kernel.report.ReportWithdrawn;
import plantrail.kernel.target.TargetChanged;
import plantrail.kernel.target.TargetSet;
import plantrail.kernel.target.TargetWithdrawn;
import plantrail.kernel.task.ExtensionGranted;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskCancelled;
import plantrail.kernel.task.TaskReassigned;
import plantrail.kernel.task.TaskRescheduled;
import plantrail.kernel.task.TaskTransferred;
import plantrail.query.platform.AppendOnlyTable;
import plantrail.query.platform.Columns;
import plantrail.query.platform.Recorded;

/**
 * Writes the moves. What an automation sets because a plan was changed is not a move of its own:
 * the change is. The days that it moves are, each that of one duty, and so is each duty that it
 * calls off; but what ends with its whole plan is one move, the plan's. A duty that was called off
 * and is asked for again by hand is a move too, as it was to call it off; so is its day, or its
 * owner, if it is another one than when it was called off. A duty that a person charges with beyond
 * what the plan says is one more; what is delegated is part of a duty, and reports are called for
 * as the plan's rules provide.
 */
final class MoveLog {
  private static final Columns<Author> AUTHOR = Columns.of(Author.class);

  private final JdbcTemplate jdbc;
  private final AppendOnlyTable<MoveRow> moves;
  private final AppendOnlyTable<Author> authors;

  MoveLog(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.moves = new AppendOnlyTable<>(jdbc, "move", MoveRow.class);
    this.authors = new AppendOnlyTable<>(jdbc, "move_author", Author.class);
  }

  /** What is moved, without who, when and where. */
  private record What(
      Moved moved,
      boolean reform,
      @Nullable LocalDate oldDue,
      @Nullable LocalDate newDue,
      @Nullable String oldOwner,
      @Nullable String newOwner,
      PlanChange.@Nullable Part part,
      @Nullable String mark,
      PlanChange.@Nullable Change change,
      @Nullable String clause,
      @Nullable String basis) {

    static What due(
        @Nullable LocalDate oldDue, @Nullable LocalDate newDue, @Nullable String basis) {
      return new What(Moved.DUE, false, oldDue, newDue, null, null, null, null, null, null, basis);
    }

    static What owner(
        String predecessor, String successor, @Nullable String basis, boolean reform) {
      return new What(
          Moved.OWNER, reform, null, null, predecessor, successor, null, null, null, null, basis);
    }

    static What part(PlanChange change, String basis) {
      return new What(
          change.part() == PlanChange.Part.TARGET ? Moved.TARGET : Moved.SCOPE,
          false,
          null,
          null,
          null,
          null,
          change.part(),
          change.id(),
          change.change(),
          change.clause(),
          basis);
    }

    static What target(PlanChange.Change change, @Nullable String basis) {
      return new What(
          Moved.TARGET,
          false,
          null,
          null,
          null,
          null,
          PlanChange.Part.TARGET,
          null,
          change,
          null,
          basis);
    }

    static What calledOff(@Nullable String basis) {
      return duty(PlanChange.Change.WITHDRAWN, basis);
    }

    static What askedAgain(@Nullable String basis) {
      return duty(PlanChange.Change.ADDED, basis);
    }

    static What charged(TaskAssigned e) {
      return new What(
          Moved.SCOPE,
          false,
          null,
          null,
          null,
          null,
          null,
          e.duty(),
          PlanChange.Change.ADDED,
          null,
          e.basis());
    }

    private static What duty(PlanChange.Change change, @Nullable String basis) {
      return new What(Moved.SCOPE, false, null, null, null, null, null, null, change, null, basis);
    }

    @Nullable Integer days() {
      return oldDue == null || newDue == null
          ? null
          : Math.toIntExact(ChronoUnit.DAYS.between(oldDue, newDue));
    }
  }

  private static List<What> moves(Recorded recorded) {
    return switch (recorded.event()) {
      case ExtensionGranted e -> List.of(What.due(e.oldDue(), e.newDue(), e.basis()));
      case TaskRescheduled e -> List.of(What.due(e.oldDue(), e.newDue(), e.basis()));
      case ReportRescheduled e -> List.of(What.due(e.oldDue(), e.newDue(), e.basis()));
      case TaskReassigned e ->
          List.of(What.owner(e.predecessor(), e.successor(), e.basis(), false));
      case TaskTransferred e ->
          List.of(What.owner(e.predecessor(), e.successor(), e.basis(), true));
      case PlanTransferred e ->
          List.of(What.owner(e.predecessor(), e.successor(), e.basis(), true));
      case ReportTransferred e ->
          List.of(What.owner(e.predecessor(), e.successor(), e.basis(), true));
      case TaskAssigned e when recorded.sequence() > 0 -> again(recorded, e);
      case TaskAssigned e -> byHand(recorded, What.charged(e));
      case ReportOpened e when recorded.sequence() > 0 -> again(recorded, e);
      case TaskCancelled e -> List.of(What.calledOff(e.basis()));
      case ReportWaived e -> byHand(recorded, What.calledOff(e.basis()));
      case ReportWithdrawn e -> List.of(What.calledOff(e.basis()));
      case PlanAmended e -> e.changes().stream().map(each -> What.part(each, e.basis())).toList();
      case TargetSet e -> byHand(recorded, What.target(PlanChange.Change.ADDED, e.basis()));
      case TargetChanged e -> byHand(recorded, What.target(PlanChange.Change.CHANGED, e.basis()));
      case TargetWithdrawn e ->
          byHand(recorded, What.target(PlanChange.Change.WITHDRAWN, e.basis()));
      case PlanRevoked e -> List.of(What.calledOff(e.basis()));
      case PlanSuperseded e -> List.of(What.calledOff(e.basis()));
      default -> List.of();
    };
  }

  /** By hand its owner may be another one, following a change of the plan its day alone. */
  private static List<What> again(Recorded recorded, TaskAssigned charged) {
    List<What> all = new ArrayList<>(byHand(recorded, What.askedAgain(charged.basis())));
    if (charged.movesDue()) {
      all.add(What.due(charged.oldDue(), charged.due(), charged.basis()));
    }
    if (charged.oldAgency() != null && charged.movesAgency()) {
      all.addAll(
          byHand(
              recorded, What.owner(charged.oldAgency(), charged.agency(), charged.basis(), false)));
    }
    return all;
  }

  private static List<What> again(Recorded recorded, ReportOpened opened) {
    List<What> all = new ArrayList<>(byHand(recorded, What.askedAgain(opened.basis())));
    if (opened.movesDue()) {
      all.add(What.due(opened.oldDue(), opened.due(), opened.basis()));
    }
    return all;
  }

  private static List<What> byHand(Recorded recorded, What what) {
    return Author.isSystem(recorded) ? List.of() : List.of(what);
  }

  /** Whether automations go on from it, in the name of whoever decided it. */
  private static boolean decides(Recorded recorded) {
    return !Author.isSystem(recorded)
        && switch (recorded.event()) {
          case PlanAmended e -> true;
          case PlanResumed e -> true;
          case TaskCancelled e -> true;
          case AgencyEnding e -> true;
          default -> false;
        };
  }

  void append(List<Recorded> events) {
    authors.append(events.stream().filter(MoveLog::decides).map(Author::of).toList());
    Map<String, Author> decided = decided(events);
    List<MoveRow> rows = new ArrayList<>();
    for (Recorded recorded : events) {
      List<What> all = moves(recorded);
      Author own = Author.of(recorded);
      Author author = Author.isSystem(recorded) ? decided.get(own.chain()) : own;
      if (author != null || !endsWithItsPlan(recorded)) {
        for (int nth = 0; nth < all.size(); nth++) {
          rows.add(row(recorded, nth, all.get(nth), author == null ? own : author));
        }
      }
    }
    moves.append(rows);
  }

  /** Whether a duty was called off that nobody chose to call off by itself. */
  private static boolean endsWithItsPlan(Recorded withoutAuthor) {
    return withoutAuthor.event() instanceof TaskCancelled
        || withoutAuthor.event() instanceof ReportWithdrawn;
  }

  private static MoveRow row(Recorded recorded, int nth, What what, Author author) {
    LocalDate decided = author.day();
    return new MoveRow(
        recorded.position(),
        nth,
        what.moved(),
        what.reform(),
        recorded.event().subject(),
        recorded.recordedAt(),
        decided == null ? Author.day(recorded) : decided,
        author.actor(),
        author.actorName(),
        author.agency(),
        author.mandatorName(),
        what.oldDue(),
        what.newDue(),
        what.days(),
        what.oldOwner(),
        what.newOwner(),
        what.part(),
        what.mark(),
        what.change(),
        what.clause(),
        recorded.event().reason(),
        what.basis(),
        Author.of(recorded).chain());
  }

  private Map<String, Author> decided(List<Recorded> events) {
    String[] chains =
        events.stream()
            .filter(each -> Author.isSystem(each) && !moves(each).isEmpty())
            .map(each -> Author.of(each).chain())
            .distinct()
            .toArray(String[]::new);
    return chains.length == 0
        ? Map.of()
        : jdbc
            .query(
                "select * from view.move_author where chain = any(?)",
                (row, number) -> AUTHOR.read(row),
                (Object) chains)
            .stream()
            .collect(toMap(Author::chain, each -> each));
  }

  void clear() {
    moves.clear();
    authors.clear();
  }
}
