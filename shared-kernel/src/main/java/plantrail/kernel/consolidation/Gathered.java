package plantrail.kernel.consolidation;

import java.time.LocalDate;
import java.util.List;
import plantrail.kernel.report.Figure;

/**
 * What had come in when it was gathered.
 *
 * @param cameIn the reports that it is made of, in the order in which they were handed in
 * @param missing codes of the agencies that owed a report and had none handed in; whoever was
 *     relieved of it owes none
 * @param figures the indicators of the form, computed from the reports' figures as each indicator
 *     says (sum, weighted average, ratio of sums, latest, count)
 */
public record Gathered(List<CameIn> cameIn, List<String> missing, List<Figure> figures) {
  public Gathered {
    cameIn = List.copyOf(cameIn);
    missing = List.copyOf(missing);
    figures = List.copyOf(figures);
  }

  /** Whichever is later: that local day, or the one on which the last of the reports came in. */
  public LocalDate notBefore(LocalDate day) {
    return cameIn.stream()
        .map(CameIn::handedInOn)
        .reduce(day, (one, other) -> other.isAfter(one) ? other : one);
  }

  /**
   * A report that had come in.
   *
   * @param reportId identifier of the report
   * @param agency code of the agency that owed it
   * @param handedInOn local day on which it was handed in
   */
  public record CameIn(String reportId, String agency, LocalDate handedInOn) {}
}
