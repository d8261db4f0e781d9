package plantrail.kernel.agency;

/** How an agency stands in the registry. */
public enum AgencyState {
  REGISTERED,
  MERGED,
  SPLIT,
  DISSOLVED
}
