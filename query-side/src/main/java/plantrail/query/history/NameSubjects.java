package plantrail.query.history;

import java.util.List;
import plantrail.query.platform.When;

/**
 * What the subjects of entries are called. Answered with {@link SubjectNames}.
 *
 * @param ids identifiers from entries that the reader was shown
 */
public record NameSubjects(When when, List<String> ids) {}
