package com.policycortex.istio.model.networking;

import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A workload that is no pod, for example a virtual machine.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/workload-entry/#WorkloadEntry">WorkloadEntry</a>
 */
@IstioStyle
@Value.Immutable
public abstract class WorkloadEntry extends Manifest {

  /** The kind {@code networking.istio.io/v1 WorkloadEntry}. */
  public static final Kind<WorkloadEntry> KIND =
      new Kind<>(
          "networking.istio.io",
          List.of("v1", "v1beta1", "v1alpha3"),
          "WorkloadEntry",
          "workloadentries",
          true,
          WorkloadEntry::read);

  WorkloadEntry() {}

  /** A WorkloadEntry of this name, without an address yet. */
  public static WorkloadEntry workloadEntry(String name) {
    return ImmutableWorkloadEntry.builder()
        .origin(Origin.caller())
        .metadata(Metadata.metadata(name))
        .build();
  }

  @Override
  public Kind<WorkloadEntry> kind() {
    return KIND;
  }

  /** A copy with this metadata. */
  public abstract WorkloadEntry metadata(Metadata metadata);

  /** A copy in this namespace. */
  public final WorkloadEntry in(String namespace) {
    return metadata(metadata().namespace(namespace));
  }

  /** An IP address, a DNS name, or a Unix socket as {@code unix:///path}. */
  public abstract Optional<String> address();

  /** A copy with this {@link #address()}. */
  public abstract WorkloadEntry address(String address);

  /** The port of the endpoint for each port name. */
  public abstract Map<String, Long> ports();

  /** A copy with this {@link #ports()}. */
  public abstract WorkloadEntry ports(Map<String, ? extends Long> ports);

  /** Labels of the endpoint. */
  public abstract Map<String, String> labels();

  /** A copy with this {@link #labels()}. */
  public abstract WorkloadEntry labels(Map<String, ? extends String> labels);

  /** The network it is in. */
  public abstract Optional<String> network();

  /** A copy with this {@link #network()}. */
  public abstract WorkloadEntry network(String network);

  /** {@code REGION/ZONE/SUBZONE}. */
  public abstract Optional<String> locality();

  /** A copy with this {@link #locality()}. */
  public abstract WorkloadEntry locality(String locality);

  /** Its share of the traffic. */
  public abstract Optional<Long> weight();

  /** A copy with this {@link #weight()}. */
  public abstract WorkloadEntry weight(long weight);

  /** Who it is. */
  public abstract Optional<String> serviceAccount();

  /** A copy with this {@link #serviceAccount()}. */
  public abstract WorkloadEntry serviceAccount(String serviceAccount);

  static WorkloadEntry read(FieldReader in) {
    return in.requiredMessage("spec", spec -> readSpec(in, spec));
  }

  private static WorkloadEntry readSpec(FieldReader in, FieldReader spec) {
    return ImmutableWorkloadEntry.builder()
        .origin(in.origin())
        .metadata(readMetadata(in))
        .status(readStatus(in))
        .address(spec.string("address"))
        .ports(spec.uint32Map("ports"))
        .labels(spec.stringMap("labels"))
        .network(spec.string("network"))
        .locality(spec.string("locality"))
        .weight(spec.uint32("weight"))
        .serviceAccount(spec.string("serviceAccount"))
        .build();
  }

  @Override
  protected void writeBody(FieldWriter out) {
    out.message("spec", this::writeSpec);
  }

  private void writeSpec(FieldWriter spec) {
    spec.string("address", address());
    spec.int64Map("ports", ports());
    spec.stringMap("labels", labels());
    spec.string("network", network());
    spec.string("locality", locality());
    spec.int64("weight", weight());
    spec.string("serviceAccount", serviceAccount());
  }
}
