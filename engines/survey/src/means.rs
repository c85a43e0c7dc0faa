//! Means, totals, proportions, ratios, variances, over the whole or a domain.
