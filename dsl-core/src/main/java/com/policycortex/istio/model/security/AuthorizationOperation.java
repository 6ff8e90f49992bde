package com.policycortex.istio.model.security;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import org.immutables.value.Value;

/**
 * What is asked for; all fields that are set must match.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation">AuthorizationOperation</a>
 */
@IstioStyle
@Value.Immutable
public abstract class AuthorizationOperation extends Message {

  AuthorizationOperation() {}

  /** A value that sets nothing yet. */
  public static AuthorizationOperation authorizationOperation() {
    return ImmutableAuthorizationOperation.builder().build();
  }

  /** Host headers, ignoring case. */
  public abstract List<String> hosts();

  /** A copy with this {@link #hosts()}. */
  public abstract AuthorizationOperation hosts(Iterable<String> hosts);

  /** A copy with these added to {@link #hosts()}. */
  public final AuthorizationOperation hosts(String first, String... more) {
    return hosts(added(hosts(), first, more));
  }

  /** Host headers that must not match. */
  public abstract List<String> notHosts();

  /** A copy with this {@link #notHosts()}. */
  public abstract AuthorizationOperation notHosts(Iterable<String> notHosts);

  /** A copy with these added to {@link #notHosts()}. */
  public final AuthorizationOperation notHosts(String first, String... more) {
    return notHosts(added(notHosts(), first, more));
  }

  /** Ports as text. */
  public abstract List<String> ports();

  /** A copy with this {@link #ports()}. */
  public abstract AuthorizationOperation ports(Iterable<String> ports);

  /** A copy with these added to {@link #ports()}. */
  public final AuthorizationOperation ports(String first, String... more) {
    return ports(added(ports(), first, more));
  }

  /** Ports that must not match. */
  public abstract List<String> notPorts();

  /** A copy with this {@link #notPorts()}. */
  public abstract AuthorizationOperation notPorts(Iterable<String> notPorts);

  /** A copy with these added to {@link #notPorts()}. */
  public final AuthorizationOperation notPorts(String first, String... more) {
    return notPorts(added(notPorts(), first, more));
  }

  /** HTTP methods. */
  public abstract List<String> methods();

  /** A copy with this {@link #methods()}. */
  public abstract AuthorizationOperation methods(Iterable<String> methods);

  /** A copy with these added to {@link #methods()}. */
  public final AuthorizationOperation methods(String first, String... more) {
    return methods(added(methods(), first, more));
  }

  /** Methods that must not match. */
  public abstract List<String> notMethods();

  /** A copy with this {@link #notMethods()}. */
  public abstract AuthorizationOperation notMethods(Iterable<String> notMethods);

  /** A copy with these added to {@link #notMethods()}. */
  public final AuthorizationOperation notMethods(String first, String... more) {
    return notMethods(added(notMethods(), first, more));
  }

  /** Paths: exact, with a star at one end, or a template as {@code /a/{*}}. */
  public abstract List<String> paths();

  /** A copy with this {@link #paths()}. */
  public abstract AuthorizationOperation paths(Iterable<String> paths);

  /** A copy with these added to {@link #paths()}. */
  public final AuthorizationOperation paths(String first, String... more) {
    return paths(added(paths(), first, more));
  }

  /** Paths that must not match. */
  public abstract List<String> notPaths();

  /** A copy with this {@link #notPaths()}. */
  public abstract AuthorizationOperation notPaths(Iterable<String> notPaths);

  /** A copy with these added to {@link #notPaths()}. */
  public final AuthorizationOperation notPaths(String first, String... more) {
    return notPaths(added(notPaths(), first, more));
  }

  static AuthorizationOperation read(FieldReader in) {
    return ImmutableAuthorizationOperation.builder()
        .origin(in.origin())
        .hosts(in.strings("hosts"))
        .notHosts(in.strings("notHosts"))
        .ports(in.strings("ports"))
        .notPorts(in.strings("notPorts"))
        .methods(in.strings("methods"))
        .notMethods(in.strings("notMethods"))
        .paths(in.strings("paths"))
        .notPaths(in.strings("notPaths"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.strings("hosts", hosts());
    out.strings("notHosts", notHosts());
    out.strings("ports", ports());
    out.strings("notPorts", notPorts());
    out.strings("methods", methods());
    out.strings("notMethods", notMethods());
    out.strings("paths", paths());
    out.strings("notPaths", notPaths());
  }
}
