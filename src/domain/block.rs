//! Where the blocks (街区) of a town are, or its lots where houses are not numbered by blocks.

use super::address::Numbering;
use super::place::LonLat;
use super::town::TownName;

/// A block, or a lot of land.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Block {
    /// What its number counts.
    pub numbering: Numbering,
    /// Its number: 街区符号 or 地番 without a part.
    pub number: u32,
    /// A point in it.
    pub place: LonLat,
}

/// All blocks and lots of one town.
#[derive(Debug, Clone, PartialEq)]
pub struct TownBlocks {
    /// The municipality: `世田谷区`.
    pub municipality: String,
    /// The town, with its 丁目.
    pub town: TownName,
    /// Its blocks; no number twice under one numbering.
    pub blocks: Vec<Block>,
}
