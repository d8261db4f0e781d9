/** Events and words of a model (mô hình “Dân vận khéo”) and its awards. */
@NullMarked
package plantrail.kernel.model;

import org.jspecify.annotations.NullMarked;
