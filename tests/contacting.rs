//! Asking about a listing, through the real program and a real mail server: confirm, be answered, end it;
//! reports to the desk; and nobody's address where it does not belong.

use std::time::Duration;

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::support::mail::{MailServer, link};
use crate::support::{Server, machikado, machikado_ok};

const FOUNDER: &str = "founder.asking@cafe.example.jp";
const OWNER: &str = "owner.answering@house.example.jp";
const DESK: &str = "desk.advising@ward.example.jp";

/// A data folder with one listing, a mail server and the program.
struct Ward {
    folder: tempfile::TempDir,
    mail: MailServer,
    server: Server,
    listing: String,
}

impl Ward {
    async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let mail = MailServer::up(folder.path());
        let file = folder.path().join("listing.csv");
        std::fs::write(
            &file,
            "key,kind,state,title,address,lon,lat,rent,area_m2,storey,offered_by,registered_on,updated_on,next_update_on,synthetic\n\
             a,shop,published,角の店,世田谷区経堂一丁目,139.6495,35.6490,200000,40,1,owner,2026-11-01,2026-11-01,2026-11-10,true\n",
        )
        .unwrap();
        let data = data.to_str().unwrap();
        machikado_ok(&["import", "listings", file.to_str().unwrap(), "--data", data]);
        let mut more = mail.flags();
        more.extend(["--desk-mail", DESK].map(str::to_owned));
        let more: Vec<&str> = more.iter().map(String::as_str).collect();
        let server =
            Server::start_logged(&folder.path().join("data"), &more, &folder.path().join("log.txt")).await;
        let found = server.json("/api/v1/listings").await;
        let listing = found["items"][0]["id"].as_str().unwrap().to_owned();
        machikado_ok(&["contact", "set", &listing, OWNER, "--data", data]);
        Self { folder, mail, server, listing }
    }

    fn enquiry(&self, to: &str, language: &str) -> Value {
        json!({
            "listing": self.listing, "to": to, "name": "山田\n花子", "email": FOUNDER, "language": language,
            "message": "まだ空いていますか。\n見学したいです。",
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

    /// Asks, presses the button, and gives the mails to whoever answers and to whoever asks.
    async fn ask(&self, body: &Value) -> (Value, Value) {
        let before = self.mail.mails().len();
        let answer = self.post("/api/v1/enquiries", body).await;
        assert_eq!(answer.status(), StatusCode::ACCEPTED, "{}", answer.text().await.unwrap());
        let confirm = self.mail.wait_for(before + 1).await.pop().unwrap();
        assert_eq!(confirm["to"], json!([FOUNDER]));
        self.send(&link(&confirm, "/relay/confirm/"), &[("action", "send")]).await;
        let mails = self.mail.wait_for(before + 3).await;
        let to = |address: &str| {
            let mail = mails[before + 1..].iter().find(|mail| mail["to"] == json!([address]));
            mail.unwrap_or_else(|| panic!("no mail to {address}: {mails:#?}")).clone()
        };
        (to(if body["to"] == "desk" { DESK } else { OWNER }), to(FOUNDER))
    }
}

fn text(mail: &Value) -> &str {
    mail["text"].as_str().unwrap()
}

#[tokio::test]
async fn a_founder_asks_the_owner_answers_and_neither_learns_the_other_s_address() {
    let ward = Ward::open().await;
    let (first, copy) = ward.ask(&ward.enquiry("owner", "en")).await;
    assert_eq!(first["subject"], "【街角】問い合わせ: 【合成データ】角の店");
    assert!(
        text(&first).contains("山田 花子さん") && text(&first).contains("> 見学したいです。"),
        "{first:#}"
    );
    assert_eq!(copy["subject"], "[Machikado] Your copy: [Made-up data] 角の店");
    assert!(text(&copy).contains("> まだ空いていますか。"), "{copy:#}");

    let answering = link(&first, "/relay/answer/");
    let shown = ward.server.get(&answering).await.text().await.unwrap();
    assert!(shown.contains("山田 花子さん") && !shown.contains("<script"), "{shown}");
    let said = [("action", "say"), ("number", "2"), ("message", "はい、<空いて>います。")];
    assert!(ward.send(&answering, &said).await.contains("送りました。"));
    // The button pressed twice.
    assert!(ward.send(&answering, &said).await.contains("同じ内容が二度届かないよう"));
    let answer = ward.mail.wait_for(4).await.pop().unwrap();
    assert_eq!(
        (&answer["to"], &answer["subject"]),
        (&json!([FOUNDER]), &json!("[Machikado] Answer: [Made-up data] 角の店"))
    );
    assert!(text(&answer).contains("> はい、<空いて>います。"));
    assert!(answer["html"].as_str().unwrap().contains("&lt;空いて&gt;"));

    let asking = link(&answer, "/relay/ask/");
    let thanks = [("action", "say"), ("number", "3"), ("message", "Thank you.")];
    assert!(ward.send(&asking, &thanks).await.contains("Sent."));
    let second = ward.mail.wait_for(5).await.pop().unwrap();
    assert_eq!(second["to"], json!([OWNER]));
    assert!(text(&second).contains("> Thank you."));

    assert!(ward.send(&asking, &[("action", "end")]).await.contains("The contact has ended"));
    let ended = ward.mail.wait_for(6).await.pop().unwrap();
    assert_eq!(
        (&ended["to"], &ended["subject"]),
        (&json!([OWNER]), &json!("【街角】連絡が終わりました: 【合成データ】角の店"))
    );
    assert!(
        ward.send(&answering, &[("action", "say"), ("number", "4"), ("message", "?")])
            .await
            .contains("連絡は終わりました")
    );
    tokio::time::sleep(Duration::from_secs(3)).await;
    let mails = ward.mail.mails();
    assert_eq!(mails.len(), 6, "{mails:#?}");
    for mail in &mails {
        let (whole, to) = (mail.to_string(), mail["to"][0].as_str().unwrap());
        let other = if to == FOUNDER { OWNER } else { FOUNDER };
        assert!(!whole.contains(other), "the other's address in {mail:#}");
        assert_eq!(mail["defects"], json!([]));
    }
}

#[tokio::test]
async fn nothing_is_passed_on_before_the_button_is_pressed_and_nothing_twice() {
    let ward = Ward::open().await;
    ward.post("/api/v1/enquiries", &ward.enquiry("owner", "ja")).await;
    let confirm = ward.mail.wait_for(1).await.pop().unwrap();
    assert_eq!(confirm["subject"], "【街角】送信の確認");
    let path = link(&confirm, "/relay/confirm/");
    for _ in 0..2 {
        let page = ward.server.get(&path).await;
        assert!(page.headers()["content-security-policy"].to_str().unwrap().contains("default-src 'none'"));
        assert!(page.text().await.unwrap().contains("<form method=\"post\">"));
    }
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(ward.mail.mails().len(), 1);
    for _ in 0..2 {
        assert!(ward.send(&path, &[("action", "send")]).await.contains("送りました"));
    }
    ward.mail.wait_for(3).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(ward.mail.mails().len(), 3);
    // A link of one side opens nothing of the other's.
    let token = path.rsplit('/').next().unwrap();
    for side in ["ask", "answer"] {
        assert_eq!(ward.server.get(&format!("/relay/{side}/{token}")).await.status(), 404);
    }
    assert_eq!(ward.server.get("/relay/ask/nothing").await.status(), 404);
}

#[tokio::test]
async fn the_desk_gets_the_verdict_along_and_may_answer_by_mail() {
    let ward = Ward::open().await;
    let mut body = ward.enquiry("desk", "ja");
    body["use"] = "cafe_restaurant".into();
    body["plan"] = "use_area_m2=60".into();
    let (first, copy) = ward.ask(&body).await;
    assert_eq!(first["subject"], "【街角】相談: 【合成データ】角の店");
    assert_eq!(first["headers"]["Reply-To"], FOUNDER);
    for mail in [&first, &copy] {
        assert!(text(mail).contains("（60㎡）") && text(mail).contains("法令の時点"), "{mail:#}");
    }
    assert!(text(&first).contains("建築基準法上の用途の目安"));
}

#[tokio::test]
async fn the_desk_hears_what_is_wrong_with_a_listing_with_or_without_an_address() {
    let ward = Ward::open().await;
    let report = json!({ "listing": ward.listing, "reason": "gone", "message": "看板が変わっていました。" });
    assert_eq!(ward.post("/api/v1/reports", &report).await.status(), StatusCode::ACCEPTED);
    let told = ward.mail.wait_for(1).await.pop().unwrap();
    assert_eq!(
        (&told["to"], &told["subject"]),
        (&json!([DESK]), &json!("【街角】誤りの報告: 【合成データ】角の店"))
    );
    assert!(
        text(&told).contains("すでに募集が終わっている")
            && text(&told).contains("> 看板が変わっていました。")
    );
    let report = json!({ "listing": ward.listing, "reason": "other", "message": "?", "email": FOUNDER });
    assert_eq!(ward.post("/api/v1/reports", &report).await.status(), StatusCode::ACCEPTED);
    assert_eq!(ward.mail.wait_for(2).await.pop().unwrap()["headers"]["Reply-To"], FOUNDER);
}

#[tokio::test]
async fn whoever_answers_can_be_changed_and_removed_on_the_command_line() {
    let ward = Ward::open().await;
    let data = ward.folder.path().join("data");
    let data = data.to_str().unwrap();
    let path = format!("/api/v1/listings/{}/contact", ward.listing);
    assert_eq!(ward.server.json(&path).await, json!({ "owner": true, "desk": true }));
    assert_eq!(machikado_ok(&["contact", "list", "--data", data]), format!("{}\t{OWNER}\n", ward.listing));
    machikado_ok(&["contact", "remove", &ward.listing, "--data", data]);
    assert_eq!(ward.server.json(&path).await, json!({ "owner": false, "desk": true }));
    let nobody = ward.post("/api/v1/enquiries", &ward.enquiry("owner", "ja")).await;
    assert_eq!(nobody.status(), StatusCode::NOT_FOUND);
    assert!(!machikado(&["contact", "set", "0c8x4n2k7zq", OWNER, "--data", data]).status.success());
    assert!(!machikado(&["contact", "set", &ward.listing, "nobody", "--data", data]).status.success());
}

#[tokio::test]
async fn what_cannot_be_read_is_refused_by_name_and_a_program_that_fills_the_trap_learns_nothing() {
    let ward = Ward::open().await;
    let good = ward.enquiry("owner", "ja");
    for (field, value) in [
        ("listing", json!("0c8x4n2k7zq")),
        ("to", json!("mayor")),
        ("name", json!(" \n ")),
        ("name", json!("あ".repeat(61))),
        ("email", json!("a")),
        ("language", json!("fr")),
        ("message", json!("")),
        ("message", json!("http://a http://b http://c http://d")),
        ("message", json!("あ".repeat(2001))),
        ("use", json!("castle")),
        ("colour", json!("red")),
    ] {
        let mut wrong = good.clone();
        wrong[field] = value;
        let problem: Value = ward.post("/api/v1/enquiries", &wrong).await.json().await.unwrap();
        assert_eq!((&problem["status"], &problem["parameter"]), (&json!(400), &json!(field)), "{problem}");
        assert!(!problem.to_string().contains(FOUNDER));
    }
    let mut trapped = good.clone();
    trapped["website"] = "https://buy.example".into();
    assert_eq!(ward.post("/api/v1/enquiries", &trapped).await.status(), StatusCode::ACCEPTED);
    let url = format!("{}/api/v1/enquiries", ward.server.url());
    let foreign = ward.server.client().post(url).header("origin", "https://evil.example").json(&good);
    assert_eq!(foreign.send().await.unwrap().status(), StatusCode::FORBIDDEN);
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(ward.mail.mails().len(), 0);
    let mut last = StatusCode::OK;
    for _ in 0..20 {
        last = ward.post("/api/v1/enquiries", &trapped).await.status();
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn names_addresses_and_messages_are_in_no_answer_log_backup_or_file() {
    let ward = Ward::open().await;
    let (first, copy) = ward.ask(&ward.enquiry("owner", "ja")).await;
    let answering = link(&first, "/relay/answer/");
    ward.send(&answering, &[("action", "say"), ("number", "2"), ("message", "どうぞ内密に")]).await;
    ward.mail.wait_for(4).await;
    let data = ward.folder.path().join("data");
    let backup = ward.folder.path().join("backup");
    machikado_ok(&["backup", backup.to_str().unwrap(), "--data", data.to_str().unwrap()]);
    let tokens =
        [&answering, &link(&copy, "/relay/ask/")].map(|link| link.rsplit('/').next().unwrap().to_owned());
    let secrets = [FOUNDER, OWNER, "山田", "まだ空いていますか", "どうぞ内密に", &tokens[0], &tokens[1]];
    for path in
        [format!("/api/v1/listings/{}", ward.listing), format!("/api/v1/listings/{}/contact", ward.listing)]
    {
        let answer = ward.server.get(&path).await.text().await.unwrap();
        assert!(secrets.iter().all(|secret| !answer.contains(secret)), "{answer}");
    }
    for place in [data, backup, ward.folder.path().join("log.txt")] {
        for file in
            walkdir::WalkDir::new(place).into_iter().map(Result::unwrap).filter(|e| e.file_type().is_file())
        {
            let bytes = std::fs::read(file.path()).unwrap();
            for secret in secrets {
                let held = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
                assert!(!held, "{secret} in {}", file.path().display());
            }
        }
    }
}
