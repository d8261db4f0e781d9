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

  private record District(String code, String name, String province) {}

  private record Commune(String code, String name, District district) {
    String province() {
      return district.province();
    }
  }

  private record Unit(String code, String name, String province) {}

  private final Map<String, District> districts = new LinkedHashMap<>();
  private final List<Commune> communes = new ArrayList<>();
  private final Map<String, String> provincesBefore = new LinkedHashMap<>();
  private final Map<String, Unit> provincesAfter = new LinkedHashMap<>();
  private final Map<String, Unit> communesAfter = new LinkedHashMap<>();
  private final Map<String, String> provinceTargets = new HashMap<>();

  /** Today's commune that a commune, or a district without communes, became part of. */
  private final Map<String, String> targets = new HashMap<>();

  private final List<RegisterAgency> before = new ArrayList<>();
  private final List<Command> ofProvinces = new ArrayList<>();
  private final List<Command> reform = new ArrayList<>();
  private final List<String> unmapped = new ArrayList<>();
  private final List<String> ambiguous = new ArrayList<>();
  private final List<String> without = new ArrayList<>();
  private int mended;
  private int endedBefore;

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
    readBefore();
    readTargets();
    findProvinces();
    goOnByName();
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
        districts.size(),
        communes.size(),
        (int) provinceTargets.values().stream().distinct().count(),
        communesAfter.size(),
        mended,
        endedBefore,
        List.copyOf(unmapped),
        List.copyOf(ambiguous),
        List.copyOf(without));
  }

  private void readBefore() {
    Map<String, String> provinces = new HashMap<>();
    provincesBefore.forEach((name, code) -> provinces.put(code, name));
    for (CSVRecord row : rows("districts-before.csv.gz")) {
      String province = provinces.get(row.get("province_code"));
      if (province != null) {
        districts.put(row.get("code"), new District(row.get("code"), row.get("name"), province));
      }
    }
    for (CSVRecord row : rows("communes-before.csv.gz")) {
      District district = districts.get(row.get("district_code"));
      if (district != null) {
        communes.add(new Commune(row.get("code"), row.get("name"), district));
      }
    }
  }

  private void readTargets() {
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
      String code = row.get("old_ward_code");
      if (code.isEmpty()) {
        endedBefore++;
      } else if (to != null) {
        communesAfter.put(to.code(), to);
        if (targets.put(code, to.code()) != null) {
          ambiguous.add(code);
        }
      }
    }
  }

  private static String key(String name, String province) {
    return province + " " + Spelling.folded(name);
  }

  /**
   * A province became part of the one in which most of its communes are; all, if the table is
   * right.
   */
  private void findProvinces() {
    Map<String, Map<String, Integer>> found = new HashMap<>();
    for (Commune each : communes) {
      Unit to = communesAfter.get(targets.get(each.code()));
      if (to != null) {
        found
            .computeIfAbsent(each.province(), key -> new HashMap<>())
            .merge(to.province(), 1, Integer::sum);
      }
    }
    found.forEach((province, counts) -> {
      if (counts.size() > 1) {
        ambiguous.add(province);
      }
      provinceTargets.put(
          province,
          counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey());
    });
  }

  /**
   * What the mapping does not name goes on under its name: a commune in the commune of that name, a
   * district without communes in the special zone of that name.
   */
  private void goOnByName() {
    Map<String, String> left = new HashMap<>();
    for (Commune each : communes) {
      if (!targets.containsKey(each.code())) {
        left.put(key(each.name(), target(each.province())), each.code());
      }
    }
    for (District each : districts.values()) {
      if (communes.stream().noneMatch(commune -> commune.district().equals(each))) {
        String zone = each.name().replace("Huyện", "Đặc khu");
        left.put(key(zone, target(each.province())), each.code());
      }
    }
    for (CSVRecord row : rows("communes.csv.gz")) {
      Unit unit = new Unit(row.get("ward_code"), row.get("name"), row.get("province_code"));
      // Those without a predecessor belong to the part of the country in question, too.
      if (provinceTargets.containsValue(unit.province())
          && !communesAfter.containsKey(unit.code())) {
        communesAfter.put(unit.code(), unit);
        String before = left.remove(key(unit.name(), unit.province()));
        if (before == null) {
          without.add(unit.name());
        } else {
          targets.put(before, unit.code());
        }
      }
    }
    unmapped.addAll(left.values());
  }

  private String target(String province) {
    return Objects.requireNonNull(provinceTargets.get(province));
  }

  private void beforeReform(String province, String official) {
    String code = "VN-" + official;
    before.add(register(code, province, AgencyLevel.PROVINCE, null, FIRST_DAY, official));
    Map<District, List<Commune>> below = communes.stream().collect(groupingBy(Commune::district));
    for (District each : districts.values()) {
      if (each.province().equals(province)) {
        before.add(
            register(
                district(each), each.name(), AgencyLevel.DISTRICT, code, FIRST_DAY, each.code()));
        for (Commune commune : below.getOrDefault(each, List.of())) {
          before.add(
              register(
                  commune(commune),
                  commune.name(),
                  AgencyLevel.COMMUNE,
                  district(each),
                  FIRST_DAY,
                  commune.code()));
        }
      }
    }
  }

  private String commune(Commune commune) {
    return "VN-" + provincesBefore.get(commune.province()) + "." + commune.code();
  }

  private String district(District district) {
    String plain =
        Normalizer.normalize(
                district.name().toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-");
    return "VN-" + provincesBefore.get(district.province()) + "." + plain;
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
    Map<String, List<Commune>> parts =
        communes.stream()
            .filter(each -> targets.containsKey(each.code()))
            .collect(groupingBy(each -> targets.getOrDefault(each.code(), "")));
    Map<String, String> zones = new HashMap<>();
    for (District each : districts.values()) {
      if (targets.containsKey(each.code())) {
        zones.put(targets.get(each.code()), district(each));
      }
    }
    for (Unit unit : communesAfter.values()) {
      List<Commune> merged = parts.getOrDefault(unit.code(), List.of());
      String zone = zones.get(unit.code());
      String superior = after(unit.province());
      RegisterAgency founded =
          register(
              "VN-" + unit.province() + "." + unit.code() + "-2025",
              unit.name(),
              AgencyLevel.COMMUNE,
              superior,
              REFORM,
              unit.code());
      if (zone != null) {
        reform.add(merge(List.of(zone), founded, OF_COMMUNES));
      } else if (merged.isEmpty()) {
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
    for (District each : districts.values()) {
      if (!targets.containsKey(each.code())) {
        String province = after(target(each.province()));
        reform.add(
            new DissolveAgency(
                district(each), province, List.of(), List.of(), REFORM, OF_DISTRICTS));
      }
    }
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
