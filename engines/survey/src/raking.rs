//! Raking to several margins (Deming & Stephan 1940).
