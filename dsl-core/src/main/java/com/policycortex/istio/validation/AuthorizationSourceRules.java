package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.security.AuthorizationAction;
import com.policycortex.istio.model.security.AuthorizationFrom;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.AuthorizationSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who sends a request. */
final class AuthorizationSourceRules {

  private static final int SERVICE_ACCOUNTS = 16;
  private static final int SERVICE_ACCOUNT = 320;
  private static final List<String> ACCOUNT_LISTS =
      List.of("serviceAccounts", "notServiceAccounts");
  private static final List<String> OTHER_LISTS =
      List.of("principals", "notPrincipals", "namespaces", "notNamespaces");

  private static final RuleSet<AuthorizationSource> SOURCE =
      RuleSet.of(AuthorizationSource.class)
          .error(
              "AP-SOURCE-EMPTY",
              Gate.ISTIOD,
              "Write one of its lists",
              (source, report) -> {
                if (isEmpty(source)) {
                  report.add("", "The source says nothing");
                }
              })
          .error(
              "AP-SOURCE-SA-MIX",
              Gate.BOTH,
              "Write serviceAccounts alone: they stand for namespace and principal",
              (source, report) -> {
                boolean accounts =
                    !(source.serviceAccounts().isEmpty() && source.notServiceAccounts().isEmpty());
                boolean others =
                    !(source.principals().isEmpty()
                        && source.notPrincipals().isEmpty()
                        && source.namespaces().isEmpty()
                        && source.notNamespaces().isEmpty());
                if (accounts && others) {
                  report.add("serviceAccounts", "There are principals or namespaces beside it");
                } else if ((accounts || isEmptyList(source, ACCOUNT_LISTS))
                    && (others || isEmptyList(source, OTHER_LISTS))) {
                  report.add(
                      Gate.API_SERVER,
                      "serviceAccounts",
                      "There are principals or namespaces beside it, if only as []");
                }
              })
          .error(
              "AP-SOURCE-IP",
              Gate.ISTIOD,
              "Write an IP or a network such as 10.0.0.0/8",
              (source, report) -> {
                addresses("ipBlocks", source.ipBlocks(), report);
                addresses("notIpBlocks", source.notIpBlocks(), report);
                addresses("remoteIpBlocks", source.remoteIpBlocks(), report);
                addresses("notRemoteIpBlocks", source.notRemoteIpBlocks(), report);
              })
          .error(
              "AP-SOURCE-BLANK",
              Gate.ISTIOD,
              "Write a text, or '*' for any",
              (source, report) -> {
                blank("principals", source.principals(), report);
                blank("notPrincipals", source.notPrincipals(), report);
                blank("requestPrincipals", source.requestPrincipals(), report);
                blank("notRequestPrincipals", source.notRequestPrincipals(), report);
                blank("namespaces", source.namespaces(), report);
                blank("notNamespaces", source.notNamespaces(), report);
              })
          .error(
              "AP-SOURCE-SA",
              Gate.ISTIOD,
              "Write at most 16 of serviceAccount or namespace/serviceAccount, without wildcards",
              (source, report) -> {
                accounts("serviceAccounts", source.serviceAccounts(), report);
                accounts("notServiceAccounts", source.notServiceAccounts(), report);
              })
          .error(
              "AP-SOURCE-TD",
              Gate.ISTIOD,
              "Write a trust domain, with at most one '*' at its start or end",
              (source, report) -> {
                trustDomains("trustDomains", source.trustDomains(), report);
                trustDomains("notTrustDomains", source.notTrustDomains(), report);
              })
          .error(
              "AP-CUSTOM-SOURCE",
              Gate.ISTIOD,
              "Write ipBlocks or remoteIpBlocks, and leave identities to the provider",
              (source, report) -> {
                AuthorizationPolicy policy =
                    report.manifestFor("spec.action", AuthorizationPolicy.class);
                if (AuthorizationPolicyRules.action(policy) == AuthorizationAction.CUSTOM
                    && hasIdentity(source)) {
                  report.add("", "A CUSTOM policy cannot ask for identities");
                }
              })
          .build();

  static final RuleSet<AuthorizationFrom> RULES =
      RuleSet.of(AuthorizationFrom.class)
          .error(
              "AP-SOURCE-REQUIRED",
              Gate.ISTIOD,
              "Write source",
              (from, report) -> {
                if (from.source().isEmpty()) {
                  report.add("source", "The source is missing");
                }
              })
          .part("source", AuthorizationFrom::source, SOURCE)
          .build();

