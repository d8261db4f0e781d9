package plantrail.query.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plantrail.platform.access.Mandates;

/**
 * What a reader may see: everything, or what concerns their agency and those below it; and whether
 * they may do anything. The only place that says so. Its conditions name {@code :person}, {@code
 * :own}, {@code :mine}, {@code :line} and {@code :within}, see {@link Sql#about}.
 *
 * @param everything whether the reader sees all but obstacles
 * @param audits whether the reader sees obstacles on whose way they do not stand, too
 * @param person user name of the reader; null for nobody in particular
 * @param own code of the reader's agency; null for none
 * @param mine codes of that agency and all below it
 * @param line codes of the reader's agency and of those that it took over from
 * @param within identifier of the plan to which a mandate limits the reader; null for all
 * @param acts whether the workflows' steps are open to the reader: none is in the past, nor for an
 *     agency that is no more
 */
public record Scope(
    boolean everything,
    boolean audits,
    @Nullable String person,
    @Nullable String own,
    List<String> mine,
    List<String> line,
    @Nullable String within,
    boolean acts) {
  /** Of those who read all, and only read. */
  public static final Scope EVERYTHING =
      new Scope(true, true, null, null, List.of(), List.of(), null, false);

  /** The plans that the reader's agency issued or watches over: all of their duties are seen. */
  private static String overseen(Moment moment) {
    return """
    any(array(select o.id from %s
               where %s and (o.issuer = any(:mine) or o.focal = :own)))
    """
        .formatted(moment.rows("plan", "o"), moment.holds("o"));
  }

  /**
   * The condition, unless the reader sees all.
   *
   * @param plan SQL of the plan's identifier
   */
  private String unlessAll(String plan, String condition) {
    return everything ? "true" : within(plan, condition);
  }

  private String within(String plan, String condition) {
    return within == null ? condition : "(%s) and %s = :within".formatted(condition, plan);
  }

  /** Tasks: those of its agencies, those it charged, and all of the plans it oversees. */
  public String tasks(String alias, Moment moment) {
    return unlessAll(
        alias + ".plan",
        "%1$s.agency = any(:mine) or %1$s.assigner = any(:mine) or %1$s.plan = %2$s"
            .formatted(alias, overseen(moment)));
  }

  /** Reports: those of its agencies, those that come to or through it, those of its plans. */
  public String reports(String alias, Moment moment) {
    return unlessAll(
        alias + ".plan",
        """
        %1$s.agency = any(:mine) or %1$s.issuer = any(:mine) or %1$s.plan = %2$s
        or %1$s.addressees @> jsonb_build_array(jsonb_build_object('agency', cast(:own as text)))
        or %1$s.addressees @> jsonb_build_array(jsonb_build_object('channel', cast(:own as text)))
        """
            .formatted(alias, overseen(moment)));
  }

  /** Plans: its own, those it watches over, and those under which it owes or receives something. */
  public String plans(String alias, Moment moment) {
    return unlessAll(
        alias + ".id",
        """
        %1$s.issuer = any(:mine) or %1$s.focal = :own
        or exists (select from %2$s where %3$s and pt.plan = %1$s.id and pt.agency = any(:mine))
        or exists (select from %4$s where %5$s and pr.plan = %1$s.id and (%6$s))
        """
            .formatted(
                alias,
                moment.rows("task", "pt"),
                moment.holds("pt"),
                moment.rows("report", "pr"),
                moment.holds("pr"),
                reports("pr", moment)));
  }

  /**
   * Targets: those of the plans it sees, and those by which its agencies are to be measured.
   *
   * @param plan alias of the target's plan
   */
  public String targets(String alias, String plan, Moment moment) {
    return unlessAll(
        alias + ".plan",
        "%s or jsonb_exists_any(%s.agencies, :mine)".formatted(plans(plan, moment), alias));
  }

  /** Drafts: those of its plans to be, and those that it writes as the focal agency. */
  public String drafts(String alias) {
    return unlessAll(
        alias + ".id", "%1$s.issuer = any(:mine) or %1$s.focal = :own".formatted(alias));
  }

  /** Inspections: by or of its agencies, and those under the plans it oversees. */
  public String inspections(String alias, Moment moment) {
    return unlessAll(
        alias + ".plan",
        "%1$s.inspector = any(:mine) or %1$s.unit = any(:mine) or %1$s.plan = %2$s"
            .formatted(alias, overseen(moment)));
  }

  /**
   * Models: those of its agencies, those proposed to them, and those under the plans it oversees.
   */
  public String models(String alias, Moment moment) {
    return unlessAll(
        alias + ".plan",
        "%1$s.agency = any(:mine) or %1$s.proposed_to = any(:mine) or %1$s.plan = %2$s"
            .formatted(alias, overseen(moment)));
  }

  /**
   * Obstacles: those on whose way its agency stands or one stood that it took over from. Whoever is
   * above the agency that raised one, issued the plan or keeps the system has it not come to them
   * by that (practice: what hinders is told in confidence).
   */
  public String obstacles(String alias) {
    return audits
        ? "true"
        : within(
            alias + ".plan",
            """
            %1$s.agency = any(:line) or %1$s.focal = any(:line)
            or jsonb_exists_any(%1$s.path, :line)
            """
                .formatted(alias));
  }

  /**
   * Consolidations: its agencies' own, those that were sent to it, and those under the plans it
   * oversees. What is not sent yet, or is prepared anew after a return, is nobody else's.
   */
  public String consolidations(String alias, Moment moment) {
    return unlessAll(
        alias + ".plan",
        """
        %1$s.channel = any(:mine) or %1$s.plan = %2$s
        or %1$s.state in ('FORWARDED', 'RETURNED') and jsonb_exists(%1$s.addressees, cast(:own as text))
        """
            .formatted(alias, overseen(moment)));
  }

  /** Budgets: of its agencies, and all under the plans it oversees. */
  public String budgets(String alias, Moment moment) {
    return unlessAll(
        alias + ".plan",
        "%1$s.agency = any(:mine) or %1$s.plan = %2$s".formatted(alias, overseen(moment)));
  }

  /**
   * Measurements of every agency: under the plans it oversees; elsewhere its own agencies' only.
   */
  public String measurements(String alias, Moment moment) {
    return unlessAll(alias + ".plan", "%s.plan = %s".formatted(alias, overseen(moment)));
  }

  /**
   * Entries of the history: of the registry, of the duties of its agencies, of what its agencies
   * did, and all of the plans it oversees, a plan's or draft's own entries where it sees that one.
   * Those of an obstacle are seen where the obstacle is, and by those whose step it was; likewise
   * those of a mandate.
   */
  public String history(String alias, Moment moment) {
    return audits
        ? "true"
        : """
        case when %1$s.name like 'obstacle-%%' then %2$s
             when %1$s.name like 'mandate-%%' then %3$s
             else %4$s end
        """
            .formatted(
                alias,
                obstacleHistory(alias, moment),
                mandateHistory(alias),
                otherHistory(alias, moment));
  }

  private String obstacleHistory(String alias, Moment moment) {
    return """
    (%1$s)
    or exists (select from %2$s where %3$s and ho.id = %4$s.subject and (%5$s))
    """
        .formatted(
            within(alias + ".plan", alias + ".acting_agency = any(:line)"),
            moment.rows("obstacle", "ho"),
            moment.holds("ho"),
            alias,
            obstacles("ho"));
  }

  private String mandateHistory(String alias) {
    return unlessAll(
        alias + ".plan",
        """
        %1$s.actor = :person
        or exists (
          select from view.history_entry hm
           where hm.subject = %1$s.subject and hm.name = 'mandate-granted' and (%2$s))
        """
            .formatted(alias, Mandates.readable("hm.agency", "hm.payload ->> 'person'")));
  }

  /** Events of the registry of agencies and of the calendar, which are for all. */
  private static String published(String alias) {
    return "%1$s.name like 'agency-%%' or %1$s.name = 'day-overridden'".formatted(alias);
  }

  private String otherHistory(String alias, Moment moment) {
    return unlessAll(
        alias + ".plan",
        """
        %15$s or %1$s.agency = any(:mine) or %1$s.acting_agency = any(:mine)
        or %1$s.plan = %2$s
        or exists (select from %3$s where %4$s and hp.id = %1$s.subject and (%5$s))
        or exists (select from %6$s where %7$s and hr.id = %1$s.subject and (%8$s))
        or exists (select from %9$s where %10$s and ht.id = %1$s.subject and (%11$s))
        or exists (select from %12$s where %13$s and hc.id = %1$s.subject and (%14$s))
        or exists (select from %16$s where %17$s and hd.id = %1$s.subject and (%18$s))
        """
            .formatted(
                alias,
                overseen(moment),
                moment.rows("plan", "hp"),
                moment.holds("hp"),
                plans("hp", moment),
                moment.rows("report", "hr"),
                moment.holds("hr"),
                reports("hr", moment),
                moment.rows("task", "ht"),
                moment.holds("ht"),
                tasks("ht", moment),
                moment.rows("consolidation", "hc"),
                moment.holds("hc"),
                consolidations("hc", moment),
                published(alias),
                moment.rows("draft", "hd"),
                moment.holds("hd"),
                drafts("hd")));
  }
}
