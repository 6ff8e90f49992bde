package com.policycortex.istio.model.networking;

import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.model.WorkloadSelector;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A service that the registry does not find by itself.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/service-entry/#ServiceEntry">ServiceEntry</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ServiceEntry extends Manifest {

  /** The kind {@code networking.istio.io/v1 ServiceEntry}. */
  public static final Kind<ServiceEntry> KIND =
      new Kind<>(
          "networking.istio.io",
          List.of("v1", "v1beta1", "v1alpha3"),
          "ServiceEntry",
          "serviceentries",
          true,
          ServiceEntry::read);

  ServiceEntry() {}

  /** A ServiceEntry of this name, without hosts yet. */
  public static ServiceEntry serviceEntry(String name) {
    return ImmutableServiceEntry.builder()
        .origin(Origin.caller())
        .metadata(Metadata.metadata(name))
        .build();
  }

  @Override
  public Kind<ServiceEntry> kind() {
    return KIND;
  }

  /** A copy with this metadata. */
  public abstract ServiceEntry metadata(Metadata metadata);

  /** A copy in this namespace. */
  public final ServiceEntry in(String namespace) {
    return metadata(metadata().namespace(namespace));
  }

  /** DNS names, {@code *.} allowed at the front. At least one. */
  public abstract List<String> hosts();

  /** A copy with this {@link #hosts()}. */
  public abstract ServiceEntry hosts(Iterable<String> hosts);

  /** A copy with these added to {@link #hosts()}. */
  public final ServiceEntry hosts(String first, String... more) {
    return hosts(added(hosts(), first, more));
  }

  /** Virtual addresses, or ranges in CIDR form. */
  public abstract List<String> addresses();

  /** A copy with this {@link #addresses()}. */
  public abstract ServiceEntry addresses(Iterable<String> addresses);

  /** A copy with these added to {@link #addresses()}. */
  public final ServiceEntry addresses(String first, String... more) {
    return addresses(added(addresses(), first, more));
  }

  /** The ports. */
  public abstract List<ServiceEntryPort> ports();

  /** A copy with this {@link #ports()}. */
  public abstract ServiceEntry ports(Iterable<? extends ServiceEntryPort> ports);

  /** A copy with these added to {@link #ports()}. */
  public final ServiceEntry ports(ServiceEntryPort first, ServiceEntryPort... more) {
    return ports(added(ports(), first, more));
  }

  /** Default {@link ServiceEntryLocation#MESH_EXTERNAL}. */
  public abstract Optional<ServiceEntryLocation> location();

  /** A copy with this {@link #location()}. */
  public abstract ServiceEntry location(ServiceEntryLocation location);

  /** Default {@link ServiceEntryResolution#NONE}. */
  public abstract Optional<ServiceEntryResolution> resolution();

  /** A copy with this {@link #resolution()}. */
  public abstract ServiceEntry resolution(ServiceEntryResolution resolution);

  /** The endpoints. Excludes a selector. */
  public abstract List<WorkloadEntrySpec> endpoints();

  /** A copy with this {@link #endpoints()}. */
  public abstract ServiceEntry endpoints(Iterable<? extends WorkloadEntrySpec> endpoints);

  /** A copy with these added to {@link #endpoints()}. */
  public final ServiceEntry endpoints(WorkloadEntrySpec first, WorkloadEntrySpec... more) {
    return endpoints(added(endpoints(), first, more));
  }

  /** The workloads of the namespace that are the endpoints. */
  public abstract Optional<WorkloadSelector> workloadSelector();

  /** A copy with this {@link #workloadSelector()}. */
  public abstract ServiceEntry workloadSelector(WorkloadSelector workloadSelector);

  /** The namespaces that see this: {@code .} for the own, {@code *} for all. Default: all. */
  public abstract List<String> exportTo();

  /** A copy with this {@link #exportTo()}. */
  public abstract ServiceEntry exportTo(Iterable<String> exportTo);

  /** A copy with these added to {@link #exportTo()}. */
  public final ServiceEntry exportTo(String first, String... more) {
    return exportTo(added(exportTo(), first, more));
  }

  /** Names, one of which the service's certificate must carry. */
  public abstract List<String> subjectAltNames();

  /** A copy with this {@link #subjectAltNames()}. */
  public abstract ServiceEntry subjectAltNames(Iterable<String> subjectAltNames);

  /** A copy with these added to {@link #subjectAltNames()}. */
  public final ServiceEntry subjectAltNames(String first, String... more) {
    return subjectAltNames(added(subjectAltNames(), first, more));
  }

  static ServiceEntry read(FieldReader in) {
    return in.requiredMessage("spec", spec -> readSpec(in, spec));
  }

  private static ServiceEntry readSpec(FieldReader in, FieldReader spec) {
    return ImmutableServiceEntry.builder()
        .origin(in.origin())
        .metadata(readMetadata(in))
        .status(readStatus(in))
        .hosts(spec.strings("hosts"))
        .addresses(spec.strings("addresses"))
        .ports(spec.messages("ports", ServiceEntryPort::read))
        .location(spec.enumeration("location", ServiceEntryLocation.class))
        .resolution(spec.enumeration("resolution", ServiceEntryResolution.class))
        .endpoints(spec.messages("endpoints", WorkloadEntrySpec::read))
        .workloadSelector(spec.message("workloadSelector", WorkloadSelector::readLabels))
        .exportTo(spec.strings("exportTo"))
        .subjectAltNames(spec.strings("subjectAltNames"))
        .build();
  }

  @Override
  protected void writeBody(FieldWriter out) {
    out.message("spec", this::writeSpec);
  }

  private void writeSpec(FieldWriter spec) {
    spec.strings("hosts", hosts());
    spec.strings("addresses", addresses());
    spec.messages("ports", ports());
    spec.enumeration("location", location());
    spec.enumeration("resolution", resolution());
    spec.messages("endpoints", endpoints());
    spec.message("workloadSelector", workloadSelector().map(WorkloadSelector::asLabels));
    spec.strings("exportTo", exportTo());
    spec.strings("subjectAltNames", subjectAltNames());
  }
}
