package plantrail.query.obstacles;

import java.util.List;
import plantrail.query.platform.AsOf;

/**
 * One page of obstacles.
 *
 * @param total how many there are in all; at least so many if it is capped
 */
public record ObstaclePage(
    List<ObstacleView> items, int page, int size, long total, boolean totalCapped, AsOf asOf) {}
