package plantrail.query.taskboard;

import plantrail.kernel.message.Actor;
import plantrail.query.platform.When;

/** One task. Answered with a {@link TaskAnswer}. */
public record GetTask(Actor reader, When when, String id) {}
