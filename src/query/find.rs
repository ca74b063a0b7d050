//! Answers "what does the one search box offer for what was typed?".
//!
//! Stations, towns, shopping streets and businesses go by their names in any spelling, addresses by a town and its
//! numbers, listings by the words they say. An exact name comes before a beginning, a beginning before a name that holds the text; listings come last.
//! Slips of one letter and short forms (三茶) are understood only where nothing else answers.

use super::find_address::{AddressFound, find_address};
use super::find_listings::listings_saying;
use super::highlight::{Range, highlight};
use crate::city::{By, City, How, ListingRow, NameHit, Named};
use crate::domain::{ShoppingStreet, Station, Town};
use crate::law::{self, Match, Thesaurus};

/// The longest text that is looked for, in characters.
pub const LONGEST_FIND: usize = 100;
/// At most so many businesses are offered.
const MOST_USES: usize = 3;
/// So many words are looked through for different businesses.
const WORDS_LOOKED_AT: usize = 12;

/// What is offered.
#[derive(Debug, Clone)]
pub enum Offer<'a> {
    /// A station.
    Station(&'a Station),
    /// A town; or all towns of one name, by 丁目.
    Towns(Vec<&'a Town>),
    /// A shopping street.
    Street(&'a ShoppingStreet),
    /// An address.
    Address(AddressFound<'a>),
    /// A business.
    Use(law::Suggestion<'a>),
    /// A listing.
    Listing(&'a ListingRow),
}

/// Something offered for what was typed.
#[derive(Debug, Clone)]
pub struct Suggestion<'a> {
    /// What.
    pub offer: Offer<'a>,
    /// The part of its name that answers, in UTF-16 units, from and to; `None` where the name does not.
    pub matched: Option<Range>,
}

impl Suggestion<'_> {
    /// The name it is offered by.
    pub fn name(&self) -> String {
        match &self.offer {
            Offer::Station(station) => station.name.clone(),
            Offer::Towns(towns) => town_name(towns),
            Offer::Street(street) => street.name.clone(),
            Offer::Address(found) => found.name(),
            Offer::Use(found) => found.word.to_owned(),
            Offer::Listing(row) => row.title_and_address().0.into_owned(),
        }
    }
}

/// The name of one town, or what several have in common.
fn town_name(towns: &[&Town]) -> String {
    match towns {
        [one] => one.name.to_string(),
        [first, ..] => first.name.base().to_owned(),
        [] => String::new(),
    }
}

/// What is offered for a text, best first, at most `limit`.
pub fn find<'a>(city: &'a City, words: &'a Thesaurus, text: &str, limit: usize) -> Vec<Suggestion<'a>> {
    let text: String = text.chars().take(LONGEST_FIND).collect();
    let addresses = find_address(city, &text);
    let (mut names, mut uses) = (names(city, &text), uses(words, &text));
    if uses.iter().any(|found| found.matched < Match::Contains) {
        names.retain(|hit| hit.by < By::Voicing);
    }
    if names.iter().any(|hit| hit.how < How::Inside) {
        uses.retain(|found| found.matched < Match::Contains);
    }

    let mut ranked: Vec<((How, u8), Offer<'a>)> =
        addresses.into_iter().map(|found| ((How::Exact, 0), Offer::Address(found))).collect();
    ranked.extend(names.iter().map(|hit| ((hit.how, 0), offer(city, hit.named))));
    ranked.extend(uses.into_iter().map(|found| ((how(found.matched), 1), Offer::Use(found))));
    ranked.sort_by_key(|(rank, _)| *rank); // stable: each kind keeps its own order
    let mut offers: Vec<Suggestion<'a>> =
        ranked.into_iter().take(limit).map(|(_, offer)| Suggestion { offer, matched: None }).collect();
    if offers.len() < limit {
        let rows = listings_saying(city, &text, limit - offers.len());
        offers.extend(rows.into_iter().map(|row| Suggestion { offer: Offer::Listing(row), matched: None }));
    }
    if offers.is_empty() {
        let slips = city.gazetteer().find_slips(&text);
        let slips = slips.iter().take(limit).map(|hit| offer(city, hit.named));
        offers.extend(slips.map(|offer| Suggestion { offer, matched: None }));
    }
    for suggestion in &mut offers {
        suggestion.matched = matched(suggestion, &text);
    }
    offers
}

/// The names that answer the text; or where it is several words and none does, those that are one of them.
fn names<'a>(city: &'a City, text: &str) -> Vec<NameHit<'a>> {
    let hits = city.gazetteer().find(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    if !hits.is_empty() || words.len() < 2 {
        return hits;
    }
    let whole = |word: &&str| city.gazetteer().find(word).into_iter().filter(|hit| hit.how == How::Exact);
    words.iter().flat_map(whole).filter(|hit| hit.by < By::Voicing).collect()
}

/// The businesses that go by the text, each once; where it is several words, also by one of them.
fn uses<'a>(words: &'a Thesaurus, text: &str) -> Vec<law::Suggestion<'a>> {
    let mut found = words.search(text, WORDS_LOOKED_AT);
    let parts: Vec<&str> = text.split_whitespace().collect();
    if parts.len() > 1 {
        let each = parts.iter().flat_map(|part| words.search(part, 1));
        found.extend(each.filter(|one| one.matched == Match::Exact));
        found.sort_by_key(|one| one.matched);
    }
    let mut offered = Vec::new();
    found.retain(|one| {
        let again = offered.contains(&one.use_id);
        offered.push(one.use_id);
        !again
    });
    found.truncate(MOST_USES);
    found
}

const fn how(matched: Match) -> How {
    match matched {
        Match::Exact => How::Exact,
        Match::Prefix => How::Prefix,
        Match::Contains => How::Inside,
    }
}

fn offer<'a>(city: &'a City, named: &Named) -> Offer<'a> {
    match named {
        Named::Station(at) => Offer::Station(city.stations().at(*at)),
        Named::Towns(slots) => Offer::Towns(slots.iter().map(|at| city.towns().at(*at)).collect()),
        Named::Town(at, _) => Offer::Towns(vec![city.towns().at(*at)]),
        Named::Street(at) => Offer::Street(city.streets().at(*at)),
    }
}

/// Where the text is in the name. A name found by how it sounds answers as a whole, without the 丁目 that was not typed.
fn matched(suggestion: &Suggestion<'_>, text: &str) -> Option<Range> {
    let name = suggestion.name();
    let whole = |part: &str| Some((0, part.encode_utf16().count()));
    let found = highlight(&name, text);
    match &suggestion.offer {
        Offer::Listing(_) => {
            found.or_else(|| text.split_whitespace().find_map(|word| highlight(&name, word)))
        }
        Offer::Towns(towns) => found.or_else(|| {
            let numbered = text.chars().any(char::is_numeric) || text.contains('丁');
            if numbered { whole(&name) } else { whole(towns.first()?.name.base()) }
        }),
        Offer::Address(_) => whole(&name),
        Offer::Use(of) if of.matched == Match::Contains => found,
        _ => found.or_else(|| whole(&name)),
    }
}
