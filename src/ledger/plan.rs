//! What is planned for a piece of land, and is it different now?

use crate::domain::{UseDistrict, Zone};

/// What a plan says of a piece of land.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Plan {
    /// The use district.
    pub district: UseDistrict,
    /// 建蔽率 in percent; `None` where the source leaves it blank.
    pub coverage: Option<u16>,
    /// 容積率 in percent; `None` where the source leaves it blank.
    pub floor_area: Option<u16>,
}

/// In what a piece of land changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// Another use district.
    District,
    /// The same district under another 建蔽率 or 容積率.
    Ratios,
    /// Zoned now and not before.
    Added,
    /// Zoned before and not now.
    Removed,
}

impl ChangeKind {
    /// The word it is told by.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::District => "district",
            Self::Ratios => "ratios",
            Self::Added => "added",
            Self::Removed => "removed",
        }
    }
}

impl Plan {
    /// The plan of a zone.
    pub fn of(zone: &Zone) -> Self {
        Self {
            district: zone.district(),
            coverage: zone.coverage.map(crate::domain::Percent::percent),
            floor_area: zone.floor_area.map(crate::domain::Percent::percent),
        }
    }
}

/// In what the plan changed; a ratio that either edition leaves blank says nothing.
pub(super) fn change(before: Option<Plan>, after: Option<Plan>) -> Option<ChangeKind> {
    let differ = |a: Option<u16>, b: Option<u16>| matches!((a, b), (Some(a), Some(b)) if a != b);
    match (before, after) {
        (None, None) => None,
        (None, Some(_)) => Some(ChangeKind::Added),
        (Some(_), None) => Some(ChangeKind::Removed),
        (Some(b), Some(a)) if b.district != a.district => Some(ChangeKind::District),
        (Some(b), Some(a)) => {
            let ratios = differ(b.coverage, a.coverage) || differ(b.floor_area, a.floor_area);
            ratios.then_some(ChangeKind::Ratios)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMERCIAL: Plan =
        Plan { district: UseDistrict::Commercial, coverage: Some(80), floor_area: Some(400) };

    #[test]
    fn a_blank_ratio_is_no_change_and_another_one_is() {
        let blank = Plan { floor_area: None, ..COMMERCIAL };
        let more = Plan { floor_area: Some(500), ..COMMERCIAL };
        assert_eq!(change(Some(COMMERCIAL), Some(blank)), None);
        assert_eq!(change(Some(COMMERCIAL), Some(more)), Some(ChangeKind::Ratios));
        assert_eq!(change(None, Some(more)), Some(ChangeKind::Added));
        assert_eq!(change(None, None), None);
    }
}
