package plantrail.command.plan.domain;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantrail.command.Course;
import plantrail.command.Versioned;
import plantrail.command.platform.Taken;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.PlanAmended;
import plantrail.kernel.plan.PlanChange;
import plantrail.kernel.plan.PlanEvent;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanResumed;
import plantrail.kernel.plan.PlanReviewed;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.plan.PlanSuspended;
import plantrail.kernel.plan.PlanTransferred;
import plantrail.kernel.plan.PlanYearOpened;
import plantrail.kernel.workflow.Condition;
import plantrail.kernel.workflow.PlanWorkflow;
import plantrail.kernel.workflow.Relation;
import plantrail.kernel.workflow.Step;
import plantrail.kernel.workflow.Workflow;

/**
 * A plan as its record tells.
 *
 * @param present what it says in its present version
 * @param parties who has issued it and who watches over it, or whoever took over from them
 * @param version which version that is, from 1
 * @param versionFrom local day from which that version holds
 * @param amendment by what it came to that version; null if it was not amended
 * @param status how far it has come
 * @param suspendedFrom first day on which it last rested; null if it never did
 * @param rests when it rested and went on again, in order
 * @param horizon last day for which its reports are opened
 * @param finallyReviewedOn local day of its final review, the last if there were several; null if
 *     none was held
 * @param withdrawn parts that amendments took away; their marks are not given again
 * @param course how it came to its present state
 */
