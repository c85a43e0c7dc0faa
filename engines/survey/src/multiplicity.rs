//! Many comparisons at once: false discovery rate and the arrow rule.
