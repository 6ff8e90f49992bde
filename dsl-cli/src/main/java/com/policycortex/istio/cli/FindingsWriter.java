package com.policycortex.istio.cli;

import com.policycortex.istio.finding.Finding;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** A form in which findings are reported. */
interface FindingsWriter {

  /**
   * Writes a report.
   *
   * @param findings in the order in which they are reported
   * @param sources the text of each file
   * @param manifests how many manifests were read
   */
  void write(List<Finding> findings, Map<String, String> sources, int manifests, PrintWriter out)
      throws IOException;
}
