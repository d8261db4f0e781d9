package plantrail.query.pages;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Addresses of pages. A reader who looks at the past stays there: every link carries the moment.
 *
 * @param at the moment looked at; null for now
 */
public record Links(@Nullable String at) {

  /** The address of a page with those parameters: name, value, name, value…; null is left out. */
  public String to(String path, @Nullable Object... parameters) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
    for (int i = 0; i < parameters.length; i += 2) {
      Object value = parameters[i + 1];
      if (value != null && !value.toString().isEmpty()) {
        address.queryParam(String.valueOf(parameters[i]), "{p" + i + "}");
      }
    }
    if (at != null && !at.isBlank()) {
      address.queryParam("at", "{at}");
    }
    java.util.Map<String, Object> values = new java.util.HashMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      values.put("p" + i, String.valueOf(parameters[i + 1]));
    }
    values.put("at", String.valueOf(at));
    return address.encode().buildAndExpand(values).toUriString();
  }
}
