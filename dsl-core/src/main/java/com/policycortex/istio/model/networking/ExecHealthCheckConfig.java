package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import org.immutables.value.Value;

/**
 * A probe by a command; success is exit 0.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/workload-group/#ExecHealthCheckConfig">ExecHealthCheckConfig</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ExecHealthCheckConfig extends Message {

  ExecHealthCheckConfig() {}

  /** A value that sets nothing yet. */
  public static ExecHealthCheckConfig execHealthCheckConfig() {
    return ImmutableExecHealthCheckConfig.builder().build();
  }

  /** The command with its arguments. */
  public abstract List<String> command();

  /** A copy with this {@link #command()}. */
  public abstract ExecHealthCheckConfig command(Iterable<String> command);

  /** A copy with these added to {@link #command()}. */
  public final ExecHealthCheckConfig command(String first, String... more) {
    return command(added(command(), first, more));
  }

  static ExecHealthCheckConfig read(FieldReader in) {
    return ImmutableExecHealthCheckConfig.builder()
        .origin(in.origin())
        .command(in.strings("command"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.strings("command", command());
  }
}
