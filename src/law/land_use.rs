//! What can be opened: the uses the rules distinguish, and the groups people look for them in.

use super::language::Words;

/// A use of one [`LawBook`](super::LawBook): its place in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UseId(pub(super) u16);

impl UseId {
    /// The place in [`LawBook::uses`](super::LawBook::uses).
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A use, as the rules distinguish it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LandUse {
    /// Its place in the book.
    pub id: UseId,
    /// The stable word, as in `cafe_restaurant`.
    pub slug: String,
    /// The group it is listed under, as in `food`.
    pub group: String,
    /// What people call it.
    pub name: Words,
    /// What the act calls it.
    pub legal_class: String,
    /// Its item of appended table 1, where it is a special building: `(四)`.
    pub special_building: Option<String>,
    /// True where hazardous materials are usual enough to be asked about.
    pub hazmat: bool,
}

/// A group of uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UseGroup {
    /// The stable word.
    pub slug: String,
    /// What people call it.
    pub name: Words,
}
