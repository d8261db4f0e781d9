package plantrail.kernel.workflow;

/** How an actor stands to the thing that a step is about. Permission is given to relations. */
public enum Relation {
  /** Acts for the agency whose duty it is. */
  RESPONSIBLE,
  /** Acts for the agency that charged the duty. */
  ASSIGNER,
  /** Acts for the plan's focal agency. */
  FOCAL,
  /** Acts for the agency that issues or issued the plan. */
  ISSUER,
  /** Acts for the agency through which a report passes. */
  CHANNEL,
  /** Acts for an agency that a report is for. */
  ADDRESSEE,
  /** Acts for the agency that inspects. */
  INSPECTOR,
  /** Acts for an agency above the unit concerned. */
  SUPERIOR,
  /** Acts for the Front or a mass organisation, which supervises without standing above. */
  SUPERVISOR,
  /** Acts for the agency that raised an obstacle. */
  RAISER,
  /** Acts for the agency that an obstacle has come to. */
  HOLDER,
  /** Acts, in their own right, for the agency that gives a mandate. */
  MANDATOR,
  /** Keeps the registry. */
  REGISTRAR,
  /** Keeps the working calendar. */
  CALENDAR_KEEPER,
  /** An automation of the system. */
  SYSTEM
}