public record Plan(
    PlanIssued present,
    Parties parties,
    int version,
    LocalDate versionFrom,
    @Nullable Amendment amendment,
    PlanStatus status,
    @Nullable LocalDate suspendedFrom,
    List<PlanResumed> rests,
    LocalDate horizon,
    @Nullable LocalDate finallyReviewedOn,
    Set<Mark> withdrawn,
    Course<PlanEvent> course)
    implements Versioned<PlanEvent> {

  /** What names a part of a plan. */
  public record Mark(PlanChange.Part part, String id) {}

  /**
   * What is known of an amendment, beside the lists that it made.
   *
   * @param reason why
   * @param basis document that amended the plan
   * @param changes what it changed
   * @param by user name of the person who amended
   */
  public record Amendment(String reason, String basis, List<PlanChange> changes, String by) {
    private static Amendment of(PlanAmended e, String by) {
      return new Amendment(e.reason(), e.basis(), e.changes(), by);
    }

    /** On which clause the change of each part rests. */
    public Map<Mark, String> clauses() {
      return changes.stream()
          .collect(toMap(each -> new Mark(each.part(), each.id()), PlanChange::clause));
    }
  }

  /**
   * Who stands where.
   *
   * @param issuer code of the agency that issued it
   * @param focal code of the agency that watches over it; null if none
   */
  public record Parties(String issuer, @Nullable String focal) {
    Parties after(PlanTransferred e) {
      return new Parties(e.inPlaceOf(issuer), focal == null ? null : e.inPlaceOf(focal));
    }

    /** Whether that agency stands anywhere. */
    public boolean include(String agency) {
      return issuer.equals(agency) || agency.equals(focal);
    }
  }

  /** The plan after one more event. */
  public static Plan evolve(@Nullable Plan plan, PlanEvent event, Taken taken) {
    if (event instanceof PlanIssued issued) {
      return new Plan(
          issued,
          new Parties(issued.issuer(), issued.focal()),
          1,
          issued.issueDate(),
          null,
          PlanStatus.IN_FORCE,
          null,
          List.of(),
          issued.horizon(),
          null,
          Set.of(),
          Course.beginning(PlanStatus.IN_FORCE, issued.issueDate(), issued, taken));
    }
    if (plan == null) {
      throw new IllegalStateException("A plan's record begins with its issue");
    }
    return plan.after(event, taken);
  }

  private Plan after(PlanEvent event, Taken taken) {
    PlanStatus next = status.after(event);
    return new Plan(
        event instanceof PlanAmended amended ? present.after(amended) : present,
        event instanceof PlanTransferred transferred ? parties.after(transferred) : parties,
        event instanceof PlanAmended amended ? amended.version() : version,
        event instanceof PlanAmended amended ? amended.from() : versionFrom,
        event instanceof PlanAmended amended ? Amendment.of(amended, taken.by()) : amendment,
        next,
        event instanceof PlanSuspended suspended ? suspended.from() : suspendedFrom,
        event instanceof PlanResumed resumed ? restsAnd(resumed) : rests,
        event instanceof PlanYearOpened opened ? present.horizon(opened.year()) : horizon,
        event instanceof PlanReviewed reviewed && reviewed.concluding()
            ? reviewed.heldOn()
            : finallyReviewedOn,
        event instanceof PlanAmended amended ? withdrawnBy(amended) : withdrawn,
        course.after(next, event, taken));
  }

  private List<PlanResumed> restsAnd(PlanResumed resumed) {
    return Stream.concat(rests.stream(), Stream.of(resumed)).toList();
  }

  private Set<Mark> withdrawnBy(PlanAmended amended) {
    Set<Mark> all = new HashSet<>(withdrawn);
    amended.changes().stream()
        .filter(each -> each.change() == PlanChange.Change.WITHDRAWN)
        .forEach(each -> all.add(new Mark(each.part(), each.id())));
    return Set.copyOf(all);
  }

  /**
   * What changes a plan happens after what last changed it; what is only told of it may not. It is
   * concluded no sooner than its final review was held.
   */
  @Override
  public LocalDate openSince(String step) {
    Step<?> taken = workflow().step(step);
    LocalDate since = taken.to() == null ? begun() : changedOn();
    return taken.needs().contains(Condition.FINAL_REVIEW)
            && finallyReviewedOn != null
            && finallyReviewedOn.isAfter(since)
        ? finallyReviewedOn
        : since;
  }

  /** Local day from which it last read otherwise, or last began to run or to rest. */
  public LocalDate changedOn() {
    LocalDate turned =
        status == PlanStatus.SUSPENDED && suspendedFrom != null
            ? suspendedFrom
            : rests.isEmpty() ? present.issueDate() : rests.getLast().from();
    return turned.isAfter(versionFrom) ? turned : versionFrom;
  }

  /** The local day, or the first one after it on which the plan did not rest any more. */
  public LocalDate runningFrom(LocalDate day) {
    LocalDate running = day;
    for (PlanResumed rest : rests) {
      boolean rested = !running.isBefore(rest.restedFrom()) && running.isBefore(rest.from());
      running = rested ? rest.from() : running;
    }
    return running;
  }

  /** The latest day that a last timely day may have become by its rests, local date. */
  public LocalDate rested(LocalDate due) {
    LocalDate moved = due;
    for (PlanResumed rest : rests) {
      moved = rest.moved(moved);
    }
    return moved;
  }

  @Override
  public String plan() {
    return present.planId();
  }

  @Override
  public Set<Relation> relations(Actor actor) {
    return PlanWorkflow.relations(actor, parties.issuer(), parties.focal());
  }

  /** Opens a year's reports, unless they are open or there will be none. */
  public List<PlanEvent> openYear(String step, PlanYearOpened opened, Actor actor) {
    permit(step, actor);
    return present.opensYearAfter(horizon) && present.horizon(opened.year()).isAfter(horizon)
        ? take(step, opened, actor)
        : List.of();
  }

  @Override
  public Workflow<PlanStatus> workflow() {
    return PlanWorkflow.TABLE.at(present.workflows());
  }

  @Override
  public void open(String step, Actor actor) {
    workflow()
        .take(step, status, relations(actor), PlanWorkflow.conditions(finallyReviewedOn != null));
  }

  /** First day of the suspension; the step that needs one is refused if there was none. */
  public LocalDate suspendedFrom(String step, Actor actor) {
    if (suspendedFrom == null) {
      open(step, actor);
    }
    return Objects.requireNonNull(suspendedFrom);
  }
}
