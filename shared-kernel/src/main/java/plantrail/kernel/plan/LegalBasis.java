package plantrail.kernel.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A cited document. Citations are often incomplete and are kept as written.
 *
 * @param type kind of document (Chỉ thị, Nghị quyết…)
 * @param reference number and symbol as written; null if not given
 * @param date its date; null if not given
 * @param issuer its issuer; null if not given
 * @param title its title; null if not given
 */
public record LegalBasis(
    String type,
    @Nullable String reference,
    @Nullable LocalDate date,
    @Nullable String issuer,
    @Nullable String title) {}
