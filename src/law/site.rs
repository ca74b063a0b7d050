//! Which verdict counts for a place that lies in one district, near another, or in none?
//!
//! A pin is not a site. Where a site straddles districts, the one that holds most of it decides for
//! all of it (art. 91). So another district within 20 m makes the answer the ward's, unless the
//! verdict is the same on both sides.

use smallvec::SmallVec;

use super::book::LawBook;
use super::inputs::Inputs;
use super::judge::Judgement;
use super::land_use::UseId;
use super::verdict::Verdict;
use crate::domain::{AreaKind, UseDistrict};

/// How near another district must be to count, metres.
pub const NEAR_M: f64 = 20.0;

/// An area with planning rules of its own that holds a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteArea {
    /// What kind it is.
    pub kind: AreaKind,
    /// Its name.
    pub name: String,
    /// A page about it.
    pub url: Option<String>,
}

/// A place, as far as zoning goes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Site {
    /// The district it lies in.
    pub district: Option<UseDistrict>,
    /// Other districts within [`NEAR_M`], nearest first, with metres.
    pub near: SmallVec<[(UseDistrict, f32); 2]>,
    /// The areas with rules of their own that hold it, as far as they are loaded; each name of a kind once.
    pub areas: SmallVec<[SiteArea; 1]>,
    /// False where only the town is known.
    pub exact: bool,
}

impl Site {
    /// A place in one district with no other near.
    pub fn within(district: UseDistrict) -> Self {
        Self { district: Some(district), near: SmallVec::new(), areas: SmallVec::new(), exact: true }
    }
}

/// What decided the verdict of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SiteReason {
    /// The rule of its district.
    Rule,
    /// Districts within 20 m disagree.
    SplitSite,
    /// It lies in no zone that is loaded.
    NoZoning,
    /// Only its town is known.
    PlaceNotExact,
}

impl SiteReason {
    /// The word used in the API.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Rule => "rule",
            Self::SplitSite => "split_site",
            Self::NoZoning => "no_zoning",
            Self::PlaceNotExact => "place_not_exact",
        }
    }
}

/// The verdict of a place.
#[derive(Debug, Clone)]
pub struct SiteJudgement<'b> {
    /// The verdict shown.
    pub verdict: Verdict,
    /// What its own district says.
    pub own: Option<Judgement<'b>>,
    /// What the other districts within 20 m say, with metres, nearest first.
    pub others: Vec<(Judgement<'b>, f32)>,
    /// What decided.
    pub why: SiteReason,
}

/// Judges a use at a place.
pub fn judge_site<'b>(book: &'b LawBook, use_id: UseId, inputs: &Inputs, site: &Site) -> SiteJudgement<'b> {
    let judge = |d| book.judge_within(use_id, inputs, d, site.areas.iter().map(|area| area.name.as_str()));
    let own = site.district.map(judge);
    let others: Vec<_> = site.near.iter().map(|(d, m)| (judge(*d), *m)).collect();
    let (verdict, why) = match &own {
        _ if !site.exact => (Verdict::AskWard, SiteReason::PlaceNotExact),
        None => (Verdict::AskWard, SiteReason::NoZoning),
        Some(own) if others.iter().all(|(other, _)| other.verdict == own.verdict) => {
            (own.verdict, SiteReason::Rule)
        }
        Some(_) => (Verdict::AskWard, SiteReason::SplitSite),
    };
    SiteJudgement { verdict, own, others, why }
}
