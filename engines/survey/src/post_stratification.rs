//! Post-stratification: weights that meet the totals of one variable or crossing.
