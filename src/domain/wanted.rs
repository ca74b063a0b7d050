//! A 「借りたい」 card: what somebody would like to open, where, how large and at which rent.
//!
//! What a card says is shown to everybody once the ward's desk has read it; who wrote it is no part of it.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;
use time::OffsetDateTime;

use super::id::{IdError, StreetId, TownId, WantedId};
use super::language::Language;
use super::money::Yen;
use super::slug::vocabulary;

/// Places that one card may name.
pub const MOST_WANTED_PLACES: usize = 5;
const LONGEST_TITLE: usize = 60;
const LONGEST_WORDS: usize = 1000;
const LARGEST_M2: f64 = 100_000.0;

vocabulary! {
    /// Where a card stands. One that ended is erased.
    pub enum WantedState("state of a card") {
        /// The link in the first mail was not followed yet. Forgotten after 48 hours.
        Unconfirmed = "unconfirmed", "確認待ち";
        /// The desk has not decided yet.
        Submitted = "submitted", "審査中";
        /// Everybody can read it.
        Published = "published", "公開中";
    }
}

/// Where somebody looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WantedPlace {
    /// In a town.
    Town(TownId),
    /// On a shopping street.
    Street(StreetId),
}

/// Why a card cannot be as given. Each names the field.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum WantedError {
    /// Every card says what somebody would like to open.
    #[error("`title` needs 1 to {LONGEST_TITLE} characters")]
    Title,
    /// The text is too long.
    #[error("`words` may have at most {LONGEST_WORDS} characters")]
    Words,
    /// More places than a card may name, or one twice.
    #[error("`places` may name at most {MOST_WANTED_PLACES} places, each once")]
    Places,
    /// Not an area, or the smallest above the largest.
    #[error(
        "`area_min_m2` and `area_max_m2` are square metres up to {LARGEST_M2}, the first not above the second"
    )]
    Area,
}

impl WantedError {
    /// The field at fault.
    pub const fn field(&self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Words => "words",
            Self::Places => "places",
            Self::Area => "area_min_m2",
        }
    }
}

/// A card. Build one with [`Wanted::checked`].
#[derive(Debug, Clone, PartialEq)]
pub struct Wanted {
    /// Its id.
    pub id: WantedId,
    /// Where it stands.
    pub state: WantedState,
    /// The language it is written in.
    pub language: Language,
    /// What somebody would like to open, in a line.
    pub title: String,
    /// More of it; may be empty.
    pub words: String,
    /// The use as the law sorts it (`cafe_restaurant`), where one was chosen.
    pub use_id: Option<String>,
    /// Where; empty for anywhere in the ward.
    pub places: Vec<WantedPlace>,
    /// The smallest floor area, m².
    pub area_min_m2: Option<f64>,
    /// The largest floor area, m².
    pub area_max_m2: Option<f64>,
    /// The highest rent a month.
    pub rent_max: Option<Yen>,
    /// True for made-up data.
    pub synthetic: bool,
    /// When it was written.
    pub created: OffsetDateTime,
    /// When its state last changed or it was last said to hold still.
    pub touched: OffsetDateTime,
}

impl Wanted {
    /// The card, if it says what is wanted within bounds.
    pub fn checked(self) -> Result<Self, WantedError> {
        if !(1..=LONGEST_TITLE).contains(&self.title.trim().chars().count()) || self.title.contains('\n') {
            return Err(WantedError::Title);
        }
        if self.words.chars().count() > LONGEST_WORDS {
            return Err(WantedError::Words);
        }
        let mut places = self.places.clone();
        places.sort_unstable();
        places.dedup();
        if places.len() != self.places.len() || places.len() > MOST_WANTED_PLACES {
            return Err(WantedError::Places);
        }
        let is_area = |m2: f64| m2 > 0.0 && m2 <= LARGEST_M2;
        let areas = [self.area_min_m2, self.area_max_m2];
        let (least, most) = (areas[0].unwrap_or(0.0), areas[1].unwrap_or(LARGEST_M2));
        if !areas.into_iter().flatten().all(is_area) || least > most {
            return Err(WantedError::Area);
        }
        Ok(self)
    }
}

/// A text that names no place.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum WantedPlaceError {
    /// Neither `town:` nor `street:` before it.
    #[error("not a place like `town:ID` or `street:ID`")]
    NoKind,
    /// What follows is no id.
    #[error(transparent)]
    Id(#[from] IdError),
}

impl fmt::Display for WantedPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Town(id) => write!(f, "town:{id}"),
            Self::Street(id) => write!(f, "street:{id}"),
        }
    }
}

impl FromStr for WantedPlace {
    type Err = WantedPlaceError;

    fn from_str(text: &str) -> Result<Self, WantedPlaceError> {
        match text.split_once(':') {
            Some(("town", id)) => Ok(Self::Town(id.parse()?)),
            Some(("street", id)) => Ok(Self::Street(id.parse()?)),
            _ => Err(WantedPlaceError::NoKind),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card() -> Wanted {
        let at = OffsetDateTime::UNIX_EPOCH;
        Wanted {
            id: WantedId::from_bits(1).unwrap(),
            state: WantedState::Unconfirmed,
            language: Language::Ja,
            title: "小さな焼き菓子の店".into(),
            words: String::new(),
            use_id: Some("bakery_workshop".into()),
            places: vec![],
            area_min_m2: Some(20.0),
            area_max_m2: None,
            rent_max: None,
            synthetic: false,
            created: at,
            touched: at,
        }
    }

    #[test]
    fn a_card_needs_a_line_that_says_what_is_wanted_and_nothing_more() {
        assert!(card().checked().is_ok());
        for title in ["", " ", "二行\nある", &"長".repeat(61)] {
            assert_eq!(
                Wanted { title: title.to_owned(), ..card() }.checked(),
                Err(WantedError::Title),
                "{title}"
            );
        }
    }

    #[test]
    fn a_card_names_each_place_once_and_at_most_five() {
        let town = |bits| WantedPlace::Town(TownId::from_bits(bits).unwrap());
        let street = |bits| WantedPlace::Street(StreetId::from_bits(bits).unwrap());
        let with = |places: Vec<WantedPlace>| Wanted { places, ..card() }.checked();
        assert!(with(vec![town(1), street(1), town(2), town(3), town(4)]).is_ok());
        assert_eq!(with(vec![town(1), town(1)]), Err(WantedError::Places));
        assert_eq!(with((1..=6).map(town).collect()), Err(WantedError::Places));
    }

    #[test]
    fn the_smallest_area_is_not_above_the_largest() {
        let with = |min, max| Wanted { area_min_m2: min, area_max_m2: max, ..card() }.checked();
        assert!(with(Some(20.0), Some(20.0)).is_ok() && with(None, None).is_ok());
        for (min, max) in
            [(Some(21.0), Some(20.0)), (Some(0.0), None), (None, Some(-1.0)), (Some(f64::NAN), None)]
        {
            assert_eq!(with(min, max), Err(WantedError::Area), "{min:?} {max:?}");
        }
    }

    #[test]
    fn a_place_reads_back_from_its_text() {
        for place in [
            WantedPlace::Town(TownId::from_bits(77).unwrap()),
            WantedPlace::Street(StreetId::from_bits(78).unwrap()),
        ] {
            assert_eq!(place.to_string().parse(), Ok(place));
        }
        assert!(
            "station:0000000002d".parse::<WantedPlace>().is_err() && "town:x".parse::<WantedPlace>().is_err()
        );
    }
}
