package com.policycortex.istio.model.networking;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.Fields;
import java.util.Optional;

/** For which objects a patch is. */
public sealed interface EnvoyObjectMatch extends Fields {

  /**
   * Listeners.
   *
   * @param value the value of {@code listener}
   */
  record Listener(ListenerMatch value) implements EnvoyObjectMatch {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("listener", value);
    }
  }

  /**
   * Route configurations.
   *
   * @param value the value of {@code routeConfiguration}
   */
  record RouteConfiguration(RouteConfigurationMatch value) implements EnvoyObjectMatch {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("routeConfiguration", value);
    }
  }

  /**
   * Clusters.
   *
   * @param value the value of {@code cluster}
   */
  record Cluster(ClusterMatch value) implements EnvoyObjectMatch {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("cluster", value);
    }
  }

  /**
   * Parts of a waypoint. Since Istio 1.29.
   *
   * @param value the value of {@code waypoint}
   */
  record Waypoint(WaypointMatch value) implements EnvoyObjectMatch {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("waypoint", value);
    }
  }

  /** The arm that is set, if one is. */
  static Optional<EnvoyObjectMatch> read(FieldReader in) {
    return in.<EnvoyObjectMatch>oneof("object_types")
        .message("listener", ListenerMatch::read, Listener::new)
        .message("routeConfiguration", RouteConfigurationMatch::read, RouteConfiguration::new)
        .message("cluster", ClusterMatch::read, Cluster::new)
        .message("waypoint", WaypointMatch::read, Waypoint::new)
        .optional();
  }
}
