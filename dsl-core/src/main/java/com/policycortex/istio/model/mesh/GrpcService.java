package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How a service is called by gRPC.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider-GrpcService">GrpcService</a>
 */
@IstioStyle
@Value.Immutable
public abstract class GrpcService extends Message {

  GrpcService() {}

  /** A value that sets nothing yet. */
  public static GrpcService grpcService() {
    return ImmutableGrpcService.builder().build();
  }

  /** How long a call may take. */
  public abstract Optional<Duration> timeout();

  /** A copy with this {@link #timeout()}. */
  public abstract GrpcService timeout(Duration timeout);

  /** Metadata of each call. */
  public abstract List<ExtensionProviderHttpHeader> initialMetadata();

  /** A copy with this {@link #initialMetadata()}. */
  public abstract GrpcService initialMetadata(
      Iterable<? extends ExtensionProviderHttpHeader> initialMetadata);

  /** A copy with these added to {@link #initialMetadata()}. */
  public final GrpcService initialMetadata(
      ExtensionProviderHttpHeader first, ExtensionProviderHttpHeader... more) {
    return initialMetadata(added(initialMetadata(), first, more));
  }

  static GrpcService read(FieldReader in) {
    return ImmutableGrpcService.builder()
        .origin(in.origin())
        .timeout(in.duration("timeout"))
        .initialMetadata(in.messages("initialMetadata", ExtensionProviderHttpHeader::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.duration("timeout", timeout());
    out.messages("initialMetadata", initialMetadata());
  }
}
