package plantrail.query.moves;

import java.util.List;
import plantrail.query.platform.AsOf;

/**
 * One page of moves.
 *
 * @param total how many there are in all; at least so many if it is capped
 */
public record MovePage(
    List<MoveView> items, int page, int size, long total, boolean totalCapped, AsOf asOf) {}
