//! Do two citations name the same clause?
//!
//! A citation may be a way through several items, `別表第二(ほ)項第1号→(へ)項第2号`, may name two clauses at once,
//! `(へ)項第1・2号`, and may carry an explanation, `第2号かっこ書` or `…の禁止に該当しない`. People cite in several ways:
//! 建築基準法施行令第百三十条の三第二号 is 令130条の3第2号.

use crate::domain::{fold_number, fold_text};

/// One clause, with the items passed on the way there.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Clause(Vec<String>);

/// Words that explain a clause and name none.
const EXPLANATIONS: &[&str] = &["（", "「", "かっこ書", "のため", "の禁止に該当しない", "に掲げられていない"];

/// The clauses a citation names.
fn clauses(citation: &str) -> Vec<Clause> {
    let citation = &with_narrow_items(citation);
    let end = EXPLANATIONS.iter().filter_map(|e| citation.find(e)).min().unwrap_or(citation.len());
    let cited = plain(&citation[..end]);
    let parts: Vec<&str> = cited.split(['・', '/', '、']).map(str::trim).collect();
    let mut found: Vec<String> = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let before = found.last().cloned().unwrap_or_default();
        let mut whole = match part.chars().next() {
            Some('(') if !before.is_empty() => format!("別表第二{part}"),
            Some(c) if c.is_ascii_digit() && part.contains('条') => format!("令{part}"),
            Some(c) if c.is_ascii_digit() => before
                .rfind('第')
                .map_or_else(|| (*part).to_owned(), |dai| format!("{}第{part}", &before[..dai])),
            Some(_) => (*part).to_owned(),
            None => continue,
        };
        // `第1・2号`: the first number gets its 号 from the second.
        if parts.get(at + 1).is_some_and(|next| next.ends_with('号') && !next.contains(['条', '項']))
            && !whole.ends_with('号')
        {
            whole.push('号');
        }
        found.push(whole);
    }
    found
        .iter()
        .map(|c| Clause(c.split('→').map(|s| s.trim_start_matches("別表第二").to_owned()).collect()))
        .collect()
}

/// `（ろ）項` as `(ろ)項`: a wide bracket around anything longer begins an explanation.
fn with_narrow_items(citation: &str) -> String {
    let mut out = String::with_capacity(citation.len());
    let mut rest = citation;
    while let Some((before, after)) = rest.split_once('（') {
        out.push_str(before);
        match after.split_once('）') {
            Some((item, then)) if is_item(item) => {
                out.extend(["(", item, ")"]);
                rest = then;
            }
            _ => {
                out.push('（');
                rest = after;
            }
        }
    }
    out + rest
}

/// `ろ`, `十六` and `八の二` number items of a list.
fn is_item(text: &str) -> bool {
    let numbered = || text.split('の').all(|part| fold_number(part).is_some());
    (text.chars().count() == 1 && text.chars().all(|c| matches!(c, 'ぁ'..='ん'))) || numbered()
}

/// A citation in the one way we write it: 令 and 法, Arabic numerals, no 第 before an article.
fn plain(citation: &str) -> String {
    const SHORT: &[(&str, &str)] = &[
        ("建築基準法施行令", "令"),
        ("施行令", "令"),
        ("建築基準法", "法"),
        ("別表第2", "別表第二"),
        ("別表2", "別表第二"),
        ("法別表", "別表"),
    ];
    let numbered = with_arabic_numerals(&fold_text(citation));
    let short = SHORT.iter().fold(numbered, |text, (long, short)| text.replace(long, short));
    let letters: Vec<char> = short.chars().collect();
    let is_digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    let mut out = String::with_capacity(short.len());
    for (at, &c) in letters.iter().enumerate() {
        let before = at.checked_sub(1).map(|b| letters[b]);
        if c == '第' && is_digit(at + 1) && matches!(before, None | Some('令' | '法')) {
            continue;
        }
        if c.is_ascii_digit() && before == Some('項') {
            out.push('第');
        }
        out.push(c);
    }
    out
}

