package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.networking.HeaderOperations;
import com.policycortex.istio.model.networking.Headers;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Headers that are added, set and removed. */
final class HeaderOperationRules {

  private static final RuleSet<HeaderOperations> REQUEST =
      RuleSet.of(HeaderOperations.class)
          .error(
              "VS-HDR-REQ-NAME",
              Gate.ISTIOD,
              "Write a header's name; of the pseudo headers only :authority can be set",
              (operations, report) -> {
                names("add", operations.add(), HeaderNames::isAddableToRequest, report);
                names("set", operations.set(), HeaderNames::isAddableToRequest, report);
              })
          .error(
              "VS-HDR-REQ-VALUE",
              Gate.ISTIOD,
              "Write %% for a percent sign, and no control characters",
              HeaderOperationRules::values)
          .error(
              "VS-HDR-REQ-REMOVE",
              Gate.ISTIOD,
              "Name a header other than host and the pseudo headers",
              HeaderOperationRules::removed)
          .build();

  private static final RuleSet<HeaderOperations> RESPONSE =
      RuleSet.of(HeaderOperations.class)
          .error(
              "VS-HDR-RESP-NAME",
              Gate.ISTIOD,
              "Name a header other than host and the pseudo headers",
              (operations, report) -> {
                names("add", operations.add(), HeaderNames::isChangeable, report);
                names("set", operations.set(), HeaderNames::isChangeable, report);
              })
          .error(
              "VS-HDR-RESP-VALUE",
              Gate.ISTIOD,
              "Write %% for a percent sign, and no control characters",
              HeaderOperationRules::values)
          .error(
              "VS-HDR-RESP-REMOVE",
              Gate.ISTIOD,
              "Name a header other than host and the pseudo headers",
              HeaderOperationRules::removed)
          .build();

  static final RuleSet<Headers> RULES =
      RuleSet.of(Headers.class)
          .part("request", Headers::request, REQUEST)
          .part("response", Headers::response, RESPONSE)
          .build();

  private HeaderOperationRules() {}

  private static void names(
      String field, Map<String, String> headers, Predicate<String> good, Report report) {
    if (!headers.isEmpty()) {
      for (String name : headers.keySet()) {
        if (!good.test(name)) {
          report.add(field + "[" + name + "]", Text.quote(name) + " cannot be changed");
        }
      }
    }
  }

  private static void values(HeaderOperations operations, Report report) {
    values("add", operations.add(), report);
    values("set", operations.set(), report);
  }

  private static void values(String field, Map<String, String> headers, Report report) {
    if (!headers.isEmpty()) {
      for (Map.Entry<String, String> header : headers.entrySet()) {
        String problem = HeaderValues.problem(header.getValue());
        if (problem != null) {
          report.add(
              field + "[" + header.getKey() + "]",
              "The value " + Text.quote(header.getValue()) + " " + problem);
        }
      }
    }
  }

  private static void removed(HeaderOperations operations, Report report) {
    List<String> remove = operations.remove();
    for (int i = 0; i < remove.size(); i++) {
      if (!HeaderNames.isChangeable(remove.get(i))) {
        report.add("remove[" + i + "]", Text.quote(remove.get(i)) + " cannot be removed");
      }
    }
  }
}
