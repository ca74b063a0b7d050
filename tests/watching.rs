//! Watching a search by mail, through the real program and a real mail server: confirm, be told,
//! stop; a server that is down; a program that is killed between two steps; nobody's address anywhere.

use std::path::{Path, PathBuf};
use std::time::Duration;

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::support::mail::{MailServer, link};
use crate::support::{Server, machikado_ok};

const FOUNDER: &str = "founder.watching@cafe.example.jp";

/// A data folder with a mail server and the program.
struct Ward {
    folder: tempfile::TempDir,
    mail: MailServer,
    server: Server,
    more: Vec<String>,
}

impl Ward {
    async fn open(more: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mail = MailServer::up(folder.path());
        Self::with(folder, mail, more).await
    }

    async fn with(folder: tempfile::TempDir, mail: MailServer, more: &[&str]) -> Self {
        let more: Vec<String> =
            mail.flags().into_iter().chain(more.iter().map(|m| (*m).to_owned())).collect();
        let server = start(folder.path(), &more).await;
        Self { folder, mail, server, more }
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Imports one listing, as another process does.
    fn import(&self, key: &str, title: &str, state: &str, rent: u32) {
        let file = self.folder.path().join(format!("{key}.csv"));
        let row = format!(
            "key,kind,state,title,address,lon,lat,rent,area_m2,offered_by,registered_on,updated_on,next_update_on,synthetic\n\
             {key},shop,{state},{title},世田谷区経堂一丁目,139.6495,35.6490,{rent},40,owner,2026-11-01,2026-11-01,2026-11-10,true\n"
        );
        std::fs::write(&file, row).unwrap();
        let data = self.data();
        machikado_ok(&["import", "listings", file.to_str().unwrap(), "--data", data.to_str().unwrap()]);
    }

    async fn ask(&self, body: &Value) -> reqwest::Response {
        let url = format!("{}/api/v1/watches", self.server.url());
        self.server.client().post(url).json(body).send().await.unwrap()
    }

    /// Asks, waits for the mail and presses the button.
    async fn watch(&self, query: &str, language: &str, cadence: &str) -> Value {
        let before = self.mail.mails().len();
        let body = json!({ "query": query, "email": FOUNDER, "language": language, "cadence": cadence });
        assert_eq!(self.ask(&body).await.status(), StatusCode::ACCEPTED);
        let mail = self.mail.wait_for(before + 1).await.pop().unwrap();
        let page = self.press(&link(&mail, "/watch/confirm/")).await;
        assert_eq!(page.status(), 200);
        // Until the program has taken it up.
        tokio::time::sleep(Duration::from_millis(700)).await;
        mail
    }

    async fn press(&self, path: &str) -> reqwest::Response {
        self.server.client().post(format!("{}{path}", self.server.url())).send().await.unwrap()
    }

    /// Ends the program as a power cut does, and starts it again.
    async fn cut_power_and_start(self) -> Self {
        let Self { folder, mail, server, more } = self;
        server.cut_power();
        let server = start(folder.path(), &more).await;
        Self { folder, mail, server, more }
    }
}

async fn start(folder: &Path, more: &[String]) -> Server {
    let more: Vec<&str> = more.iter().map(String::as_str).collect();
    Server::start_logged(&folder.join("data"), &more, &folder.join("log.txt")).await
}

fn ids(mails: &[Value]) -> Vec<&str> {
    let mut ids: Vec<&str> =
        mails.iter().map(|mail| mail["headers"]["Message-ID"].as_str().unwrap()).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

#[tokio::test]
async fn a_founder_confirms_is_told_of_what_enters_changes_and_leaves_and_stops() {
    let ward = Ward::open(&[]).await;
    let asked = ward.watch("kind=shop&rent_max=300000&q=見守り", "ja", "at_once").await;
    assert_eq!(asked["subject"], "【街角】お知らせメールの確認");

    ward.import("w-1", "見守りの店", "published", 200_000);
    let entered = ward.mail.wait_for(2).await.pop().unwrap();
    assert_eq!(entered["subject"], "【街角】新着: 【合成データ】見守りの店");
    assert!(entered["text"].as_str().unwrap().contains("賃料 月20万円"), "{}", entered["text"]);
    assert!(entered["text"].as_str().unwrap().contains("http://ward.example/listing/"));

    ward.import("w-1", "見守りの店", "published", 250_000);
    let changed = ward.mail.wait_for(3).await.pop().unwrap();
    assert_eq!(changed["subject"], "【街角】変更: 【合成データ】見守りの店");
    assert!(
        changed["html"].as_str().unwrap().contains("賃料 月20万円 → 賃料 月25万円"),
        "{}",
        changed["html"]
    );

    ward.import("w-1", "見守りの店", "published", 350_000);
    let left = ward.mail.wait_for(4).await.pop().unwrap();
    assert_eq!(left["subject"], "【街角】なくなりました: 【合成データ】見守りの店");
    assert!(left["text"].as_str().unwrap().contains("条件に合わなくなりました"), "{}", left["text"]);

    ward.import("w-1", "見守りの店", "published", 280_000);
    ward.mail.wait_for(5).await;
    ward.import("w-1", "見守りの店", "let", 280_000);
    let ended = ward.mail.wait_for(6).await.pop().unwrap();
    assert!(ended["text"].as_str().unwrap().contains("募集が終わりました"), "{}", ended["text"]);

    // A mail program's one click, to the address in the header.
    let header = ended["headers"]["List-Unsubscribe"].as_str().unwrap();
    let stop = header.trim_matches(['<', '>']).strip_prefix("http://ward.example").unwrap();
    let url = format!("{}{stop}", ward.server.url());
    let clicked =
        ward.server.client().post(url).form(&[("List-Unsubscribe", "One-Click")]).send().await.unwrap();
    assert_eq!(clicked.status(), 200);
    assert!(clicked.text().await.unwrap().contains("お知らせを止めました"));
    ward.import("w-2", "見守りの店 二号", "published", 100_000);
    tokio::time::sleep(Duration::from_secs(4)).await;
    assert_eq!(ward.mail.mails().len(), 6, "nothing is sent after the stop");
    assert_eq!(ids(&ward.mail.mails()).len(), 6);
}

#[tokio::test]
async fn following_a_link_changes_nothing_until_the_button_is_pressed() {
    let ward = Ward::open(&[]).await;
    let body = json!({ "query": "q=見守り", "email": FOUNDER, "language": "en", "cadence": "at_once" });
    ward.ask(&body).await;
    let mail = ward.mail.wait_for(1).await.pop().unwrap();
    let confirm = link(&mail, "/watch/confirm/");
    for _ in 0..2 {
        let page = ward.server.get(&confirm).await;
        assert_eq!(page.status(), 200);
        assert!(page.headers()["content-security-policy"].to_str().unwrap().contains("default-src 'none'"));
        let html = page.text().await.unwrap();
        assert!(html.contains("<form method=\"post\">") && !html.contains("<script"), "{html}");
    }
    ward.import("w-1", "見守りの店", "published", 200_000);
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert_eq!(ward.mail.mails().len(), 1);
    for path in ["/watch/confirm/nothing", "/watch/stop/0000000000100000000000000000000000000000000"] {
        assert_eq!(ward.server.get(path).await.status(), 404, "{path}");
    }
    // The link that confirms does not stop.
    let token = confirm.rsplit('/').next().unwrap();
    assert_eq!(ward.press(&format!("/watch/stop/{token}")).await.status(), 404);
}

#[tokio::test]
async fn every_mail_reads_in_its_language_as_text_and_as_html() {
    let ward = Ward::open(&[]).await;
    for (language, asked, told) in [
        ("ja", "【街角】お知らせメールの確認", "【街角】新着: 【合成データ】見守りの店"),
        (
            "en",
            "[Machikado] Please confirm your listing alerts",
            "[Machikado] New: [Made-up data] 見守りの店",
        ),
        ("easy", "【街角】メールの かくにん", "【街角】新しいです: 【ためしの データ】見守りの店"),
    ] {
        assert_eq!(ward.watch("q=見守り", language, "at_once").await["subject"], asked);
        ward.mail.mails().iter().for_each(|mail| assert_eq!(mail["to"], json!([FOUNDER])));
        let _ = told;
    }
    ward.import("w-1", "見守りの店", "published", 200_000);
    let mails = ward.mail.wait_for(6).await;
    let mut subjects: Vec<&str> = mails[3..].iter().map(|mail| mail["subject"].as_str().unwrap()).collect();
    subjects.sort_unstable();
    assert_eq!(
        subjects,
        [
            "[Machikado] New: [Made-up data] 見守りの店",
            "【街角】新しいです: 【ためしの データ】見守りの店",
            "【街角】新着: 【合成データ】見守りの店"
        ]
    );
    for mail in &mails {
        assert_eq!(mail["type"], "multipart/alternative");
        assert_eq!(mail["defects"], json!([]), "{mail:#}");
        assert_eq!(mail["ascii"], true);
        assert!(mail["longest_line"].as_u64().unwrap() <= 998, "{}", mail["longest_line"]);
        assert_eq!(mail["headers"]["Auto-Submitted"], "auto-generated");
        assert!(mail["headers"]["Message-ID"].as_str().unwrap().ends_with("@ward.example>"));
        assert!(mail["headers"]["From"].as_str().unwrap().contains("街角"), "{}", mail["headers"]["From"]);
        assert!(mail["html"].as_str().unwrap().starts_with("<!doctype html>"));
    }
    for mail in &mails[3..] {
        assert_eq!(mail["headers"]["List-Unsubscribe-Post"], "List-Unsubscribe=One-Click");
    }
}

#[tokio::test]
async fn a_mail_server_that_was_down_gets_every_mail_once_when_it_is_up() {
    let mut ward = Ward::open(&[]).await;
    ward.watch("q=見守り", "ja", "at_once").await;
    ward.mail.take_down();
    ward.import("w-1", "見守りの店", "published", 200_000);
    tokio::time::sleep(Duration::from_secs(4)).await;
    ward.mail.put_up(&[]);
    let mails = ward.mail.wait_for(2).await;
    tokio::time::sleep(Duration::from_secs(5)).await;
    assert_eq!((ward.mail.mails().len(), ids(&mails).len()), (2, 2));
}

#[tokio::test]
async fn a_program_killed_between_queueing_and_sending_sends_once_when_it_is_back() {
    let mut ward = Ward::open(&[]).await;
    ward.watch("q=見守り", "ja", "at_once").await;
    ward.mail.take_down();
    ward.import("w-1", "見守りの店", "published", 200_000);
    tokio::time::sleep(Duration::from_secs(3)).await;
    let mut ward = ward.cut_power_and_start().await;
    ward.mail.put_up(&[]);
    ward.mail.wait_for(2).await;
    let ward = ward.cut_power_and_start().await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert_eq!(ward.mail.mails().len(), 2, "once");
}

#[tokio::test]
async fn a_mail_whose_taking_was_never_heard_of_is_tried_again_under_the_same_name() {
    let mut ward = Ward::open(&[]).await;
    ward.watch("q=見守り", "ja", "at_once").await;
    ward.mail.take_down();
    ward.mail.put_up(&["hold"]);
    ward.import("w-1", "見守りの店", "published", 200_000);
    ward.mail.wait_for(2).await;
    let Ward { folder, mut mail, server, more } = ward;
    server.cut_power();
    mail.take_down();
    mail.put_up(&[]);
    let server = start(folder.path(), &more).await;
    let ward = Ward { folder, mail, server, more };
    let mails = ward.mail.wait_for(3).await;
    assert_eq!(ids(&mails).len(), 2, "the mail went out under one Message-ID: {:?}", ids(&mails));
}

#[tokio::test]
async fn a_change_while_the_program_was_down_is_told_once_when_it_is_back() {
    let ward = Ward::open(&[]).await;
    ward.watch("q=見守り", "ja", "at_once").await;
    let Ward { folder, mail, server, more } = ward;
    server.cut_power();
    let file = folder.path().join("down.csv");
    std::fs::write(
        &file,
        "key,kind,state,title,address,lon,lat,offered_by,registered_on,updated_on,next_update_on\n\
         d-1,shop,published,見守りの店,世田谷区経堂,139.6495,35.6490,owner,2026-11-01,2026-11-01,2026-11-10\n",
    )
    .unwrap();
    let data = folder.path().join("data");
    machikado_ok(&["import", "listings", file.to_str().unwrap(), "--data", data.to_str().unwrap()]);
    let server = start(folder.path(), &more).await;
    let ward = Ward { folder, mail, server, more };
    ward.mail.wait_for(2).await;
    let ward = ward.cut_power_and_start().await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert_eq!(ward.mail.mails().len(), 2);
}

#[tokio::test]
async fn a_daily_mail_tells_at_its_hour_what_the_day_left() {
    // The hour is a few seconds from now, on the real clock.
    let at = time::OffsetDateTime::now_utc().to_offset(time::macros::offset!(+9)) + Duration::from_secs(25);
    let at = format!("{:02}:{:02}:{:02}", at.hour(), at.minute(), at.second());
    let ward = Ward::open(&["--digest-at", &at]).await;
    ward.watch("q=見守り", "en", "daily").await;
    ward.import("w-1", "見守りの店", "published", 200_000);
    ward.import("w-2", "見守りの工房", "published", 100_000);
    ward.import("w-1", "見守りの店", "let", 200_000);
    ward.import("w-2", "見守りの工房", "published", 110_000);
    ward.import("w-3", "見守りの家", "published", 120_000);
    tokio::time::sleep(Duration::from_secs(2)).await;
    let before = ward.mail.mails().len();
    let mails = ward.mail.wait_for(2).await;
    assert_eq!(before, 1, "nothing before the hour; if this fails the machine was too slow for 25 s");
    assert_eq!(mails[1]["subject"], "[Machikado] 2 listings to look at");
    let text = mails[1]["text"].as_str().unwrap();
    assert!(
        text.contains("見守りの工房") && text.contains("¥110,000") && !text.contains("見守りの店"),
        "{text}"
    );
}

#[tokio::test]
async fn nobody_learns_an_address_from_answers_logs_backups_or_the_data_folder() {
    let ward = Ward::open(&[]).await;
    ward.watch("q=見守り", "ja", "at_once").await;
    ward.import("w-1", "見守りの店", "published", 200_000);
    let mails = ward.mail.wait_for(2).await;
    let stop = link(&mails[1], "/watch/stop/");
    // A second time, an unreadable one, one too many: nothing answers otherwise or repeats it.
    let body = json!({ "query": "", "email": FOUNDER, "language": "ja", "cadence": "daily" });
    for _ in 0..7 {
        let again = ward.ask(&body).await;
        assert_eq!(again.status(), StatusCode::ACCEPTED);
        assert_eq!(again.text().await.unwrap(), "{\"accepted\":true}");
    }
    let wrong = json!({ "query": "", "email": format!("{FOUNDER}, x"), "cadence": "daily" });
    let refused = ward.ask(&wrong).await.text().await.unwrap();
    assert!(refused.contains("email") && !refused.contains(FOUNDER), "{refused}");
    for path in [
        "/api/v1/city",
        "/api/v1/features",
        "/api/v1/listings",
        "/feeds/listings.atom",
        "/tiles/listings/14/14547/6453.mvt",
        "/watch/confirm/x",
        &stop,
        "/api/v1/watches",
    ] {
        let body = ward.server.get(path).await.bytes().await.unwrap();
        assert!(!holds(&body, FOUNDER) && !holds(&body, "founder.watching"), "{path}");
    }
    let backup = ward.folder.path().join("backup");
    let data = ward.data();
    machikado_ok(&["backup", backup.to_str().unwrap(), "--data", data.to_str().unwrap()]);
    let token = stop.rsplit('/').next().unwrap();
    for place in [data, backup, ward.folder.path().join("log.txt")] {
        for file in
            walkdir::WalkDir::new(place).into_iter().map(Result::unwrap).filter(|e| e.file_type().is_file())
        {
            let bytes = std::fs::read(file.path()).unwrap();
            for secret in [FOUNDER, "founder.watching", token] {
                assert!(!holds(&bytes, secret), "{secret} in {}", file.path().display());
            }
        }
    }
    assert!(!ward.folder.path().join("backup/secret.key").exists(), "the key is not in the backup");
}

#[tokio::test]
async fn a_newcomer_reads_the_sample_s_mails_as_files_and_their_links_lead_back() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::sample(folder.path()).await;
    let body = json!({ "query": "kind=shop", "email": FOUNDER, "language": "en", "cadence": "daily" });
    let asked = server.client().post(format!("{}/api/v1/watches", server.url())).json(&body).send().await;
    assert_eq!(asked.unwrap().status(), StatusCode::ACCEPTED);
    let started = std::time::Instant::now();
    let mail = loop {
        let files = std::fs::read_dir(folder.path().join("mail")).unwrap();
        let text = files.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap()).next();
        match text.filter(|text| text.contains("/watch/confirm/")) {
            Some(text) => break text,
            None if started.elapsed() > Duration::from_mins(1) => panic!("no mail within a minute"),
            None => tokio::time::sleep(Duration::from_millis(100)).await,
        }
    };
    let link = mail.lines().find(|line| line.contains("/watch/confirm/")).unwrap().trim();
    let path = link.strip_prefix(server.url()).unwrap_or_else(|| panic!("{link} leads elsewhere"));
    assert_eq!(server.get(path).await.status(), 200);
}

