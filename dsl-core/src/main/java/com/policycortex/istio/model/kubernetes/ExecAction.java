package com.policycortex.istio.model.kubernetes;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import org.immutables.value.Value;

/**
 * A command in the container; no traffic.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Probe">ExecAction</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ExecAction extends Message {

  ExecAction() {}

  /** A value that sets nothing yet. */
  public static ExecAction execAction() {
    return ImmutableExecAction.builder().build();
  }

  /** The command and its arguments; no shell reads it. */
  public abstract List<String> command();

  /** A copy with this {@link #command()}. */
  public abstract ExecAction command(Iterable<String> command);

  /** A copy with these added to {@link #command()}. */
  public final ExecAction command(String first, String... more) {
    return command(added(command(), first, more));
  }

  static ExecAction read(FieldReader in) {
    return ImmutableExecAction.builder().origin(in.origin()).command(in.strings("command")).build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.strings("command", command());
  }
}
