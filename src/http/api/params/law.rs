//! From query parameters to a use, what is known of the plan, and a filter by the verdict on it.

use super::query_string::QueryString;
use super::table::{Parameter, Shape};
use super::tables::{PLAN, STOREY_MAX};
use super::value::{flag, word, words};
use crate::city::{LawFilter, WordSet};
use crate::http::problem::Problem;
use crate::law::{InputError, Inputs, Language, LawBook, UseId, Verdict};

/// How many uses are named to somebody who misspelt one.
const SPELLINGS: usize = 3;

/// The use with this word in the address, or a 404 that names those it may be a misspelling of.
pub fn use_in_path(book: &LawBook, word: &str) -> Result<UseId, Problem> {
    book.use_(word).ok_or_else(|| Problem::not_found_because(&unknown_use(book, word)))
}

/// What is known of the plan, its storey included.
pub fn plan(query: &QueryString) -> Result<Inputs, Problem> {
    read(query, PLAN.iter().chain(STOREY_MAX))
}

fn read(
    query: &QueryString,
    parameters: impl Iterator<Item = &'static Parameter>,
) -> Result<Inputs, Problem> {
    let mut inputs = Inputs::default();
    for parameter in parameters {
        in_its_shape(query, parameter)?;
        query.value(parameter.name, |text| {
            inputs.set(parameter.name, text).map_err(|error| match error {
                InputError::Value { expected, .. } => expected.to_owned(),
                error @ InputError::Unknown(_) => error.to_string(),
            })
        })?;
    }
    Ok(inputs)
}

/// The document says which values there are, so no others are read.
fn in_its_shape(query: &QueryString, parameter: &'static Parameter) -> Result<(), Problem> {
    match parameter.shape {
        Shape::Number(..) => query.number(parameter.name).map(drop),
        Shape::Integer(..) => query.integer(parameter.name).map(drop),
        Shape::Flag => query.value(parameter.name, flag).map(drop),
        _ => Ok(()),
    }
}

/// The language of the texts; Japanese unless given.
pub fn language(query: &QueryString) -> Result<Language, Problem> {
    let asked = query.value("lang", |text| word(Language::ALL, Language::slug, text))?;
    Ok(asked.unwrap_or_default())
}

/// The filter by a use: `use` only judges, `allowed_for` leaves out what is refused as well.
pub fn law_filter(query: &QueryString, book: &LawBook) -> Result<Option<LawFilter>, Problem> {
    let known = |text: &str| book.use_(text).ok_or_else(|| unknown_use(book, text));
    let (judged, allowed) = (query.value("use", known)?, query.value("allowed_for", known)?);
    let wanted = query.value("verdict", |t| words(Verdict::ALL, Verdict::slug, t))?;
    // In a search `storey_max` is a filter on listings, and each listing's own storey counts.
    let plan = read(query, PLAN.iter())?;
    let Some(use_id) = allowed.or(judged) else {
        let beside = PLAN.iter().map(|p| p.name).chain(["verdict"]).find(|name| query.text(name).is_some());
        return beside.map_or(Ok(None), |name| {
            Err(Problem::misused_parameter(name, format!("`{name}` needs `use` or `allowed_for` beside it")))
        });
    };
    if judged.is_some() && allowed.is_some() {
        let detail = "`use` cannot be combined with `allowed_for`: one use at most";
        return Err(Problem::misused_parameter("use", detail));
    }
    Ok(Some(LawFilter::of(book, use_id, &plan, narrowed(wanted, allowed.is_some()))))
}

/// The verdicts asked for, without those a use that must be allowed cannot have.
fn narrowed(wanted: Option<Vec<Verdict>>, must_be_allowed: bool) -> WordSet<Verdict> {
    let given: WordSet<Verdict> = wanted.into_iter().flatten().collect();
    if !must_be_allowed {
        return given;
    }
    LawFilter::not_refused().iter().filter(|v| given.is_empty() || given.contains(*v)).collect()
}

fn unknown_use(book: &LawBook, word: &str) -> String {
    let close = spellings(book, word);
    let like = if close.is_empty() { String::new() } else { format!(", perhaps {}", close.join(" or ")) };
    format!("the id of a use, as /api/v1/uses lists them{like}")
}

