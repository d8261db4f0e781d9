/** The task board: who owes what by when, and how far it has come. */
@NullMarked
package plantrail.query.taskboard;

import org.jspecify.annotations.NullMarked;
