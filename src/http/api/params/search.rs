//! From query parameters to a search.

use super::filter::listing_filter;
use super::query_string::QueryString;
use super::table::SORT_WORDS;
use super::value::{id, ids, lon_lat_box, place, polygon, word, words};
use crate::http::problem::Problem;
use crate::law::LawBook;
use crate::query::{Cursor, Facet, Search, SearchArea, SearchError, Sort, SortKey};

const DEFAULT_LIMIT: i64 = 50;

/// The search a query asks for.
pub fn search(query: &QueryString, book: &LawBook) -> Result<Search, Problem> {
    let area = area(query)?;
    let orders = format!("one of {}", SORT_WORDS.join(", "));
    let sort = query.value("sort", |text| text.parse::<Sort>().map_err(|_| orders))?;
    let sort = sort.unwrap_or_else(|| Sort { key: default_key(&area), reversed: false });
    let from_somewhere =
        !matches!(area, SearchArea::Everywhere | SearchArea::Towns(_) | SearchArea::Streets(_));
    if sort.key == SortKey::Distance && !from_somewhere {
        let detail = "`sort` by distance needs `near`, `station`, `bbox` or `polygon` to measure from";
        return Err(Problem::misused_parameter("sort", detail));
    }
    Ok(Search {
        area,
        filter: listing_filter(query, book)?,
        sort,
        from: None,
        limit: query.integer("limit")?.unwrap_or(DEFAULT_LIMIT) as usize,
        cursor: query.value("cursor", |text| text.parse::<Cursor>().map_err(|_| "the `next` of a page"))?,
        rent_steps: query.numbers("rent_steps")?.into_iter().map(|yen| yen as u64).collect(),
        area_steps: query.numbers("area_steps")?,
        facets: query.value("facets", |t| words(Facet::ALL, Facet::slug, t))?.unwrap_or_default(),
    })
}

fn default_key(area: &SearchArea) -> SortKey {
    if matches!(area, SearchArea::Radius { .. }) { SortKey::Distance } else { SortKey::Updated }
}

/// Where to look: one way of saying it at most.
pub fn area(query: &QueryString) -> Result<SearchArea, Problem> {
    let ways = ["bbox", "near", "polygon", "town", "street", "station"];
    let given: Vec<&str> = ways.into_iter().filter(|way| query.text(way).is_some()).collect();
    if let [first, second, ..] = given[..] {
        let detail = format!("`{second}` cannot be combined with `{first}`: one area at most");
        return Err(Problem::misused_parameter(second, detail));
    }
    let radius = pair(query, "near", "radius_m", query.value("near", place)?, query.number("radius_m")?)?;
    if let Some((centre, metres)) = radius {
        return Ok(SearchArea::Radius { centre, metres });
    }
    let minutes = query.integer("walk_minutes")?;
    if let Some((station, minutes)) =
        pair(query, "station", "walk_minutes", query.value("station", id)?, minutes)?
    {
        return Ok(SearchArea::Station { station, walk_minutes: minutes as u32 });
    }
    if let Some(area) = query.value("bbox", lon_lat_box)? {
        return Ok(SearchArea::Box(area));
    }
    if let Some(polygon) = query.value("polygon", polygon)? {
        return Ok(SearchArea::Polygon(polygon));
    }
    if let Some(towns) = query.value("town", ids)? {
        return Ok(SearchArea::Towns(towns));
    }
    Ok(query.value("street", ids)?.map_or(SearchArea::Everywhere, SearchArea::Streets))
}

/// Two parameters that mean something only together.
fn pair<A, B>(
    query: &QueryString,
    first: &str,
    second: &str,
    a: Option<A>,
    b: Option<B>,
) -> Result<Option<(A, B)>, Problem> {
    let missing = if query.text(first).is_some() { second } else { first };
    let given = if query.text(first).is_some() { first } else { second };
    match (a, b) {
        (Some(a), Some(b)) => Ok(Some((a, b))),
        (None, None) => Ok(None),
        _ => Err(Problem::misused_parameter(missing, format!("`{given}` needs `{missing}` beside it"))),
    }
}

/// The form of the answer: true for GeoJSON.
pub fn wants_geojson(query: &QueryString, accepted: bool) -> Result<bool, Problem> {
    let format = query.value("format", |t| word(&["json", "geojson"], |w| w, t))?;
    Ok(format.map_or(accepted, |word| word == "geojson"))
}

impl From<SearchError> for Problem {
    fn from(error: SearchError) -> Self {
        let unknown = |name: &str, detail: String| Self::misused_parameter(name, detail);
        match error {
            SearchError::UnknownTown(id) => unknown("town", format!("there is no town `{id}`")),
            SearchError::UnknownStreet(id) => unknown("street", format!("there is no street `{id}`")),
            SearchError::UnknownStation(id) => unknown("station", format!("there is no station `{id}`")),
            SearchError::DistanceFromNowhere => {
                unknown("sort", "`sort` by distance needs a place to measure from".to_owned())
            }
            SearchError::Cursor(_) => {
                unknown("cursor", "`cursor` belongs to a search with another sort or place".to_owned())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tables::SearchParameters;
    use super::*;

    fn read(raw: &str) -> Result<Search, Problem> {
        search(&QueryString::read::<SearchParameters>(Some(raw))?, LawBook::built_in())
    }

    fn blamed(raw: &str) -> Option<String> {
        read(raw).unwrap_err().parameter().map(str::to_owned)
    }

    #[test]
    fn one_area_at_most() {
        assert!(matches!(read("bbox=139,35,140,36").unwrap().area, SearchArea::Box(_)));
        assert_eq!(blamed("bbox=139,35,140,36&town=0c8x4n2k7zq").as_deref(), Some("town"));
    }

    #[test]
    fn a_radius_needs_a_place_and_a_place_a_radius() {
        assert_eq!(blamed("near=139.6,35.6").as_deref(), Some("radius_m"));
        assert_eq!(blamed("radius_m=100").as_deref(), Some("near"));
        assert_eq!(blamed("walk_minutes=5").as_deref(), Some("station"));
        assert_eq!(read("near=139.6,35.6&radius_m=100").unwrap().sort.key, SortKey::Distance);
    }

    #[test]
    fn distance_is_measured_from_somewhere() {
        assert_eq!(blamed("sort=distance").as_deref(), Some("sort"));
        assert_eq!(blamed("sort=-distance&street=0c8x4n2k7zq").as_deref(), Some("sort"));
        assert!(read("sort=-distance&bbox=139,35,140,36").unwrap().sort.reversed);
    }

    #[test]
    fn an_unknown_order_limit_cursor_or_facet_is_refused() {
        for raw in ["sort=alphabetical", "limit=0", "limit=201", "limit=5.0", "cursor=x", "facets=kind,rents"]
        {
            assert_eq!(blamed(raw).as_deref(), raw.split('=').next(), "{raw}");
        }
    }

    #[test]
    fn a_plain_search_is_everywhere_the_latest_first_fifty_a_page() {
        let plain = read("").unwrap();
        assert_eq!((plain.area, plain.sort.key, plain.limit), (SearchArea::Everywhere, SortKey::Updated, 50));
    }
}
