package plantrail.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.agency.AgencyRegistered;
import plantrail.kernel.calendar.Bound;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.Timeliness;
import plantrail.kernel.calendar.Window;
import plantrail.kernel.model.AwardKind;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.AgencyClass;
import plantrail.kernel.plan.Assignees;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.Comparison;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.Gathering;
import plantrail.kernel.plan.Indicator;
import plantrail.kernel.plan.IndicatorType;
import plantrail.kernel.plan.Item;
import plantrail.kernel.plan.LegalBasis;
import plantrail.kernel.plan.PlanContent;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.Recipient;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.plan.Signer;
import plantrail.kernel.plan.TargetLine;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The agencies and plans of the sample fit each other and the published language. */
class SampleDataTest {
  private static final Path SAMPLE = Path.of("src/main/resources/sample");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private static final Map<String, AgencyRegistered> AGENCIES = agencies();

  static Stream<PlanIssued> plans() throws IOException {
    return files("plans").stream().map(SampleDataTest::plan);
  }

  static Stream<PlanIssued> below() {
    return files("below").stream().map(SampleDataTest::plan);
  }

  @Test
  void theListsOfTheFivePlansAreAsLongAsTheyWereOnTheirDay() {
    assertThat(districtsAndCommunes("HGI", "2024-02-28")).containsExactly(11L, 193L);
    assertThat(districtsAndCommunes("QNA", "2024-04-19")).containsExactly(18L, 241L);
    assertThat(districtsAndCommunes("QNG", "2018-01-01")).containsExactly(1L, 23L);
    assertThat(districtsAndCommunes("KHO", "2022-08-19")).containsExactly(9L, 139L);
    assertThat(districtsAndCommunes("GLA", "2021-03-01")).containsExactly(17L, 220L);
  }

  @Test
  void districtsEndedOn30June2025AndCaoBangHasTwoTiersSince() {
    assertThat(districtsAndCommunes("HGI", "2025-06-30")).containsExactly(11L, 193L);
    assertThat(districtsAndCommunes("QNA", "2025-06-30")).containsExactly(17L, 233L);
    assertThat(districtsAndCommunes("KHO", "2025-06-30")).containsExactly(9L, 132L);
    assertThat(districtsAndCommunes("GLA", "2025-06-30")).containsExactly(17L, 218L);
    assertThat(AGENCIES.values())
        .filteredOn(agency -> existed(agency, LocalDate.of(2025, 7, 1)))
        .allMatch(agency -> agency.code().startsWith("CBA"))
        .noneMatch(agency -> agency.level() == AgencyLevel.DISTRICT);
    assertThat(districtsAndCommunes("CBA", "2026-11-21")).containsExactly(0L, 56L);
  }

  @Test
  void whoeverEndedHasOneHeirThatLivesOrHasAnHeirInTurn() {
    Map<String, String> heirs = new HashMap<>();
    Set<String> founded = new HashSet<>();
    for (String part : List.of("areas", "bodies")) {
      for (Path file : files("agencies/reform/" + part)) {
        for (String line : read(file).lines().skip(1).toList()) {
          String[] fields = fields(line);
          assertThat(founded.add(fields[0])).as(line).isTrue();
          assertThat(fields[4].isEmpty() || founded.contains(fields[4])).as(line).isTrue();
          for (String ended : fields[8].split(" ")) {
            assertThat(heirs.put(ended, fields[0])).as(ended).isNull();
          }
        }
      }
    }
    for (String file : List.of("dissolved.csv", "taken-over.csv")) {
      for (String line : read(SAMPLE.resolve("agencies/reform/" + file)).lines().skip(1).toList()) {
        String[] fields = fields(line);
        LocalDate effective = LocalDate.parse(fields[2]);
        assertThat(founded.contains(fields[0]) || existed(known(fields[0]), effective))
            .as(line)
            .isTrue();
        for (String ended : fields[1].split(" ")) {
          assertThat(heirs.put(ended, fields[0])).as(ended).isNull();
          assertThat(known(ended).validTo()).as(ended).isEqualTo(effective.minusDays(1));
        }
      }
    }
    assertThat(heirs.keySet())
        .containsExactlyInAnyOrderElementsOf(
            AGENCIES.values().stream()
                .filter(agency -> agency.validTo() != null)
                .map(AgencyRegistered::code)
                .toList());
    assertThat(heirs.values())
        .allMatch(heir -> founded.contains(heir) || founded.contains(heirs.get(heir)));
  }

