@NullMarked
package plantrail.command.model.rewardmodel;

import org.jspecify.annotations.NullMarked;
