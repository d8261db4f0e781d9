package plantrail.kernel.consolidation;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.report.Figure;

/**
 * The channel agency corrected by hand what was computed or written.
 *
 * @param figures the corrected figures alone
 * @param content the text as it now is; null if it stays as it was
 * @param reason why
 * @param follows the ratios that were computed anew of corrected sums
 */
@Revision("2")
public record ConsolidationCorrected(
    String consolidationId,
    List<Figure> figures,
    @Nullable String content,
    String reason,
    List<Figure> follows)
    implements ConsolidationEvent {
  public ConsolidationCorrected {
    figures = List.copyOf(figures);
    follows = List.copyOf(follows);
  }

  /** What stands in the place of what stood before. */
  public List<Figure> inPlace() {
    return Stream.concat(figures.stream(), follows.stream()).toList();
  }
}
