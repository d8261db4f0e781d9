package plantrail.platform.access;

import java.util.List;

/**
 * One page of a list about accounts.
 *
 * @param page its number, from 0
 * @param size rows on a page
 * @param total rows on all pages
 */
public record AccountPage<T>(List<T> items, int page, int size, long total) {}
