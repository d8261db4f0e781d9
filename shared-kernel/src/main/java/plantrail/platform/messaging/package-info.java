/** Axon wired to the store: serializers, tokens, dead letters, processors. */
@NullMarked
package plantrail.platform.messaging;

import org.jspecify.annotations.NullMarked;
