package plantrail.standalone.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import plantrail.command.agency.Reorganisation;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.kernel.calendar.LocalTime;

/** Who goes on with the work of agencies that have ended. */
@Component
class Successors {
  private final List<Reorganisation> reform;
  private final Map<String, Heir> heirs = new HashMap<>();
  private final Map<String, LocalDate> lastDays = new HashMap<>();

  /** Who took over from an agency, and since when. */
  private record Heir(String code, Instant since) {}

  Successors(SampleFiles files) {
    reform = files.reform();
    reform.stream()
        .flatMap(each -> each.endings().values().stream())
        .forEach(ended ->
            heirs.put(
                ended.code(),
                new Heir(ended.mainSuccessor(), LocalTime.startOf(ended.effective()))));
    for (RegisterAgency each : files.agencies()) {
      if (each.validTo() != null) {
        lastDays.put(each.code(), each.validTo());
      }
    }
  }

  List<Reorganisation> reform() {
    return reform;
  }

  /** Code of the agency that does at that time what was that agency's. */
  String of(String agency, Instant at) {
    String found = agency;
    Heir heir = heirs.get(found);
    while (heir != null && !at.isBefore(heir.since())) {
      found = heir.code();
      heir = heirs.get(found);
    }
    return found;
  }

  /** Whether anybody does at that time what was that agency's. */
  boolean goOn(String agency, Instant at) {
    LocalDate last = lastDays.get(of(agency, at));
    return last == null || !LocalTime.dayOf(at).isAfter(last);
  }
}
