package com.policycortex.istio.report;

import com.policycortex.istio.finding.FileNames;
import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.model.Manifest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** For continuous integration: JUnit's XML, a suite for each file, a case for each manifest. */
final class JunitFormat implements ReportFormat {

  private static final String SUITES = "istio lint";

  @Override
  public void write(Report report, Appendable out) throws IOException {
    Map<String, Suite> suites = suites(report);
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newFactory().createXMLStreamWriter(new AppendableWriter(out));
      xml.writeStartDocument("UTF-8", "1.0");
      start(xml, 0, "testsuites");
      attribute(xml, "name", SUITES);
      numbers(
          xml,
          suites.values().stream().mapToInt(Suite::tests).sum() + report.skipped().size(),
          suites.values().stream().mapToInt(suite -> suite.failures(report)).sum(),
          report.skipped().size());
      for (Map.Entry<String, Suite> suite : suites.entrySet()) {
        write(suite.getKey(), suite.getValue(), report, xml);
      }
      writeSkipped(report.skipped(), xml);
      end(xml, 0);
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** The manifests of a file, by their names, with their findings. */
  private record Suite(Map<String, List<Finding>> cases) {
    int tests() {
      return cases.size();
    }

    int failures(Report report) {
      return (int) cases.values().stream().filter(findings -> isFailed(findings, report)).count();
    }
  }

  private static boolean isFailed(List<Finding> findings, Report report) {
    return findings.stream().anyMatch(finding -> finding.severity().atLeast(report.failOn()));
  }

  private static Map<String, Suite> suites(Report report) {
    Map<String, Suite> suites = new TreeMap<>();
    for (Manifest manifest : report.manifests()) {
      findings(suites, report, manifest.origin(), manifest.resourceId());
    }
    for (Finding finding : report.findings()) {
      findings(suites, report, finding.origin(), finding.resource()).add(finding);
    }
    return suites;
  }

  private static List<Finding> findings(
      Map<String, Suite> suites, Report report, Origin origin, ResourceId resource) {
    String file = FileNames.below(report.folder(), origin.file());
    String name = resource.name().isEmpty() ? (resource + " (the file)").strip() : resource + "";
    return suites
        .computeIfAbsent(
            file.isEmpty() ? "manifests" : file, key -> new Suite(new LinkedHashMap<>()))
        .cases()
        .computeIfAbsent(name, key -> new ArrayList<>());
  }

  private static void write(String file, Suite suite, Report report, XMLStreamWriter xml)
      throws XMLStreamException {
    start(xml, 1, "testsuite");
    attribute(xml, "name", file);
    numbers(xml, suite.tests(), suite.failures(report), 0);
    for (Map.Entry<String, List<Finding>> manifest : suite.cases().entrySet()) {
      start(xml, 2, "testcase");
      attribute(xml, "classname", file);
      attribute(xml, "name", manifest.getKey());
      if (!manifest.getValue().isEmpty()) {
        write(manifest.getValue(), report, xml);
        end(xml, 2);
      } else {
        xml.writeEndElement();
      }
    }
    end(xml, 1);
  }

  private static void write(List<Finding> findings, Report report, XMLStreamWriter xml)
      throws XMLStreamException {
    List<Finding> failures =
        findings.stream().filter(finding -> finding.severity().atLeast(report.failOn())).toList();
    List<Finding> others =
        findings.stream()
            .filter(finding -> !finding.severity().atLeast(report.failOn()))
            .filter(finding -> finding.severity().atLeast(report.shown()))
            .toList();
    // One element: many readers show the first failure of a case only.
    if (!failures.isEmpty()) {
      start(xml, 3, "failure");
      attribute(xml, "type", failures.get(0).id());
      attribute(xml, "message", failures.get(0).message());
      text(xml, failures);
    }
    if (!others.isEmpty()) {
      start(xml, 3, "system-out");
      text(xml, others);
    }
  }

  private static void text(XMLStreamWriter xml, List<Finding> findings) throws XMLStreamException {
    StringBuilder text = new StringBuilder("\n");
    findings.forEach(finding -> text.append(finding).append('\n'));
    xml.writeCharacters(valid(text.toString()));
    xml.writeEndElement();
  }

  private static void writeSkipped(List<Skipped> skipped, XMLStreamWriter xml)
      throws XMLStreamException {
    if (skipped.isEmpty()) {
      return;
    }
    start(xml, 1, "testsuite");
    attribute(xml, "name", "left out");
    numbers(xml, skipped.size(), 0, skipped.size());
    for (Skipped one : skipped) {
      start(xml, 2, "testcase");
      attribute(xml, "classname", "left out");
      attribute(xml, "name", one.what());
      start(xml, 3, "skipped");
      attribute(xml, "message", one.why());
      xml.writeEndElement();
      end(xml, 2);
    }
    end(xml, 1);
  }

  private static void numbers(XMLStreamWriter xml, int tests, int failures, int skipped)
      throws XMLStreamException {
    attribute(xml, "tests", String.valueOf(tests));
    attribute(xml, "failures", String.valueOf(failures));
    attribute(xml, "errors", "0");
    attribute(xml, "skipped", String.valueOf(skipped));
  }

  private static void start(XMLStreamWriter xml, int level, String name) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(level));
    xml.writeStartElement(name);
  }

  private static void end(XMLStreamWriter xml, int level) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(level));
    xml.writeEndElement();
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, valid(Printable.line(value)));
  }

  // XML 1.0 has no way to write most control characters, nor half a pair of surrogates.
  private static String valid(String text) {
    StringBuilder valid = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              boolean allowed =
                  c == '\n'
                      || (c >= 0x20 && c <= 0xD7FF)
                      || (c >= 0xE000 && c <= 0xFFFD)
                      || c >= 0x10000;
              valid.appendCodePoint(allowed ? c : ' ');
            });
    return valid.toString();
  }
}
