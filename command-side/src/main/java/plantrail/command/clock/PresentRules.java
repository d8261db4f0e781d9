package plantrail.command.clock;

import java.util.List;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Rules;
import plantrail.kernel.calendar.NoticeRule;
import plantrail.kernel.plan.RulesInForce;
import plantrail.kernel.workflow.Workflows;

/** What is set on this node, and how far the log has come, which is the same on all. */
@Component
class PresentRules implements Rules {
  private final EventStore log;
  private final NoticeRule notices;

  PresentRules(
      EventStore log,
      @Value("${plantrail.clock.remind-before:7,3,1}") List<Integer> remindBefore,
      @Value("${plantrail.clock.escalate-after:5}") int escalateAfter) {
    this.log = log;
    this.notices = new NoticeRule(remindBefore, escalateAfter);
  }

  @Override
  public RulesInForce inForce() {
    TrackingToken head = log.createHeadToken();
    return at(head == null ? 0 : head.position().orElseThrow());
  }

  /** The same with the notices of days that stand before that place in the log. */
  RulesInForce at(long position) {
    return new RulesInForce(
        position, notices.remindBefore(), notices.escalateAfter(), Workflows.VERSION);
  }
}
