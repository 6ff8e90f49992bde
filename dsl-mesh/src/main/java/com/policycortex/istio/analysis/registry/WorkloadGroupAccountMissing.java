package com.policycortex.istio.analysis.registry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.GivenNames;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.kubernetes.ServiceAccount;
import com.policycortex.istio.model.networking.WorkloadGroup;
import java.util.Optional;

/** A WorkloadGroup's machines run as a service account that is not there. */
final class WorkloadGroupAccountMissing extends Check<WorkloadGroup> {

  WorkloadGroupAccountMissing() {
    super(
        Subject.of(WorkloadGroup.KIND),
        CheckInfo.warning("WG-SERVICE-ACCOUNT-MISSING", "A WorkloadGroup's account is not there")
            .meaning(
                "template.serviceAccount names neither a ServiceAccount of the namespace nor the"
                    + " account of a workload with pods in it, though ServiceAccounts are among the"
                    + " manifests.")
            .why("The machines get no token and no certificate, and do not join the mesh.")
            .fix("Create the ServiceAccount, or name one that is there")
            .needs(Need.SERVICE_ACCOUNTS)
            .codes("KIA1701"));
  }

  @Override
  public void check(WorkloadGroup group, MeshView mesh, Report report) {
    String namespace = Names.namespace(group);
    Optional<String> account =
        group
            .template()
            .serviceAccount()
            .filter(name -> !name.isEmpty() && !name.equals("default"));
    if (account.isPresent()
        && mesh.find(ServiceAccount.KIND, namespace, account.get()).isEmpty()
        && mesh.workloads().runningAs(namespace, account.get()).stream()
            .allMatch(Workload::isMachine)) {
      report
          .add(
              "spec.template.serviceAccount",
              "There is no ServiceAccount " + namespace + "/" + account.get() + ".")
          .meant(account.get(), GivenNames.in(namespace, ServiceAccount.KIND, mesh))
          .changing("its workloads get the identity of that service account");
    }
  }
}
