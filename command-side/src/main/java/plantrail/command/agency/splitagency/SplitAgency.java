package plantrail.command.agency.splitagency;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import plantrail.command.agency.Reorganisation;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.kernel.agency.AgencyEnding;
import plantrail.kernel.agency.AgencySplit;
import plantrail.kernel.agency.Share;

/**
 * Divides an agency among others, which may be new.
 *
 * @param code code of the agency that ends
 * @param mainSuccessor code of the one that takes over all that is in no share
 * @param shares what others take over: plans and duties that exist, each in one share at most
 * @param founded the successors that are new
 * @param effective first day on which the agency exists no more, local date
 * @param basis the document that it rests on, as cited
 */
public record SplitAgency(
    String code,
    String mainSuccessor,
    List<Share> shares,
    List<RegisterAgency> founded,
    LocalDate effective,
    String basis)
    implements Reorganisation {

  @Override
  public SequencedMap<String, AgencyEnding> endings() {
    return new LinkedHashMap<>(
        Map.of("code", new AgencySplit(code, mainSuccessor, shares, effective, basis)));
  }

  @Override
  public Map<String, String> successors() {
    return Reorganisation.named(mainSuccessor, shares);
  }
}
