package plantrail.kernel.consolidation;

import plantrail.kernel.report.Figure;

/**
 * A figure that the channel agency put by hand in the place of what was computed.
 *
 * @param figure the figure
 * @param reason why
 */
public record Correction(Figure figure, String reason) {}
