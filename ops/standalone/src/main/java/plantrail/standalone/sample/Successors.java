package plantrail.standalone.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
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
  /**
   * The day on which districts ended and provinces and communes were merged. What became of those
   * that had ended earlier is entered with it.
   */
  static final Instant REFORM = LocalTime.startOf(LocalDate.of(2025, Month.JULY, 1));

  private final List<Reorganisation> reform;
  private final Map<String, String> heirs = new HashMap<>();
  private final Map<String, LocalDate> lastDays = new HashMap<>();

  Successors(SampleFiles files) {
    reform = files.reform();
    reform.stream()
        .flatMap(each -> each.endings().values().stream())
        .forEach(ended -> heirs.put(ended.code(), ended.mainSuccessor()));
    for (RegisterAgency each : files.agencies()) {
      if (each.validTo() != null) {
        lastDays.put(each.code(), each.validTo());
      }
    }
  }

  List<Reorganisation> reform() {
    return reform;
  }

  /** Codes of the agencies that have ended. */
  List<String> ended() {
    return List.copyOf(heirs.keySet());
  }

  /** Code of the agency that does at that time what was that agency's. */
  String of(String agency, Instant at) {
    String heir = agency;
    while (!at.isBefore(REFORM) && heirs.containsKey(heir)) {
      heir = heirs.get(heir);
    }
    return heir;
  }

  /** Whether anybody does at that time what was that agency's. */
  boolean goOn(String agency, Instant at) {
    LocalDate last = lastDays.get(of(agency, at));
    return last == null || !LocalTime.dayOf(at).isAfter(last);
  }
}
