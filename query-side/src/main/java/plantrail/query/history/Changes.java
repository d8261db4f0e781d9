package plantrail.query.history;

import java.util.List;

/** What events changed, in the order of the log within each subject. */
public record Changes(List<Change> changes) {}
