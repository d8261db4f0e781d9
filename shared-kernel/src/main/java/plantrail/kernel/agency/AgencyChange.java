package plantrail.kernel.agency;

import java.time.LocalDate;

/** What becomes of a registered agency by decision of an authority. */
public sealed interface AgencyChange extends AgencyEvent
    permits AgencyRenamed, AgencyMoved, AgencyEnding {

  /** First day on which it holds, local date; it may lie before or after the recording. */
  LocalDate effective();

  /** The document that it rests on, as cited. */
  String basis();

  /** A change of the registry has no other reason than its document. */
  @Override
  default String reason() {
    return basis();
  }
}
