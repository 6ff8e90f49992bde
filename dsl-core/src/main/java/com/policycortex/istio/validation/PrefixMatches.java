package com.policycortex.istio.validation;

import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.StringMatch;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;
import java.util.Map;

/**
 * The matches of a VirtualService by a prefix of the path, in the order in which they are tried. A
 * shorter prefix before a longer one takes its requests, unless the two differ in something else.
 */
final class PrefixMatches {

  private static final StringMatch NOTHING = new StringMatch.Exact("");
  private static final StringMatch GET = new StringMatch.Exact("GET");

  private PrefixMatches() {}

  /** Adds a finding for each match that one before it covers. */
  static void coveredBefore(VirtualService service, Report report) {
    List<HttpRoute> routes = service.http();
    HashTable before = report.table(routes.size());
    long lengths = 0; // a bit for each length of the prefixes before, by its lower six bits
    for (int i = 0; i < routes.size(); i++) {
      List<HttpMatchRequest> matches = routes.get(i).match();
      if (matches.isEmpty()) {
        return; // nothing behind it is reached at all
      }
      for (int j = 0; j < matches.size(); j++) {
        String prefix = prefix(matches.get(j));
        if (!prefix.isEmpty()) {
          int covering = covering(before, lengths, matches.get(j), prefix, routes);
          if (covering != HashTable.NONE && !repeats(before, matches.get(j), prefix, routes)) {
            report.add(
                place(i, j) + ".uri",
                "The prefix "
                    + Text.quote(prefix(match(before, covering, routes)))
                    + " of "
                    + place(before.route(covering), before.match(covering))
                    + " takes these requests before");
          }
          before.add(prefix.hashCode(), i, j);
          lengths |= 1L << prefix.length();
        }
      }
    }
  }

  // The first of those before that have a shorter prefix. The hash of each beginning of a text is
  // that of the one before and one more letter.
  private static int covering(
      HashTable before,
      long lengths,
      HttpMatchRequest match,
      String prefix,
      List<HttpRoute> routes) {
    int first = HashTable.NONE;
    int hash = 0;
    for (int length = 1; length < prefix.length(); length++) {
      hash = 31 * hash + prefix.charAt(length - 1);
      if ((lengths >>> length & 1) == 0) {
        continue;
      }
      for (int entry = before.find(hash); entry != HashTable.NONE; entry = before.next(entry)) {
        if (first == HashTable.NONE || entry < first) {
          HttpMatchRequest earlier = match(before, entry, routes);
          String shorter = prefix(earlier);
          if (shorter.length() == length && prefix.startsWith(shorter) && covers(earlier, match)) {
            first = entry;
          }
        }
      }
    }
    return first;
  }

  // Said by the rule for duplicates, and istiod says no more of it.
  private static boolean repeats(
      HashTable before, HttpMatchRequest match, String prefix, List<HttpRoute> routes) {
    int entry = before.find(prefix.hashCode());
    while (entry != HashTable.NONE && !Matches.HTTP.same(match(before, entry, routes), match)) {
      entry = before.next(entry);
    }
    return entry != HashTable.NONE;
  }

  private static HttpMatchRequest match(HashTable table, int entry, List<HttpRoute> routes) {
    return routes.get(table.route(entry)).match().get(table.match(entry));
  }

  private static String prefix(HttpMatchRequest match) {
    return match.uri().orElse(null) instanceof StringMatch.Prefix prefix ? prefix.value() : "";
  }

  private static String place(int route, int match) {
    return "http[" + route + "].match[" + match + "]";
  }

  private static boolean covers(HttpMatchRequest earlier, HttpMatchRequest later) {
    return earlier.port().orElse(0L).equals(later.port().orElse(0L))
        && begins(method(earlier), method(later))
        && begins(earlier.authority().orElse(NOTHING), later.authority().orElse(NOTHING))
        && covers(earlier.headers(), later.headers())
        && covers(earlier.queryParams(), later.queryParams())
        && covers(earlier.withoutHeaders(), later.withoutHeaders());
  }

  private static boolean covers(Map<String, StringMatch> earlier, Map<String, StringMatch> later) {
    if (earlier.size() != later.size()) {
      return false;
    }
    if (earlier.isEmpty()) {
      return true;
    }
    for (Map.Entry<String, StringMatch> entry : earlier.entrySet()) {
      StringMatch other = later.get(entry.getKey());
      if (other == null || !begins(entry.getValue(), other)) {
        return false;
      }
    }
    return true;
  }

  private static StringMatch method(HttpMatchRequest match) {
    StringMatch method = match.method().orElse(GET);
    return text(method).isEmpty() ? GET : method;
  }

  // As istiod compares them: a regex and an empty text count as nothing, which begins everything.
  private static boolean begins(StringMatch earlier, StringMatch later) {
    return text(later).isEmpty()
        || (earlier instanceof StringMatch.Exact == later instanceof StringMatch.Exact
            && text(earlier).startsWith(text(later)));
  }

  private static String text(StringMatch match) {
    if (match instanceof StringMatch.Exact exact) {
      return exact.value();
    }
    return match instanceof StringMatch.Prefix prefix ? prefix.value() : "";
  }
}
