//! What does a ward's own rule say that holds only inside an area with a name?
//!
//! A restriction there counts beside the rule of the district, and the stricter of the two decides. A row that
//! relaxes (art. 49 (2), 68-2 (5)) decides alone. Where several hold a place, the strictest counts.

use super::book::LawBook;
use super::inputs::Inputs;
use super::judge::Judgement;
use super::land_use::UseId;
use super::rules::{Alternative, Rule};
use super::verdict::Verdict;
use crate::domain::UseDistrict;

/// A rule of one use and district that holds only inside an area.
#[derive(Debug, Clone)]
pub(super) struct AreaRule {
    /// The exact name of the area.
    pub(super) area: String,
    pub(super) use_id: UseId,
    pub(super) district: UseDistrict,
    /// True if it decides alone, even where the district's own rule is stricter.
    pub(super) relaxes: bool,
    pub(super) rule: Rule,
}

impl AreaRule {
    /// A restriction beside a rule that asks for something too: both must be met, each in one of its ways.
    pub(super) fn beside(mut self, own: &Rule) -> Self {
        let conditional = [own, &self.rule].iter().all(|rule| rule.verdict == Verdict::Conditional);
        if !self.relaxes && conditional {
            let both = |one: &Alternative, other: &Alternative| Alternative {
                id: format!("{}+{}", one.id, other.id),
                conditions: [one.conditions.as_slice(), &other.conditions].concat(),
                citations: [one.citations.as_slice(), &other.citations].concat(),
            };
            let mine = &self.rule.alternatives;
            self.rule.alternatives = own
                .alternatives
                .iter()
                .flat_map(|one| mine.iter().map(move |other| both(one, other)))
                .collect();
        }
        self
    }
}

/// How much a verdict asks of a plan, the least first.
pub(super) const fn strictness(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Permitted => 0,
        Verdict::Conditional => 1,
        Verdict::AskWard => 2,
        Verdict::OtherLaw => 3,
        Verdict::Prohibited => 4,
    }
}

/// The stricter of two verdicts.
pub(super) const fn stricter(one: Verdict, other: Verdict) -> Verdict {
    if strictness(other) > strictness(one) { other } else { one }
}

