package com.policycortex.istio.mesh;

import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;
import java.util.Optional;

/**
 * The HTTP rules of a VirtualService with those of its delegates in their places.
 *
 * @param routes the rules that proxies get, in their order
 * @param dropped the rules that istiod leaves out
 */
public record MergedRoutes(List<MergedRoute> routes, List<DroppedRoute> dropped) {

  /**
   * A rule that proxies get.
   *
   * @param route the rule; of a delegate, merged with the rule that delegates
   * @param source the VirtualService that names its destinations: short names are of its namespace
   * @param index its place in {@code spec.http} of the source
   * @param rootIndex the place in the root's {@code spec.http} of the rule, or of the one that
   *     delegates
   */
  public record MergedRoute(HttpRoute route, VirtualService source, int index, int rootIndex) {

    /** The field of the source, {@code spec.http[0]}. */
    public String path() {
      return "spec.http[" + index + "]";
    }

    /** Of the places alone: a VirtualService may have thousands of rules. */
    @Override
    public int hashCode() {
      return 31 * (31 * source.name().hashCode() + index) + rootIndex;
    }
  }

  /** Why a rule is left out. */
  public enum Reason {
    /** There is no VirtualService of the delegate's name. */
    MISSING,
    /** The VirtualService that is named has hosts, so it is no delegate. */
    HAS_HOSTS,
    /** The delegate is not exported to the namespace of the root. */
    NOT_EXPORTED,
    /** The conditions of the two rules contradict each other. */
    CONFLICT
  }

  /**
   * A rule that istiod leaves out.
   *
   * @param reason why
   * @param rootIndex the place in the root's {@code spec.http} of the rule that delegates
   * @param delegate the VirtualService that is meant, {@code namespace/name}
   * @param target the VirtualService, if it is there
   * @param index for a conflict the place in {@code spec.http} of the delegate; else -1
   */
  public record DroppedRoute(
      Reason reason, int rootIndex, String delegate, Optional<VirtualService> target, int index) {}

  /** Copies the lists. */
  public MergedRoutes {
    routes = List.copyOf(routes);
    dropped = List.copyOf(dropped);
  }
}
