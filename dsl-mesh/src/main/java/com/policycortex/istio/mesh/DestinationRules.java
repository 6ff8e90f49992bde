package com.policycortex.istio.mesh;

import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.validation.Hosts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which DestinationRules apply. istiod looks in three places and stops at the first that has
 * something: the client's namespace, the service's, the root namespace. Within a place the most
 * specific host counts, and rules for the same host are merged.
 */
public final class DestinationRules {

  private static final Comparator<DestinationRule> SELECTIVE_FIRST =
      Comparator.<DestinationRule, Boolean>comparing(rule -> rule.workloadSelector().isEmpty())
          .thenComparing(Precedence.ORDER);

  private static final int FEW = 8;

  private final MeshView mesh;

  DestinationRules(MeshView mesh) {
    this.mesh = mesh;
  }

  /** The host of a rule, a short name expanded. */
  public static String host(DestinationRule rule) {
    return Names.host(rule.host(), Names.namespace(rule));
  }

  /** The rules for exactly this host, in any namespace and whoever sees them. */
  public List<DestinationRule> withHost(String host) {
    return mesh.read(new Key(Index.RULE_HOST, Indexer.EVERYWHERE, host));
  }

  /** The rules of a namespace for exactly this host. */
  public List<DestinationRule> withHost(String host, String namespace) {
    return mesh.read(new Key(Index.RULE_HOST, namespace, host));
  }

  /**
   * What applies for a client: of the rules for its namespace, one that selects its labels, else
   * the last without a selector.
   */
  public Optional<AppliedDestinationRule> forClient(
      Map<String, String> labels, String namespace, MeshService service) {
    AppliedDestinationRule last = null;
    for (AppliedDestinationRule applied : forNamespace(namespace, service)) {
      if (applied.workloadSelector().isEmpty()) {
        last = applied;
      } else if (Names.namespace(applied.first()).equals(namespace)
          && Selectors.hasAll(labels, applied.workloadSelector().get().matchLabels())) {
        return Optional.of(applied);
      }
    }
    return Optional.ofNullable(last);
  }

  /**
   * What applies for the clients of a namespace, merged; several where rules differ in {@code
   * exportTo} or in their selector.
   */
  public List<AppliedDestinationRule> forNamespace(String client, MeshService service) {
    return forNamespace(client, service.host(), service.namespace());
  }

  /** The same for a service of this host and namespace, whether or not it is known. */
  public List<AppliedDestinationRule> forNamespace(
      String client, String host, String serviceNamespace) {
    String root = mesh.rootNamespace();
    List<AppliedDestinationRule> own =
        client.equals(root)
            ? mostSpecific(root, host, rule -> isPrivate(rule))
            : mostSpecific(client, host, rule -> isForItself(rule));
    if (!own.isEmpty()) {
      return own;
    }
    List<AppliedDestinationRule> exported = exported(serviceNamespace, host, client);
    return exported.isEmpty() ? exported(root, host, client) : exported;
  }

  /**
   * True if there may be a client of a service that gets a rule for its host. Clients are only told
   * apart by their namespaces, and any may be elsewhere than among the manifests.
   */
  public boolean mayCount(DestinationRule rule, MeshService service) {
    String own = Names.namespace(rule);
    boolean ofRoot = own.equals(mesh.rootNamespace());
    boolean ofService = own.equals(service.namespace());
    boolean exported = (ofRoot || ofService) && !isPrivate(rule);
    List<String> seenBy = mesh.services().exportTo(service);
    if (exported && isForEverybody(rule)) {
      return seenBy.contains("*")
          ? ofService || !isServedByItsOwn(service)
          : seenBy.stream().anyMatch(client -> gets(client, rule, service));
    }
    Set<String> clients = new HashSet<>();
    if (ofRoot ? isPrivate(rule) : isForItself(rule)) {
      clients.add(own);
    }
    if (exported) {
      clients.addAll(exportTo(rule));
    }
    return clients.stream()
        .filter(client -> mesh.services().isVisible(service, client))
        .anyMatch(client -> gets(client, rule, service));
  }

  // The root namespace is not asked where the service's has something for everybody.
  private boolean isServedByItsOwn(MeshService service) {
    return mostSpecific(service.namespace(), service.host(), rule -> !isPrivate(rule)).stream()
        .anyMatch(applied -> isForEverybody(applied.first()));
  }

  private boolean gets(String client, DestinationRule rule, MeshService service) {
    return forNamespace(client, service).stream()
        .anyMatch(applied -> applied.rules().contains(rule));
  }

  private static boolean isForEverybody(DestinationRule rule) {
    Set<String> to = exportTo(rule);
    return to.isEmpty() || to.contains("*");
  }

  /** What istiod makes of the rules of a namespace for exactly this host, merged. */
  public List<AppliedDestinationRule> merged(String namespace, String host) {
    List<DestinationRule> rules = withHost(host, namespace);
    return rules.size() > MeshView.MANY
        ? mesh.memo(List.of("merged", namespace, host), view -> merged(rules))
        : merged(rules);
  }

