package plantrail.kernel.target;

import java.util.Collection;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.agency.Succession;

/**
 * An agency was merged or dissolved, and another stands where it stood: as the issuer of the
 * target's plan or its focal agency, or as one that is to be measured. What was measured stays with
 * the agency where it was measured, and nobody is to be measured again for it.
 *
 * @param predecessor code of the agency that is no more
 * @param successor code of the agency in its place
 * @param reason why
 * @param basis document that it rests on; null if none
 */
@Revision("1")
public record TargetTransferred(
    String targetId, String predecessor, String successor, String reason, @Nullable String basis)
    implements TargetEvent, Succession {

  /**
   * Who is to be measured from then on.
   *
   * @param agencies codes of those before; null if not stated
   * @param measured codes of the agencies where something was measured
   */
  public @Nullable List<String> toMeasure(
      @Nullable List<String> agencies, Collection<String> measured) {
    return agencies == null || measured.contains(predecessor)
        ? agencies
        : agencies.stream().map(this::inPlaceOf).distinct().sorted().toList();
  }
}
