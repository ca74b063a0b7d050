//! 「借りたい」 cards: somebody says what they would like to open; the ward's desk reads it; owners answer.
//!
//! A card goes to the desk once whoever wrote it has followed the link in a first mail, and is public
//! once the desk has published it. Answers go the way of enquiries, so neither side learns the other's
//! address. A card that has ended is deleted.

mod demand;
mod desk;
mod seeker;

pub use demand::{Demand, FEWEST, PlaceDemand, shown_places};
pub use desk::{NewCard, Reviewed, WantedDesk, WantedLink};
pub(in crate::app) use seeker::{open_seeker, seal_seeker};
