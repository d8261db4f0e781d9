/** What travels with every command and answer: the actor, the refusal, the keys of the metadata. */
@NullMarked
package plantrail.kernel.message;

import org.jspecify.annotations.NullMarked;
