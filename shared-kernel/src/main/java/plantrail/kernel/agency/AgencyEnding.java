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
   * @param duty identifier of the task, report or so on, which counts before that of its plan
   * @param plan identifier of its plan
   */
  default String successorFor(String duty, String plan) {
    return Stream.of(duty, plan)
        .flatMap(mark ->
            shares().stream().filter(share -> share.takes().contains(mark)).map(Share::successor))
        .findFirst()
        .orElse(mainSuccessor());
  }
}
