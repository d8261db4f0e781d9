/** A model (mô hình “Dân vận khéo”) and its awards: what is decided. */
@NullMarked
package plantrail.command.model;

import org.jspecify.annotations.NullMarked;