#[tokio::test]
async fn asking_is_refused_from_other_sites_without_json_and_too_often() {
    let ward = Ward::open(&[]).await;
    let url = format!("{}/api/v1/watches", ward.server.url());
    let body = json!({ "query": "", "email": FOUNDER, "cadence": "daily" });
    let foreign =
        ward.server.client().post(&url).header("origin", "https://evil.example").json(&body).send().await;
    assert_eq!(foreign.unwrap().status(), StatusCode::FORBIDDEN);
    let own =
        ward.server.client().post(&url).header("origin", "http://ward.example").json(&body).send().await;
    assert_eq!(own.unwrap().status(), StatusCode::ACCEPTED);
    let plain = ward.server.client().post(&url).body(body.to_string()).send().await;
    assert_eq!(plain.unwrap().status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
    for (field, value) in
        [("query", "rent_max=cheap"), ("cadence", "hourly"), ("language", "fr"), ("email", "a")]
    {
        let mut wrong = body.clone();
        wrong[field] = value.into();
        let problem: Value = ward.ask(&wrong).await.json().await.unwrap();
        assert_eq!(problem["status"], 400, "{problem}");
        assert_eq!(problem["parameter"], if field == "query" { "rent_max" } else { field }, "{problem}");
    }
    let mut last = StatusCode::OK;
    for _ in 0..20 {
        last = ward.ask(&body).await.status();
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn without_a_mail_server_nobody_can_watch_and_the_feed_works_anyway() {
    let data = tempfile::tempdir().unwrap();
    let server = Server::start(data.path(), &[]).await;
    assert_eq!(
        server.json("/api/v1/features").await,
        json!({ "watches": false, "feeds": true, "contact": false, "wanted": false, "offers": false })
    );
    let body = json!({ "query": "", "email": FOUNDER, "cadence": "daily" });
    let answer =
        server.client().post(format!("{}/api/v1/watches", server.url())).json(&body).send().await.unwrap();
    assert_eq!(answer.status(), 503);
    assert_eq!(answer.headers()["content-type"], "application/problem+json");
    assert_eq!(server.get("/feeds/listings.atom").await.status(), 200);
    assert!(!data.path().join("secret.key").exists());
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|some| some == text.as_bytes())
}
