//! 「借りたい」 cards through the real program and a real mail server: post, confirm, be read by the desk, be
//! answered without either address being shown, be counted, be taken back.

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::support::mail::{MailServer, link};
use crate::support::{Server, machikado_ok};

const SEEKER: &str = "seeker.looking@cafe.example.jp";
const LANDLORD: &str = "landlord.offering@house.example.jp";
const DESK: &str = "desk.reading@ward.example.jp";

/// A data folder with two streets, a mail server and the program.
struct Ward {
    folder: tempfile::TempDir,
    mail: MailServer,
    server: Server,
    streets: Vec<String>,
}

impl Ward {
    async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let mail = MailServer::up(folder.path());
        let street = |name: &str, lat: f64| {
            json!({
                "type": "Feature", "properties": { "name": name, "shops": 10 },
                "geometry": { "type": "LineString", "coordinates": [[139.649, lat], [139.650, lat]] },
            })
        };
        let streets = json!({ "type": "FeatureCollection", "features": [street("北通り", 35.65), street("南通り", 35.64)] });
        let file = folder.path().join("streets.geojson");
        std::fs::write(&file, streets.to_string()).unwrap();
        machikado_ok(&["import", "streets", file.to_str().unwrap(), "--data", data.to_str().unwrap()]);
        let mut more = mail.flags();
        more.extend(["--desk-mail", DESK].map(str::to_owned));
        let more: Vec<&str> = more.iter().map(String::as_str).collect();
        let server = Server::start_logged(&data, &more, &folder.path().join("log.txt")).await;
        let found = server.json("/api/v1/streets").await;
        let id = |name: &str| {
            let items = found["items"].as_array().unwrap();
            items.iter().find(|item| item["name"] == name).unwrap()["id"].as_str().unwrap().to_owned()
        };
        let streets = vec![id("北通り"), id("南通り")];
        Self { folder, mail, server, streets }
    }

    fn card(&self, language: &str) -> Value {
        json!({
            "title": "小さな焼き菓子の店", "words": "週に四日\n開けます", "use": "bakery_workshop",
            "places": format!("street:{}", self.streets[0]), "area_min_m2": 24, "area_max_m2": 45,
            "rent_max_yen": 180_000, "email": SEEKER, "language": language,
        })
    }

    async fn post(&self, path: &str, body: &Value) -> reqwest::Response {
        self.server.client().post(format!("{}{path}", self.server.url())).json(body).send().await.unwrap()
    }

    async fn send(&self, path: &str, fields: &[(&str, &str)]) -> String {
        let url = format!("{}{path}", self.server.url());
        let page = self.server.client().post(url).form(fields).send().await.unwrap();
        assert_eq!(page.status(), StatusCode::OK, "{path}");
        page.text().await.unwrap()
    }

    /// Posts and confirms a card; gives the mail to the desk.
    async fn submit(&self, card: &Value) -> Value {
        let before = self.mail.mails().len();
        let answer = self.post("/api/v1/wanted", card).await;
        assert_eq!(answer.status(), StatusCode::ACCEPTED, "{}", answer.text().await.unwrap());
        let confirm = self.mail.wait_for(before + 1).await.pop().unwrap();
        assert_eq!(confirm["to"], json!([card["email"]]));
        self.send(&link(&confirm, "/card/confirm/"), &[("action", "confirm")]).await;
        let review = self.mail.wait_for(before + 2).await.pop().unwrap();
        assert_eq!(review["to"], json!([DESK]));
        review
    }

    /// The same, published; gives the mail to whoever wrote it.
    async fn publish(&self, card: &Value) -> Value {
        let review = self.submit(card).await;
        let before = self.mail.mails().len();
        let page = self.send(&link(&review, "/card/review/"), &[("action", "publish")]).await;
        assert!(page.contains("公開しています。"), "{page}");
        self.mail.wait_for(before + 1).await.pop().unwrap()
    }

    async fn cards(&self) -> Value {
        self.server.json("/api/v1/wanted").await
    }
}

fn text(mail: &Value) -> &str {
    mail["text"].as_str().unwrap()
}

