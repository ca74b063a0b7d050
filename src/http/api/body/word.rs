//! How ids, days and the words of closed vocabularies look in JSON.
//!
//! Each is written straight from the domain value, without a `String` in between, and tells the
//! OpenAPI document exactly which texts can occur.

use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt::{self, Display};
use time::Date;
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, SchemaType, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use crate::domain::{
    AreaKind, Condition, Cooking, FireZone, Id, Layer, LeaseKind, ListingKind, OfferedBy, PinPrecision, Tax,
    UseDistrict,
};
use crate::geo::WalkMethod;
use crate::law::Verdict;

/// An id of anything, as its 11 characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IdText(Id<()>);

impl<T> From<Id<T>> for IdText {
    fn from(id: Id<T>) -> Self {
        Self(Id::from_bits(id.bits()).expect("the bits of an id are the bits of an id"))
    }
}

impl Display for IdText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for IdText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl PartialSchema for IdText {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(SchemaType::Type(Type::String))
            .description(Some("An id: 11 characters of 0-9 and a-z without i, l, o and u"))
            .pattern(Some("^[0-9a-hjkmnp-tv-z]{11}$"))
            .examples([serde_json::json!("0c8x4n2k7zq")])
            .into()
    }
}

impl ToSchema for IdText {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("Id")
    }
}

/// A calendar day, `2026-01-31`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day(pub Date);

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Self(date)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (year, month, day) = self.0.to_calendar_date();
        let (Ok(year @ 0..=9999), month) = (u16::try_from(year), u8::from(month)) else {
            return serializer.collect_str(&self.0);
        };
        // A page has hundreds of days, and formatting one in general costs more than a listing's other fields.
        let digit = |n: u16| b'0' + (n % 10) as u8;
        let two = |n: u8| [digit(u16::from(n) / 10), digit(u16::from(n))];
        let ([m1, m2], [d1, d2]) = (two(month), two(day));
        let text = [
            digit(year / 1000),
            digit(year / 100),
            digit(year / 10),
            digit(year),
            b'-',
            m1,
            m2,
            b'-',
            d1,
            d2,
        ];
        serializer.serialize_str(std::str::from_utf8(&text).expect("digits and dashes are ASCII"))
    }
}

impl PartialSchema for Day {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(SchemaType::Type(Type::String))
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Date)))
            .examples([serde_json::json!("2026-01-31")])
            .into()
    }
}

impl ToSchema for Day {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("Day")
    }
}

/// A vocabulary whose words appear in JSON.
pub trait Vocabulary: Copy + Sized + 'static {
    /// What it says, for readers of the document.
    const WHAT: &'static str;
    /// Every word.
    fn all() -> &'static [Self];
    /// The stable word.
    fn word(self) -> &'static str;
    /// The Japanese name.
    fn ja(self) -> &'static str;
}

macro_rules! vocabularies {
    ($($word:ident($name:ident): $what:literal;)+) => {
        $(
            impl Vocabulary for $name {
                const WHAT: &'static str = $what;
                fn all() -> &'static [Self] { Self::ALL }
                fn word(self) -> &'static str { self.slug() }
                fn ja(self) -> &'static str { self.name_ja() }
            }
        )+

        vocabulary_words! { $($word($name);)+ }
    };
}

macro_rules! vocabulary_words {
    ($($word:ident($name:ident);)+) => {
        $(
            #[doc = concat!("A word of [`", stringify!($name), "`].")]
            #[derive(Debug, Clone, Copy, PartialEq, Eq)]
            pub struct $word(pub $name);

            impl From<$name> for $word {
                fn from(word: $name) -> Self { Self(word) }
            }

            impl Serialize for $word {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.serialize_str(self.0.slug())
                }
            }

            impl PartialSchema for $word {
                fn schema() -> RefOr<Schema> { word_schema::<$name>().into() }
            }

            impl ToSchema for $word {
                fn name() -> Cow<'static, str> { Cow::Borrowed(stringify!($name)) }
            }
        )+
    };
}

impl Vocabulary for Verdict {
    const WHAT: &'static str = "What the Building Standards Act says of a use: 建築基準法上の用途の目安";
    fn all() -> &'static [Self] {
        Self::ALL
    }
    fn word(self) -> &'static str {
        self.slug()
    }
    fn ja(self) -> &'static str {
        match self {
            Self::Permitted => "可",
            Self::Conditional => "条件付き",
            Self::Prohibited => "不可",
            Self::AskWard => "要相談",
            Self::OtherLaw => "他法令",
        }
    }
}

vocabulary_words! { VerdictWord(Verdict); }

vocabularies! {
    ListingKindWord(ListingKind): "What kind of offer";
    ConditionWord(Condition): "What is inside";
    CookingWord(Cooking): "What cooking is allowed";
    OfferedByWord(OfferedBy): "Who offers it (取引態様)";
    PinPrecisionWord(PinPrecision): "How exactly the place is shown; for `town` it is the centre of the town";
    TaxWord(Tax): "Whether the rent includes consumption tax";
    LeaseKindWord(LeaseKind): "The kind of contract";
    FireZoneWord(FireZone): "Fire prevention zoning";
    AreaKindWord(AreaKind): "What kind of planning an area is under";
    LayerWord(Layer): "A set of things that is replaced as a whole";
    WalkMethodWord(WalkMethod): "How the minutes of a walk were come by; those of `estimate` are shown with 約";
    UseDistrictWord(UseDistrict): "A use district (用途地域), or the absence of one";
}

/// The schema that lists every word of a vocabulary.
pub fn word_schema<V: Vocabulary>() -> ObjectBuilder {
    let glossary: Vec<String> = V::all().iter().map(|w| format!("{} {}", w.word(), w.ja())).collect();
    ObjectBuilder::new()
        .schema_type(SchemaType::Type(Type::String))
        .description(Some(format!("{}: {}", V::WHAT, glossary.join(", "))))
        .enum_values(Some(V::all().iter().map(|w| w.word())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_day_is_written_as_it_is_read(julian in 1_721_060i32..5_373_484) {
            let date = Date::from_julian_day(julian).unwrap();
            prop_assert_eq!(serde_json::to_value(Day(date)).unwrap(), date.to_string());
        }
    }
}
