package plantrail.standalone.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import plantrail.command.agency.mergeagencies.MergeAgencies;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.kernel.calendar.LocalTime;

/** Who goes on with the work of agencies that the sample's reform ended. */
@Component
class Successors {
  private final List<MergeAgencies> reform;
  private final Map<String, MergeAgencies> byEnded = new HashMap<>();
  private final Map<String, LocalDate> lastDays = new HashMap<>();

  Successors(SampleFiles files) {
    reform = files.reform();
    reform.forEach(merge -> merge.agencies().forEach(ended -> byEnded.put(ended, merge)));
    for (RegisterAgency each : files.agencies()) {
      if (each.validTo() != null) {
        lastDays.put(each.code(), each.validTo());
      }
    }
  }

  List<MergeAgencies> reform() {
    return reform;
  }

  /** Code of the agency that does at that time what was that agency's. */
  String of(String agency, Instant at) {
    MergeAgencies merge = byEnded.get(agency);
    return merge == null || at.isBefore(LocalTime.startOf(merge.effective()))
        ? agency
        : merge.successor();
  }

  /** Whether anybody does at that time what was that agency's. */
  boolean goOn(String agency, Instant at) {
    LocalDate last = lastDays.get(of(agency, at));
    return last == null || !LocalTime.dayOf(at).isAfter(last);
  }
}
