//! What a moderator should look at: reasons for a closer look, never verdicts.

use super::desk::OfferView;
use crate::city::City;
use crate::domain::{Draft, DraftField, Listing, ListingId, ListingKind, OfferedBy, Town, Yen, fold_text};
use crate::law::{Inputs, LawBook, Match, Verdict, judge_site};
use crate::query::law_site;

/// Two pins of one place lie no farther apart.
const SAME_PLACE_M: f64 = 15.0;
/// Rents are compared with so many neighbours, no farther away than this.
const NEIGHBOURS: usize = 30;
const NEIGHBOURHOOD_M: f64 = 1_000.0;
/// Fewer tell nothing.
const FEWEST: usize = 5;
/// A rent a 坪 beyond these shares of the neighbours' median is odd.
const ODDLY_LOW: f64 = 0.4;
const ODDLY_HIGH: f64 = 2.5;

/// What is to be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckKind {
    /// The pin lies in no municipality that is loaded.
    Outside,
    /// The address names another town than the pin lies in.
    TownMismatch,
    /// Something much like it is public already.
    Duplicate,
    /// The rent is far from the neighbours'.
    RentOutlier,
    /// A trade it is offered for is refused there.
    UseNotAdmitted,
    /// A telephone number, an address or a link in the text.
    ContactInText,
    /// A licence number that does not look like one.
    Licence,
    /// A picture that another offer shows.
    SamePicture,
}

impl CheckKind {
    /// Its name in the API.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Outside => "outside",
            Self::TownMismatch => "town_mismatch",
            Self::Duplicate => "duplicate",
            Self::RentOutlier => "rent_outlier",
            Self::UseNotAdmitted => "use_not_admitted",
            Self::ContactInText => "contact_in_text",
            Self::Licence => "licence",
            Self::SamePicture => "same_picture",
        }
    }
}

/// A reason for a closer look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// What.
    pub kind: CheckKind,
    /// What was found: a word of the text, an amount, a district.
    pub found: String,
    /// The public listing it is about, where there is one.
    pub listing: Option<ListingId>,
}

impl Check {
    fn of(kind: CheckKind, found: impl Into<String>) -> Self {
        Self { kind, found: found.into(), listing: None }
    }
}

/// What to look at in the listing that an offer would make; nothing while it makes none.
pub fn checks(city: &City, book: &LawBook, view: &OfferView) -> Vec<Check> {
    let mut found = match &view.read.listing {
        Some(listing) => checks_of(city, book, &view.offer.draft, listing),
        None => Vec::new(),
    };
    found.extend(view.same_pictures.first().map(|(name, other)| Check {
        listing: Some(*other),
        ..Check::of(CheckKind::SamePicture, name.as_str())
    }));
    found
}

pub(super) fn checks_of(city: &City, book: &LawBook, draft: &Draft, listing: &Listing) -> Vec<Check> {
    let mut found = Vec::new();
    found.extend(place(city, listing));
    found.extend(duplicate(city, listing));
    found.extend(rent(city, listing));
    found.extend(uses(city, book, listing));
    found.extend(contact_in_text(draft));
    found.extend(licence(listing));
    found
}

fn place(city: &City, listing: &Listing) -> Option<Check> {
    if city.boundary_at(listing.place).is_none() {
        return Some(Check::of(CheckKind::Outside, &listing.address));
    }
    let town = city.town_at(listing.place)?;
    let names_it = |town: &Town| fold_text(&listing.address).contains(&fold_text(town.name.base()));
    (!names_it(town)).then(|| Check::of(CheckKind::TownMismatch, town.name.to_string()))
}

/// The same place, storey and area, as far as both say so.
fn duplicate(city: &City, listing: &Listing) -> Option<Check> {
    let near = city.listings().nearest(listing.place, |row| row.id() != listing.id);
    let near = near.take_while(|(_, metres)| *metres <= SAME_PLACE_M);
    let storeys = listing.premises.storeys;
    let area = listing.premises.area.map(crate::domain::AreaM2::m2);
    let alike = |row: &crate::city::ListingRow| {
        let storey = storeys.zip(row.storeys()).is_none_or(|(a, b)| a == b);
        let area = area.zip(row.area_m2()).is_none_or(|(a, b)| (a - b).abs() <= 0.1 * a.max(b));
        storey && area && !row.place_is_approximate()
    };
    let row = near.map(|(row, _)| row).find(|row| alike(row))?;
    let title = row.title_and_address().0.into_owned();
    Some(Check { listing: Some(row.id()), ..Check::of(CheckKind::Duplicate, title) })
}

