package plantrail.query.drafts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.plan.PlanStatus;

/**
 * The draft of a plan.
 *
 * @param key what those who draft call it
 * @param issuer code of the agency that will issue the plan
 * @param focal code of the agency that will watch over it; null if not written yet
 * @param title the plan's title; null if not written yet
 * @param version how often it was written; a revision says from which version it was written
 * @param status how far it has come; in force once it was issued
 * @param missing names of the fields that it cannot be issued without and that are not written yet
 * @param returnedFor why it was last sent back; null unless it waits to be mended
 * @param issuedAs identifier of the plan that it became; null until it is issued
 * @param document that plan's number and symbol
 * @param steps what the reader may do now
 */
public record DraftView(
    String id,
    String key,
    String issuer,
    @Nullable String issuerName,
    @Nullable String focal,
    @Nullable String focalName,
    @Nullable String title,
    int version,
    PlanStatus status,
    List<String> missing,
    @Nullable String returnedFor,
    @Nullable String issuedAs,
    @Nullable String document,
    List<String> steps) {}
