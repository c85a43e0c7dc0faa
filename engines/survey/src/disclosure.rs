//! Primary and complementary suppression of small cells.
