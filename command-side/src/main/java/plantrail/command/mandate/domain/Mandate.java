package plantrail.command.mandate.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.command.Course;
import plantrail.command.Stepwise;
import plantrail.command.platform.Taken;
import plantrail.kernel.mandate.MandateEvent;
import plantrail.kernel.mandate.MandateGranted;
import plantrail.kernel.mandate.MandateRevoked;
import plantrail.kernel.mandate.MandateState;
import plantrail.kernel.message.Actor;
import plantrail.kernel.workflow.MandateWorkflow;
import plantrail.kernel.workflow.Relation;
import plantrail.kernel.workflow.Workflow;

/**
 * A mandate as its record tells.
 *
 * @param course how it came to its present state
 */
public record Mandate(MandateGranted granted, MandateState state, Course<MandateEvent> course)
    implements Stepwise<MandateEvent> {

  /** The mandate after one more event. */
  public static Mandate evolve(@Nullable Mandate mandate, MandateEvent event, Taken taken) {
    return switch (event) {
      case MandateGranted e ->
          new Mandate(
              e,
              MandateState.GRANTED,
              Course.beginning(MandateState.GRANTED, e.validFrom(), e, taken));
      case MandateRevoked e -> {
        if (mandate == null) {
          throw new IllegalStateException("A mandate's record begins with its grant");
        }
        yield new Mandate(
            mandate.granted,
            MandateState.REVOKED,
            mandate.course.after(MandateState.REVOKED, e, taken));
      }
    };
  }

  @Override
  public Workflow<?> workflow() {
    return MandateWorkflow.TABLE;
  }

  @Override
  public void open(String step, Actor actor) {
    MandateWorkflow.TABLE.take(step, state, relations(actor));
  }

  @Override
  public Set<Relation> relations(Actor actor) {
    return MandateWorkflow.relations(actor, granted.agency());
  }
}