  /** What the clients of a namespace get from the rules of another one for exactly this host. */
  public List<AppliedDestinationRule> exportedTo(String client, String host, String namespace) {
    return exported(namespace, host, client).stream()
        .filter(applied -> host(applied.first()).equals(host))
        .toList();
  }

  /** The rule of a namespace that would count for a host if its own rules were not there. */
  public Optional<AppliedDestinationRule> widerThan(String namespace, String host) {
    return mostSpecific(namespace, host, rule -> !host(rule).equals(host)).stream().findFirst();
  }

  private List<AppliedDestinationRule> exported(String namespace, String host, String client) {
    List<AppliedDestinationRule> rules = mostSpecific(namespace, host, rule -> !isPrivate(rule));
    return rules.isEmpty()
        ? rules
        : rules.stream().filter(applied -> reaches(exportTo(applied.first()), client)).toList();
  }

  private static boolean reaches(Set<String> to, String client) {
    return to.isEmpty() || to.contains("*") || to.contains(client);
  }

  // The rules of the most specific host of a namespace that has any which count here.
  private List<AppliedDestinationRule> mostSpecific(
      String namespace, String host, Predicate<DestinationRule> counts) {
    List<DestinationRule> exact = counting(withHost(host, namespace), counts);
    if (!exact.isEmpty()) {
      return merged(exact);
    }
    List<DestinationRule> wildcards = wildcards(namespace, host);
    if (wildcards.isEmpty()) {
      return List.of();
    }
    Optional<String> longest =
        counting(wildcards, counts).stream()
            .map(DestinationRules::host)
            .filter(wildcard -> Hosts.covers(host, wildcard))
            .min(Names::compareSpecificity);
    return longest
        .map(wildcard -> merged(counting(withHost(wildcard, namespace), counts)))
        .orElse(List.of());
  }

  // Those of the namespace; where there are many, those that can cover the host.
  private List<DestinationRule> wildcards(String namespace, String host) {
    List<DestinationRule> all = mesh.read(new Key(Index.RULE_WILDCARD, namespace));
    if (all.size() <= FEW) {
      return all;
    }
    List<DestinationRule> some = new ArrayList<>();
    Indexer.suffixes(host, suffix -> some.addAll(withHost("*" + suffix, namespace)));
    some.addAll(withHost("*", namespace));
    some.addAll(mesh.read(new Key(Index.RULE_ODD_WILDCARD, namespace)));
    return some;
  }

  private static List<DestinationRule> counting(
      List<DestinationRule> rules, Predicate<DestinationRule> counts) {
    for (DestinationRule rule : rules) {
      if (!counts.test(rule)) {
        return rules.stream().filter(counts).toList();
      }
    }
    return rules;
  }

  // As istiod merges them: rules of the same exportTo and the same selector become one.
  private static List<AppliedDestinationRule> merged(List<DestinationRule> rules) {
    if (rules.size() == 1) {
      return List.of(AppliedDestinationRule.of(rules));
    }
    List<List<DestinationRule>> groups = new ArrayList<>();
    for (DestinationRule rule : rules.stream().sorted(SELECTIVE_FIRST).toList()) {
      boolean alone = true;
      for (List<DestinationRule> group : List.copyOf(groups)) {
        DestinationRule first = group.get(0);
        Set<String> to = exportTo(first);
        boolean same = to.equals(exportTo(rule));
        boolean wider = !to.isEmpty() && exportTo(rule).containsAll(to);
        if (!same && !wider) {
          continue;
        }
        if (first.workloadSelector().isPresent()
            && rule.workloadSelector().isPresent()
            && !first.workloadSelector().equals(rule.workloadSelector())) {
          continue;
        }
        alone &= !same && first.workloadSelector().isPresent() && rule.workloadSelector().isEmpty();
        group.add(rule);
      }
      if (alone) {
        groups.add(new ArrayList<>(List.of(rule)));
      }
    }
    return groups.stream().map(AppliedDestinationRule::of).toList();
  }

  // Literally as written: to istiod an empty list and an asterisk are two things.
  private static Set<String> exportTo(DestinationRule rule) {
    if (rule.exportTo().isEmpty() && rule.workloadSelector().isEmpty()) {
      return Set.of();
    }
    return rule.workloadSelector().isPresent() ? Set.of(".") : new HashSet<>(rule.exportTo());
  }

  private static boolean isForItself(DestinationRule rule) {
    Set<String> to = exportTo(rule);
    return to.isEmpty()
        || to.contains("*")
        || to.contains(".")
        || to.contains(Names.namespace(rule));
  }

  private boolean isPrivate(DestinationRule rule) {
    Set<String> to = exportTo(rule);
    if (to.isEmpty()) {
      return mesh.settings().defaultDestinationRuleExportTo().contains(".");
    }
    return to.equals(Set.of(".")) || to.equals(Set.of(Names.namespace(rule)));
  }
}
