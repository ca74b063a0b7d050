//! Offering a place through the real program and a real mail server: who may do what, what a request needs, and what
//! never leaves the server.

use reqwest::header::{COOKIE, ETAG, IF_MATCH, IF_NONE_MATCH, ORIGIN, SET_COOKIE};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::bucket::Bucket;
use crate::support::mail::{MailServer, link};
use crate::support::{Server, machikado, machikado_ok, machikado_told};

const OWNER: &str = "owner.offering@house.example.jp";
const MODERATOR: &str = "moderator.reading@ward.example.jp";
const DESK: &str = "desk.reading@ward.example.jp";

/// A data folder, a mail server and the program.
struct Ward {
    folder: tempfile::TempDir,
    mail: MailServer,
    server: Server,
}

/// A browser that is signed in.
struct Browser<'a> {
    ward: &'a Ward,
    cookie: String,
}

impl Ward {
    async fn open() -> Self {
        Self::open_in(tempfile::tempdir().unwrap(), &[], &[]).await
    }

    /// A ward that is told more, by flags and environment.
    async fn open_in(folder: tempfile::TempDir, flags: &[&str], told: &[(&str, String)]) -> Self {
        let data = folder.path().join("data");
        let mail = MailServer::up(folder.path());
        let mut more = mail.flags();
        more.extend(["--desk-mail", DESK].map(str::to_owned));
        let more: Vec<&str> = more.iter().map(String::as_str).chain(flags.iter().copied()).collect();
        let server = Server::start_told(&data, &more, told, &folder.path().join("log.txt")).await;
        Self { folder, mail, server }
    }

    fn data(&self) -> String {
        self.folder.path().join("data").display().to_string()
    }

    /// Asks for a link; gives the path in the mail and the cookie of the browser that asked.
    async fn ask(&self, address: &str) -> (String, String) {
        let before = self.mail.mails().len();
        let url = format!("{}/api/v1/account/sign-in", self.server.url());
        let asked = self.server.client().post(url).json(&json!({ "email": address }));
        let answer = asked.send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::ACCEPTED);
        let cookie = cookies(&answer).remove(0);
        // A mail about something else may come in between.
        let mut count = before + 1;
        loop {
            let mails = self.mail.wait_for(count).await;
            let is_link = |mail: &&Value| {
                mail["to"] == json!([address]) && mail["text"].as_str().unwrap().contains("/account/enter/")
            };
            if let Some(mail) = mails[before..].iter().find(is_link) {
                return (link(mail, "/account/enter/"), cookie);
            }
            count += 1;
        }
    }

    async fn sign_in(&self, address: &str) -> Browser<'_> {
        let (path, asking) = self.ask(address).await;
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        let entered = client.post(format!("{}{path}", self.server.url())).header(COOKIE, asking);
        let answer = entered.send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
        let cookie = cookies(&answer).into_iter().find(|c| c.starts_with("__Host-machikado=")).unwrap();
        Browser { ward: self, cookie }
    }

    async fn moderator(&self) -> Browser<'_> {
        machikado_ok(&["staff", "grant", MODERATOR, "--role", "moderator", "--data", &self.data()]);
        self.sign_in(MODERATOR).await
    }
}

/// The cookies that an answer sets, as they are sent back.
fn cookies(answer: &reqwest::Response) -> Vec<String> {
    let set = answer.headers().get_all(SET_COOKIE).iter();
    set.map(|value| value.to_str().unwrap().split(';').next().unwrap().to_owned()).collect()
}