/// The ids that share the most pairs of letters with a word, if they share many.
fn spellings<'b>(book: &'b LawBook, word: &str) -> Vec<&'b str> {
    let pairs = |text: &str| -> Vec<[char; 2]> {
        let letters: Vec<char> = text.chars().take(60).flat_map(char::to_lowercase).collect();
        letters.windows(2).map(|pair| [pair[0], pair[1]]).collect()
    };
    let asked = pairs(word);
    let likeness = |slug: &str| {
        let known = pairs(slug);
        let shared = asked.iter().filter(|pair| known.contains(pair)).count();
        2.0 * shared as f64 / (asked.len() + known.len()).max(1) as f64
    };
    let mut close: Vec<(f64, &str)> = book.uses().iter().map(|u| (likeness(&u.slug), &*u.slug)).collect();
    close.retain(|(likeness, _)| *likeness >= 0.4);
    close.sort_by(|a, b| b.0.total_cmp(&a.0));
    close.into_iter().take(SPELLINGS).map(|(_, slug)| slug).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tables::{TableParameters, TileParameters};
    use super::*;

    fn read(raw: &str) -> Result<Option<LawFilter>, Problem> {
        law_filter(&QueryString::read::<TileParameters>(Some(raw))?, LawBook::built_in())
    }

    fn blamed(raw: &str) -> Option<String> {
        read(raw).unwrap_err().parameter().map(str::to_owned)
    }

    #[test]
    fn a_use_only_judges_and_an_allowed_one_leaves_out_what_is_refused() {
        assert!(read("").unwrap().is_none());
        assert!(!read("use=cafe_restaurant").unwrap().unwrap().narrows());
        let allowed = read("allowed_for=cafe_restaurant").unwrap().unwrap();
        let refused = [Verdict::Prohibited, Verdict::OtherLaw];
        for verdict in Verdict::ALL {
            assert_eq!(allowed.wants(*verdict), !refused.contains(verdict), "{verdict:?}");
        }
    }

    #[test]
    fn verdicts_asked_for_narrow_further() {
        let filter = read("allowed_for=cafe_restaurant&verdict=permitted,prohibited").unwrap().unwrap();
        assert!(filter.wants(Verdict::Permitted) && !filter.wants(Verdict::Prohibited));
        assert!(read("use=cafe_restaurant&verdict=prohibited").unwrap().unwrap().wants(Verdict::Prohibited));
    }

    #[test]
    fn what_is_said_of_a_plan_without_a_use_is_refused_by_name() {
        assert_eq!(blamed("use_area_m2=60").as_deref(), Some("use_area_m2"));
        assert_eq!(blamed("verdict=permitted").as_deref(), Some("verdict"));
        assert_eq!(blamed("use=cafe_restaurant&allowed_for=cafe_restaurant").as_deref(), Some("use"));
    }

    #[test]
    fn a_misspelt_use_is_refused_with_what_it_may_have_meant() {
        let problem = read("use=cafe_restarant").unwrap_err();
        assert_eq!(problem.parameter(), Some("use"));
        let told = serde_json::to_string(&problem).unwrap();
        assert!(told.contains("perhaps cafe_restaurant"), "{told}");
    }

    #[test]
    fn every_documented_part_of_a_plan_is_read_and_reads_back() {
        for parameter in PLAN.iter().chain(STOREY_MAX) {
            let raw = format!("{}={}", parameter.name, parameter.example);
            let query = QueryString::read::<TableParameters>(Some(&raw)).unwrap();
            let known = plan(&query).unwrap().known();
            assert_eq!(known, [(parameter.name, parameter.example.to_owned())]);
        }
    }

    #[test]
    fn a_part_of_a_plan_that_cannot_be_is_refused_by_name() {
        for (name, value) in
            [("use_area_m2", "-1"), ("dwelling_share", "2"), ("process_class", "to4"), ("live_work", "yes")]
        {
            assert_eq!(blamed(&format!("use=cafe_restaurant&{name}={value}")).as_deref(), Some(name));
        }
    }
}
