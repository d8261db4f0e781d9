package plantrail.kernel.agency;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether two spellings of a Vietnamese name are the same name. Official lists differ in where the
 * tone mark stands (Khánh Hòa, Khánh Hoà), in the apostrophe (M’gar, M'gar), in capitals and in
 * spaces; letters and tones themselves tell names apart.
 */
public final class Spelling {
  private static final Pattern APOSTROPHES = Pattern.compile("[\u2018\u2019\u02bc\u00b4`]");

  /** Spaces of any kind, those among them at which no line is broken. */
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  /** What stands between letters and shows nothing, as texts that are pasted may have it. */
  private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

  /** Grave, acute, tilde, hook above, dot below: the marks of the five tones that have one. */
  private static final Pattern TONE = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]");

  private Spelling() {}

  /** The form that all spellings of a name share; for comparing only. */
  public static String folded(String name) {
    StringBuilder folded = new StringBuilder();
    String seen = UNSEEN.matcher(name).replaceAll("");
    String plain = APOSTROPHES.matcher(seen).replaceAll("'").toLowerCase(Locale.ROOT);
    for (String syllable : SPACES.split(SPACES.matcher(plain).replaceAll(" ").strip())) {
      String parts = Normalizer.normalize(syllable, Normalizer.Form.NFD);
      folded.append(folded.isEmpty() ? "" : " ").append(TONE.matcher(parts).replaceAll(""));
      TONE.matcher(parts).results().forEach(tone -> folded.append(tone.group()));
    }
    return Normalizer.normalize(folded, Normalizer.Form.NFC);
  }

  /** Whether both name the same. */
  public static boolean same(String one, String other) {
    return folded(one).equals(folded(other));
  }
}
