package plantrail.kernel.workflow;

import static plantrail.kernel.report.ReportState.ACCEPTED;
import static plantrail.kernel.report.ReportState.OPEN;
import static plantrail.kernel.report.ReportState.RETURNED;
import static plantrail.kernel.report.ReportState.SUBMITTED;
import static plantrail.kernel.report.ReportState.WAIVED;
import static plantrail.kernel.report.ReportState.WITHDRAWN;
import static plantrail.kernel.workflow.Condition.DATED;
import static plantrail.kernel.workflow.Relation.ADDRESSEE;
import static plantrail.kernel.workflow.Relation.CHANNEL;
import static plantrail.kernel.workflow.Relation.FOCAL;
import static plantrail.kernel.workflow.Relation.ISSUER;
import static plantrail.kernel.workflow.Relation.RESPONSIBLE;
import static plantrail.kernel.workflow.Relation.SYSTEM;
import static plantrail.kernel.workflow.Workflow.begin;
import static plantrail.kernel.workflow.Workflow.stay;
import static plantrail.kernel.workflow.Workflow.step;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.report.ReportState;

/** The life of a report. */
public final class ReportWorkflow {
  private static final Set<ReportState> OWED = Set.of(OPEN, RETURNED);
  private static final Set<ReportState> UNFINISHED = Set.of(OPEN, SUBMITTED, RETURNED);

  public static final Workflow<ReportState> TABLE =
      Workflow.of(
          "report",
          ReportState.class,
          begin("open-report", OPEN, ISSUER, FOCAL, SYSTEM).under(UnderPlan.IN_FORCE),
          begin("open-reports", OPEN, ISSUER, FOCAL).under(UnderPlan.IN_FORCE),
          step("submit-report", OWED, SUBMITTED, RESPONSIBLE),
          step("accept-report", Set.of(SUBMITTED), ACCEPTED, CHANNEL, ADDRESSEE, ISSUER),
          step("return-report", Set.of(SUBMITTED), RETURNED, CHANNEL, ADDRESSEE, ISSUER),
          stay("urge-report", OWED, CHANNEL, ADDRESSEE, ISSUER, FOCAL),
          step("waive-report", OWED, WAIVED, ADDRESSEE, ISSUER, FOCAL),
          step("withdraw-report", UNFINISHED, WITHDRAWN, ISSUER, SYSTEM),
          stay("remind-report", OWED, SYSTEM).needing(DATED),
          stay("notice-report-lapse", OWED, SYSTEM).needing(DATED),
          stay("escalate-report", OWED, SYSTEM).needing(DATED),
          stay("reschedule-report", UNFINISHED, SYSTEM),
          stay("revise-report", OWED, SYSTEM),
          stay("transfer-report", UNFINISHED, SYSTEM));

  private ReportWorkflow() {}

  /**
   * How the actor stands to a report that is owed. Nobody accepts their own report (practice): the
   * agency that owes it holds no other relation.
   */
  public static Set<Relation> relations(
      Actor actor,
      String responsible,
      String issuer,
      @Nullable String focal,
      List<Addressee> addressees) {
    Set<Relation> relations = Workflow.none();
    if (actor.role() == Role.SYSTEM) {
      relations.add(SYSTEM);
    }
    if (actor.actsFor(responsible)) {
      relations.add(RESPONSIBLE);
      return relations;
    }
    if (actor.actsFor(issuer)) {
      relations.add(ISSUER);
    }
    if (actor.actsFor(focal)) {
      relations.add(FOCAL);
    }
    for (Addressee addressee : addressees) {
      if (actor.actsFor(addressee.agency())) {
        relations.add(ADDRESSEE);
      }
      if (actor.actsFor(addressee.channel())) {
        relations.add(CHANNEL);
      }
    }
    return relations;
  }

  /**
   * What holds of a report besides its state.
   *
   * @param dated whether it has a last timely day
   */
  public static Set<Condition> conditions(boolean dated) {
    return dated ? Set.of(DATED) : Set.of();
  }

  /** How the actor stands to the opening of a new report. */
  public static Set<Relation> relationsToNew(Actor actor, String issuer, @Nullable String focal) {
    Set<Relation> relations = Workflow.none();
    if (actor.role() == Role.SYSTEM) {
      relations.add(SYSTEM);
    }
    if (actor.actsFor(issuer)) {
      relations.add(ISSUER);
    }
    if (actor.actsFor(focal)) {
      relations.add(FOCAL);
    }
    return relations;
  }
}
