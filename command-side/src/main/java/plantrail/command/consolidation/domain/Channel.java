package plantrail.command.consolidation.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Agencies;
import plantrail.command.report.domain.Report;
import plantrail.kernel.plan.Addressee;

/**
 * A channel agency on a local day. What was done with before it took over from another one stays
 * with that one and has passed through this one nevertheless.
 *
 * @param code code of the agency
 */
public record Channel(String code, LocalDate day, Agencies agencies) {

  /** Those of the reports that come to an addressee through it. */
  public List<Report> through(List<Report> owed) {
    return owed.stream()
        .filter(
            report -> report.parties().addressees().stream().anyMatch(each -> leads(report, each)))
        .toList();
  }

  /** Codes of the agencies to which the reports come through it; empty if none does. */
  public List<String> addressees(List<Report> owed) {
    return owed.stream()
        .flatMap(report ->
            report.parties().addressees().stream()
                .filter(each -> leads(report, each))
                .map(Addressee::agency)
                .map(each -> Objects.requireNonNullElse(present(report, each), each)))
        .distinct()
        .toList();
  }

  private boolean leads(Report report, Addressee addressee) {
    String channel = addressee.channel();
    return channel != null && (channel.equals(code) || code.equals(present(report, channel)));
  }

  private @Nullable String present(Report report, String agency) {
    return agencies.heir(agency, day, List.of(report.opened().reportId(), report.plan()));
  }
}
