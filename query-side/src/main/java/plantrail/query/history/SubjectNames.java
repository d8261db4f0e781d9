package plantrail.query.history;

import java.util.List;

/**
 * What subjects are called.
 *
 * @param names one for each subject that there was at that moment and that has a name
 */
public record SubjectNames(List<SubjectName> names) {}
