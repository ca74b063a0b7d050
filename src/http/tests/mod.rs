//! The server as its clients see it, over a small hand-made city.

mod bounds;
mod events;
mod feed;
mod fuzz;
mod near_misses;
mod parameters;
mod questions;
mod served;
mod small_city;
mod surroundings;
mod tiles;
mod verdicts;
mod walks;
