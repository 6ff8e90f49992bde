package com.policycortex.istio.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MalformedInputPageTest {

  private static final Path PAGE = Path.of("..", "docs", "malformed-input.md");

  @Test
  void thePageSaysWhatTheReaderAndTheRulesSay() throws IOException {
    List<MalformedInput> all = MalformedInputs.all();
    String page = MalformedInputPage.of(all);
    if (Boolean.getBoolean("update.docs")) {
      Files.writeString(PAGE, page);
    }

    assertThat(all).hasSizeGreaterThan(60);
    assertThat(PAGE).as("-Dupdate.docs=true writes it").content().isEqualTo(page);
  }
}
