package plantrail.kernel.workflow;

import static plantrail.kernel.consolidation.ConsolidationState.FORWARDED;
import static plantrail.kernel.consolidation.ConsolidationState.PREPARED;
import static plantrail.kernel.consolidation.ConsolidationState.RETURNED;
import static plantrail.kernel.workflow.Relation.ADDRESSEE;
import static plantrail.kernel.workflow.Relation.CHANNEL;
import static plantrail.kernel.workflow.Relation.SYSTEM;
import static plantrail.kernel.workflow.Workflow.begin;
import static plantrail.kernel.workflow.Workflow.stay;
import static plantrail.kernel.workflow.Workflow.step;

import java.util.List;
import java.util.Set;
import plantrail.kernel.consolidation.ConsolidationState;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;

/** The way of what came in from below, made one and sent on by the channel agency. */
public final class ConsolidationWorkflow {
  private static final Set<ConsolidationState> WITH_THE_CHANNEL = Set.of(PREPARED, RETURNED);

  public static final Workflow<ConsolidationState> TABLE =
      Workflow.of(
          "consolidation",
          ConsolidationState.class,
          begin("consolidate-reports", PREPARED, CHANNEL).under(UnderPlan.CARRIED_OUT),
          step("forward-consolidation", Set.of(PREPARED), FORWARDED, CHANNEL),
          step("correct-consolidation", WITH_THE_CHANNEL, PREPARED, CHANNEL),
          step("renew-consolidation", WITH_THE_CHANNEL, PREPARED, CHANNEL),
          step("return-consolidation", Set.of(FORWARDED), RETURNED, ADDRESSEE),
          stay("transfer-consolidation", Set.of(PREPARED, FORWARDED, RETURNED), SYSTEM));

  private ConsolidationWorkflow() {}

  /**
   * How the actor stands to a consolidation.
   *
   * @param channel code of the agency that consolidates
   * @param addressees codes of the agencies that it is for
   */
  public static Set<Relation> relations(Actor actor, String channel, List<String> addressees) {
    Set<Relation> relations = Workflow.none();
    if (actor.role() == Role.SYSTEM) {
      relations.add(SYSTEM);
    }
    if (actor.actsFor(channel)) {
      relations.add(CHANNEL);
    }
    if (addressees.stream().anyMatch(actor::actsFor)) {
      relations.add(ADDRESSEE);
    }
    return relations;
  }

  /**
   * How the actor stands to a consolidation to be made.
   *
   * @param owed whether any report passes through that channel
   */
  public static Set<Relation> relationsToNew(Actor actor, String channel, boolean owed) {
    return owed ? relations(actor, channel, List.of()) : Workflow.none();
  }
}
