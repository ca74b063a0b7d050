//! Answers "may this use open here, as far as the Building Standards Act goes?" for a listing.
//!
//! The law is asked once, for every district, storey and floor area; a listing is then looked up by
//! its district, the others its site may reach, its topmost storey and its area. A listing shown
//! only by its town is not judged: nobody may learn its zone.

use std::fmt;
use std::sync::Arc;

use super::row::ListingRow;
use super::word_set::WordSet;
use crate::domain::UseDistrict;
use crate::law::{Inputs, LawBook, UseId, Verdict, VerdictTable};

/// A use to judge listings for, and which verdicts are wanted.
#[derive(Clone)]
pub struct LawFilter {
    use_id: UseId,
    plan: Inputs,
    table: Arc<VerdictTable>,
    /// One of these verdicts; empty asks nothing.
    pub wanted: WordSet<Verdict>,
}

impl LawFilter {
    /// Judges listings for a use of a book. The storey and, unless the plan states an area, the area
    /// are each listing's own.
    pub fn of(book: &LawBook, use_id: UseId, plan: &Inputs, wanted: WordSet<Verdict>) -> Self {
        let plan = Inputs { storey_max: None, ..*plan };
        Self { use_id, plan, table: Arc::new(book.table(use_id, &plan)), wanted }
    }

    /// The use asked about.
    pub const fn use_id(&self) -> UseId {
        self.use_id
    }

    /// What is known of the plan beside the listing.
    pub const fn plan(&self) -> &Inputs {
        &self.plan
    }

    /// Where the law leaves room: everything but prohibited and other law.
    pub fn not_refused() -> WordSet<Verdict> {
        Verdict::ALL
            .iter()
            .copied()
            .filter(|v| !matches!(v, Verdict::Prohibited | Verdict::OtherLaw))
            .collect()
    }

    /// The verdict for a listing.
    #[inline]
    pub fn verdict(&self, row: &ListingRow) -> Verdict {
        if row.place_is_approximate() {
            return Verdict::AskWard;
        }
        let others = row.other_districts().bits();
        if !self.table.within().is_empty() && !row.area_names().is_empty() {
            let (storey, area) = (row.top_storey(), row.area_m2());
            return self.table.site_verdict_within(row.district(), others, row.area_names(), storey, area);
        }
        self.table.site_verdict(row.district(), others, row.top_storey(), row.area_m2())
    }

    /// The verdict for land of a district on which nothing is said of storey and, unless the plan
    /// states it, area.
    pub fn district_verdict(&self, district: UseDistrict, storey: Option<i8>) -> Verdict {
        self.table.verdict(district, storey, None)
    }

    /// True if it leaves any listing out.
    pub fn narrows(&self) -> bool {
        !self.wanted.is_empty()
    }

    /// True if a verdict is wanted.
    #[inline]
    pub fn wants(&self, verdict: Verdict) -> bool {
        self.wanted.is_empty() || self.wanted.contains(verdict)
    }
}

impl PartialEq for LawFilter {
    fn eq(&self, other: &Self) -> bool {
        (self.use_id, self.plan, self.wanted) == (other.use_id, other.plan, other.wanted)
    }
}

impl fmt::Debug for LawFilter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LawFilter({:?} {} {:?})", self.use_id, self.plan, self.wanted)
    }
}
