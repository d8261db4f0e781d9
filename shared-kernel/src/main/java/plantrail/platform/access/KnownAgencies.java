package plantrail.platform.access;

/** Tells which agencies there are; each side that runs here knows them in its own way. */
public interface KnownAgencies {
  /** Whether an agency of that code was ever registered. */
  boolean exists(String code);
}
