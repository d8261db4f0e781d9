package plantrail.kernel.agency;

/** An agency was merged, split or dissolved, and another stands where it stood. */
public interface Succession {

  /** Code of the agency that is no more. */
  String predecessor();

  /** Code of the agency in its place. */
  String successor();

  /** The agency that now stands where that one stood. */
  default String inPlaceOf(String agency) {
    return agency.equals(predecessor()) ? successor() : agency;
  }
}
