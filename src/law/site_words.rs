//! The verdict of a place in words: that of its district, or why no district alone can give one.

use super::district_words::district_name;
use super::explain::explain;
use super::judge::Judgement;
use super::language::Language;
use super::site::{SiteJudgement, SiteReason};

const MOST_OF_THE_SITE: &str = "建築基準法第91条";

impl<'b> SiteJudgement<'b> {
    /// What its district's rule says, where that decided.
    pub fn ruled(&self) -> Option<&Judgement<'b>> {
        self.own.as_ref().filter(|_| self.why == SiteReason::Rule)
    }

    /// The clauses the verdict rests on: none where there is nothing to judge.
    pub fn citations(&self) -> Vec<&'b str> {
        match (self.ruled(), self.why) {
            (Some(own), _) => own.citations.clone(),
            (None, SiteReason::SplitSite) => vec![MOST_OF_THE_SITE],
            (None, _) => Vec::new(),
        }
    }

    /// What decides, in one to three sentences.
    pub fn summary(&self, language: Language) -> String {
        match (self.why, &self.own) {
            (SiteReason::Rule, Some(own)) => explain(own, language).summary,
            (SiteReason::SplitSite, Some(own)) => self.split(own, language),
            (SiteReason::PlaceNotExact, _) => not_exact(language).to_owned(),
            (SiteReason::NoZoning | SiteReason::Rule | SiteReason::SplitSite, _) => {
                no_zoning(language).to_owned()
            }
        }
    }

    fn split(&self, own: &Judgement<'_>, language: Language) -> String {
        let other = self.others.iter().find(|(other, _)| other.verdict != own.verdict);
        let Some((other, metres)) = other else { return explain(own, language).summary };
        let [here, there] = [own, other].map(|j| district_name(j.district, language));
        let [now, then] = [own, other].map(|j| j.verdict.word(language));
        let away = metres.round();
        match language {
            Language::Ja => format!(
                "{here}では{now}、約{away}m先の{there}では{then}。敷地が両方にまたがるときは、敷地の過半が属する地域の制限が\
                 敷地全体にかかります（建築基準法91条）。どちらになるかを区に確認してください。"
            ),
            Language::En => format!(
                "{now} in the {here} of this place, {then} in the {there} about {away} m away. Where a site lies in \
                 both, the district that holds most of it decides for all of it (Building Standards Act, art. 91): ask \
                 the ward which one counts."
            ),
            Language::Easy => format!(
                "この 場所の {here}は「{now}」、約{away}m 先の {there}は「{then}」です。土地が 両方に 入る ときは、広い ほうの \
                 地域の ルールに なります（建築基準法91条）。どちらに なるか、区に 聞いて ください。"
            ),
        }
    }
}

const fn no_zoning(language: Language) -> &'static str {
    match language {
        Language::Ja => "この場所の用途地域のデータがありません。区に確認してください。",
        Language::En => "No zoning is known for this place. Ask the ward.",
        Language::Easy => "この 場所の 用途地域の データが ありません。区に 聞いて ください。",
    }
}

const fn not_exact(language: Language) -> &'static str {
    match language {
        Language::Ja => {
            "場所は町名までの公開です。用途地域は所在地で決まるため、所在地を問い合わせてから区に確認してください。"
        }
        Language::En => {
            "Only the town is shown, and the district depends on the exact place. Ask where it is, then ask the ward."
        }
        Language::Easy => "町の 名前だけ わかります。場所を 聞いてから、区に 聞いて ください。",
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Inputs, LawBook, NEAR_M, Site, judge_site};
    use super::*;
    use crate::domain::UseDistrict;

    fn judged(site: &Site) -> SiteJudgement<'static> {
        let book = LawBook::built_in();
        let plan = Inputs { use_area_m2: Some(60.0), storey_max: Some(1), ..Inputs::default() };
        judge_site(book, book.use_("cafe_restaurant").unwrap(), &plan, site)
    }

    #[test]
    fn a_split_site_names_both_districts_both_verdicts_and_the_article() {
        let near = [(UseDistrict::Commercial, 7.6)].into_iter().collect();
        let split = judged(&Site { near, ..Site::within(UseDistrict::Low1) });
        let told = split.summary(Language::Ja);
        for part in ["第一種低層住居専用地域では不可", "約8m先の商業地域では可", "91条"]
        {
            assert!(told.contains(part), "{told}");
        }
        assert_eq!(split.citations(), ["建築基準法第91条"]);
        assert!(split.ruled().is_none());
    }

    #[test]
    fn districts_that_agree_are_explained_as_the_rule_of_the_place() {
        let near = [(UseDistrict::NeighbourhoodCommercial, NEAR_M as f32)].into_iter().collect();
        let alike = judged(&Site { near, ..Site::within(UseDistrict::Commercial) });
        let alone = judged(&Site::within(UseDistrict::Commercial));
        assert_eq!(alike.summary(Language::En), alone.summary(Language::En));
        assert_eq!(alike.citations(), alone.citations());
    }

    #[test]
    fn a_place_without_zoning_and_one_that_is_only_a_town_send_to_the_ward_in_every_language() {
        let nowhere = judged(&Site { exact: true, ..Site::default() });
        let somewhere = judged(&Site::default());
        for language in Language::ALL {
            assert_ne!(nowhere.summary(*language), somewhere.summary(*language));
            assert!(nowhere.citations().is_empty() && somewhere.citations().is_empty());
        }
    }
}
