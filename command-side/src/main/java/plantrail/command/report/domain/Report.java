package plantrail.command.report.domain;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.command.Course;
import plantrail.command.Stepwise;
import plantrail.command.platform.Taken;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.Indicator;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.report.ReportAccepted;
import plantrail.kernel.report.ReportEscalated;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportLapseNoticed;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.report.ReportReminded;
import plantrail.kernel.report.ReportRescheduled;
import plantrail.kernel.report.ReportReturned;
import plantrail.kernel.report.ReportRevised;
import plantrail.kernel.report.ReportState;
import plantrail.kernel.report.ReportSubmitted;
import plantrail.kernel.report.ReportTransferred;
import plantrail.kernel.report.ReportUrged;
import plantrail.kernel.report.ReportWaived;
import plantrail.kernel.report.ReportWithdrawn;
import plantrail.kernel.workflow.Relation;
import plantrail.kernel.workflow.ReportWorkflow;
import plantrail.kernel.workflow.Workflow;

/**
 * A report as its record tells.
 *
 * @param first code of the agency that owed it at first
 * @param opened what was owed at first
 * @param matter what it is now
 * @param state how far it has come
 * @param parties who stands where
 * @param due last timely day in force, local date; null if it has none
 * @param submitted what was handed in last; null if nothing was
 * @param notices what the clock has told
 * @param course how it came to its present state
 */
