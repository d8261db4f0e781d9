package plantrail.kernel.agency;

import java.util.List;
import java.util.stream.Stream;

/** An agency ceases to exist, and others take over what it owes. */
public sealed interface AgencyEnding extends AgencyChange
    permits AgencyMerged, AgencySplit, AgencyDissolved {

  /** Code of the agency that takes over all that is not named in a share. */
  String mainSuccessor();

  /** What goes to other agencies. */
  List<Share> shares();

  /** Codes of all that take over, the main one first. */
  default List<String> successors() {
    return Stream.concat(Stream.of(mainSuccessor()), shares().stream().map(Share::successor))
        .distinct()
        .toList();
  }

  /**
   * Code of the agency that takes over one duty.
   *
   * @param marks identifiers of the duty and of what it stands under, the nearest first: that of a
   *     task or a report counts before that of its plan
   */
  default String successorFor(List<String> marks) {
    return marks.stream()
        .flatMap(mark ->
            shares().stream().filter(share -> share.takes().contains(mark)).map(Share::successor))
        .findFirst()
        .orElse(mainSuccessor());
  }
}