/// 第二号 as 第2号, 百三十条の三 as 130条の3; the item (八の二) stays.
fn with_arabic_numerals(text: &str) -> String {
    const NUMERALS: &str = "〇一二三四五六七八九十百";
    let letters: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < letters.len() {
        let run: String = letters[at..].iter().take_while(|c| NUMERALS.contains(**c)).collect();
        let length = run.chars().count();
        let opens = at == 0 || matches!(letters[at - 1], '第' | 'の' | '令' | '法' | '項' | '・');
        let closes = matches!(letters.get(at + length), None | Some('号' | '項' | '条' | 'の' | '第' | '・'));
        match fold_number(&run).filter(|_| length > 0 && opens && closes) {
            Some(number) => out.push_str(&number.to_string()),
            None if length > 0 => out.push_str(&run),
            None => out.push(letters[at]),
        }
        at += length.max(1);
    }
    out
}

impl Clause {
    /// True if the other citation ends at this clause or passes through it, maybe more exactly.
    fn is_named_by(&self, other: &Clause) -> bool {
        let Some(target) = self.0.last() else { return true };
        other.0.iter().any(|step| step.strip_prefix(target.as_str()).is_some_and(begins_a_detail))
    }
}

/// `第2号` and `(十)` make a clause more exact; another digit would make it another clause.
fn begins_a_detail(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(['第', '(', '項'])
}

/// True if every clause of the expected citation is named by one of ours.
///
/// ```
/// use machikado::law::is_named;
/// assert!(is_named("令130条の3", &["別表第二(い)項第2号", "令130条の3第2号"]));
/// assert!(!is_named("令130条の3第2号", &["令130条の3"]));
/// ```
pub fn is_named(expected: &str, ours: &[&str]) -> bool {
    let ours: Vec<Clause> = ours.iter().flat_map(|c| clauses(c)).collect();
    clauses(expected).iter().all(|e| ours.iter().any(|o| e.is_named_by(o)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_agrees_with_the_same_one_and_with_a_more_exact_one() {
        assert!(is_named("令130条の3", &["令130条の3第2号"]));
        assert!(!is_named("令130条の3第2号", &["令130条の3"]));
        assert!(!is_named("令130条の3", &["令130条の30"]));
    }

    #[test]
    fn an_explanation_is_left_out() {
        assert!(is_named("別表第二(ろ)項第2号かっこ書", &["別表第二(ろ)項第2号"]));
        assert!(is_named("別表第二(る)項第1号の禁止に該当しない", &["別表第二(る)項第1号"]));
    }

    #[test]
    fn a_way_agrees_with_the_clauses_it_passes() {
        assert!(is_named("別表第二(ぬ)項第2号", &["別表第二(り)項第1号→(ぬ)項第2号"]));
        assert!(is_named(
            "別表第二(ほ)項第1号→(へ)項第1・2号",
            &["別表第二(ほ)項第1号→(へ)項第1号→(と)項第3号", "別表第二(ほ)項第1号→(へ)項第2号"]
        ));
        assert!(!is_named("別表第二(へ)項第2号", &["別表第二(ほ)項第1号→(へ)項第1号→(と)項第3号"]));
    }

    #[test]
    fn a_clause_agrees_however_it_is_written() {
        for cited in [
            "令130条の3第2号",
            "令第130条の3第2号",
            "施行令第130条の3第二号",
            "建築基準法施行令第百三十条の三第二号",
            "令１３０条の３ 第２号",
        ] {
            assert!(is_named(cited, &["令130条の3第2号"]), "{cited}");
            assert!(!is_named(cited, &["令130条の3第3号"]), "{cited}");
        }
        for cited in [
            "法別表第二（ろ）項第二号",
            "建築基準法別表第2(ろ)項2号",
            "別表第二（ろ）項第2号（3階以上を除く）",
        ] {
            assert!(is_named(cited, &["別表第二(ろ)項第2号"]), "{cited}");
        }
        assert!(is_named("別表第二(ぬ)項第3号（八の二）", &["別表第二(ぬ)項第3号(八の二)"]));
        assert!(is_named("建築基準法51条", &["法第51条"]));
        assert!(is_named("都市計画法第四十三条", &["都市計画法第43条"]));
    }

    #[test]
    fn two_articles_in_one_citation_are_both_looked_for() {
        let both = "令130条の5の3第1号・130条の5の2第4号";
        assert!(is_named(both, &["令130条の5の2第4号", "令130条の5の3第1号"]));
        assert!(!is_named(both, &["令130条の5の3第1号"]));
    }
}