impl Browser<'_> {
    fn asking(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        let url = format!("{}{path}", self.ward.server.url());
        self.ward.server.client().request(method, url).header(COOKIE, &self.cookie)
    }

    async fn get(&self, path: &str) -> Value {
        let answer = self.asking(Method::GET, path).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        assert_eq!(answer.headers()["cache-control"], "no-store", "{path}");
        answer.json().await.unwrap()
    }

    /// Sends a body for the version that is there now; gives status and answer.
    async fn send(&self, method: Method, path: &str, body: &Value) -> (StatusCode, Value) {
        let id = path.split('/').nth(4).unwrap_or_default();
        let seen = self.asking(Method::GET, &format!("/api/v1/offers/{id}")).send().await.unwrap();
        let mut asked = self.asking(method, path).json(body);
        if let Some(etag) = seen.headers().get(ETAG) {
            asked = asked.header(IF_MATCH, etag);
        }
        let answer = asked.send().await.unwrap();
        (answer.status(), answer.json().await.unwrap_or_default())
    }

    async fn begin(&self, fields: Value) -> String {
        let asked = self.asking(Method::POST, "/api/v1/offers").json(&json!({ "drafts": [fields] }));
        let answer = asked.send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::CREATED);
        let body: Value = answer.json().await.unwrap();
        format!("/api/v1/offers/{}", body["items"][0]["id"].as_str().unwrap())
    }

    async fn command(&self, offer: &str, body: Value) -> (StatusCode, Value) {
        self.send(Method::POST, &format!("{offer}/commands"), &body).await
    }
}

fn shop() -> Value {
    json!({
        "kind": "shop", "title": "路面の空き店舗", "address": "世田谷区経堂1丁目2番3号", "lon": "139.6356",
        "lat": "35.6530", "offered_by": "owner", "rent": "18万円", "area_m2": "40",
    })
}

fn submit() -> Value {
    json!({ "command": "submit", "consent": "2026-11" })
}

