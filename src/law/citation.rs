//! Do two citations name the same clause?
//!
//! A citation may be a way through several items, `別表第二(ほ)項第1号→(へ)項第2号`, may name two clauses at once,
//! `(へ)項第1・2号`, and may carry an explanation, `第2号かっこ書` or `…の禁止に該当しない`.

/// One clause, with the items passed on the way there.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Clause(Vec<String>);

/// Words that explain a clause and name none.
const EXPLANATIONS: &[&str] = &["（", "「", "かっこ書", "のため", "の禁止に該当しない", "に掲げられていない"];

/// The clauses a citation names.
fn clauses(citation: &str) -> Vec<Clause> {
    let end = EXPLANATIONS.iter().filter_map(|e| citation.find(e)).min().unwrap_or(citation.len());
    let parts: Vec<&str> = citation[..end].split(['・', '／', '、']).map(str::trim).collect();
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
    fn two_articles_in_one_citation_are_both_looked_for() {
        let both = "令130条の5の3第1号・130条の5の2第4号";
        assert!(is_named(both, &["令130条の5の2第4号", "令130条の5の3第1号"]));
        assert!(!is_named(both, &["令130条の5の3第1号"]));
    }
}
