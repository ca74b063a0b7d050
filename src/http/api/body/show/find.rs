//! From what the search box offers to bodies.

use super::super::find::{SuggestionBody, Suggestions};
use crate::city::{City, ListingRow, Mapped};
use crate::domain::{LonLat, LonLatBox, Numbering, ShoppingStreet, Station, Town};
use crate::law::{self, Language, LawBook};
use crate::query::{AddressFound, Exactness, Offer, Suggestion};

/// A station and what is around it.
const STATION_ZOOM: u8 = 16;
/// One house among its neighbours.
const LISTING_ZOOM: u8 = 17;
/// A block and those around it.
const BLOCK_ZOOM: u8 = 18;
/// A town of which only a point is known.
const TOWN_ZOOM: u8 = 15;

/// What is offered, in a language.
pub fn suggestions<'a>(
    city: &'a City,
    book: &'a LawBook,
    found: &[Suggestion<'a>],
    language: Language,
) -> Suggestions<'a> {
    let body = |suggestion: &Suggestion<'a>| {
        let base = SuggestionBody {
            kind: "",
            id: None,
            towns: Vec::new(),
            land_use: None,
            asks: false,
            name: suggestion.name(),
            kana: None,
            detail: None,
            place: None,
            bounds: None,
            exact: None,
            numbering: None,
            zoom: None,
            matched: suggestion.matched.map(Into::into),
        };
        match &suggestion.offer {
            Offer::Station(station) => of_station(base, station),
            Offer::Towns(towns) => of_towns(base, towns),
            Offer::Street(street) => of_street(base, city, street, language),
            Offer::Address(found) => of_address(base, found, language),
            Offer::Use(found) => of_use(base, book, found, language),
            Offer::Listing(row) => of_listing(base, row),
        }
    };
    Suggestions { items: found.iter().map(body).collect() }
}

fn of_station<'a>(base: SuggestionBody<'a>, station: &'a Station) -> SuggestionBody<'a> {
    let lines: Vec<&str> = station.lines.iter().map(|line| line.name.as_str()).collect();
    SuggestionBody {
        kind: "station",
        id: Some(station.id.into()),
        kana: station.kana.as_deref(),
        detail: written(lines.join("・")),
        place: Some(position(station.place)),
        zoom: Some(STATION_ZOOM),
        ..base
    }
}

fn of_towns<'a>(base: SuggestionBody<'a>, towns: &[&'a Town]) -> SuggestionBody<'a> {
    let areas = towns.iter().filter_map(|town| town.bounds());
    let bounds = areas.reduce(LonLatBox::union).filter(|_| towns.len() > 1 || towns[0].area.is_some());
    let middle = |b: LonLatBox| [f64::midpoint(b.west(), b.east()), f64::midpoint(b.south(), b.north())];
    let numbers: Vec<u32> = towns.iter().filter_map(|town| town.name.chome()).collect();
    let municipality = towns.first().map_or("", |town| &town.municipality);
    let blocks = match (numbers.first(), numbers.last()) {
        (Some(first), Some(last)) if first != last => format!(" {first}〜{last}丁目"),
        _ => String::new(),
    };
    let one = (towns.len() == 1).then(|| towns[0]);
    SuggestionBody {
        kind: "town",
        id: one.map(|town| town.id.into()),
        towns: towns.iter().map(|town| town.id.into()).collect(),
        kana: towns.iter().find_map(|town| town.kana.as_deref()),
        detail: written(format!("{municipality}{blocks}")),
        place: one.map(|town| position(town.centre)).or(bounds.map(middle)),
        bounds: bounds.map(corners),
        zoom: bounds.is_none().then_some(TOWN_ZOOM),
        ..base
    }
}

fn of_street<'a>(
    base: SuggestionBody<'a>,
    city: &City,
    street: &'a ShoppingStreet,
    language: Language,
) -> SuggestionBody<'a> {
    let bounds = street.bounds();
    let count = city.vacancies().on(street.id);
    let listings = match (language, count) {
        (Language::En, 1) => "1 listing".to_owned(),
        (Language::En, n) => format!("{n} listings"),
        (Language::Ja, n) => format!("物件{n}件"),
        (Language::Easy, n) => format!("お店の 場所 {n}件"),
    };
    let parts = street.association.as_deref().filter(|_| language != Language::Easy).into_iter();
    let detail: Vec<&str> = parts.chain([listings.as_str()]).collect();
    SuggestionBody {
        kind: "street",
        id: Some(street.id.into()),
        kana: street.kana.as_deref(),
        detail: written(detail.join("・")),
        place: bounds.map(|b| [f64::midpoint(b.west(), b.east()), f64::midpoint(b.south(), b.north())]),
        bounds: bounds.map(corners),
        ..base
    }
}

fn of_address<'a>(
    base: SuggestionBody<'a>,
    found: &AddressFound<'a>,
    language: Language,
) -> SuggestionBody<'a> {
    let exact = match (found.exact, language) {
        (Exactness::Block, Language::Ja) => "街区の位置",
        (Exactness::Block, Language::En) => "position of the block",
        (Exactness::Block, Language::Easy) => "この 番の 場所",
        (Exactness::Town, Language::Ja) => "町丁目の中心",
        (Exactness::Town, Language::En) => "centre of the town only",
        (Exactness::Town, Language::Easy) => "町の まんなか",
    };
    let lot = match language {
        _ if found.address.numbering() == Numbering::Residential => "",
        Language::Ja => "地番（住居表示ではありません）・",
        Language::En => "lot number (地番), not a house number; ",
        Language::Easy => "土地の 番号（家の 番号では ありません）・",
    };
    SuggestionBody {
        kind: "address",
        towns: found.towns.iter().map(|town| town.id.into()).collect(),
        detail: written(format!("{lot}{exact}")),
        place: Some(position(found.place)),
        exact: Some(found.exact.slug()),
        numbering: Some(found.address.numbering().slug()),
        zoom: Some(if found.exact == Exactness::Block { BLOCK_ZOOM } else { TOWN_ZOOM }),
        ..base
    }
}

fn of_use<'a>(
    base: SuggestionBody<'a>,
    book: &'a LawBook,
    found: &law::Suggestion<'a>,
    language: Language,
) -> SuggestionBody<'a> {
    let land_use = book.land_use(found.use_id);
    SuggestionBody {
        kind: "use",
        land_use: Some(&land_use.slug),
        asks: found.question.is_some(),
        detail: written(land_use.name.get(language).to_owned()),
        ..base
    }
}

fn of_listing<'a>(base: SuggestionBody<'a>, row: &ListingRow) -> SuggestionBody<'a> {
    SuggestionBody {
        kind: "listing",
        id: Some(row.id().into()),
        detail: written(row.title_and_address().1.into_owned()),
        place: Some(position(row.place())),
        zoom: Some(LISTING_ZOOM),
        ..base
    }
}

fn written(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

fn position(place: LonLat) -> [f64; 2] {
    super::super::geometry::position(&place.into())
}

fn corners(b: LonLatBox) -> [f64; 4] {
    [b.west(), b.south(), b.east(), b.north()]
}
