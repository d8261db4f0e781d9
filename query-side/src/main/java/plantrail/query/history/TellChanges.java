package plantrail.query.history;

import java.util.List;
import plantrail.query.platform.When;

/**
 * What the events of some subjects changed. Answered with {@link Changes}.
 *
 * @param ids identifiers from entries that the reader was shown
 */
public record TellChanges(When when, List<String> ids) {}
