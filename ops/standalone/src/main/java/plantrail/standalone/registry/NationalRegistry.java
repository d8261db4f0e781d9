package plantrail.standalone.registry;

import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import plantrail.command.Command;
import plantrail.command.agency.dissolveagency.DissolveAgency;
import plantrail.command.agency.mergeagencies.MergeAgencies;
import plantrail.command.agency.moveagency.MoveAgency;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.agency.Spelling;

/**
 * The country's People's Committees before and after 1 July 2025, as commands. What the source has
 * and how its faults are mended stands in registry/README.md beside the tables.
 */
final class NationalRegistry {
  /** First day since which there are two tiers. */
  static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

  /** First day for which the tables speak. */
  static final LocalDate FIRST_DAY = LocalDate.of(2025, 3, 1);

  private static final String OF_PROVINCES = "Nghị quyết 202/2025/QH15 ngày 12/6/2025";
  private static final String OF_COMMUNES = "Quyết định 19/2025/QĐ-TTg ngày 30/6/2025";
  private static final String OF_DISTRICTS = "Luật Tổ chức chính quyền địa phương 72/2025/QH15";

  /**
   * What was found.
   *
   * @param mended rows whose target had another code than the one of its name and province
   * @param endedBefore rows about units that had ended before and have no code
   * @param unmapped units whose target was not found
   * @param ambiguous units that have more than one target
   * @param without communes of today that none before became part of
   */
  record Report(
      int provincesBefore,
      int districtsBefore,
      int communesBefore,
      int provincesAfter,
      int communesAfter,
      int mended,
      int endedBefore,
      List<String> unmapped,
      List<String> ambiguous,
      List<String> without) {}

  private record Commune(String code, String name, String district, String province, String to) {}

  private record Unit(String code, String name, String province) {}

  private final List<Commune> communes = new ArrayList<>();
  private final Map<String, String> provincesBefore = new LinkedHashMap<>();
  private final Map<String, Unit> provincesAfter = new LinkedHashMap<>();
  private final Map<String, Unit> communesAfter = new LinkedHashMap<>();
  private final Map<String, String> provinceTargets = new HashMap<>();
  private final List<RegisterAgency> before = new ArrayList<>();
  private final List<Command> ofProvinces = new ArrayList<>();
  private final List<Command> reform = new ArrayList<>();
  private final List<String> unmapped = new ArrayList<>();
  private final List<String> ambiguous = new ArrayList<>();
  private final List<String> without = new ArrayList<>();
  private int mended;
  private int endedBefore;
  private int districts;

  /**
   * The part of the country that belongs to these provinces.
   *
   * @param of whether a province before the reform counts, by its official code
   */
  NationalRegistry(Predicate<String> of) {
    for (CSVRecord row : rows("provinces-before.csv")) {
      if (of.test(row.get("code"))) {
        provincesBefore.put(row.get("name"), row.get("code"));
      }
    }
    for (CSVRecord row : rows("provinces.csv.gz")) {
      String name = row.get("name");
      String full = name.startsWith("Thành phố") ? name : row.get("place_type") + " " + name;
      String code = row.get("province_code");
      provincesAfter.put(name, new Unit(code, full, code));
    }
    readCommunes();
    findProvinces();
    provincesBefore.forEach(this::beforeReform);
    mergeProvinces();
    mergeCommunes();
    dissolveDistricts();
  }

  /** The registrations of those before the reform, each after the one above it. */
  List<RegisterAgency> before() {
    return before;
  }

  /** What became of the provinces: first of all, because the rest names them. */
  List<Command> reformOfProvinces() {
    return ofProvinces;
  }

  /** What became of districts and communes; each command stands for itself. */
  List<Command> reform() {
    return reform;
  }

  Report report() {
    return new Report(
        provincesBefore.size(),
        districts,
        communes.size(),
        (int) provinceTargets.values().stream().distinct().count(),
        communesAfter.size(),
        mended,
        endedBefore,
        List.copyOf(unmapped),
        List.copyOf(ambiguous),
        List.copyOf(without));
  }

  private void readCommunes() {
    Map<String, Unit> byCode = new HashMap<>();
    Map<String, Unit> byName = new HashMap<>();
    for (CSVRecord row : rows("communes.csv.gz")) {
      Unit unit = new Unit(row.get("ward_code"), row.get("name"), row.get("province_code"));
      byCode.put(unit.code(), unit);
      if (byName.put(key(unit.name(), unit.province()), unit) != null) {
        ambiguous.add(unit.name());
      }
    }
    for (CSVRecord row : rows("mapping.csv.gz")) {
      String province = row.get("old_province_name");
      if (!provincesBefore.containsKey(province)) {
        continue;
      }
      String name = row.get("old_ward_name");
      String stated = row.get("new_ward_code");
      Unit into = Objects.requireNonNull(provincesAfter.get(row.get("new_province_name")));
      Unit named = byName.get(key(row.get("new_ward_name"), into.code()));
      mended += named != null && !named.code().equals(stated) ? 1 : 0;
      Unit to = named != null ? named : byCode.get(stated);
      if (to == null) {
        unmapped.add(name + ", " + province);
      }
      if (row.get("old_ward_code").isEmpty()) {
        endedBefore++;
        continue;
      }
      if (to != null) {
        communesAfter.put(to.code(), to);
      }
      communes.add(
          new Commune(
              row.get("old_ward_code"),
              name,
              row.get("old_district_name"),
              province,
              to == null ? "" : to.code()));
    }
    communes.stream()
        .collect(groupingBy(Commune::code))
        .forEach((code, same) -> {
          if (same.size() > 1) {
            ambiguous.add(code);
          }
        });
  }

