package com.policycortex.istio.validation;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

/**
 * The examples and the verdicts as one test each. Mutation testing runs tests one by one, and those
 * that others generate many times more slowly; see docs/quality.md.
 */
class RulesTest {

  @Test
  void every_rule_finds_the_mistake_in_its_example() throws Throwable {
    run(new RuleExamplesTest().a_rule_finds_the_mistake_in_its_example());
  }

  @Test
  void every_rule_finds_the_mistake_that_a_program_made() throws Throwable {
    run(new RuleExamplesTest().a_rule_finds_the_mistake_that_a_program_made());
  }

  @Test
  void every_verdict_is_that_of_the_real_judges() throws Throwable {
    run(new VerdictsTest().a_verdict_is_that_of_the_real_judges());
  }

  private static void run(Stream<DynamicTest> tests) throws Throwable {
    List<DynamicTest> all = tests.toList();
    for (DynamicTest test : all) {
      test.getExecutable().execute();
    }
  }
}
