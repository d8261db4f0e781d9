package plantrail.kernel.consolidation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.report.Figure;

/**
 * What had come in when it was gathered.
 *
 * @param cameIn the reports that it is made of, in the order in which they were handed in
 * @param missing code of the agency for each report that was owed and not handed in, twice for one
 *     that owed two; whoever was relieved of it owes none
 * @param figures the indicators of the form, computed from the reports' figures as each indicator
 *     says (sum, weighted average, ratio of sums, latest, count)
 * @param owed which reports those missing are, in the same order; null if that is not on record
 */
public record Gathered(
    List<CameIn> cameIn, List<String> missing, List<Figure> figures, @Nullable List<Missing> owed) {
  public Gathered {
    cameIn = List.copyOf(cameIn);
    missing = List.copyOf(missing);
    figures = List.copyOf(figures);
    owed = owed == null ? null : List.copyOf(owed);
  }

  /** Of reports that came in, those missing, and the figures of the former. */
  public static Gathered of(List<CameIn> cameIn, List<Missing> owed, List<Figure> figures) {
    return new Gathered(cameIn, owed.stream().map(Missing::agency).toList(), figures, owed);
  }

  /** The reports that were missing; of an old record the agencies alone. */
  public List<Missing> notHandedIn() {
    return owed != null
        ? owed
        : missing.stream().map(agency -> new Missing(null, agency, null)).toList();
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

  /**
   * A report that had not come in.
   *
   * @param reportId identifier of the report; null if it is not on record
   * @param agency code of the agency that owed it
   * @param formerly code of the agency that owed it at first, if it was taken over from that one;
   *     null if not
   */
  public record Missing(@Nullable String reportId, String agency, @Nullable String formerly) {}
}
