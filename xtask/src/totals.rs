//! Adding up what cargo's and node's test runners print.

use std::fmt;
use std::ops::AddAssign;

/// How many tests ran, and how they ended.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Totals {
    /// Tests that held.
    pub passed: u64,
    /// Tests that did not.
    pub failed: u64,
    /// Tests that their own file leaves out.
    pub skipped: u64,
}

impl Totals {
    /// Takes the figures of a line, if it is one of a runner's closing lines.
    pub fn read_line(&mut self, line: &str) {
        let line = line.trim();
        if let Some(closing) = line.strip_prefix("test result: ") {
            self.read_cargo(closing);
        } else if let Some(closing) = line.strip_prefix("ℹ ").or_else(|| line.strip_prefix("# ")) {
            self.read_node(closing);
        }
    }

    /// How many tests ran.
    pub fn ran(&self) -> u64 {
        self.passed + self.failed
    }

    fn read_cargo(&mut self, closing: &str) {
        let figures = closing.split_once(". ").map_or("", |(_, figures)| figures);
        for figure in figures.split("; ") {
            match figure.split_once(' ').map(|(count, word)| (count.parse().unwrap_or(0), word)) {
                Some((count, "passed")) => self.passed += count,
                Some((count, "failed")) => self.failed += count,
                Some((count, "ignored")) => self.skipped += count,
                _ => {}
            }
        }
    }

    fn read_node(&mut self, closing: &str) {
        let Some((word, count)) = closing.split_once(' ') else {
            return;
        };
        let Ok(count) = count.parse::<u64>() else { return };
        match word {
            "pass" => self.passed += count,
            "fail" | "cancelled" => self.failed += count,
            "skipped" | "todo" => self.skipped += count,
            _ => {}
        }
    }
}

impl AddAssign for Totals {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Totals {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 {
            write!(out, ", {} skipped", self.skipped)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn totals_of(output: &str) -> Totals {
        let mut totals = Totals::default();
        output.lines().for_each(|line| totals.read_line(line));
        totals
    }

    #[test]
    fn adds_up_every_binary_that_cargo_ran() {
        let output = "running 3 tests\n\
            test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 4 filtered out; finished in 0.01s\n\
            test result: FAILED. 5 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.2s";
        assert_eq!(totals_of(output), Totals { passed: 7, failed: 3, skipped: 1 });
    }

    #[test]
    fn reads_both_reporters_of_node() {
        let spec = "ℹ tests 5\nℹ suites 1\nℹ pass 3\nℹ fail 1\nℹ cancelled 1\nℹ skipped 0\nℹ todo 0";
        assert_eq!(totals_of(spec), Totals { passed: 3, failed: 2, skipped: 0 });
        assert_eq!(totals_of("# pass 4\n# fail 0"), Totals { passed: 4, failed: 0, skipped: 0 });
    }

    #[test]
    fn other_lines_count_for_nothing() {
        assert_eq!(totals_of("# pass the salt\n12 passed; 3 failed\ntest result: ok"), Totals::default());
    }

    #[test]
    fn closes_with_the_words_that_continuous_integration_reads() {
        assert_eq!(Totals { passed: 2, failed: 0, skipped: 0 }.to_string(), "2 passed, 0 failed");
        assert_eq!(Totals { passed: 2, failed: 1, skipped: 3 }.to_string(), "2 passed, 1 failed, 3 skipped");
    }
}
