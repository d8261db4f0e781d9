package plantrail.query.models;

import java.util.List;
import plantrail.query.platform.AsOf;

/**
 * One page of models.
 *
 * @param total how many there are in all; at least so many if it is capped
 */
public record ModelPage(
    List<ModelView> items, int page, int size, long total, boolean totalCapped, AsOf asOf) {}
