package plantrail.query.models;

import plantrail.kernel.message.Actor;
import plantrail.query.platform.When;

/** One model. Answered with a {@link ModelAnswer}. */
public record GetModel(Actor reader, When when, String id) {}
