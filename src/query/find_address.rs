//! Answers "where is this address?" as exactly as the city knows: to the block where blocks are loaded, else to the town.

use crate::city::City;
use crate::domain::{Address, AddressText, LonLat, Numbering, Town, TownName};

/// How exactly an address was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Exactness {
    /// To the block (街区), or the lot.
    Block,
    /// Only to the town.
    Town,
}

impl Exactness {
    /// The word used in the API.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Block => "block",
            Self::Town => "town",
        }
    }
}

/// An address, the towns it may be in, and a place there.
#[derive(Debug, Clone)]
pub struct AddressFound<'a> {
    /// The address, of its town.
    pub address: Address,
    /// Its town; all towns of its name where a lot is stated without a 丁目.
    pub towns: Vec<&'a Town>,
    /// A point in the block, or the centre of the town.
    pub place: LonLat,
    /// How exactly the place is known.
    pub exact: Exactness,
}

impl AddressFound<'_> {
    /// The address with its municipality.
    pub fn name(&self) -> String {
        format!("{}{}", self.towns.first().map_or("", |town| &town.municipality), self.address)
    }
}

/// Where an address may be: one answer for every municipality that has a town of its name. None for a text that is
/// no address.
pub fn find_address<'a>(city: &'a City, text: &str) -> Vec<AddressFound<'a>> {
    let Ok(written) = text.parse::<AddressText>() else { return Vec::new() };
    let slots = city.gazetteer().towns_called(written.name());
    let towns: Vec<&Town> = slots.into_iter().map(|slot| city.towns().at(slot)).collect();
    let in_town = towns.iter().filter_map(|town| Some((written.in_town(&town.name)?, *town)));
    let mut found: Vec<AddressFound<'a>> =
        in_town.map(|(address, town)| located(city, address, town)).collect();
    if found.is_empty() {
        found.extend(lot_without_chome(&written, &towns));
    }
    found.sort_by_cached_key(|found| (found.exact, found.name()));
    found
}

fn located<'a>(city: &'a City, address: Address, town: &'a Town) -> AddressFound<'a> {
    let block = city.blocks().place(&town.municipality, &town.name, address.numbering(), address.block());
    AddressFound {
        address,
        towns: vec![town],
        place: block.unwrap_or(town.centre),
        exact: if block.is_some() { Exactness::Block } else { Exactness::Town },
    }
}

/// 赤堤1234番地5 is somewhere in 赤堤: lots were numbered before there were 丁目.
fn lot_without_chome<'a>(written: &AddressText, towns: &[&'a Town]) -> Option<AddressFound<'a>> {
    let first = *towns.first()?;
    let base: TownName = first.name.base().parse().ok()?;
    let address = written.in_town(&base).filter(|address| address.numbering() == Numbering::Lot)?;
    let towns: Vec<&Town> = towns.iter().copied().filter(|t| t.municipality == first.municipality).collect();
    let middle = towns[towns.len() / 2].centre;
    Some(AddressFound { address, towns, place: middle, exact: Exactness::Town })
}