  private static String key(String name, String province) {
    return province + " " + Spelling.folded(name);
  }

  /**
   * A province became part of the one in which most of its communes are; all, if the table is
   * right.
   */
  private void findProvinces() {
    Map<String, Map<String, Integer>> targets = new HashMap<>();
    for (Commune each : communes) {
      Unit to = communesAfter.get(each.to());
      if (to != null) {
        targets
            .computeIfAbsent(each.province(), key -> new HashMap<>())
            .merge(to.province(), 1, Integer::sum);
      }
    }
    targets.forEach((province, counts) -> {
      if (counts.size() > 1) {
        ambiguous.add(province);
      }
      provinceTargets.put(
          province,
          counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey());
    });
    // Communes without a predecessor belong to the part of the country in question, too.
    for (CSVRecord row : rows("communes.csv.gz")) {
      String province = row.get("province_code");
      String code = row.get("ward_code");
      if (provinceTargets.containsValue(province) && !communesAfter.containsKey(code)) {
        communesAfter.put(code, new Unit(code, row.get("name"), province));
        without.add(row.get("name"));
      }
    }
  }

  private void beforeReform(String province, String official) {
    String code = "VN-" + official;
    before.add(register(code, province, AgencyLevel.PROVINCE, null, FIRST_DAY, official));
    Map<String, List<Commune>> byDistrict = new LinkedHashMap<>();
    communes.stream()
        .filter(each -> each.province().equals(province))
        .forEach(each ->
            byDistrict.computeIfAbsent(each.district(), key -> new ArrayList<>()).add(each));
    districts += byDistrict.size();
    byDistrict.forEach((name, below) -> {
      String district = district(code, name);
      before.add(register(district, name, AgencyLevel.DISTRICT, code, FIRST_DAY, null));
      below.forEach(each ->
          before.add(
              register(
                  commune(each),
                  each.name(),
                  AgencyLevel.COMMUNE,
                  district,
                  FIRST_DAY,
                  each.code())));
    });
  }

  private String commune(Commune commune) {
    return "VN-" + provincesBefore.get(commune.province()) + "." + commune.code();
  }

  private static String district(String province, String name) {
    String plain =
        Normalizer.normalize(name.toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-");
    return province + "." + plain;
  }

  /** Our code of the province's People's Committee since the reform. */
  private String after(String official) {
    List<String> parts =
        provinceTargets.entrySet().stream()
            .filter(each -> each.getValue().equals(official))
            .map(Map.Entry::getKey)
            .toList();
    return parts.size() == 1
        ? "VN-" + provincesBefore.get(parts.getFirst())
        : "VN-" + official + "-2025";
  }

  private void mergeProvinces() {
    for (Unit province : provincesAfter.values()) {
      List<String> parts =
          provincesBefore.keySet().stream()
              .filter(name -> province.code().equals(provinceTargets.get(name)))
              .map(name -> "VN-" + provincesBefore.get(name))
              .toList();
      if (parts.size() > 1) {
        String code = after(province.code());
        ofProvinces.add(
            merge(
                parts,
                register(
                    code, province.name(), AgencyLevel.PROVINCE, null, REFORM, province.code()),
                OF_PROVINCES));
      }
    }
  }

  private void mergeCommunes() {
    Map<String, List<Commune>> parts = communes.stream().collect(groupingBy(Commune::to));
    for (Unit unit : communesAfter.values()) {
      List<Commune> merged = parts.getOrDefault(unit.code(), List.of());
      String superior = after(unit.province());
      RegisterAgency founded =
          register(
              "VN-" + unit.province() + "." + unit.code() + "-2025",
              unit.name(),
              AgencyLevel.COMMUNE,
              superior,
              REFORM,
              unit.code());
      if (merged.isEmpty()) {
        reform.add(founded);
      } else if (merged.size() == 1 && goesOn(merged.getFirst(), unit)) {
        reform.add(new MoveAgency(commune(merged.getFirst()), superior, REFORM, OF_DISTRICTS));
      } else {
        reform.add(merge(merged.stream().map(this::commune).toList(), founded, OF_COMMUNES));
      }
    }
  }

  private static boolean goesOn(Commune commune, Unit unit) {
    return commune.code().equals(unit.code()) && Spelling.same(commune.name(), unit.name());
  }

  private void dissolveDistricts() {
    for (RegisterAgency each : before) {
      if (each.level() == AgencyLevel.DISTRICT) {
        String province = provinceOf(String.valueOf(each.superior()));
        reform.add(
            new DissolveAgency(
                each.code(), after(province), List.of(), List.of(), REFORM, OF_DISTRICTS));
      }
    }
  }

  private String provinceOf(String before) {
    return provincesBefore.entrySet().stream()
        .filter(each -> before.equals("VN-" + each.getValue()))
        .map(each -> Objects.requireNonNull(provinceTargets.get(each.getKey())))
        .findFirst()
        .orElseThrow();
  }

  private static MergeAgencies merge(List<String> parts, RegisterAgency founded, String basis) {
    return new MergeAgencies(parts, founded.code(), List.of(founded), REFORM, basis);
  }

  private static RegisterAgency register(
      String code,
      String name,
      AgencyLevel level,
      @Nullable String superior,
      LocalDate since,
      @Nullable String official) {
    return new RegisterAgency(
        code,
        "UBND " + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1),
        AgencyKind.PEOPLES_COMMITTEE,
        level,
        superior,
        since,
        null,
        official);
  }

  private static List<CSVRecord> rows(String file) {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (InputStream in =
            Objects.requireNonNull(
                NationalRegistry.class.getResourceAsStream("/registry/" + file), file);
        CSVParser rows =
            format.parse(
                new InputStreamReader(
                    file.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
      return rows.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
