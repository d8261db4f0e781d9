package plantrail.query.consolidations;

import java.util.List;
import plantrail.query.platform.AsOf;

/**
 * One page of consolidations.
 *
 * @param total how many there are in all; at least so many if it is capped
 */
public record ConsolidationPage(
    List<ConsolidationView> items,
    int page,
    int size,
    long total,
    boolean totalCapped,
    AsOf asOf) {}
