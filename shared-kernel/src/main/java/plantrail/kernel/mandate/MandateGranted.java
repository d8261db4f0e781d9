package plantrail.kernel.mandate;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A person was given leave to act for an agency (thừa ủy quyền: written, limited in time and
 * content; Decree 30/2020/NĐ-CP, Article 13).
 *
 * @param mandateId see {@link MandateId}
 * @param agency code of the agency to be acted for
 * @param person user name of the deputy
 * @param personName the deputy's name
 * @param planId the plan to whose duties it is limited; null for all
 * @param validFrom first day, local date
 * @param validTo last day, local date
 * @param basis the document that it rests on
 */
@Revision("1")
public record MandateGranted(
    String mandateId,
    String agency,
    String person,
    String personName,
    @Nullable String planId,
    LocalDate validFrom,
    LocalDate validTo,
    String basis)
    implements MandateEvent {}
