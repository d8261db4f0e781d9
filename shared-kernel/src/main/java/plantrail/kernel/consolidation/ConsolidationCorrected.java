package plantrail.kernel.consolidation;

import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.report.Figure;

/**
 * The channel agency corrected by hand what was computed or written.
 *
 * @param figures the corrected figures alone
 * @param content the text as it now is; null if it stays as it was
 * @param reason why
 */
@Revision("1")
public record ConsolidationCorrected(
    String consolidationId, List<Figure> figures, @Nullable String content, String reason)
    implements ConsolidationEvent {
  public ConsolidationCorrected {
    figures = List.copyOf(figures);
  }
}
