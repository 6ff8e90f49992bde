package com.policycortex.istio.validation;

import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.StringMatch;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The matches of a VirtualService by a prefix of the path, in the order in which they are tried. A
 * shorter prefix before a longer one takes its requests, unless the two differ in something else.
 */
final class PrefixMatches {

  private final List<HttpMatchRequest> matches = new ArrayList<>();
  private final List<String> prefixes = new ArrayList<>();
  // The route in the upper half, the match within it in the lower.
  private final List<Long> places = new ArrayList<>();

  private PrefixMatches() {}

  static PrefixMatches of(VirtualService service) {
    PrefixMatches all = new PrefixMatches();
    for (int i = 0; i < service.http().size(); i++) {
      List<HttpMatchRequest> matches = service.http().get(i).match();
      if (matches.isEmpty()) {
        break; // nothing behind it is reached at all
      }
      for (int j = 0; j < matches.size(); j++) {
        if (matches.get(j).uri().orElse(null) instanceof StringMatch.Prefix prefix
            && !prefix.value().isEmpty()) {
          all.matches.add(matches.get(j));
          all.prefixes.add(prefix.value());
          all.places.add(((long) i << Integer.SIZE) + j);
        }
      }
    }
    return all;
  }

  /** Adds a finding for each match that one before it covers. */
  void coveredBefore(Report report) {
    for (int later = 1; later < matches.size(); later++) {
      String longer = prefixes.get(later);
      for (int earlier = 0; earlier < later; earlier++) {
        String shorter = prefixes.get(earlier);
        if (longer.startsWith(shorter)
            && longer.length() > shorter.length()
            && covers(matches.get(earlier), matches.get(later))) {
          if (repeats(later)) {
            break; // said by the rule for duplicates, and istiod says no more of it
          }
          report.add(
              place(later) + ".uri",
              "The prefix "
                  + Text.quote(shorter)
                  + " of "
                  + place(earlier)
                  + " takes these requests before");
          break;
        }
      }
    }
  }

  private boolean repeats(int later) {
    MatchKey key = MatchKey.of(matches.get(later));
    for (int earlier = 0; earlier < later; earlier++) {
      if (prefixes.get(earlier).equals(prefixes.get(later))
          && MatchKey.of(matches.get(earlier)).equals(key)) {
        return true;
      }
    }
    return false;
  }

  private String place(int index) {
    long place = places.get(index);
    return "http[" + (place >> Integer.SIZE) + "].match[" + (int) place + "]";
  }

  private static boolean covers(HttpMatchRequest earlier, HttpMatchRequest later) {
    return earlier.port().orElse(0L).equals(later.port().orElse(0L))
        && method(earlier).startsWith(method(later))
        && encoded(earlier.authority()).startsWith(encoded(later.authority()))
        && covers(earlier.headers(), later.headers())
        && covers(earlier.queryParams(), later.queryParams())
        && covers(earlier.withoutHeaders(), later.withoutHeaders());
  }

  private static boolean covers(Map<String, StringMatch> earlier, Map<String, StringMatch> later) {
    if (earlier.size() != later.size()) {
      return false;
    }
    for (Map.Entry<String, StringMatch> entry : earlier.entrySet()) {
      StringMatch other = later.get(entry.getKey());
      if (other == null || !encoded(entry.getValue()).startsWith(encoded(other))) {
        return false;
      }
    }
    return true;
  }

  private static String method(HttpMatchRequest match) {
    String method = encoded(match.method());
    return method.isEmpty() ? "exact:GET" : method;
  }

  private static String encoded(Optional<StringMatch> match) {
    return match.isPresent() ? encoded(match.get()) : "";
  }

  // As istiod compares them: a regex counts as nothing.
  private static String encoded(StringMatch match) {
    if (match instanceof StringMatch.Exact exact) {
      return exact.value().isEmpty() ? "" : "exact:" + exact.value();
    }
    return match instanceof StringMatch.Prefix prefix && !prefix.value().isEmpty()
        ? "prefix:" + prefix.value()
        : "";
  }
}
