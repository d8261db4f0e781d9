package plantrail.kernel.consolidation;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * It was made anew of what has come in by now. Figures that were corrected by hand are computed
 * anew too.
 *
 * @param gathered what has come in
 * @param happenedOn day on which it was made, local date
 */
@Revision("1")
public record ConsolidationRenewed(String consolidationId, Gathered gathered, LocalDate happenedOn)
    implements ConsolidationEvent {}
