//! How the suggestions of the search box look in JSON.

use serde::Serialize;
use utoipa::ToSchema;

use super::word::IdText;

/// Something offered for what was typed.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SuggestionBody<'a> {
    /// `station`, `town`, `street`, `address`, `use` or `listing`.
    #[schema(example = "town")]
    pub kind: &'static str,
    /// Its id; null for an address, a use, and several towns of one name together.
    pub id: Option<IdText>,
    /// The towns meant, or that the address is in, as the parameter `town` of a search takes them; none for other kinds.
    pub towns: Vec<IdText>,
    /// The legal use, as the parameter `use` of a search takes it.
    #[serde(rename = "use")]
    #[schema(example = "cafe_restaurant")]
    pub land_use: Option<&'a str>,
    /// True if the use should be made certain by a question first: `/api/v1/uses/search` has it.
    pub asks: bool,
    /// The name it is offered by.
    #[schema(example = "赤堤一丁目")]
    pub name: String,
    /// The reading of the name, where it is known.
    #[schema(example = "あかつつみ")]
    pub kana: Option<&'a str>,
    /// What tells it from others of its name: municipality, lines, association, address.
    #[schema(example = "世田谷区")]
    pub detail: Option<String>,
    /// Longitude and latitude of a point in it.
    #[schema(min_items = 2, max_items = 2, example = json!([139.6415, 35.6552]))]
    pub place: Option<[f64; 2]>,
    /// The box around it: west, south, east, north. Null where a point is all there is.
    #[schema(min_items = 4, max_items = 4, example = json!([139.6383, 35.6533, 139.6449, 35.6577]))]
    pub bounds: Option<[f64; 4]>,
    /// How exactly the place of an address is known: `block`, or only `town` (its centre); null for other kinds.
    #[schema(example = "block")]
    pub exact: Option<&'static str>,
    /// What the numbers of an address count: `residential` (住居表示: block and house) or `lot` (地番: a lot of land,
    /// which is no house number); null for other kinds.
    #[schema(example = "residential")]
    pub numbering: Option<&'static str>,
    /// How near the map should go where there is no box.
    #[schema(example = 16)]
    pub zoom: Option<u8>,
    /// The part of the name that was typed, from and to, in UTF-16 units as JavaScript counts; the whole name
    /// where it was found by its reading, null where it was found by something else than its name.
    #[schema(min_items = 2, max_items = 2, example = json!([0, 2]))]
    pub matched: Option<[usize; 2]>,
}

/// What is offered for what was typed.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Suggestions<'a> {
    /// The suggestions, the best first.
    pub items: Vec<SuggestionBody<'a>>,
}
