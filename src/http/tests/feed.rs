//! The feed as a feed reader sees it: read by an XML parser, held against RFC 4287.

use quick_xml::Reader;
use quick_xml::events::Event;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::served::{get, get_with, id};
use super::small_city::{HIDDEN, LET, SECRET, SHOP, TOWN};

const FEED: &str = "/feeds/listings.atom";

/// An element: its name, its attributes and text, and those in it.
#[derive(Debug, Default)]
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    text: String,
    children: Vec<Element>,
}

impl Element {
    fn all(&self, name: &str) -> Vec<&Element> {
        self.children.iter().filter(|child| child.name == name).collect()
    }
    fn only(&self, name: &str) -> &Element {
        let found = self.all(name);
        assert_eq!(found.len(), 1, "one {name} in {}", self.name);
        found[0]
    }
    fn attribute(&self, name: &str) -> &str {
        &self.attributes.iter().find(|(known, _)| known == name).unwrap().1
    }
}

fn parsed(bytes: &[u8]) -> Element {
    let mut reader = Reader::from_reader(bytes);
    let mut open = vec![Element::default()];
    let start = |start: &quick_xml::events::BytesStart<'_>| Element {
        name: start.name().0.to_owned(),
        attributes: start
            .attributes()
            .map(|a| {
                let a = a.unwrap();
                let value = a.value.to_string();
                (a.key.0.to_owned(), unescaped(&value))
            })
            .collect(),
        ..Element::default()
    };
    loop {
        match reader.read_event().unwrap() {
            Event::Start(event) => open.push(start(&event)),
            Event::Empty(event) => open.last_mut().unwrap().children.push(start(&event)),
            Event::End(_) => {
                let ended = open.pop().unwrap();
                open.last_mut().unwrap().children.push(ended);
            }
            Event::Text(text) => open.last_mut().unwrap().text.push_str(&text),
            Event::GeneralRef(name) => {
                let entity = format!("&{};", &*name);
                open.last_mut().unwrap().text.push_str(&unescaped(&entity));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open.len(), 1);
    open.pop().unwrap().children.pop().unwrap()
}

fn unescaped(text: &str) -> String {
    quick_xml::escape::unescape(text).unwrap().into_owned()
}

/// Everything RFC 4287 demands of a feed (section 4.1).
fn assert_is_atom(feed: &Element) {
    assert_eq!((feed.name.as_str(), feed.attribute("xmlns")), ("feed", "http://www.w3.org/2005/Atom"));
    assert!(!feed.all("author").is_empty() && !feed.only("author").only("name").text.is_empty());
    assert!(feed.all("link").iter().any(|link| link.attribute("rel") == "self"));
    let mut ids = Vec::new();
    for element in std::iter::once(feed).chain(feed.all("entry")) {
        let id = &element.only("id").text;
        assert!(id.starts_with("http://"), "an id is an absolute IRI: {id}");
        ids.push(id.clone());
        assert!(!element.only("title").text.is_empty());
        assert!(OffsetDateTime::parse(&element.only("updated").text, &Rfc3339).is_ok());
        let links = element.all("link");
        assert_eq!(links.iter().filter(|link| link.attribute("rel") == "alternate").count(), 1);
        assert!(links.iter().all(|link| link.attribute("href").starts_with("http://")));
    }
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count, "no id stands twice");
}

#[tokio::test]
async fn a_feed_holds_what_the_format_demands() {
    for query in
        ["", "?lang=en&q=%E5%BA%97", "?kind=test_bed", "?rent_max=300000&lang=easy&sort=rent&limit=2"]
    {
        let answer = get_with(&format!("{FEED}{query}"), &[("host", "ward.example:8080")]).await;
        assert_eq!(answer.status, 200, "{query}");
        assert_eq!(answer.header("content-type").as_deref(), Some("application/atom+xml; charset=utf-8"));
        let feed = parsed(&answer.body);
        assert_is_atom(&feed);
        assert!(
            feed.only("id").text.starts_with("http://ward.example:8080/feeds/"),
            "{}",
            feed.only("id").text
        );
    }
}

#[tokio::test]
async fn entries_come_newest_first_and_lead_to_the_listing() {
    let answer = get_with(FEED, &[("host", "ward.example")]).await;
    let feed = parsed(&answer.body);
    let entries = feed.all("entry");
    let updated: Vec<&str> = entries.iter().map(|e| &*e.only("updated").text).collect();
    assert!(updated.is_sorted_by(|a, b| a >= b), "{updated:?}");
    assert_eq!(feed.only("updated").text, updated[0]);
    let shop = entries.iter().find(|e| e.only("id").text.ends_with(&id(SHOP))).unwrap();
    assert_eq!(shop.only("link").attribute("href"), format!("http://ward.example/listing/{}", id(SHOP)));
    assert_eq!(shop.only("title").text, "【合成データ】路面の空き店舗");
    assert!(shop.only("summary").text.contains("賃料 月18万円"), "{}", shop.only("summary").text);
    assert!(entries.iter().all(|e| !e.only("id").text.ends_with(&id(LET))));
}

#[tokio::test]
async fn a_feed_finds_what_the_search_finds() {
    for query in
        ["kind=shop,office", "rent_max=100000", &format!("town={}", id(TOWN)), "q=%E4%BD%9C%E6%A5%AD"]
    {
        let search = get(&format!("/api/v1/listings?{query}")).await.json();
        let feed = parsed(&get(&format!("{FEED}?{query}")).await.body);
        assert_eq!(feed.all("entry").len(), search["total"].as_u64().unwrap() as usize, "{query}");
    }
}

#[tokio::test]
async fn a_listing_that_shows_only_its_town_does_so_in_the_feed() {
    let text = String::from_utf8(get(FEED).await.body.to_vec()).unwrap();
    assert!(text.contains(&id(HIDDEN)));
    assert!(!text.contains("9番9号") && !text.contains(&SECRET.0.to_string()), "{text}");
}

#[tokio::test]
async fn a_feed_refuses_what_it_cannot_read_by_name() {
    for (query, parameter) in
        [("rent_max=cheap", "rent_max"), ("colour=red", "colour"), ("lang=fr", "lang"), ("limit=0", "limit")]
    {
        let answer = get(&format!("{FEED}?{query}")).await;
        assert_eq!(answer.status, 400, "{query}");
        assert_eq!(answer.header("content-type").as_deref(), Some("application/problem+json"));
        assert_eq!(answer.json()["parameter"], parameter);
    }
}

#[tokio::test]
async fn a_reader_that_holds_the_feed_is_told_so_unless_it_asks_at_another_address() {
    let app = super::served::app().await;
    let ask = |host: &'static str, etag: String| {
        let request = axum::http::Request::get(FEED).header("host", host).header("if-none-match", etag);
        super::served::ask_of(app.clone(), request.body(axum::body::Body::empty()).unwrap())
    };
    let etag = ask("a.example", "\"none\"".into()).await.header("etag").unwrap();
    let again = ask("a.example", etag.clone()).await;
    assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));
    assert_eq!(ask("b.example", etag).await.status, 200);
}
