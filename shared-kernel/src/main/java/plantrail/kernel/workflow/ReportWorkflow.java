package plantrail.kernel.workflow;

import static plantrail.kernel.report.ReportState.ACCEPTED;
import static plantrail.kernel.report.ReportState.OPEN;
import static plantrail.kernel.report.ReportState.RETURNED;
import static plantrail.kernel.report.ReportState.SUBMITTED;
import static plantrail.kernel.workflow.Relation.ADDRESSEE;
import static plantrail.kernel.workflow.Relation.CHANNEL;
import static plantrail.kernel.workflow.Relation.FOCAL;
import static plantrail.kernel.workflow.Relation.ISSUER;
import static plantrail.kernel.workflow.Relation.RESPONSIBLE;
import static plantrail.kernel.workflow.Relation.SYSTEM;
import static plantrail.kernel.workflow.Workflow.begin;
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
  public static final Workflow<ReportState> TABLE =
      Workflow.of(
          "report",
          ReportState.class,
          begin("open-report", OPEN, ISSUER, FOCAL, SYSTEM),
          step("submit-report", Set.of(OPEN, RETURNED), SUBMITTED, RESPONSIBLE),
          step("accept-report", Set.of(SUBMITTED), ACCEPTED, CHANNEL, ADDRESSEE, ISSUER),
          step("return-report", Set.of(SUBMITTED), RETURNED, CHANNEL, ADDRESSEE, ISSUER));

  private ReportWorkflow() {}

  /**
   * How the actor stands to a report that is owed. Nobody accepts their own report (practice): the
   * agency that owes it holds no other relation.
   */
  public static Set<Relation> relations(
      Actor actor, String responsible, String issuer, List<Addressee> addressees) {
    Set<Relation> relations = Workflow.none();
    if (actor.actsFor(responsible)) {
      relations.add(RESPONSIBLE);
      return relations;
    }
    if (actor.actsFor(issuer)) {
      relations.add(ISSUER);
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
