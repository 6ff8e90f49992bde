package com.policycortex.istio.validation;

import java.util.Set;

/**
 * The rules that look at more than the field that they speak of. Where something of the value could
 * not be read, they are silent; the others judge the fields that are there.
 */
final class FarSighted {

  private static final Set<String> IDS =
      Set.of(
          "AP-PROVIDER-ACTION",
          "DR-OUTLIER-LOCAL-ORIGIN",
          "EF-SUBFILTER",
          "EF-WAYPOINT",
          "GW-PORT-NUMBER",
          "GW-TLS-CRL-CRED",
          "GW-TLS-REDIRECT",
          "MCX-NAME",
          "NP-ENDPORT",
          "PA-PORT-NO-SELECTOR",
          "RA-ISSUER",
          "SC-EG-UNIX",
          "SC-EMPTY",
          "SC-IN-POOL-HTTP",
          "SC-IN-TLS-CRL-CRED",
          "SC-IN-TLS-PROTOCOL",
          "SC-OTP-PROXY-MODE",
          "SE-MULTIHOST-TCP",
          "SE-NONE-ENDPOINTS",
          "SE-NONE-SELECTOR",
          "SE-TCP-NO-ADDRESS",
          "SVC-CLUSTER-IPS",
          "SVC-NODEPORT-TYPE",
          "SVC-TYPE-FIELD",
          "TARGETREF-KIND",
          "VS-DELEGATE-GATEWAYS",
          "VS-DELEGATE-TCP",
          "VS-DELEGATE-TLS",
          "VS-HTTP-AUTHORITY-TWICE",
          "VS-INEFFECTIVE-DUP",
          "VS-INEFFECTIVE-PREFIX",
          "VS-UNREACHABLE-AFTER-CATCHALL",
          "VS-UNREACHABLE-ALL-DUP",
          "VS-UNREACHABLE-LAST");

  private FarSighted() {}

  static boolean is(String id) {
    return IDS.contains(id);
  }
}
