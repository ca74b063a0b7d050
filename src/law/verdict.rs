//! What the law says about a use in a district, in one word.

use super::language::{Language, Words};

/// The answer of the Building Standards Act, as far as a table can give it.
///
/// It is always shown as 「建築基準法上の用途の目安」, a guide to the use, never as leave to trade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// 可: art. 48 sets no limit that this use meets.
    Permitted,
    /// 条件付き: it depends on something not yet known.
    Conditional,
    /// 不可: refused, unless the ward permits it under the proviso of art. 48.
    Prohibited,
    /// 要相談: the text needs the ward's reading.
    AskWard,
    /// 他法令: another law decides.
    OtherLaw,
}

impl Verdict {
    /// Every verdict, from the most welcome to the least known.
    pub const ALL: &'static [Verdict] =
        &[Self::Permitted, Self::Conditional, Self::Prohibited, Self::AskWard, Self::OtherLaw];

    /// The stable word used in the API, tiles and the web.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Permitted => "permitted",
            Self::Conditional => "conditional",
            Self::Prohibited => "prohibited",
            Self::AskWard => "ask_ward",
            Self::OtherLaw => "other_law",
        }
    }

    /// Reads a slug; `expert` is how worked cases write [`Verdict::AskWard`].
    pub fn from_slug(slug: &str) -> Option<Self> {
        if slug == "expert" {
            return Some(Self::AskWard);
        }
        Self::ALL.iter().copied().find(|v| v.slug() == slug)
    }

    /// One character, for tables: 可, 条, 不, 要, 他.
    pub const fn letter(self) -> char {
        match self {
            Self::Permitted => '可',
            Self::Conditional => '条',
            Self::Prohibited => '不',
            Self::AskWard => '要',
            Self::OtherLaw => '他',
        }
    }

    /// What a reader is shown, in three languages.
    pub fn label(self) -> Words {
        let (ja, en, easy) = match self {
            Self::Permitted => ("可", "Permitted", "できる"),
            Self::Conditional => ("条件付き", "Conditional", "条件が ある"),
            Self::Prohibited => ("不可", "Prohibited", "できない"),
            Self::AskWard => ("要相談", "Ask the ward", "区に 聞く"),
            Self::OtherLaw => ("他法令", "Another law", "ほかの 法律を 見る"),
        };
        Words { ja: ja.into(), en: en.into(), easy: easy.into() }
    }

    /// The label in one language.
    pub fn word(self, language: Language) -> String {
        self.label().get(language).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verdict_reads_back_from_its_slug() {
        for v in Verdict::ALL {
            assert_eq!(Verdict::from_slug(v.slug()), Some(*v));
        }
    }

    #[test]
    fn a_worked_case_says_expert_where_we_say_ask_the_ward() {
        assert_eq!(Verdict::from_slug("expert"), Some(Verdict::AskWard));
    }
}
