//! Quantiles and Woodruff's intervals.
