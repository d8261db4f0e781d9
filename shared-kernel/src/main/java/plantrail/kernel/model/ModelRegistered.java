package plantrail.kernel.model;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * An agency registered a model that it will build.
 *
 * @param modelId see {@link ModelId}
 * @param planId the plan under which it is built
 * @param document the plan's number and symbol
 * @param agency code of the agency that builds it
 * @param year year for which it is registered
 * @param title what it is called
 * @param field what it is about (kinh tế, văn hóa – xã hội, quốc phòng – an ninh…); null if open
 * @param taskId the task that it carries out; null if none
 * @param origin identifier of the model that it copies; null if it is new
 * @param issuer code of the agency that issued the plan
 * @param focal code of the plan's focal agency; null if none
 * @param registeredOn day of registration, local date
 */
@Revision("1")
public record ModelRegistered(
    String modelId,
    String planId,
    String document,
    String agency,
    int year,
    String title,
    @Nullable String field,
    @Nullable String taskId,
    @Nullable String origin,
    String issuer,
    @Nullable String focal,
    LocalDate registeredOn)
    implements ModelEvent {}
