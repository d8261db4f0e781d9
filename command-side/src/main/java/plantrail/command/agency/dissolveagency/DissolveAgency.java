package plantrail.command.agency.dissolveagency;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import plantrail.command.agency.Reorganisation;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.kernel.agency.AgencyDissolved;
import plantrail.kernel.agency.AgencyEnding;
import plantrail.kernel.agency.Share;

/**
 * Dissolves an agency and gives its work to others, which may be new.
 *
 * @param code code of the agency that ends
 * @param mainSuccessor code of the one that takes over all that is in no share
 * @param shares what others take over
 * @param founded the successors that are new
 * @param effective first day on which the agency exists no more, local date
 * @param basis the document that it rests on, as cited
 */
public record DissolveAgency(
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
        Map.of("code", new AgencyDissolved(code, mainSuccessor, shares, effective, basis)));
  }

  @Override
  public Map<String, String> successors() {
    return Reorganisation.named(mainSuccessor, shares);
  }
}
