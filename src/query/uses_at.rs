//! Answers "what may open here?": every use of the book, judged for one site, group by group.

use super::facets::VerdictCounts;
use crate::law::{Inputs, LandUse, LawBook, Site, SiteJudgement, UseGroup, judge_site};

/// A use and what the law says of it here.
#[derive(Debug, Clone)]
pub struct UseAt<'b> {
    /// The use.
    pub land_use: &'b LandUse,
    /// What is said of it.
    pub judgement: SiteJudgement<'b>,
}

/// The uses of one group, those most welcome first, then in the book's order.
#[derive(Debug, Clone)]
pub struct GroupAt<'b> {
    /// The group.
    pub group: &'b UseGroup,
    /// Its uses.
    pub uses: Vec<UseAt<'b>>,
}

/// What may open at a site.
#[derive(Debug, Clone)]
pub struct UsesAt<'b> {
    /// Every group that has uses, in the book's order.
    pub groups: Vec<GroupAt<'b>>,
    /// Uses by verdict.
    pub counts: VerdictCounts,
}

/// What may open at a site.
pub fn uses_at<'b>(book: &'b LawBook, inputs: &Inputs, site: &Site) -> UsesAt<'b> {
    let mut counts = VerdictCounts::default();
    let mut groups: Vec<GroupAt<'b>> =
        book.groups().iter().map(|group| GroupAt { group, uses: Vec::new() }).collect();
    for land_use in book.uses() {
        let judgement = judge_site(book, land_use.id, inputs, site);
        counts.add(judgement.verdict);
        if let Some(group) = groups.iter_mut().find(|g| g.group.slug == land_use.group) {
            group.uses.push(UseAt { land_use, judgement });
        }
    }
    groups.retain(|group| !group.uses.is_empty());
    for group in &mut groups {
        group.uses.sort_by_key(|u| u.judgement.verdict);
    }
    UsesAt { groups, counts }
}
