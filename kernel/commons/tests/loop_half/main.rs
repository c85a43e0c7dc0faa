//! Stories of the second half of the loop, from the options to the measure, on both databases.

mod beginning;
mod follow;
mod kit;
mod meetings;
mod pages;
mod rules;
mod tables;
mod thread;
mod workshop;
