/** Consolidations: one report made of many by the channel agency, corrected, sent on. */
@NullMarked
package plantrail.command.consolidation;

import org.jspecify.annotations.NullMarked;
