//! Ordered scales: distributions, top-2, don't know apart, internal consistency.
