package plantrail.kernel.model;

import org.axonframework.serialization.Revision;

/**
 * A model is to be copied by another agency, which gets a model of its own for it.
 *
 * @param planId the plan under which it is built
 * @param agency code of the agency that copies it
 * @param year year for which the copy is registered
 * @param title what both are called
 * @param copy identifier of the copy
 */
@Revision("1")
public record ModelReplicated(
    String modelId, String planId, String agency, int year, String title, String copy)
    implements ModelEvent {}
