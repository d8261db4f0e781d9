package plantrail.kernel.model;

import org.axonframework.serialization.Revision;

/**
 * The agency that a model was proposed to declined the proposal: the model stands where it stood
 * before, and the issuer may reward it itself or propose it elsewhere.
 *
 * @param by code of the agency that declined
 * @param reason why
 */
@Revision("1")
public record ProposalDeclined(String modelId, String by, String reason) implements ModelEvent {}
