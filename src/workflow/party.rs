//! Who does something to an offer, and who hears of it.

/// Who does something to an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Party {
    /// Whoever offers the premises.
    Landlord,
    /// The ward's people who review offers.
    Moderator,
    /// Time passing.
    Clock,
}

impl Party {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Landlord, Self::Moderator, Self::Clock];
}

/// Who is told by mail that something was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tells {
    /// The ward's desk.
    Desk,
    /// Whoever offers the premises.
    Landlord,
    /// Nobody: whoever did it sees it.
    Nobody,
}
