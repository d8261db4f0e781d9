/**
 * The pages. A controller asks the same questions as the API and hands the answers to a template;
 * {@link Page} gives every template the reader, the moment and the links.
 */
@NullMarked
package plantrail.query.pages;

import org.jspecify.annotations.NullMarked;
