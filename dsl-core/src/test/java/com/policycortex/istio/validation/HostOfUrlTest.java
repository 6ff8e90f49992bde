package com.policycortex.istio.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostOfUrlTest {

  @Test
  void of_a_URL_in_place_of_a_host_the_scheme_is_to_be_left_out() {
    assertThat(DnsNames.problemWithWildcardDomain("https://api.example.com"))
        .isEqualTo("\"https://api.example.com\" is not a host but a URL: leave out https://");
    assertThat(DnsNames.problemWithWildcardDomain("api.example.com")).isNull();
    assertThat(DnsNames.problemWithWildcardDomain("://")).contains("neither a wildcard nor");
  }
}
