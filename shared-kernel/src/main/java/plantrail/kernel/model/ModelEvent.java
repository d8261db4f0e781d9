package plantrail.kernel.model;

import plantrail.kernel.DomainEvent;

/** What happens to a model. */
public sealed interface ModelEvent extends DomainEvent
    permits ModelRegistered,
        ModelBuilt,
        ModelAssessed,
        ModelRecognised,
        ModelProposed,
        ProposalDeclined,
        ModelRewarded,
        ModelReplicated,
        ModelTransferred,
        ModelWithdrawn {
  String modelId();

  @Override
  default String subject() {
    return modelId();
  }
}
