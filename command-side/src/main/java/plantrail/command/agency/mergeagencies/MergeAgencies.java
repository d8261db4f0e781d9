package plantrail.command.agency.mergeagencies;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import plantrail.command.agency.Reorganisation;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.command.platform.Check;
import plantrail.kernel.agency.AgencyEnding;
import plantrail.kernel.agency.AgencyMerged;
import plantrail.kernel.message.NotEmpty;

/**
 * Makes agencies part of another one, which may be new.
 *
 * @param agencies codes of the agencies that end
 * @param successor code of the one that takes over all of them
 * @param founded the successor and others, if they are new
 * @param effective first day on which those that end exist no more, local date
 * @param basis the document that it rests on, as cited
 */
public record MergeAgencies(
    @NotEmpty List<String> agencies,
    String successor,
    List<RegisterAgency> founded,
    LocalDate effective,
    String basis)
    implements Reorganisation {

  @Override
  public SequencedMap<String, AgencyEnding> endings() {
    SequencedMap<String, AgencyEnding> endings = new LinkedHashMap<>();
    for (int i = 0; i < agencies.size(); i++) {
      endings.put(
          "agencies[" + i + "]", new AgencyMerged(agencies.get(i), successor, effective, basis));
    }
    return endings;
  }

  @Override
  public Map<String, String> successors() {
    return Map.of("successor", successor);
  }

  @Override
  public void check(Check check) {
    for (int i = 0; i < agencies.size(); i++) {
      String code = agencies.get(i);
      check.that(agencies.indexOf(code) == i, "agencies[" + i + "]", "field.twice", code);
    }
  }
}