  private AuthorizationSourceRules() {}

  private static boolean isEmptyList(AuthorizationSource source, List<String> fields) {
    return fields.stream().anyMatch(source::isExplicitlyEmpty);
  }

  /** True if something is asked that a plain TCP connection has too. */
  static boolean isOfTcp(AuthorizationSource source) {
    return !(source.principals().isEmpty()
        && source.notPrincipals().isEmpty()
        && source.ipBlocks().isEmpty()
        && source.notIpBlocks().isEmpty()
        && source.namespaces().isEmpty()
        && source.notNamespaces().isEmpty()
        && source.remoteIpBlocks().isEmpty()
        && source.notRemoteIpBlocks().isEmpty()
        && source.serviceAccounts().isEmpty()
        && source.notServiceAccounts().isEmpty());
  }

  /** What is wrong with a service account; null if nothing is. */
  static @Nullable String problemWithServiceAccount(String account) {
    int slash = account.indexOf('/');
    if (account.isEmpty()) {
      return "The service account is empty";
    }
    if (account.indexOf('*') >= 0) {
      return Text.quote(account) + " has a wildcard";
    }
    if (slash != account.lastIndexOf('/')) {
      return Text.quote(account) + " has more than one slash";
    }
    if (Text.utf8Length(account) > SERVICE_ACCOUNT) {
      return "The service account is longer than 320 bytes";
    }
    return slash == 0 || slash == account.length() - 1
        ? Text.quote(account) + " has nothing on one side of the slash"
        : null;
  }

  private static void accounts(String field, List<String> accounts, Report report) {
    serviceAccounts(field, accounts, Gate.BOTH, report);
  }

  /** The limits of their number and of a text's length are held by the gate given, too. */
  static void serviceAccounts(String field, List<String> accounts, Gate limits, Report report) {
    if (accounts.size() > SERVICE_ACCOUNTS) {
      report.add(limits, field, accounts.size() + " service accounts, more than 16");
    }
    for (int i = 0; i < accounts.size(); i++) {
      String problem = problemWithServiceAccount(accounts.get(i));
      if (problem != null) {
        boolean isLong = Text.length(accounts.get(i)) > SERVICE_ACCOUNT;
        report.add(isLong ? limits : Gate.ISTIOD, field + "[" + i + "]", problem);
      }
    }
  }

  static void addresses(String field, List<String> addresses, Report report) {
    for (int i = 0; i < addresses.size(); i++) {
      if (!IpAddresses.isBlock(addresses.get(i))) {
        report.add(
            field + "[" + i + "]",
            Text.quote(addresses.get(i)) + " is neither an IP nor a network");
      }
    }
  }

  static void blank(String field, List<String> texts, Report report) {
    for (int i = 0; i < texts.size(); i++) {
      if (texts.get(i).isEmpty()) {
        report.add(field + "[" + i + "]", "The text is empty");
      }
    }
  }

  /** At most one wildcard, at an end. */
  static boolean hasGoodWildcard(String text) {
    int star = text.indexOf('*');
    return star < 0 || (star == text.lastIndexOf('*') && (star == 0 || star == text.length() - 1));
  }

  private static void trustDomains(String field, List<String> domains, Report report) {
    for (int i = 0; i < domains.size(); i++) {
      String domain = domains.get(i);
      if (domain.isEmpty() || domain.indexOf('/') >= 0 || !hasGoodWildcard(domain)) {
        report.add(field + "[" + i + "]", Text.quote(domain) + " is not a trust domain");
      }
    }
  }

  private static boolean hasIdentity(AuthorizationSource source) {
    return !(source.namespaces().isEmpty()
        && source.notNamespaces().isEmpty()
        && source.serviceAccounts().isEmpty()
        && source.notServiceAccounts().isEmpty()
        && source.trustDomains().isEmpty()
        && source.notTrustDomains().isEmpty()
        && source.principals().isEmpty()
        && source.notPrincipals().isEmpty()
        && source.requestPrincipals().isEmpty()
        && source.notRequestPrincipals().isEmpty());
  }

  private static boolean isEmpty(AuthorizationSource source) {
    return !hasIdentity(source)
        && source.ipBlocks().isEmpty()
        && source.notIpBlocks().isEmpty()
        && source.remoteIpBlocks().isEmpty()
        && source.notRemoteIpBlocks().isEmpty();
  }
}