fn rent(city: &City, listing: &Listing) -> Option<Check> {
    let own = listing.rent_per_tsubo()?;
    let kind = listing.kind;
    let of_its_kind = |row: &crate::city::ListingRow| {
        row.id() != listing.id && row.kind() == kind && row.rent_per_tsubo().is_some()
    };
    let near = city.listings().nearest(listing.place, of_its_kind);
    let near = near.take_while(|(_, metres)| *metres <= NEIGHBOURHOOD_M).take(NEIGHBOURS);
    let mut rents: Vec<f64> = near.filter_map(|(row, _)| row.rent_per_tsubo()).collect();
    if rents.len() < FEWEST {
        return None;
    }
    rents.sort_by(f64::total_cmp);
    let median = rents[rents.len() / 2];
    let yen = |amount: f64| Yen::new(amount.round() as u64).map_or(0, Yen::yen);
    let odd = own < ODDLY_LOW * median || own > ODDLY_HIGH * median;
    odd.then(|| Check::of(CheckKind::RentOutlier, format!("{} 円/坪 ({} 円/坪)", yen(own), yen(median))))
}

/// Each trade by the first use its word means; a workshop also as one.
fn uses(city: &City, book: &LawBook, listing: &Listing) -> Option<Check> {
    let site = law_site(city, listing.place);
    let inputs =
        Inputs { use_area_m2: listing.premises.area.map(crate::domain::AreaM2::m2), ..Inputs::default() };
    let workshop =
        (listing.kind == ListingKind::Workshop).then(|| ListingKind::Workshop.name_ja().to_owned());
    let trades = listing.trades.iter().cloned().chain(workshop);
    let refused = |word: &String| {
        let found = book.thesaurus().search(word, 1);
        let means = found.first().filter(|found| found.matched == Match::Exact && found.question.is_none());
        means.is_some_and(|found| {
            judge_site(book, found.use_id, &inputs, &site).verdict == Verdict::Prohibited
        })
    };
    let mut trades = trades;
    let word = trades.find(refused)?;
    let district = site.district.map_or("", crate::domain::UseDistrict::name_ja);
    Some(Check::of(CheckKind::UseNotAdmitted, format!("{word} / {district}")))
}

/// Words that lead past the relay: ten digits or more in a row of digits and strokes, an @, a link.
fn contact_in_text(draft: &Draft) -> Option<Check> {
    let fields = [DraftField::Title, DraftField::Description, DraftField::Trades];
    let texts = fields.iter().filter_map(|field| draft.text(*field));
    texts.flat_map(str::split_whitespace).find_map(|word| {
        let folded = fold_text(word);
        let leads = folded.contains('@')
            || folded.contains("://")
            || folded.contains("www.")
            || has_telephone_number(&folded);
        leads.then(|| Check::of(CheckKind::ContactInText, word.chars().take(60).collect::<String>()))
    })
}

fn has_telephone_number(folded: &str) -> bool {
    let mut run = String::new();
    for c in folded.chars().chain(Some(' ')) {
        if c.is_ascii_digit() || matches!(c, '-' | '(' | ')' | 'ー' | '−') {
            run.push(c);
            continue;
        }
        let digits = run.chars().filter(char::is_ascii_digit).count();
        let first = run.chars().find(char::is_ascii_digit);
        if (10..=11).contains(&digits) && first == Some('0') {
            return true;
        }
        run.clear();
    }
    false
}

/// 東京都知事（3）第12345号, 国土交通大臣（1）第123号.
fn licence(listing: &Listing) -> Option<Check> {
    if !matches!(listing.offered_by, OfferedBy::Agent | OfferedBy::Broker) {
        return None;
    }
    let number = listing.licence_number.as_deref().unwrap_or_default();
    let folded = fold_text(number);
    let by = ["知事", "大臣"].iter().any(|who| folded.contains(who));
    let numbered = folded.contains('第') && folded.contains('号') && folded.contains('(');
    (!by || !numbered).then(|| Check::of(CheckKind::Licence, number))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(description: &str) -> Draft {
        let mut draft = Draft::new();
        draft.say(DraftField::Description, description).unwrap();
        draft
    }

    #[test]
    fn a_telephone_number_an_address_or_a_link_in_the_text_is_found() {
        for text in [
            "お電話は03-1234-5678まで",
            "０９０（１２３４）５６７８",
            "owner@example.jp へ",
            "詳しくは https://example.jp/",
        ] {
            assert!(contact_in_text(&draft(text)).is_some(), "{text}");
        }
        for text in ["2025年4月1日に改装", "天井高 2.7m、面積 40.5㎡", "賃料 180000", "駅から3-5分"]
        {
            assert_eq!(contact_in_text(&draft(text)), None, "{text}");
        }
    }
}
