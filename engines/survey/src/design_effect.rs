//! Design effects: Kish's, from the weights alone, and that of an estimate.
