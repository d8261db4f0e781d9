package plantrail.query.moves;

import java.util.List;
import plantrail.query.platform.AsOf;

/**
 * One page of movers.
 *
 * @param total how many there are in all; at least so many if it is capped
 */
public record MoverPage(
    List<Mover> items, int page, int size, long total, boolean totalCapped, AsOf asOf) {}