impl LawBook {
    /// What the law says about a use in a district, inside areas with rules of their own.
    pub fn judge_within<'a>(
        &self,
        use_id: UseId,
        inputs: &Inputs,
        district: UseDistrict,
        areas: impl Iterator<Item = &'a str>,
    ) -> Judgement<'_> {
        let own = self.judge(use_id, inputs, district);
        let mut strictest: Option<Judgement<'_>> = None;
        for area in areas {
            let here = |r: &&AreaRule| r.area == area && (r.use_id, r.district) == (use_id, district);
            for rule in self.rules().area_rules().iter().filter(here) {
                let inside = self.judge_by(&rule.rule, use_id, inputs, district);
                let decides = rule.relaxes || strictness(inside.verdict) >= strictness(own.verdict);
                let judged =
                    if decides { Judgement { within: Some(&rule.area), ..inside } } else { own.clone() };
                if strictest.as_ref().is_none_or(|s| strictness(judged.verdict) > strictness(s.verdict)) {
                    strictest = Some(judged);
                }
            }
        }
        strictest.unwrap_or(own)
    }

    /// The names of the areas that some of the ward's rules hold in, each once.
    pub fn areas_with_rules(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.rules().area_rules().iter().map(|r| r.area.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Site, SiteArea, judge_site};
    use super::*;
    use crate::domain::AreaKind;

    const HEADER: &str = "use,districts,verdict,conditions,citation,reason_ja,reason_en,within,relaxes\n";

    fn ward(rows: &str) -> LawBook {
        LawBook::built_in().with_overlay(&format!("# name: 試験区の条例\n{HEADER}{rows}")).unwrap()
    }

    fn site(district: UseDistrict, areas: &[&str]) -> Site {
        let area = |name: &&str| SiteArea { kind: AreaKind::DistrictPlan, name: (*name).into(), url: None };
        Site { areas: areas.iter().map(area).collect(), ..Site::within(district) }
    }

    fn verdict(book: &LawBook, land_use: &str, site: &Site, area: f64) -> Verdict {
        let use_id = book.use_(land_use).unwrap();
        let inputs = Inputs { use_area_m2: Some(area), storey_max: Some(1), ..Inputs::default() };
        let judged = judge_site(book, use_id, &inputs, site).verdict;
        let names: Vec<&str> = site.areas.iter().map(|a| a.name.as_str()).collect();
        let table = book.table(use_id, &Inputs::default());
        let looked_up = table.site_verdict_within(site.district, 0, &names, Some(1), Some(area));
        assert_eq!(looked_up, judged, "the table answers as judging does");
        judged
    }

    #[test]
    fn a_row_within_an_area_decides_only_inside_it() {
        let book = ward("karaoke,commercial,prohibited,,区条例2条,,,駅前地区,\n");
        assert_eq!(
            verdict(&book, "karaoke", &site(UseDistrict::Commercial, &["駅前地区"]), 90.0),
            Verdict::Prohibited
        );
        assert_eq!(
            verdict(&book, "karaoke", &site(UseDistrict::Commercial, &["別の地区"]), 90.0),
            Verdict::Permitted
        );
        assert_eq!(verdict(&book, "karaoke", &site(UseDistrict::Commercial, &[]), 90.0), Verdict::Permitted);
        let inside = book.judge_within(
            book.use_("karaoke").unwrap(),
            &Inputs::default(),
            UseDistrict::Commercial,
            ["駅前地区"].into_iter(),
        );
        assert_eq!((inside.within, inside.overlay), (Some("駅前地区"), Some("試験区の条例")));
    }

    #[test]
    fn a_row_within_an_area_makes_no_verdict_better_unless_it_relaxes() {
        let low = site(UseDistrict::Low1, &["駅前地区"]);
        let strict = ward("karaoke,low_1,permitted,,区条例2条,,,駅前地区,\n");
        assert_eq!(verdict(&strict, "karaoke", &low, 90.0), Verdict::Prohibited);
        let relaxed = ward("karaoke,low_1,permitted,,区条例2条,,,駅前地区,yes\n");
        assert_eq!(verdict(&relaxed, "karaoke", &low, 90.0), Verdict::Permitted);
        assert_eq!(verdict(&relaxed, "karaoke", &site(UseDistrict::Low1, &[]), 90.0), Verdict::Prohibited);
    }

    #[test]
    fn a_condition_within_an_area_is_asked_beside_those_of_the_district() {
        let book = ward("shop_daily,mid_high_1,conditional,use_area_m2 <= 100,区条例2条,,,駅前地区,\n");
        let inside = site(UseDistrict::MidHigh1, &["駅前地区"]);
        assert_eq!(verdict(&book, "shop_daily", &inside, 100.0), Verdict::Permitted);
        assert_eq!(verdict(&book, "shop_daily", &inside, 101.0), Verdict::Prohibited);
        assert_eq!(
            verdict(&book, "shop_daily", &site(UseDistrict::MidHigh1, &[]), 101.0),
            Verdict::Permitted
        );
    }

    #[test]
    fn of_several_areas_the_strictest_counts() {
        let book = ward(
            "karaoke,commercial,ask_ward,,区条例2条,理由,Reason,甲地区,\nkaraoke,commercial,prohibited,,区条例3条,,,乙地区,\n",
        );
        let both = site(UseDistrict::Commercial, &["甲地区", "乙地区"]);
        assert_eq!(verdict(&book, "karaoke", &both, 90.0), Verdict::Prohibited);
        assert_eq!(
            verdict(&book, "karaoke", &site(UseDistrict::Commercial, &["甲地区"]), 90.0),
            Verdict::AskWard
        );
    }
}
