//! Answers "where is this block?" in 12 bytes a block.
//!
//! Towns are sorted by municipality and name, the blocks of each lie side by side, sorted by number.

use crate::domain::{Block, LonLat, Numbering, TownBlocks, TownName};

/// 1e-7 degrees are a centimetre.
const STEPS_A_DEGREE: f64 = 1e7;

#[derive(Debug, Clone)]
struct Range {
    municipality: Box<str>,
    town: TownName,
    from: u32,
    to: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Packed {
    /// Twice the number, and one more for a lot.
    key: u32,
    lon: i32,
    lat: i32,
}

/// Blocks and lots by town and number.
#[derive(Debug, Clone, Default)]
pub struct BlockIndex {
    towns: Vec<Range>,
    blocks: Vec<Packed>,
}

impl BlockIndex {
    /// The index of the blocks of towns, each town once.
    pub fn build(mut towns: Vec<TownBlocks>) -> Self {
        towns.sort_by(|a, b| (&a.municipality, &a.town).cmp(&(&b.municipality, &b.town)));
        let mut index = Self::default();
        for town in towns {
            let from = index.blocks.len() as u32;
            index.blocks.extend(town.blocks.iter().map(packed));
            index.blocks[from as usize..].sort_unstable_by_key(|block| block.key);
            let to = index.blocks.len() as u32;
            index.towns.push(Range {
                municipality: town.municipality.into_boxed_str(),
                town: town.town,
                from,
                to,
            });
        }
        index.blocks.shrink_to_fit();
        index
    }

    /// A point in a block or lot.
    pub fn place(
        &self,
        municipality: &str,
        town: &TownName,
        numbering: Numbering,
        number: u32,
    ) -> Option<LonLat> {
        let order = |range: &Range| (&*range.municipality, &range.town).cmp(&(municipality, town));
        let range = &self.towns[self.towns.binary_search_by(order).ok()?];
        let blocks = &self.blocks[range.from as usize..range.to as usize];
        let found = blocks[blocks.binary_search_by_key(&key(numbering, number), |block| block.key).ok()?];
        let degrees = |steps: i32| f64::from(steps) / STEPS_A_DEGREE;
        LonLat::new(degrees(found.lon), degrees(found.lat)).ok()
    }

    /// How many blocks and lots there are.
    pub fn len(&self) -> usize {
        self.blocks.len()
    }

    /// True if there are none.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }
}

const fn key(numbering: Numbering, number: u32) -> u32 {
    number * 2 + matches!(numbering, Numbering::Lot) as u32
}

fn packed(block: &Block) -> Packed {
    let steps = |degrees: f64| (degrees * STEPS_A_DEGREE).round() as i32;
    Packed {
        key: key(block.numbering, block.number),
        lon: steps(block.place.lon()),
        lat: steps(block.place.lat()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn town(municipality: &str, name: &str, numbers: &[u32]) -> TownBlocks {
        let block = |(at, number): (usize, &u32)| Block {
            numbering: if at.is_multiple_of(2) { Numbering::Residential } else { Numbering::Lot },
            number: *number,
            place: LonLat::new(139.0 + f64::from(*number) / 1e4, 35.123_456_7).unwrap(),
        };
        TownBlocks {
            municipality: municipality.into(),
            town: name.parse().unwrap(),
            blocks: numbers.iter().enumerate().map(block).collect(),
        }
    }

    #[test]
    fn a_block_is_found_by_municipality_town_numbering_and_number() {
        let index = BlockIndex::build(vec![
            town("目黒区", "中町一丁目", &[3]),
            town("世田谷区", "中町一丁目", &[9, 3, 1]),
            town("世田谷区", "赤堤一丁目", &[]),
        ]);
        let at = |municipality, town: &str, numbering, number| {
            index.place(municipality, &town.parse().unwrap(), numbering, number).map(LonLat::lon)
        };
        assert_eq!(at("世田谷区", "中町1丁目", Numbering::Residential, 9), Some(139.0009));
        assert_eq!(at("世田谷区", "中町1丁目", Numbering::Lot, 3), Some(139.0003));
        assert_eq!(at("世田谷区", "中町1丁目", Numbering::Residential, 3), None, "3 is a lot there");
        assert_eq!(at("目黒区", "中町1丁目", Numbering::Residential, 3), Some(139.0003));
        assert_eq!(at("世田谷区", "赤堤1丁目", Numbering::Residential, 1), None);
        assert_eq!(at("杉並区", "中町1丁目", Numbering::Residential, 3), None);
    }
}
