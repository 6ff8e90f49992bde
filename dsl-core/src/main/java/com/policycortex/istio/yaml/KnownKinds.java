package com.policycortex.istio.yaml;

import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.extensions.TrafficExtension;
import com.policycortex.istio.model.extensions.WasmPlugin;
import com.policycortex.istio.model.install.IstioOperator;
import com.policycortex.istio.model.kubernetes.ConfigMap;
import com.policycortex.istio.model.kubernetes.CronJob;
import com.policycortex.istio.model.kubernetes.DaemonSet;
import com.policycortex.istio.model.kubernetes.Deployment;
import com.policycortex.istio.model.kubernetes.Job;
import com.policycortex.istio.model.kubernetes.Namespace;
import com.policycortex.istio.model.kubernetes.NetworkPolicy;
import com.policycortex.istio.model.kubernetes.Pod;
import com.policycortex.istio.model.kubernetes.ReplicaSet;
import com.policycortex.istio.model.kubernetes.Secret;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.kubernetes.ServiceAccount;
import com.policycortex.istio.model.kubernetes.StatefulSet;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.EnvoyFilter;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.ProxyConfig;
import com.policycortex.istio.model.networking.ServiceEntry;
import com.policycortex.istio.model.networking.Sidecar;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.model.networking.WorkloadEntry;
import com.policycortex.istio.model.networking.WorkloadGroup;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.PeerAuthentication;
import com.policycortex.istio.model.security.RequestAuthentication;
import com.policycortex.istio.model.telemetry.Telemetry;
import java.util.List;
import java.util.Optional;

/** Every kind that the model knows. */
final class KnownKinds {

  static final List<Kind<?>> ALL =
      List.of(
          AuthorizationPolicy.KIND,
          ConfigMap.KIND,
          CronJob.KIND,
          DaemonSet.KIND,
          Deployment.KIND,
          DestinationRule.KIND,
          EnvoyFilter.KIND,
          Gateway.KIND,
          IstioOperator.KIND,
          Job.KIND,
          Namespace.KIND,
          NetworkPolicy.KIND,
          PeerAuthentication.KIND,
          Pod.KIND,
          ProxyConfig.KIND,
          ReplicaSet.KIND,
          RequestAuthentication.KIND,
          Secret.KIND,
          Service.KIND,
          ServiceAccount.KIND,
          ServiceEntry.KIND,
          Sidecar.KIND,
          StatefulSet.KIND,
          Telemetry.KIND,
          TrafficExtension.KIND,
          VirtualService.KIND,
          WasmPlugin.KIND,
          WorkloadEntry.KIND,
          WorkloadGroup.KIND);

  private KnownKinds() {}

  static Optional<Kind<?>> find(String group, String kind) {
    for (Kind<?> known : ALL) {
      if (known.name().equals(kind) && known.group().equals(group)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