#[tokio::test]
async fn a_card_is_read_by_the_desk_before_anybody_else_sees_it() {
    let ward = Ward::open().await;
    let review = ward.submit(&ward.card("ja")).await;
    assert!(text(&review).contains("24㎡（7.3坪）〜45㎡（13.6坪）・賃料 月18万円まで・北通り"), "{review:#}");
    assert!(text(&review).contains("パン・菓子・豆腐などを作って売る店"), "{review:#}");
    assert!(!text(&review).contains(SEEKER));
    assert_eq!(ward.cards().await["total"], 0);

    let page = link(&review, "/card/review/");
    let shown = ward.server.get(&page).await.text().await.unwrap();
    assert!(
        shown.contains("週に四日") && shown.contains("公開する") && !shown.contains("<script"),
        "{shown}"
    );
    // Following the link alone decides nothing.
    assert_eq!(ward.cards().await["total"], 0);
    ward.send(&page, &[("action", "publish")]).await;
    let published = ward.mail.wait_for(3).await.pop().unwrap();
    assert_eq!(
        (&published["to"], &published["subject"]),
        (&json!([SEEKER]), &json!("【街角】「借りたい」カードを公開しました"))
    );
    let cards = ward.cards().await;
    let card = &cards["items"][0];
    assert_eq!((&cards["total"], &card["title"]), (&json!(1), &json!("小さな焼き菓子の店")));
    assert_eq!(
        (&card["use"], &card["rent_max_yen"], &card["anywhere"]),
        (&json!("bakery_workshop"), &json!(180_000), &json!(false))
    );
    assert!(!cards.to_string().contains("example.jp"), "{cards:#}");
}