  /** Of rules by the quarter or longer: each occasion, as {@link #owed} writes it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          73/KH-UBND   | R001-1 2024-Q1 2024-03-14 31 HGI<HGI.SNV, \
                         R001-1 2024-Q2 2024-06-14 31 HGI<HGI.SNV, \
                         R001-1 2024-Q3 2024-09-14 31 HGI<HGI.SNV, \
                         R001-1 2024-Q4 2024-12-14 31 HGI<HGI.SNV, \
                         R001-2 2024-H1 2024-05-14 31 HGI<HGI.SNV, \
                         R001-3 2024 2024-11-14 31 HGI<HGI.SNV
          2311/QĐ-UBND | R003-1 2022 2022-12-14 32 KHO<KHO.SNV KHO.BDVTU
          01/KH-UBND   | R002-1 2018 2018-09-29 36 QNG.522<QNG.522.PNV, \
                         R002-1 2019 2019-09-29 36 QNG.522<QNG.522.PNV, \
                         R002-1 2020 2020-09-29 36 QNG.522<QNG.522.PNV
          00/KH-UBND   | R004-1 2021-H1 2021-05-09 37 GLA<GLA.SNV, \
                         R004-2 2021 2021-10-29 37 GLA<GLA.SNV
          2765/KH-UBND |
          """)
  void reportsAreOwedByTheDaysAndToTheAgenciesThatThePlanNames(
      String document, @Nullable String owed) throws IOException {
    PlanIssued plan =
        plans().filter(each -> each.document().equals(document)).findFirst().orElseThrow();
    assertThat(
            plan.reportingRules().stream()
                .filter(rule -> rule.due() != null && rule.frequency().months() > 1)
                .flatMap(rule -> owed(rule, plan))
                .collect(Collectors.joining(", ")))
        .isEqualTo(owed == null ? "" : owed.replaceAll("\\s+", " "));
  }

  @Test
  void briefingsAreConfirmedByTheEndOfEachMonthAndWeeklyInformationByEachFriday()
      throws IOException {
    PlanIssued plan =
        plans().filter(each -> each.document().equals("73/KH-UBND")).findFirst().orElseThrow();
    ReportingRule monthly = rule(plan, Frequency.MONTH);
    assertThat(owed(monthly, plan))
        .hasSize(11)
        .startsWith("R001-5 2024-M02 2024-02-29 193 HGI.SNV")
        .endsWith("R001-5 2024-M12 2024-12-31 193 HGI.SNV");
    ReportingRule weekly = rule(plan, Frequency.WEEK);
    assertThat(owed(weekly, plan))
        .hasSize(45)
        .startsWith("R001-6 2024-W09 2024-03-01 1 HGI.SNV")
        .endsWith("R001-6 2025-W01 2025-01-03 1 HGI.SNV");
    assertThat(List.of(monthly, weekly))
        .allSatisfy(rule ->
            assertThat(rule.form())
                .extracting(Indicator::type)
                .containsExactly(IndicatorType.YES_NO, IndicatorType.INTEGER, IndicatorType.TEXT));
  }

  private static ReportingRule rule(PlanIssued plan, Frequency frequency) {
    List<ReportingRule> rules =
        plan.reportingRules().stream().filter(rule -> rule.frequency() == frequency).toList();
    assertThat(rules).hasSize(1);
    return rules.getFirst();
  }

  /** Rule, period, last timely day, how many owe it, and to whom, by way of whom. */
  private static Stream<String> owed(ReportingRule rule, PlanIssued plan) {
    return rule.occasions(plan.issueDate(), SampleLife.end(plan)).stream()
        .map(occasion ->
            "%s %s %s %d %s"
                .formatted(
                    rule.id(),
                    occasion.period().label(),
                    occasion.due(),
                    bound(rule.reporters(), plan),
                    addressees(rule)));
  }

  private static long bound(Assignees assignees, PlanIssued plan) {
    return AGENCIES.values().stream()
        .filter(agency ->
            assignees.agencies().contains(agency.code())
                || assignees.classes().stream().anyMatch(named -> belongs(agency, named, plan)))
        .filter(agency -> !assignees.except().contains(agency.code()))
        .count();
  }

