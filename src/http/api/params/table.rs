//! Every query parameter: its name, the shape of its value, what it means and an example.
//!
//! The parser and the OpenAPI document both read these tables, so that a parameter is documented
//! exactly if it is read.

use serde_json::json;
use utoipa::openapi::path::{Parameter as Documented, ParameterBuilder, ParameterIn, ParameterStyle};
use utoipa::openapi::schema::{
    ArrayBuilder, KnownFormat, ObjectBuilder, Schema, SchemaFormat, SchemaType, Type,
};
use utoipa::openapi::{RefOr, Required};

use crate::http::api::body::word::{Vocabulary, word_schema};

/// The shape of a value.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// Free text of at most so many characters.
    Text(usize),
    /// A text of a form of its own: a regular expression that every readable value matches.
    Form(&'static str),
    /// A number within bounds.
    Number(f64, f64),
    /// A whole number within bounds.
    Integer(i64, i64),
    /// Numbers within bounds, separated by commas.
    Numbers(f64, f64),
    /// `true` or `false`.
    Flag,
    /// A day, `2026-01-31`.
    Day,
    /// One word of a closed set.
    Word(fn() -> ObjectBuilder),
    /// Words of a closed set, separated by commas.
    Words(fn() -> ObjectBuilder),
    /// One id.
    Id,
    /// Ids, separated by commas.
    Ids,
}

/// One query parameter.
#[derive(Debug, Clone, Copy)]
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// The shape of its value.
    pub shape: Shape,
    /// What it means.
    pub what: &'static str,
    /// A value that is accepted.
    pub example: &'static str,
    /// True if it must be given.
    pub required: bool,
}

impl Parameter {
    /// A parameter that may be left out.
    pub const fn new(name: &'static str, shape: Shape, what: &'static str, example: &'static str) -> Self {
        Self { name, shape, what, example, required: false }
    }

    /// A parameter that must be given.
    pub const fn required(
        name: &'static str,
        shape: Shape,
        what: &'static str,
        example: &'static str,
    ) -> Self {
        Self { name, shape, what, example, required: true }
    }

    /// How the OpenAPI document tells of it.
    pub fn documented(&self) -> Documented {
        let is_list = matches!(self.shape, Shape::Words(_) | Shape::Ids | Shape::Numbers(..));
        ParameterBuilder::new()
            .name(self.name)
            .parameter_in(ParameterIn::Query)
            .required(if self.required { Required::True } else { Required::False })
            .description(Some(self.what))
            .style(is_list.then_some(ParameterStyle::Form))
            .explode(is_list.then_some(false))
            .schema(Some(self.schema()))
            .example(Some(self.example_value()))
            .build()
    }

    fn example_value(&self) -> serde_json::Value {
        match self.shape {
            Shape::Words(_) | Shape::Ids => json!(self.example.split(',').collect::<Vec<_>>()),
            Shape::Numbers(..) => serde_json::from_str(&format!("[{}]", self.example)).unwrap_or_default(),
            Shape::Number(..) | Shape::Integer(..) | Shape::Flag => {
                serde_json::from_str(self.example).unwrap_or_else(|_| json!(self.example))
            }
            _ => json!(self.example),
        }
    }

    fn schema(&self) -> RefOr<Schema> {
        let of = |kind: Type| ObjectBuilder::new().schema_type(SchemaType::Type(kind));
        match self.shape {
            Shape::Text(longest) => of(Type::String).min_length(Some(1)).max_length(Some(longest)).into(),
            Shape::Form(pattern) => of(Type::String).pattern(Some(pattern)).into(),
            Shape::Number(low, high) => of(Type::Number).minimum(Some(low)).maximum(Some(high)).into(),
            Shape::Integer(low, high) => {
                of(Type::Integer).minimum(Some(low as f64)).maximum(Some(high as f64)).into()
            }
            Shape::Numbers(low, high) => ArrayBuilder::new()
                .items(of(Type::Number).minimum(Some(low)).maximum(Some(high)))
                .min_items(Some(1))
                .max_items(Some(MOST_STEPS))
                .into(),
            Shape::Flag => of(Type::Boolean).into(),
            Shape::Day => of(Type::String).format(Some(SchemaFormat::KnownFormat(KnownFormat::Date))).into(),
            Shape::Word(words) => words().into(),
            Shape::Words(words) => {
                ArrayBuilder::new().items(words()).min_items(Some(1)).unique_items(true).into()
            }
            Shape::Id => of(Type::String).pattern(Some(ID)).into(),
            Shape::Ids => ArrayBuilder::new()
                .items(of(Type::String).pattern(Some(ID)))
                .min_items(Some(1))
                .max_items(Some(MOST_IDS))
                .into(),
        }
    }
}

/// What an id looks like.
const ID: &str = "^[0-9a-hjkmnp-tv-z]{11}$";
/// The most ids one parameter may list.
pub const MOST_IDS: usize = 100;

/// The most steps that are counted at once.
pub const MOST_STEPS: usize = 30;

/// Words of a vocabulary, as a shape.
pub const fn words<V: Vocabulary>() -> Shape {
    Shape::Words(word_schema::<V>)
}

fn closed(words: &'static [&'static str]) -> ObjectBuilder {
    ObjectBuilder::new().schema_type(SchemaType::Type(Type::String)).enum_values(Some(words.iter().copied()))
}

/// `light` or `heavy`.
pub const COOKING_WORDS: &[&str] = &["light", "heavy"];
/// What to do with listings whose rent is no amount.
pub const NEGOTIABLE_WORDS: &[&str] = &["keep", "drop"];
/// What to sort by; a leading `-` reverses.
pub const SORT_WORDS: &[&str] = &[
    "updated",
    "rent",
    "rent_per_tsubo",
    "area",
    "station",
    "distance",
    "-updated",
    "-rent",
    "-rent_per_tsubo",
    "-area",
    "-station",
    "-distance",
];
/// What can be counted.
pub const FACET_WORDS: &[&str] = &[
    "kind",
    "district",
    "condition",
    "cooking",
    "storey",
    "level",
    "rent",
    "area",
    "walk",
    "town",
    "street",
    "verdict",
];
/// The heaviest process of a workshop, by the items of appended table 2.
pub const PROCESS_WORDS: &[&str] = &["none", "to3", "nu3", "ru1"];
/// The languages of generated texts.
pub const LANGUAGE_WORDS: &[&str] = &["ja", "en", "easy"];
/// The forms of an answer.
pub const FORMAT_WORDS: &[&str] = &["json", "geojson"];
/// The forms of the ledger.
pub const LEDGER_FORMAT_WORDS: &[&str] = &["json", "geojson", "csv"];

pub(super) fn cooking() -> ObjectBuilder {
    closed(COOKING_WORDS)
}
pub(super) fn negotiable() -> ObjectBuilder {
    closed(NEGOTIABLE_WORDS)
}
pub(super) fn sort() -> ObjectBuilder {
    closed(SORT_WORDS)
}
pub(super) fn facets() -> ObjectBuilder {
    closed(FACET_WORDS)
}
pub(super) fn process() -> ObjectBuilder {
    closed(PROCESS_WORDS)
}
pub(super) fn languages() -> ObjectBuilder {
    closed(LANGUAGE_WORDS)
}
pub(super) fn format() -> ObjectBuilder {
    closed(FORMAT_WORDS)
}
pub(super) fn ledger_formats() -> ObjectBuilder {
    closed(LEDGER_FORMAT_WORDS)
}
