package plantrail.query.moves;

import org.jspecify.annotations.Nullable;

/**
 * How much somebody moved.
 *
 * @param agency code of the agency: that made the moves, or whose duties were moved; of a person
 *     the agency that they acted for, if it was always the same; null for none
 * @param actor the person's user name; null where agencies are asked for
 * @param moves how many moves in all, without transfers
 * @param dues how many last timely days
 * @param targets how many targets of plans
 * @param owners how many owners
 * @param scopes how many duties, plans or parts of plans that were added, changed or called off
 * @param daysLater by how many days in all days were put off
 * @param daysEarlier by how many days in all days were brought forward
 * @param transfers how many duties went to another agency because agencies were merged, split or
 *     dissolved; counted apart
 */
public record Mover(
    @Nullable String agency,
    @Nullable String agencyName,
    @Nullable String actor,
    @Nullable String actorName,
    long moves,
    long dues,
    long targets,
    long owners,
    long scopes,
    long daysLater,
    long daysEarlier,
    long transfers) {}
