package com.policycortex.istio.dsl;

import com.policycortex.istio.model.networking.Destination;
import com.policycortex.istio.model.networking.Subset;
import java.util.List;

/**
 * A named group of a service's pods. It is taken from its service, so a route cannot name a subset
 * of a service that is not there.
 *
 * @param service the service
 * @param name the subset's name, as DestinationRule and routes use it
 * @param labels what its pods carry beside the service's own labels
 */
public record SubsetRef(ServiceRef service, String name, List<Label> labels)
    implements RouteTarget {

  /** Copies the list. */
  public SubsetRef {
    labels = List.copyOf(labels);
  }

  /** The subset as a DestinationRule defines it. */
  public Subset subset() {
    return Subset.subset(name).labels(Label.map(labels));
  }

  @Override
  public Destination destination() {
    return service.destination().subset(name);
  }

  /** {@code core-api.policycortex/v2}. */
  @Override
  public String toString() {
    return service + "/" + name;
  }
}
