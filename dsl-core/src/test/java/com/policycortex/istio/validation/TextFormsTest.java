package com.policycortex.istio.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Forms of text at the edges where istiod, Go and Java part; each verdict is istiod's. */
class TextFormsTest {

  @Test
  void a_host_may_have_one_trailing_dot_and_a_leading_wildcard() {
    assertThat(List.of("*", "*.com", "*foo.com", "*-foo.com", "foo.", "*.", "123", "A.com"))
        .allSatisfy(host -> assertThat(DnsNames.problemWithWildcardDomain(host)).isNull());
    assertThat(List.of("", ".", "a..b", "foo..", "foo.*.com", "foo*.com", "1.2.3.4", "a_b.com"))
        .allSatisfy(host -> assertThat(DnsNames.problemWithWildcardDomain(host)).isNotNull());
  }

  @Test
  void a_number_ends_a_host_only_if_it_fits_64_bits() {
    assertThat(DnsNames.problemWithFqdn("a.9223372036854775807")).isNotNull();
    assertThat(DnsNames.problemWithFqdn("a.9223372036854775808")).isNull();
    assertThat(DnsNames.problemWithFqdn("1.2.3.4.")).isNull();
  }

  @Test
  void hosts_overlap_where_some_name_belongs_to_both() {
    assertThat(Hosts.overlap("*.com", "foo.com")).isTrue();
    assertThat(Hosts.overlap("*.com", "com")).isFalse();
    assertThat(Hosts.overlap("*foo.com", "barfoo.com")).isTrue();
    assertThat(Hosts.overlap("*.a.com", "*.com")).isTrue();
    assertThat(Hosts.overlap("A.com", "a.com")).isFalse();
    assertThat(Hosts.covers("*.a.com", "*.com")).isTrue();
    assertThat(Hosts.covers("*.com", "*.a.com")).isFalse();
    assertThat(Hosts.covers("*.com", "a.com")).isFalse();
  }

  @Test
  void an_ip_has_no_leading_zeros_and_a_zone_only_in_ipv6() {
    assertThat(List.of("1.2.3.4", "::1", "::", "fe80::1%eth0", "::ffff:1.2.3.4", "1:2:3:4:5:6:7:8"))
        .allSatisfy(ip -> assertThat(IpAddresses.isAddress(ip)).isTrue());
    assertThat(
            List.of("", "010.0.0.1", "1.2.3", "256.1.1.1", "1.2.3.4%a", "fe80::1%", "1::2::3", ":"))
        .allSatisfy(ip -> assertThat(IpAddresses.isAddress(ip)).isFalse());
  }

  @Test
  void a_network_may_have_bits_of_the_host_but_no_zone() {
    assertThat(List.of("10.1.2.3/8", "0.0.0.0/0", "2001:db8::/128"))
        .allSatisfy(text -> assertThat(IpAddresses.isSubnet(text)).isTrue());
    assertThat(List.of("10.0.0.0/33", "10.0.0.0/08", "10.0.0.0/", "fe80::1%a/64", "a/b/c"))
        .allSatisfy(text -> assertThat(IpAddresses.isSubnet(text)).isFalse());
  }

  @Test
  void a_header_value_closes_what_a_percent_sign_opens() {
    assertThat(List.of("", "100%%", "%HOSTNAME%", "%REQ(foo)%", "%X([\"a\", \"b\"])%", "a\tb"))
        .allSatisfy(value -> assertThat(HeaderValues.problem(value)).isNull());
    assertThat(List.of("%", "abc%123", "%A%%", "%X()%", "a\nb", "%X([a])%", "\u007f"))
        .allSatisfy(value -> assertThat(HeaderValues.problem(value)).isNotNull());
  }

  @Test
  void a_label_has_no_line_break_at_its_end() {
    assertThat(Labels.isValue("a\n")).isFalse();
    assertThat(Labels.isValue("")).isTrue();
    assertThat(Labels.isKey("a.b/c_d")).isTrue();
    assertThat(Labels.isKey("a/b/c")).isFalse();
    assertThat(Labels.isKey("/a")).isFalse();
    assertThat(Labels.isKey("a/")).isFalse();
  }

