package plantrail.query.drafts;

import java.util.List;
import plantrail.query.platform.AsOf;

/**
 * One page of drafts.
 *
 * @param total how many there are in all; at least so many if it is capped
 */
public record DraftPage(
    List<DraftView> items, int page, int size, long total, boolean totalCapped, AsOf asOf) {}