#[tokio::test]
async fn a_card_that_is_returned_is_erased_and_its_writer_hears_why() {
    let ward = Ward::open().await;
    let review = ward.submit(&ward.card("en")).await;
    let page = link(&review, "/card/review/");
    // A reason is needed.
    assert!(ward.send(&page, &[("action", "return"), ("message", " ")]).await.contains("カードの審査"));
    let told = ward.send(&page, &[("action", "return"), ("message", "電話番号<が>あります")]).await;
    assert!(told.contains("差し戻しました"), "{told}");
    let returned = ward.mail.wait_for(3).await.pop().unwrap();
    assert_eq!(
        (&returned["to"], &returned["subject"]),
        (&json!([SEEKER]), &json!("[Machikado] Your card was returned"))
    );
    assert!(text(&returned).contains("> 電話番号<が>あります"), "{returned:#}");
    assert_eq!(ward.server.get(&page).await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_landlord_answers_a_card_and_neither_learns_the_other_s_address() {
    let ward = Ward::open().await;
    let published = ward.publish(&ward.card("easy")).await;
    let id = ward.cards().await["items"][0]["id"].as_str().unwrap().to_owned();
    let before = ward.mail.mails().len();
    let answer = json!({
        "card": id, "to": "seeker", "name": "大家", "email": LANDLORD, "message": "うちの一階はいかがですか。",
    });
    assert_eq!(ward.post("/api/v1/enquiries", &answer).await.status(), StatusCode::ACCEPTED);
    let confirm = ward.mail.wait_for(before + 1).await.pop().unwrap();
    assert_eq!(confirm["to"], json!([LANDLORD]));
    ward.send(&link(&confirm, "/relay/confirm/"), &[("action", "send")]).await;
    let mails = ward.mail.wait_for(before + 3).await;
    let first = mails.iter().rfind(|mail| mail["to"] == json!([SEEKER])).unwrap();
    // In the language of the card.
    assert!(text(first).contains("大家さんが あなたの カードを 見て"), "{first:#}");
    assert!(text(first).contains("> うちの一階はいかがですか。"));
    let answering = link(first, "/relay/answer/");
    ward.send(&answering, &[("action", "say"), ("number", "2"), ("message", "見たいです。")]).await;
    let said = ward.mail.wait_for(before + 4).await.pop().unwrap();
    assert_eq!(said["to"], json!([LANDLORD]));
    assert!(text(&said).contains("> 見たいです。"));
    for mail in ward.mail.mails() {
        let (to, whole) = (mail["to"].to_string(), mail.to_string());
        assert!(!(to.contains(SEEKER) && whole.contains(LANDLORD)), "{mail:#}");
        assert!(!(to.contains(LANDLORD) && whole.contains(SEEKER)), "{mail:#}");
    }

    // Once the card is taken back, nobody can answer it.
    let page = link(&published, "/card/mine/");
    assert!(ward.send(&page, &[("action", "withdraw")]).await.contains("やめました"));
    assert_eq!(ward.cards().await["total"], 0);
    assert_eq!(ward.server.get(&page).await.status(), StatusCode::NOT_FOUND);
    assert_eq!(ward.post("/api/v1/enquiries", &answer).await.status(), StatusCode::BAD_REQUEST);
    let late = ward.send(&answering, &[("action", "say"), ("number", "3"), ("message", "まだですか")]).await;
    assert!(late.contains("送りました"), "what was begun goes on: {late}");
}

#[tokio::test]
async fn an_answer_confirmed_after_its_card_has_ended_is_said_not_to_arrive_and_is_erased() {
    let ward = Ward::open().await;
    let published = ward.publish(&ward.card("ja")).await;
    let id = ward.cards().await["items"][0]["id"].as_str().unwrap().to_owned();
    let before = ward.mail.mails().len();
    let answer =
        json!({ "card": id, "to": "seeker", "name": "大家", "email": LANDLORD, "message": "空きます" });
    ward.post("/api/v1/enquiries", &answer).await;
    let confirm = ward.mail.wait_for(before + 1).await.pop().unwrap();
    ward.send(&link(&published, "/card/mine/"), &[("action", "withdraw")]).await;
    let page = ward.send(&link(&confirm, "/relay/confirm/"), &[("action", "send")]).await;
    assert!(page.contains("届ける先がなくなっています") && !page.contains("送りました"), "{page}");
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    assert_eq!(ward.mail.mails().len(), before + 1, "nobody is told that it was sent");
}

#[tokio::test]
async fn a_card_is_kept_longer_by_its_writer() {
    let ward = Ward::open().await;
    let published = ward.publish(&ward.card("ja")).await;
    let page = link(&published, "/card/mine/");
    assert!(ward.server.get(&page).await.text().await.unwrap().contains("に消えます。"));
    assert!(ward.send(&page, &[("action", "keep")]).await.contains("のばしました。"));
    assert_eq!(ward.cards().await["total"], 1);
}

#[tokio::test]
async fn demand_is_told_by_place_and_use_from_three_cards_on() {
    let ward = Ward::open().await;
    let both = format!("street:{},street:{}", ward.streets[0], ward.streets[1]);
    for n in 0..3 {
        let mut card = ward.card("ja");
        card["email"] = json!(format!("seeker{n}@cafe.example.jp"));
        if n == 0 {
            card["places"] = json!(both);
        }
        let before = ward.server.json("/api/v1/wanted/demand").await;
        assert_eq!((&before["places"], &before["uses"]), (&json!([]), &json!([])), "after {n} cards");
        ward.publish(&card).await;
    }
    let demand = ward.server.json("/api/v1/wanted/demand").await;
    assert_eq!(
        (&demand["cards"], &demand["fewest"], &demand["anywhere"]),
        (&json!(3), &json!(3), &Value::Null)
    );
    assert_eq!(demand["uses"], json!([{ "use": "bakery_workshop", "wanted": 3 }]));
    let places = demand["places"].as_array().unwrap();
    assert_eq!(places.len(), 1, "{demand:#}");
    assert_eq!(
        (&places[0]["name"], &places[0]["wanted"], &places[0]["vacant"]),
        (&json!("北通り"), &json!(3), &json!(0))
    );
    assert!((places[0]["lat"].as_f64().unwrap() - 35.65).abs() < 1e-6);
    // The card that names both streets shows only the one that others name too.
    let cards = ward.cards().await;
    let hidden: Vec<_> =
        cards["items"].as_array().unwrap().iter().map(|card| &card["places_hidden"]).collect();
    assert_eq!(hidden, [&json!(0), &json!(0), &json!(1)]);
    assert!(!cards.to_string().contains("南通り"), "{cards:#}");
}

#[tokio::test]
async fn a_card_that_cannot_be_read_is_refused_by_field_and_sends_nothing() {
    let ward = Ward::open().await;
    for (field, value) in [
        ("title", json!("")),
        ("title", json!("長".repeat(61))),
        ("words", json!("http://a http://b http://c http://d")),
        ("use", json!("castle")),
        ("places", json!("street:0c8x4n2k7zq")),
        ("places", json!("station:0c8x4n2k7zq")),
        ("area_min_m2", json!(50)),
        ("area_max_m2", json!("wide")),
        ("rent_max_yen", json!(0.5)),
        ("email", json!("nobody")),
        ("language", json!("fr")),
    ] {
        let mut card = ward.card("ja");
        card[field] = value.clone();
        let answer = ward.post("/api/v1/wanted", &card).await;
        assert_eq!(answer.status(), StatusCode::BAD_REQUEST, "{field} {value}");
        let problem: Value = answer.json().await.unwrap();
        assert_eq!(problem["parameter"], field, "{problem:#}");
    }
    let mut trapped = ward.card("ja");
    trapped["website"] = json!("http://spam.example");
    assert_eq!(ward.post("/api/v1/wanted", &trapped).await.status(), StatusCode::ACCEPTED);
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    assert_eq!(ward.mail.mails().len(), 0);
}

#[tokio::test]
async fn no_log_and_no_table_holds_the_address_of_whoever_wrote_a_card() {
    let ward = Ward::open().await;
    let published = ward.publish(&ward.card("ja")).await;
    let token = link(&published, "/card/mine/");
    ward.server.get(&token).await;
    let log = std::fs::read_to_string(ward.folder.path().join("log.txt")).unwrap();
    assert!(!log.contains(SEEKER) && !log.contains(&token), "{log}");
    for entry in std::fs::read_dir(ward.folder.path().join("data")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            let bytes = std::fs::read(&path).unwrap();
            let found = bytes.windows(SEEKER.len()).any(|window| window == SEEKER.as_bytes());
            assert!(!found, "{}", path.display());
        }
    }
}