  @Test
  void a_url_is_read_as_go_reads_it() {
    assertThat(Url.parseRequest("HTTPS://a.com/ b").map(Url::scheme)).hasValue("https");
    assertThat(Url.parseRequest("foo.com:80/bar").map(Url::scheme)).hasValue("foo.com");
    assertThat(Url.parseRequest("/local").map(Url::scheme)).hasValue("");
    assertThat(
            List.of(
                "http://a%25b",
                "http://[fe80::1%25eth0]:80",
                "http://[fe80::1%25a%20b]/",
                "http://a:",
                "tcp://a:b:80",
                "http://u:p@ss@a.com/"))
        .allSatisfy(url -> assertThat(Url.parseRequest(url)).as(url).isPresent());
    assertThat(
            List.of(
                "",
                "a/b",
                ":a",
                "https://a b",
                "https://a.com#x",
                "https://::1/",
                "https://f[",
                "http://[::1%eth0]/",
                "http://[::%zz]/",
                "http://[1.2.3.4]/",
                "http://a%41.com",
                "http://a/%4",
                "http://u%4:1@a/",
                "http://a:b"))
        .allSatisfy(url -> assertThat(Url.parseRequest(url)).as(url).isEmpty());
    assertThat(Url.parse("//%20%20")).isEmpty();
    assertThat(Url.parse("a:80/#%zz")).isEmpty();
    assertThat(Url.parse("a/b:c#d").map(Url::scheme)).hasValue("");
    assertThat(Url.parse("a_b:c")).isEmpty();
    assertThat(Url.parse("https://u@a.com:0080/").map(Url::port)).hasValue("0080");
  }

  @Test
  void a_path_template_stands_for_whole_parts() {
    assertThat(List.of("/{*}", "/{**}/x", "/a/{*}/b/{**}", "{**}"))
        .allSatisfy(path -> assertThat(PathTemplates.problem(path)).isNull());
    assertThat(List.of("/{x}", "/a{*}", "/{**}/{*}", "/{*}/*", "/{*}//a", "/}"))
        .allSatisfy(path -> assertThat(PathTemplates.problem(path)).isNotNull());
  }

  @Test
  void an_expression_of_cel_is_read_but_not_understood() {
    assertThat(
            List.of(
                "response.code >= 400",
                "!has(a.b) || x in [1, 2,]",
                "a.all(x, x > -9223372036854775808)",
                "{'k': r'\\d'}.k ? b\"\\x00\" : M.N{f: 1u}",
                "a // why"))
        .allSatisfy(text -> assertThat(CelSyntax.problem(text)).isNull());
    assertThat(
            List.of(
                "",
                "a >",
                "has(a)",
                "a.all(1, x)",
                "f(1,)",
                "9223372036854775808",
                "\"\\q\"",
                "a.?b",
                "if",
                "\"\\ud800\"",
                "1e999",
                "a b"))
        .allSatisfy(text -> assertThat(CelSyntax.problem(text)).isNotNull());
    assertThat(CelSyntax.problem("(".repeat(1 << 20))).isNotNull();
  }

  @Test
  void keys_are_judged_as_istiod_judges_them() {
    assertThat(List.of("{\"keys\": []}", "{\"keys\": null}", "{\"kty\": \"oct\", \"k\": \"AQ\"}"))
        .allSatisfy(text -> assertThat(JsonWebKeys.of(text).problem()).isEmpty());
    assertThat(
            List.of(
                "{}", "[]", "", "{\"keys\": {}}", "{\"kty\": \"RSA\", \"n\": \"A\", \"e\": \"A\"}"))
        .allSatisfy(text -> assertThat(JsonWebKeys.of(text).problem()).isNotEmpty());
    assertThat(JsonWebKeys.of("{\"kty\": \"oct\", \"k\": \"AQ\", \"x5u\": []}").problem())
        .isEmpty();
    assertThat(JsonWebKeys.of("[".repeat(100_000)).problem()).isNotEmpty();
  }
}
