//! Small areas: Fay-Herriot.