  private static String addressees(ReportingRule rule) {
    return rule.addressees().stream()
        .map(each -> each.channel() == null ? each.agency() : each.agency() + "<" + each.channel())
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @MethodSource({"plans", "below"})
  void everyAgencyThatAPlanNamesExistedOnTheDayOfIssue(PlanIssued plan) {
    assertThat(namedAgencies(plan))
        .isNotEmpty()
        .allSatisfy(code ->
            assertThat(AGENCIES.get(code))
                .as(code)
                .isNotNull()
                .matches(agency -> existed(agency, plan.issueDate())));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void everyClassThatAPlanNamesHadMembersBelowTheIssuer(PlanIssued plan) {
    assertThat(assignees(plan).flatMap(assignees -> assignees.classes().stream()).distinct())
        .isNotEmpty()
        .allSatisfy(named ->
            assertThat(AGENCIES.values())
                .as(named.toString())
                .anyMatch(agency -> belongs(agency, named, plan)));
  }

  @ParameterizedTest
  @MethodSource({"plans", "below"})
  void everyDutyBelongsToAnItemAndEveryItemToTheOneAbove(PlanIssued plan) {
    List<String> outlines = plan.items().stream().map(Item::outline).toList();
    assertThat(outlines).doesNotHaveDuplicates();
    assertThat(outlines)
        .containsAll(
            plan.items().stream().map(Item::parent).filter(above -> !above.isEmpty()).toList());
    assertThat(outlines)
        .containsAll(plan.assignments().stream().map(AssignmentRule::item).toList());
    assertThat(plan.assignments()).extracting(AssignmentRule::id).doesNotHaveDuplicates();
    assertThat(plan.reportingRules()).extracting(ReportingRule::id).doesNotHaveDuplicates();
  }

  @Test
  void theSchemaHasTheFieldsAndWordsOfThePublishedLanguage() {
    JsonNode schema = JSON.readTree(read(SAMPLE.resolve("plan.schema.json")));
    assertThat(fields(schema, ""))
        .containsExactlyInAnyOrderElementsOf(components(PlanContent.class).toList());
    Map<String, Class<?>> parts =
        Map.ofEntries(
            Map.entry("/properties/signer", Signer.class),
            Map.entry("/properties/items/items", Item.class),
            Map.entry("/properties/assignments/items", AssignmentRule.class),
            Map.entry("/properties/reportingRules/items", ReportingRule.class),
            Map.entry(
                "/properties/reportingRules/items/properties/addressees/items", Addressee.class),
            Map.entry("/properties/reportingRules/items/properties/form/items", Indicator.class),
            Map.entry("/properties/targets/items", TargetLine.class),
            Map.entry("/properties/legalBases/items", LegalBasis.class),
            Map.entry("/properties/recipients/items", Recipient.class),
            Map.entry("/$defs/assignees", Assignees.class),
            Map.entry("/$defs/assignees/properties/classes/items", AgencyClass.class));
    parts.forEach((path, part) ->
        assertThat(fields(schema, path))
            .as(path)
            .containsExactlyInAnyOrderElementsOf(components(part).toList()));
    Map<String, Class<? extends Enum<?>>> words =
        Map.of(
            "/properties/assignments/items/properties/roles/items", DutyRole.class,
            "/properties/reportingRules/items/properties/window", Window.class,
            "/properties/reportingRules/items/properties/form/items/properties/type",
                IndicatorType.class,
            "/properties/reportingRules/items/properties/form/items/properties/rollUp",
                Gathering.class,
            "/properties/targets/items/properties/comparison", Comparison.class,
            "/$defs/bound", Bound.class,
            "/$defs/assignees/properties/classes/items/properties/kind", AgencyKind.class,
            "/$defs/assignees/properties/classes/items/properties/level", AgencyLevel.class);
    words.forEach((path, type) -> hasTheWordsOf(schema, path, List.of(type.getEnumConstants())));
    // No rule runs by the day.
    hasTheWordsOf(
        schema,
        "/properties/reportingRules/items/properties/frequency",
        EnumSet.complementOf(EnumSet.of(Frequency.DAY)));
  }

  @Test
  void theSchemaOfLivesHasTheFieldsAndWordsOfThePublishedLanguage() {
    JsonNode schema = JSON.readTree(read(SAMPLE.resolve("life.schema.json")));
    assertThat(fields(schema, ""))
        .containsExactlyInAnyOrderElementsOf(components(PlanLife.class).toList());
    Map<String, Class<?>> parts =
        Map.of(
            "/properties/stories/items", PlanLife.Story.class,
            "/properties/stories/items/properties/steps/items", PlanLife.Step.class,
            "/properties/awards/items", PlanLife.Award.class,
            "/properties/demanded/items", PlanLife.Demand.class,
            "/properties/amended/items", PlanLife.Amendment.class,
            "/properties/amended/items/properties/moved/items", PlanLife.Moved.class,
            "/properties/amended/items/properties/added/items", PlanLife.Added.class,
            "/properties/amended/items/properties/withdrawn/items", PlanLife.Withdrawn.class,
            "/properties/settled/items", PlanLife.Settlement.class);
    parts.forEach((path, part) ->
        assertThat(fields(schema, path))
            .as(path)
            .containsExactlyInAnyOrderElementsOf(components(part).toList()));
    hasTheWordsOf(
        schema, "/properties/awards/items/properties/award", EnumSet.allOf(AwardKind.class));
  }

  @Test
  void everyPlanHasALifeThatNamesPartsOfItAndDaysSinceItsIssue() throws IOException {
    for (Path file : Stream.of("plans", "below").flatMap(each -> files(each).stream()).toList()) {
      PlanIssued plan = plan(file);
      PlanLife life =
          JSON.convertValue(
              new Yaml()
                  .<Map<String, Object>>load(
                      read(SAMPLE.resolve("lives").resolve(file.getFileName()))),
              PlanLife.class);
      List<String> duties = plan.assignments().stream().map(AssignmentRule::id).toList();
      assertThat(duties)
          .containsAll(
              life.stories().stream()
                  .map(PlanLife.Story::assignment)
                  .filter(Objects::nonNull)
                  .toList());
      for (PlanLife.Amendment amendment : life.amended()) {
        assertThat(amendment.day()).isAfter(plan.issueDate());
        assertThat(duties)
            .containsAll(amendment.moved().stream().map(PlanLife.Moved::assignment).toList())
            .containsAll(
                amendment.withdrawn().stream().map(PlanLife.Withdrawn::assignment).toList())
            .doesNotContainAnyElementsOf(
                amendment.added().stream().map(each -> each.assignment().id()).toList());
      }
      assertThat(plan.reportingRules().stream().map(ReportingRule::id))
          .containsAll(life.demanded().stream().map(PlanLife.Demand::rule).toList());
      assertThat(life.settled())
          .allMatch(each -> each.from().isAfter(plan.issueDate()))
          .allMatch(each -> each.from().isBefore(each.to()));
      assertThat(life.settled().stream().flatMap(each -> Stream.of(each.from(), each.to())))
          .isSorted();
      assertThat(life.stories())
          .isNotEmpty()
          .allSatisfy(story ->
              assertThat(story.steps().stream().map(PlanLife.Step::day))
                  .isSorted()
                  .allMatch(day -> !day.isBefore(plan.issueDate())));
    }
  }

  /** Nothing is changed afterwards that the document itself says. */
  @Test
  void targetsForModelsPerAgencyCountThemFromTheIssueOn() throws IOException {
    assertThat(
            plans()
                .flatMap(plan -> plan.targets().stream())
                .filter(line -> line.counts() != null)
                .map(line -> line.id() + " " + line.counts() + " " + line.countsFrom()))
        .containsExactlyInAnyOrder("T001-2 MODEL null", "T005-3 MODEL null");
    for (Path file : files("lives")) {
      assertThat(read(file)).as(file.toString()).doesNotContain("change-target");
    }
  }

  private static void hasTheWordsOf(
      JsonNode schema, String path, Collection<? extends Enum<?>> words) {
    assertThat(schema.at(path + "/enum").valueStream().map(JsonNode::asString))
        .as(path)
        .containsExactlyInAnyOrderElementsOf(words.stream().map(Enum::name).toList());
  }

  @Test
  void thePlanOf2026HasDutiesOverdueDueSoonAndDueLaterOn21November2026() throws IOException {
    LocalDate today = LocalDate.of(2026, 11, 21);
    PlanIssued plan = plans().filter(each -> each.issuer().equals("CBA")).findAny().orElseThrow();
    List<LocalDate> due =
        Stream.concat(
                plan.assignments().stream()
                    .map(AssignmentRule::due)
                    .filter(rule -> rule != null)
                    .map(rule -> rule.lastTimelyDay()),
                plan.reportingRules().stream()
                    .flatMap(
                        rule -> rule.occasions(plan.issueDate(), SampleLife.end(plan)).stream())
                    .map(ReportingRule.Occasion::due)
                    .filter(day -> day != null))
            .toList();
    assertThat(due)
        .anyMatch(day -> Timeliness.of(day, null, today, false) == Timeliness.OPEN_OVERDUE)
        .anyMatch(day -> !day.isBefore(today) && day.isBefore(today.plusDays(5)))
        .anyMatch(day -> day.getMonthValue() == 12);
  }

  private static List<String> fields(JsonNode schema, String path) {
    return List.copyOf(schema.at(path + "/properties").propertyNames());
  }

  private static Stream<String> components(Class<?> type) {
    return Stream.of(type.getRecordComponents()).map(RecordComponent::getName);
  }

  private static List<Long> districtsAndCommunes(String province, String day) {
    return Stream.of(AgencyLevel.DISTRICT, AgencyLevel.COMMUNE)
        .map(level ->
            AGENCIES.values().stream()
                .filter(agency -> agency.code().startsWith(province + "."))
                .filter(agency -> agency.kind() == AgencyKind.PEOPLES_COMMITTEE)
                .filter(agency -> agency.level() == level)
                .filter(agency -> existed(agency, LocalDate.parse(day)))
                .count())
        .toList();
  }

  private static boolean existed(AgencyRegistered agency, LocalDate day) {
    LocalDate last = agency.validTo();
    return !day.isBefore(agency.validFrom()) && (last == null || !day.isAfter(last));
  }

  private static boolean belongs(AgencyRegistered agency, AgencyClass named, PlanIssued plan) {
    return agency.kind() == named.kind()
        && agency.level() == named.level()
        && existed(agency, plan.issueDate())
        && isBelow(agency, plan.issuer());
  }

  private static boolean isBelow(AgencyRegistered agency, String issuer) {
    String superior = agency.superior();
    return superior != null && (superior.equals(issuer) || isBelow(superiorOf(agency), issuer));
  }

  private static AgencyRegistered superiorOf(AgencyRegistered agency) {
    return known(String.valueOf(agency.superior()));
  }

  private static AgencyRegistered known(String code) {
    return Objects.requireNonNull(AGENCIES.get(code), code);
  }

  private static Stream<Assignees> assignees(PlanIssued plan) {
    return Stream.concat(
        plan.assignments().stream().map(AssignmentRule::assignees),
        plan.reportingRules().stream().map(ReportingRule::reporters));
  }

  private static Set<String> namedAgencies(PlanIssued plan) {
    List<@Nullable String> named = new ArrayList<>();
    named.add(plan.issuer());
    named.add(plan.focal());
    assignees(plan).forEach(each -> named.addAll(each.agencies()));
    for (ReportingRule rule : plan.reportingRules()) {
      for (Addressee addressee : rule.addressees()) {
        named.add(addressee.agency());
        named.add(addressee.channel());
      }
    }
    return named.stream().filter(code -> code != null).collect(Collectors.toSet());
  }

  private static PlanIssued plan(Path file) {
    Map<String, @Nullable Object> fields = new HashMap<>(new Yaml().load(read(file)));
    fields.put("planId", file.getFileName().toString());
    return JSON.convertValue(fields, PlanIssued.class);
  }

  /** All registrations in the order of loading, each after its superior. */
  private static Map<String, AgencyRegistered> agencies() {
    Map<String, AgencyRegistered> agencies = new LinkedHashMap<>();
    for (String part : List.of("agencies/areas", "agencies/bodies")) {
      for (Path file : files(part)) {
        for (String line : read(file).lines().skip(1).toList()) {
          AgencyRegistered agency = agency(line);
          if (agencies.put(agency.code(), agency) != null) {
            throw new AssertionError("Registered twice: " + line);
          }
          if (agency.superior() != null && !agencies.containsKey(agency.superior())) {
            throw new AssertionError("Before its superior: " + line);
          }
        }
      }
    }
    return agencies;
  }

  private static String[] fields(String line) {
    // A text may hold a comma, and then stands in quotation marks.
    return line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
  }

  private static AgencyRegistered agency(String line) {
    String[] fields = fields(line);
    return new AgencyRegistered(
        fields[0],
        fields[1].replace("\"", ""),
        AgencyKind.valueOf(fields[2]),
        AgencyLevel.valueOf(fields[3]),
        fields[4].isEmpty() ? null : fields[4],
        LocalDate.parse(fields[5]),
        fields[6].isEmpty() ? null : LocalDate.parse(fields[6]),
        fields[7].isEmpty() ? null : fields[7]);
  }

  private static List<Path> files(String folder) {
    try (Stream<Path> files = Files.list(SAMPLE.resolve(folder))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
