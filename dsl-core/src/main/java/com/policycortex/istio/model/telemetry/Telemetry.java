package com.policycortex.istio.model.telemetry;

import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.model.TargetReference;
import com.policycortex.istio.model.WorkloadSelector;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What proxies tell about the traffic: traces, metrics, access logs.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/telemetry/#Telemetry">Telemetry</a>
 */
@IstioStyle
@Value.Immutable
public abstract class Telemetry extends Manifest {

  /** The kind {@code telemetry.istio.io/v1 Telemetry}. */
  public static final Kind<Telemetry> KIND =
      new Kind<>(
          "telemetry.istio.io",
          List.of("v1", "v1alpha1"),
          "Telemetry",
          "telemetries",
          true,
          Telemetry::read);

  Telemetry() {}

  /** A Telemetry of this name, that sets nothing yet. */
  public static Telemetry telemetry(String name) {
    return ImmutableTelemetry.builder()
        .origin(Origin.caller())
        .metadata(Metadata.metadata(name))
        .build();
  }

  @Override
  public Kind<Telemetry> kind() {
    return KIND;
  }

  /** A copy with this metadata. */
  public abstract Telemetry metadata(Metadata metadata);

  /** A copy in this namespace. */
  public final Telemetry in(String namespace) {
    return metadata(metadata().namespace(namespace));
  }

  /** The workloads. Default: all of the namespace; of the mesh in the root namespace. */
  public abstract Optional<WorkloadSelector> selector();

  /** A copy with this {@link #selector()}. */
  public abstract Telemetry selector(WorkloadSelector selector);

  /** Former form of {@link #targetRefs()}. */
  public abstract Optional<TargetReference> targetRef();

  /** The gateways or services that this applies to. */
  public abstract List<TargetReference> targetRefs();

  /** A copy with this {@link #targetRefs()}. */
  public abstract Telemetry targetRefs(Iterable<? extends TargetReference> targetRefs);

  /** A copy with these added to {@link #targetRefs()}. */
  public final Telemetry targetRefs(TargetReference first, TargetReference... more) {
    return targetRefs(added(targetRefs(), first, more));
  }

  /** Traces. */
  public abstract List<Tracing> tracing();

  /** A copy with this {@link #tracing()}. */
  public abstract Telemetry tracing(Iterable<? extends Tracing> tracing);

  /** A copy with these added to {@link #tracing()}. */
  public final Telemetry tracing(Tracing first, Tracing... more) {
    return tracing(added(tracing(), first, more));
  }

  /** Metrics. */
  public abstract List<Metrics> metrics();

  /** A copy with this {@link #metrics()}. */
  public abstract Telemetry metrics(Iterable<? extends Metrics> metrics);

  /** A copy with these added to {@link #metrics()}. */
  public final Telemetry metrics(Metrics first, Metrics... more) {
    return metrics(added(metrics(), first, more));
  }

  /** Access logs. */
  public abstract List<AccessLogging> accessLogging();

  /** A copy with this {@link #accessLogging()}. */
  public abstract Telemetry accessLogging(Iterable<? extends AccessLogging> accessLogging);

  /** A copy with these added to {@link #accessLogging()}. */
  public final Telemetry accessLogging(AccessLogging first, AccessLogging... more) {
    return accessLogging(added(accessLogging(), first, more));
  }

  static Telemetry read(FieldReader in) {
    return in.messageOrEmpty("spec", spec -> readSpec(in, spec));
  }

  private static Telemetry readSpec(FieldReader in, FieldReader spec) {
    return ImmutableTelemetry.builder()
        .origin(in.origin())
        .metadata(readMetadata(in))
        .status(readStatus(in))
        .selector(spec.message("selector", WorkloadSelector::read))
        .targetRef(spec.message("targetRef", TargetReference::read))
        .targetRefs(spec.messages("targetRefs", TargetReference::read))
        .tracing(spec.messages("tracing", Tracing::read))
        .metrics(spec.messages("metrics", Metrics::read))
        .accessLogging(spec.messages("accessLogging", AccessLogging::read))
        .build();
  }

  @Override
  protected void writeBody(FieldWriter out) {
    out.message("spec", this::writeSpec);
  }

  private void writeSpec(FieldWriter spec) {
    spec.message("selector", selector());
    spec.message("targetRef", targetRef());
    spec.messages("targetRefs", targetRefs());
    spec.messages("tracing", tracing());
    spec.messages("metrics", metrics());
    spec.messages("accessLogging", accessLogging());
  }
}
