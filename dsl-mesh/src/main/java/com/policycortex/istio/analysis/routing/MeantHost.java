package com.policycortex.istio.analysis.routing;

import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.GivenNames;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import java.util.function.UnaryOperator;

/** Says which host was meant by one that nobody has. */
final class MeantHost {

  private MeantHost() {}

  /**
   * Adds the hint, and the repair, to a finding at a destination's host: the whole name of a
   * Service that is written as {@code name.namespace}, or a host of the namespace but for a slip of
   * the pen.
   *
   * @param written what the destination names
   * @param namespace the namespace of the VirtualService
   */
  static void add(Draft draft, String written, String namespace, MeshView mesh) {
    String host = Names.host(written, namespace);
    String[] labels = host.split("\\.", -1);
    if (labels.length == 2 || (labels.length == 3 && labels[2].equals("svc"))) {
      String full = Names.serviceHost(labels[0], labels[1]);
      if (mesh.services().resolve(full, namespace).isPresent()) {
        draft.write(full);
        return;
      }
    }
    // Who writes short names goes on to do so.
    UnaryOperator<String> shortened =
        name -> written.indexOf('.') < 0 ? shortened(name, namespace) : name;
    draft.meant(host, GivenNames.hosts(namespace, mesh), shortened);
  }

  private static String shortened(String host, String namespace) {
    int dot = Math.max(0, host.indexOf('.'));
    String name = host.substring(0, dot);
    return host.equals(Names.serviceHost(name, namespace)) ? name : host;
  }
}