#[tokio::test]
async fn a_link_signs_in_once_and_only_the_browser_that_asked() {
    let ward = Ward::open().await;
    let (path, asking) = ward.ask(OWNER).await;
    let url = format!("{}{path}", ward.server.url());
    let client = ward.server.client();
    assert_eq!(client.post(&url).send().await.unwrap().status(), StatusCode::FORBIDDEN);
    let another =
        client.post(&url).header(COOKIE, "__Host-machikado-asking=00000000000000000000000000000000");
    assert_eq!(another.send().await.unwrap().status(), StatusCode::FORBIDDEN);
    // Mail scanners follow links; that uses nothing up.
    let looked = client.get(&url).header(COOKIE, &asking).send().await.unwrap();
    assert_eq!(looked.status(), StatusCode::OK);
    assert!(looked.headers().get(SET_COOKIE).is_none());
    let browser = ward.sign_in(OWNER).await;
    assert_eq!(browser.get("/api/v1/account").await["account"]["email"], OWNER);
    let stale = client.post(format!("{url}x")).header(COOKIE, &asking).send().await.unwrap();
    assert_eq!(stale.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_changes_anything_must_come_from_a_page_of_this_server_and_from_somebody_signed_in() {
    let ward = Ward::open().await;
    let browser = ward.sign_in(OWNER).await;
    let foreign = browser.asking(Method::POST, "/api/v1/offers").header(ORIGIN, "https://elsewhere.example");
    let answer = foreign.json(&json!({})).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::FORBIDDEN);
    let form = browser.asking(Method::POST, "/api/v1/offers").form(&[("a", "b")]).send().await.unwrap();
    assert_eq!(form.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
    for path in ["/api/v1/offers", "/api/v1/account/data", "/api/v1/review"] {
        assert_eq!(ward.server.get(path).await.status(), StatusCode::UNAUTHORIZED, "{path}");
    }
    assert_eq!(ward.server.json("/api/v1/account").await, json!({ "account": null, "passkeys": false }));
    let out = browser.asking(Method::POST, "/api/v1/account/sign-out").json(&json!({ "everywhere": true }));
    assert_eq!(out.send().await.unwrap().status(), StatusCode::NO_CONTENT);
    assert_eq!(browser.get("/api/v1/account").await, json!({ "account": null, "passkeys": false }));
}

#[tokio::test]
async fn a_command_out_of_turn_answers_409_and_what_is_possible_and_a_stale_one_412() {
    let ward = Ward::open().await;
    let owner = ward.sign_in(OWNER).await;
    let offer = owner.begin(shop()).await;
    let (status, problem) = owner.command(&offer, json!({ "command": "pause" })).await;
    assert_eq!((status, &problem["allowed"]), (StatusCode::CONFLICT, &json!(["submit"])));
    let (status, problem) = owner.command(&offer, json!({ "command": "submit" })).await;
    assert_eq!((status, &problem["parameter"]), (StatusCode::BAD_REQUEST, &json!("consent")));
    let (status, problem) = owner.command(&offer, json!({ "command": "fly" })).await;
    assert_eq!((status, &problem["parameter"]), (StatusCode::BAD_REQUEST, &json!("command")));
    let late = owner.asking(Method::PUT, &offer).header(IF_MATCH, "\"99\"");
    let late = late.json(&json!({ "fields": {}, "photos": [] })).send().await.unwrap();
    assert_eq!(late.status(), StatusCode::PRECONDITION_FAILED);
    let blind = owner.asking(Method::PUT, &offer).json(&json!({ "fields": {}, "photos": [] }));
    assert_eq!(blind.send().await.unwrap().status(), StatusCode::PRECONDITION_REQUIRED);
    let odd = json!({ "fields": { "colour": "red" }, "photos": [] });
    let (status, problem) = owner.send(Method::PUT, &offer, &odd).await;
    assert_eq!((status, &problem["parameter"]), (StatusCode::BAD_REQUEST, &json!("colour")));

    let bare = owner.begin(json!({ "title": "店", "rent": "安い" })).await;
    let (status, problem) = owner.command(&bare, submit()).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields: Vec<&str> =
        problem["fields"].as_array().unwrap().iter().map(|f| f["field"].as_str().unwrap()).collect();
    assert_eq!(fields, ["kind", "address", "lon", "lat", "offered_by", "rent"]);
}

#[tokio::test]
async fn premises_are_public_once_a_moderator_says_so_and_gone_when_letting_them_is_answered() {
    let ward = Ward::open().await;
    let (owner, moderator) = (ward.sign_in(OWNER).await, ward.moderator().await);
    let offer = owner.begin(shop()).await;
    let listing = offer.replace("offers", "listings");
    let before = ward.mail.mails().len();
    assert_eq!(owner.command(&offer, submit()).await.0, StatusCode::OK);
    let told = ward.mail.wait_for(before + 1).await.pop().unwrap();
    assert_eq!(told["to"], json!([DESK]));
    assert_eq!(ward.server.get(&listing).await.status(), StatusCode::NOT_FOUND);
    let queue = moderator.get("/api/v1/review").await;
    assert_eq!(queue["items"][0]["offer"]["title"], "路面の空き店舗");
    let seen = moderator.get(&offer).await;
    let checks = seen["checks"].as_array().unwrap();
    assert!(checks.iter().any(|check| check["kind"] == "outside"), "no boundary is loaded: {checks:?}");
    assert_eq!(moderator.command(&offer, json!({ "command": "approve" })).await.0, StatusCode::OK);
    ward.mail.wait_for(before + 2).await;

    let public = ward.server.json(&listing).await;
    assert_eq!(public["terms"]["rent"]["yen"], 180_000);
    assert_eq!(ward.server.json(&format!("{listing}/contact")).await["owner"], true);
    let found = ward.server.json("/api/v1/listings").await;
    assert_eq!(found["total"], 1);
    let feed = ward.server.get("/feeds/listings.atom").await.text().await.unwrap();
    for text in [public.to_string(), found.to_string(), feed] {
        assert!(!text.contains("example.jp"), "an address leaked: {text}");
    }

    let gone = json!({ "command": "let", "reason": "found_here" });
    assert_eq!(owner.command(&offer, gone).await.0, StatusCode::OK);
    assert_eq!(ward.server.get(&listing).await.status(), StatusCode::GONE);
    assert_eq!(ward.server.json("/api/v1/listings").await["total"], 0);
    let feed = ward.server.get("/feeds/listings.atom").await.text().await.unwrap();
    assert!(!feed.contains("路面の空き店舗"), "{feed}");

    let log = std::fs::read_to_string(ward.folder.path().join("log.txt")).unwrap();
    for secret in [OWNER, MODERATOR, owner.cookie.split('=').nth(1).unwrap()] {
        assert!(!log.contains(secret), "the log holds {secret}");
    }
    assert!(machikado(&["check", "--data", &ward.data()]).status.success());
}

#[tokio::test]
async fn a_file_that_is_no_picture_is_refused_and_one_that_is_comes_back_in_three_sizes() {
    let ward = Ward::open().await;
    let owner = ward.sign_in(OWNER).await;
    let offer = owner.begin(shop()).await;
    let send = async |bytes: Vec<u8>| {
        let asked = owner.asking(Method::POST, &format!("{offer}/photos")).body(bytes);
        let answer = asked.send().await.unwrap();
        (answer.status(), answer.json::<Value>().await.unwrap_or_default())
    };
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".to_vec();
    let (status, problem) = send(svg).await;
    assert_eq!(
        (status, &problem["type"]),
        (StatusCode::UNPROCESSABLE_ENTITY, &json!("urn:machikado:not-a-picture"))
    );
    assert_eq!(send(b"\xff\xd8\xff\xe0 not whole".to_vec()).await.0, StatusCode::UNPROCESSABLE_ENTITY);
    let picture = std::fs::read(crate::support::root().join("web/screenshot.png")).unwrap();
    let (status, body) = send(picture.clone()).await;
    assert_eq!(status, StatusCode::OK, "{body:#}");
    let (_, again) = send(picture).await;
    assert_eq!(again["photos"].as_array().unwrap().len(), 1, "the same picture twice is one");
    let url = body["photos"][0]["url"].as_str().unwrap();
    for size in ["", "-m", "-s"] {
        let answer = ward.server.get(&url.replace(".jpg", &format!("{size}.jpg"))).await;
        assert_eq!(answer.headers()["content-type"], "image/jpeg");
        assert!(answer.headers()["cache-control"].to_str().unwrap().contains("immutable"));
    }
}

#[tokio::test]
async fn pictures_in_a_bucket_are_served_backed_up_and_come_back_with_it_after_a_fault() {
    let folder = tempfile::tempdir().unwrap();
    let mut bucket = Bucket::up(folder.path());
    let told = bucket.environment();
    let ward = Ward::open_in(folder, &["--photos", "s3://ward/photos"], &told).await;
    let owner = ward.sign_in(OWNER).await;
    let offer = owner.begin(shop()).await;
    let send = async || {
        let picture = std::fs::read(crate::support::root().join("web/screenshot.png")).unwrap();
        let asked = owner.asking(Method::POST, &format!("{offer}/photos")).body(picture);
        let answer = asked.send().await.unwrap();
        (answer.status(), answer.json::<Value>().await.unwrap())
    };

    bucket.gone();
    let (status, problem) = send().await;
    assert_eq!(
        (status, &problem["type"]),
        (StatusCode::SERVICE_UNAVAILABLE, &json!("urn:machikado:photos-unreachable"))
    );
    assert_eq!(owner.get(&offer).await["photos"], json!([]), "nothing half done");
    bucket.back();
    let (status, body) = send().await;
    assert_eq!(status, StatusCode::OK, "{body:#}");

    let url = body["photos"][0]["url"].as_str().unwrap();
    let name = url.rsplit('/').next().unwrap();
    assert_eq!(bucket.names("photos").len(), 3);
    assert!(bucket.names("photos").contains(&name.to_owned()));
    assert_eq!(std::fs::read_dir(ward.folder.path().join("data/photos")).into_iter().flatten().count(), 0);
    let answer = ward.server.get(url).await;
    assert!(answer.headers()["cache-control"].to_str().unwrap().contains("immutable"));
    let held = ward.server.client().get(format!("{}{url}", ward.server.url()));
    let held = held.header(IF_NONE_MATCH, &answer.headers()[ETAG]).send().await.unwrap();
    assert_eq!(held.status(), StatusCode::NOT_MODIFIED);
    let picture = answer.bytes().await.unwrap();
    assert!(picture.starts_with(b"\xff\xd8"));

    let copy = ward.folder.path().join("copy").display().to_string();
    let place = ["--data", &ward.data(), "--photos", "s3://ward/photos"].map(str::to_owned);
    let run = |words: &[&str], place: &[String]| {
        let words: Vec<&str> = words.iter().copied().chain(place.iter().map(String::as_str)).collect();
        let output = machikado_told(&words, &told);
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    };
    run(&["backup", &copy], &place);
    assert_eq!(std::fs::read(ward.folder.path().join("copy/photos").join(name)).unwrap(), picture);
    let another = ward.folder.path().join("another").display().to_string();
    run(&["restore", &copy], &["--data", &another, "--photos", "s3://ward/restored"].map(str::to_owned));
    assert_eq!(bucket.names("restored"), bucket.names("photos"));
}

#[tokio::test]
async fn a_broker_s_program_keeps_its_offers_in_step_by_its_own_keys() {
    let ward = Ward::open().await;
    let owner = ward.sign_in(OWNER).await;
    let made = owner.asking(Method::POST, "/api/v1/account/tokens").json(&json!({ "name": "物件管理" }));
    let made: Value = made.send().await.unwrap().json().await.unwrap();
    let token = made["token"].as_str().unwrap();
    let send = async |method: Method, path: &str, body: Value| {
        let url = format!("{}{path}", ward.server.url());
        let asked = ward.server.client().request(method, url).bearer_auth(token).json(&body);
        let answer = asked.send().await.unwrap();
        (answer.status(), answer.json::<Value>().await.unwrap_or_default())
    };
    let put = async |body: Value| send(Method::PUT, "/api/v1/offers/keys/B-2041", body).await;
    let (status, first) = put(json!({ "fields": shop() })).await;
    assert_eq!((status, &first["state"]), (StatusCode::OK, &json!("draft")));
    let mut cheaper = shop();
    cheaper["rent"] = json!("15万円");
    let (_, second) = put(json!({ "fields": cheaper, "consent": "2026-11" })).await;
    assert_eq!((&second["id"], &second["state"]), (&first["id"], &json!("submitted")));
    let (status, _) = put(json!({ "fields": shop() })).await;
    assert_eq!(status, StatusCode::CONFLICT, "nothing changes under a moderator's eyes");

    let offer = format!("/api/v1/offers/{}", first["id"].as_str().unwrap());
    let moderator = ward.moderator().await;
    moderator.command(&offer, json!({ "command": "approve" })).await;
    let (_, same) = put(json!({ "fields": cheaper, "consent": "2026-11" })).await;
    assert_eq!((&same["state"], &same["revision"]), (&json!("published"), &Value::Null));
    let (_, changed) = put(json!({ "fields": shop(), "consent": "2026-11" })).await;
    assert_eq!((&changed["state"], &changed["revision"]), (&json!("published"), &json!("submitted")));

    // A program is not its owner, and a token that was taken back opens nothing.
    assert_eq!(send(Method::DELETE, "/api/v1/account", json!({})).await.0, StatusCode::FORBIDDEN);
    let kept = owner.get("/api/v1/account/tokens").await;
    let id = kept["items"][0]["id"].as_str().unwrap();
    let gone = owner.asking(Method::DELETE, &format!("/api/v1/account/tokens/{id}")).send().await.unwrap();
    assert_eq!(gone.status(), StatusCode::NO_CONTENT);
    assert_eq!(put(json!({ "fields": shop() })).await.0, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn the_command_line_names_staff_and_nobody_else_reads_the_queue() {
    let ward = Ward::open().await;
    let owner = ward.sign_in(OWNER).await;
    let refused = owner.asking(Method::GET, "/api/v1/review").send().await.unwrap();
    assert_eq!(refused.status(), StatusCode::NOT_FOUND);
    let data = ward.data();
    assert!(!machikado(&["staff", "grant", OWNER, "--role", "king", "--data", &data]).status.success());
    machikado_ok(&["staff", "grant", OWNER, "--role", "moderator", "--data", &data]);
    // A new role is for who signs in anew.
    assert_eq!(owner.get("/api/v1/account").await, json!({ "account": null, "passkeys": false }));
    let again = ward.sign_in(OWNER).await;
    assert_eq!(again.get("/api/v1/account").await["account"]["reviews"], true);
    again.get("/api/v1/review").await;
    let listed = machikado_ok(&["staff", "list", "--data", &data]);
    assert_eq!(listed, format!("moderator\t{OWNER}\n"));
}