public record Report(
    String first,
    ReportOpened opened,
    Matter matter,
    ReportState state,
    Parties parties,
    @Nullable LocalDate due,
    @Nullable ReportSubmitted submitted,
    Set<ReportEvent> notices,
    Course<ReportEvent> course)
    implements Stepwise<ReportEvent> {

  /** The report after one more event. */
  public static Report evolve(@Nullable Report report, ReportEvent event, Taken taken) {
    if (event instanceof ReportOpened opened) {
      LocalDate begun = opened.since() != null ? opened.since() : taken.on();
      return new Report(
          report == null ? opened.agency() : report.first,
          opened,
          new Matter(opened.title(), opened.form()),
          ReportState.OPEN,
          new Parties(opened.agency(), opened.issuer(), opened.focal(), opened.addressees()),
          opened.due(),
          null,
          Set.of(),
          Course.beginning(ReportState.OPEN, begun, opened, taken));
    }
    if (report == null) {
      throw new IllegalStateException("A report's record begins with its opening");
    }
    return report.after(event, taken);
  }

  @Override
  public Workflow<ReportState> workflow() {
    return ReportWorkflow.TABLE.at(course.workflows());
  }

  private Report after(ReportEvent event, Taken taken) {
    ReportState next = stateAfter(event);
    return new Report(
        first,
        opened,
        event instanceof ReportRevised e ? new Matter(e.title(), e.form()) : matter,
        next,
        parties.after(event),
        event instanceof ReportRescheduled e ? e.newDue() : due,
        event instanceof ReportSubmitted e ? e : submitted,
        noticesAfter(event),
        course.after(next, event, taken));
  }

  private ReportState stateAfter(ReportEvent event) {
    return switch (event) {
      case ReportOpened e -> ReportState.OPEN;
      case ReportSubmitted e -> ReportState.SUBMITTED;
      case ReportReturned e -> ReportState.RETURNED;
      case ReportAccepted e -> ReportState.ACCEPTED;
      case ReportWaived e -> ReportState.WAIVED;
      case ReportWithdrawn e -> ReportState.WITHDRAWN;
      case ReportUrged e -> state;
      case ReportReminded e -> state;
      case ReportLapseNoticed e -> state;
      case ReportEscalated e -> state;
      case ReportRescheduled e -> state;
      case ReportRevised e -> state;
      case ReportTransferred e -> state;
    };
  }

  private Set<ReportEvent> noticesAfter(ReportEvent event) {
    return switch (event) {
      case ReportReminded e -> noticesWith(e);
      case ReportLapseNoticed e -> noticesWith(e);
      case ReportEscalated e -> noticesWith(e);
      default -> notices;
    };
  }

  private Set<ReportEvent> noticesWith(ReportEvent notice) {
    Set<ReportEvent> all = new HashSet<>(notices);
    all.add(notice);
    return Set.copyOf(all);
  }

  @Override
  public String plan() {
    return opened.planId();
  }

  /** Code of the agency that owes it. */
  public String agency() {
    return parties.responsible();
  }

  /** Code of the agency from which it was taken over, the first of several; null if from none. */
  public @Nullable String formerly() {
    return first.equals(agency()) ? null : first;
  }

  /** Whether its last timely day lay before that local day. */
  public boolean dueBefore(LocalDate day) {
    return due != null && due.isBefore(day);
  }

  @Override
  public void open(String step, Actor actor) {
    workflow().take(step, state, relations(actor), ReportWorkflow.conditions(due != null));
  }

  /**
   * Takes a step in which the clock tells something about a last timely day. What was told before,
   * or is about a day that is no longer in force, is not told.
   */
  public List<ReportEvent> tell(String step, ReportEvent notice, LocalDate about, Actor actor) {
    permit(step, actor);
    return notices.stream().anyMatch(notice::repeats) || !about.equals(due)
        ? List.of()
        : take(step, notice, actor);
  }

  @Override
  public Set<Relation> relations(Actor actor) {
    return ReportWorkflow.relations(
        actor, parties.responsible(), parties.issuer(), parties.focal(), parties.addressees());
  }

  /** Opens a report, unless it is there already; one that was withdrawn begins anew. */
  public static List<ReportEvent> open(
      @Nullable Report report, ReportOpened opened, @Nullable Integer workflows, Actor actor) {
    ReportWorkflow.TABLE
        .at(workflows)
        .permit(
            "open-report", ReportWorkflow.relationsToNew(actor, opened.issuer(), opened.focal()));
    if (report == null) {
      return List.of(opened);
    }
    if (report.state() == ReportState.WITHDRAWN) {
      return List.of(opened.insteadOf(report.due(), report.agency()));
    }
    ReportOpened before = report.opened();
    if (before.equals(
        opened
            .insteadOf(before.oldDue(), before.oldAgency())
            .because(before.reason(), before.basis()))) {
      return List.of();
    }
    throw Refusal.of(
        RefusalCode.ALREADY_EXISTS,
        "refusal.report-exists",
        opened.rule(),
        opened.period(),
        opened.agency());
  }

  /** Opens it anew if it was withdrawn; what is owed or done already stays as it is. */
  public List<ReportEvent> openAgain(ReportOpened again, Actor actor) {
    return state == ReportState.WITHDRAWN
        ? open(this, again, course.workflows(), actor)
        : List.of();
  }

  /**
   * What is to be reported.
   *
   * @param title what the report is about
   * @param form what it states in figures; empty if it is text alone
   */
  public record Matter(String title, List<Indicator> form) {
    public Matter {
      form = List.copyOf(form);
    }

    /** What a report of that rule is. */
    public static Matter of(ReportingRule rule) {
      return new Matter(rule.title(), rule.form());
    }
  }

  /**
   * Who stands where.
   *
   * @param responsible code of the agency that owes it
   * @param issuer code of the agency that issued the plan
   * @param focal code of the plan's focal agency; null if none
   * @param addressees for whom it is, each with its channel
   */
  public record Parties(
      String responsible, String issuer, @Nullable String focal, List<Addressee> addressees) {

    Parties after(ReportEvent event) {
      return switch (event) {
        case ReportTransferred e ->
            new Parties(
                e.inPlaceOf(responsible),
                e.inPlaceOf(issuer),
                focal == null ? null : e.inPlaceOf(focal),
                e.inPlaceOf(addressees));
        case ReportRevised e -> new Parties(responsible, issuer, focal, e.addressees());
        default -> this;
      };
    }

    /** Whether that agency stands anywhere. */
    public boolean include(String agency) {
      return responsible.equals(agency)
          || issuer.equals(agency)
          || Objects.equals(focal, agency)
          || addressees.stream()
              .anyMatch(
                  each -> each.agency().equals(agency) || Objects.equals(each.channel(), agency));
    }
  }
}
