//! When does a caution apply?
//!
//! An occasion is written as terms with ` & ` between (all of them) and ` or ` between groups of them
//! (any of them): `special_building & use_area_m2 > 200`.

use super::condition::{Condition, Outcome};
use super::condition_text::ConditionError;
use super::districts::district_from_slug;
use super::error::CellReason;
use super::interval::Known;
use super::land_use::LandUse;
use super::site::Site;
use super::verdict::Verdict;
use crate::domain::{AreaKind, UseDistrict};

/// When a caution applies: any group of terms that all hold.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Occasion(Vec<Vec<Term>>);

#[derive(Debug, Clone, PartialEq)]
enum Term {
    Always,
    Never,
    SplitSite,
    SpecialBuilding,
    HazmatUse,
    Use(Vec<String>),
    Group(Vec<String>),
    District(Vec<UseDistrict>),
    DistrictNear(Vec<UseDistrict>),
    Verdict(Vec<Verdict>),
    NotVerdict(Vec<Verdict>),
    Inside(Vec<AreaKind>),
    NotInside(Vec<AreaKind>),
    Condition(Condition),
}

/// What a caution looks at.
pub(super) struct Place<'p> {
    pub(super) land_use: &'p LandUse,
    /// The verdict of its own district.
    pub(super) verdict: Verdict,
    pub(super) site: &'p Site,
    pub(super) known: Known<'p>,
}

/// The words an occasion may use.
pub(super) struct Vocabulary<'v> {
    pub(super) uses: &'v [LandUse],
}

impl Occasion {
    pub(super) fn parse(text: &str, vocabulary: &Vocabulary<'_>) -> Result<Self, CellReason> {
        let group = |text: &str| text.split(" & ").map(|t| term(t.trim(), vocabulary)).collect();
        text.split(" or ").map(group).collect::<Result<_, _>>().map(Self)
    }

    /// The kinds of area it asks for.
    pub(super) fn kinds_of_area(&self) -> impl Iterator<Item = AreaKind> {
        let asked = |term: &Term| if let Term::Inside(kinds) = term { kinds.clone() } else { Vec::new() };
        self.0.iter().flatten().flat_map(asked)
    }

    pub(super) fn arises(&self, place: &Place<'_>) -> bool {
        self.0.iter().any(|group| group.iter().all(|term| term.holds(place)))
    }
}

impl Term {
    fn holds(&self, place: &Place<'_>) -> bool {
        let within = |districts: &[UseDistrict]| place.site.district.is_some_and(|d| districts.contains(&d));
        let inside = |kinds: &[AreaKind]| place.site.areas.iter().any(|area| kinds.contains(&area.kind));
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::SplitSite => !place.site.near.is_empty(),
            Self::SpecialBuilding => place.land_use.special_building.is_some(),
            Self::HazmatUse => place.land_use.hazmat,
            Self::Use(uses) => uses.contains(&place.land_use.slug),
            Self::Group(groups) => groups.contains(&place.land_use.group),
            Self::District(districts) => within(districts),
            Self::DistrictNear(districts) => {
                within(districts) || place.site.near.iter().any(|(d, _)| districts.contains(d))
            }
            Self::Verdict(verdicts) => verdicts.contains(&place.verdict),
            Self::NotVerdict(verdicts) => !verdicts.contains(&place.verdict),
            Self::Inside(kinds) => inside(kinds),
            // Nor where no such area is loaded: there nobody knows.
            Self::NotInside(kinds) => !inside(kinds),
            // What is not known yet may still come to apply, so only a sure no is silent.
            Self::Condition(condition) => condition.outcome(&place.known) != Outcome::Fails,
        }
    }
}

fn term(text: &str, vocabulary: &Vocabulary<'_>) -> Result<Term, CellReason> {
    match text {
        "always" => return Ok(Term::Always),
        "listed_only" => return Ok(Term::Never),
        "split_site" => return Ok(Term::SplitSite),
        "special_building" => return Ok(Term::SpecialBuilding),
        "hazmat_use" => return Ok(Term::HazmatUse),
        _ => {}
    }
    let uses = vocabulary.uses;
    let known_use = |w: &str| uses.iter().any(|u| u.slug == w).then(|| w.to_owned());
    let known_group = |w: &str| uses.iter().any(|u| u.group == w).then(|| w.to_owned());
    let known_kind = |w: &str| AreaKind::ALL.iter().copied().find(|k| k.slug() == w);
    if let Some((name, list)) = text.split_once(" != ") {
        return match name {
            "verdict" => Ok(Term::NotVerdict(all(list, "verdict", Verdict::from_slug)?)),
            "inside" => Ok(Term::NotInside(all(list, "kind of area", known_kind)?)),
            _ => Err(CellReason::Unknown { what: "term", value: text.to_owned() }),
        };
    }
    match text.split_once(" = ") {
        Some(("use", list)) => Ok(Term::Use(all(list, "use", known_use)?)),
        Some(("group", list)) => Ok(Term::Group(all(list, "group", known_group)?)),
        Some(("inside", list)) => Ok(Term::Inside(all(list, "kind of area", known_kind)?)),
        Some(("district", list)) => Ok(Term::District(all(list, "district", district_from_slug)?)),
        Some(("district_within_20m", list)) => {
            Ok(Term::DistrictNear(all(list, "district", district_from_slug)?))
        }
        Some(("verdict", list)) => Ok(Term::Verdict(all(list, "verdict", Verdict::from_slug)?)),
        _ => Condition::parse(text, Vec::new()).map(Term::Condition).map_err(|e: ConditionError| e.into()),
    }
}

fn all<T>(list: &str, what: &'static str, read: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, CellReason> {
    list.split_whitespace()
        .map(|word| read(word).ok_or_else(|| CellReason::Unknown { what, value: word.to_owned() }))
        .collect()
}
