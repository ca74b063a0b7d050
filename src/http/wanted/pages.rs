//! The pages behind the links in mails about cards: confirm, review, keep or take back.

use axum::extract::{FromRequest, Request, State};
use axum::http::{Method, StatusCode};
use axum::response::Response;
use axum::routing::get;
use axum::{Form, Router};
use serde::Deserialize;
use std::sync::Arc;

use crate::app::mail::Token;
use crate::app::wanted::{Reviewed, WantedDesk, WantedLink};
use crate::domain::{Language, Wanted, WantedId, WantedState};
use crate::http::api::asked::Named;
use crate::http::page::{Field, Page, nothing};
use crate::http::problem::Problem;
use crate::http::server::Server;

const LONGEST_REASON: usize = 500;

/// The pages.
pub(in crate::http) fn pages() -> Router<Arc<Server>> {
    Router::new()
        .route("/card/confirm/{token}", get(confirm).post(confirm))
        .route("/card/review/{token}", get(review).post(review))
        .route("/card/mine/{token}", get(mine).post(mine))
}

/// What a form posts.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Posted {
    action: String,
    message: String,
}

impl Posted {
    async fn of(request: Request) -> Self {
        if request.method() != Method::POST {
            return Self::default();
        }
        Form::<Self>::from_request(request, &()).await.map(|Form(posted)| posted).unwrap_or_default()
    }
}

async fn confirm(
    State(server): State<Arc<Server>>,
    method: Method,
    Named(token): Named,
) -> Result<Response, Problem> {
    let Some((desk, token)) = opened(&server, &token)? else { return Ok(nothing()) };
    let found = if method == Method::POST {
        let book = server.book();
        let name = |slug: &str| {
            let use_id = crate::http::api::params::law::use_in_path(book, slug).ok()?;
            Some(book.land_use(use_id).name.get(Language::Ja).to_owned())
        };
        desk.confirm(token, name).await
    } else {
        desk.find(WantedLink::Confirm, token).await
    };
    let found = found.map_err(|error| Problem::internal(None, &error))?;
    Ok(found.map_or_else(nothing, |card| confirming(desk, &card)))
}

async fn review(
    State(server): State<Arc<Server>>,
    Named(token): Named,
    request: Request,
) -> Result<Response, Problem> {
    let Some((desk, token)) = opened(&server, &token)? else { return Ok(nothing()) };
    let posted = Posted::of(request).await;
    let reason = posted.message.trim();
    let decided = match posted.action.as_str() {
        "publish" => Some(Reviewed::Publish),
        "return" if !reason.is_empty() => {
            Some(Reviewed::Return(reason.chars().take(LONGEST_REASON).collect()))
        }
        _ => None,
    };
    let returns = matches!(decided, Some(Reviewed::Return(_)));
    let found = match decided {
        Some(decided) => desk.review(token, decided).await,
        None => desk.find(WantedLink::Review, token).await,
    };
    let found = found.map_err(|error| Problem::internal(None, &error))?;
    Ok(match found {
        Some(card) => reviewing(desk, &card),
        None if returns => Page::new(Language::Ja, "差し戻しました")
            .paragraph("書いた方に理由を知らせ、カードとメールアドレスを消去しました。")
            .answer(StatusCode::OK),
        None => nothing(),
    })
}

async fn mine(
    State(server): State<Arc<Server>>,
    Named(token): Named,
    request: Request,
) -> Result<Response, Problem> {
    let Some((desk, token)) = opened(&server, &token)? else { return Ok(nothing()) };
    let failed = |error| Problem::internal(None, &error);
    let Some(card) = desk.find(WantedLink::Mine, token).await.map_err(failed)? else { return Ok(nothing()) };
    match Posted::of(request).await.action.as_str() {
        "withdraw" => {
            desk.withdraw(token).await.map_err(failed)?;
            Ok(withdrawn(card.language))
        }
        "keep" => {
            let kept = desk.keep(token).await.map_err(failed)?;
            Ok(kept.map_or_else(nothing, |card| own(desk, &card, true)))
        }
        _ => Ok(own(desk, &card, false)),
    }
}

/// The desk and the token of a link; `None` if it opens nothing.
fn opened<'a>(server: &'a Server, token: &str) -> Result<Option<(&'a WantedDesk, Token<WantedId>)>, Problem> {
    let desk = server.app.wanted().ok_or_else(Problem::mail_not_set_up)?;
    Ok(token.parse().ok().map(|token| (desk, token)))
}

fn written(page: Page, desk: &WantedDesk, card: &Wanted) -> Page {
    let (title, line) = match card.language {
        Language::Ja => ("「借りたい」カード", "条件"),
        Language::En => ("Card", "Conditions"),
        Language::Easy => ("「借りたい」カード", "ほしい 場所"),
    };
    let page = page.facts(&[(title, card.title.clone()), (line, desk.line(card))]);
    if card.words.is_empty() { page } else { page.quote(&card.words) }
}

fn confirming(desk: &WantedDesk, card: &Wanted) -> Response {
    let language = card.language;
    let waits = card.state == WantedState::Unconfirmed;
    let (title, text, button) = match (waits, language) {
        (true, Language::Ja) => {
            ("カードの確認", "「確認する」を押すと区の窓口に届き、読んだあとで公開されます。", "確認する")
        }
        (true, Language::En) => {
            ("Confirm your card", "Press “Confirm” and the ward’s desk reads and publishes it.", "Confirm")
        }
        (true, Language::Easy) => (
            "カードの かくにん",
            "「かくにんする」を おすと、区の 人が 読みます。そのあと みんなに 見えます。",
            "かくにんする",
        ),
        (false, Language::Ja) => {
            ("受け付けました", "区の窓口が確かめています。公開したらメールでお知らせします。", "")
        }
        (false, Language::En) => ("Received", "The ward’s desk is reading it; you will hear by mail.", ""),
        (false, Language::Easy) => {
            ("うけつけました", "区の 人が 読んで います。メールで お知らせ します。", "")
        }
    };
    let page = written(Page::new(language, title), desk, card).paragraph(text);
    if waits { page.button("confirm", button) } else { page }.answer(StatusCode::OK)
}

fn reviewing(desk: &WantedDesk, card: &Wanted) -> Response {
    let public = card.state == WantedState::Published;
    let title = if public { "公開しているカード" } else { "カードの審査" };
    let mut page = written(Page::new(Language::Ja, title), desk, card);
    page = match card.state {
        WantedState::Published => page.status("公開しています。"),
        WantedState::Submitted => page.button("publish", "公開する"),
        WantedState::Unconfirmed => page,
    };
    let label = "差し戻す理由（書いた方に伝わります）";
    let reason = Field::Words { name: "message", label, most: LONGEST_REASON, needed: true };
    page.form("return", &[reason], if public { "取り下げて差し戻す" } else { "差し戻す" })
        .answer(StatusCode::OK)
}

fn own(desk: &WantedDesk, card: &Wanted, kept: bool) -> Response {
    let language = card.language;
    let ends = WantedDesk::ends(card);
    let (title, until, keep, hint, withdraw, done) = match language {
        Language::Ja => (
            "あなたのカード",
            format!("{ends}に消えます。"),
            "今日から90日にのばす",
            "取り下げると、カードとメールアドレスは消去されます。",
            "カードを取り下げる",
            "のばしました。",
        ),
        Language::En => (
            "Your card",
            format!("It goes on {ends}."),
            "Keep it for 90 days from today",
            "Taking it back erases the card and your address.",
            "Take the card back",
            "Kept.",
        ),
        Language::Easy => (
            "あなたの カード",
            format!("{ends}に 消えます。"),
            "今日から 90日 のせる",
            "やめると、カードと メールアドレスは 消えます。",
            "カードを やめる",
            "長く しました。",
        ),
    };
    let mut page = written(Page::new(language, title), desk, card);
    if kept {
        page = page.status(done);
    }
    page.paragraph(&until)
        .button("keep", keep)
        .paragraph(hint)
        .button("withdraw", withdraw)
        .answer(StatusCode::OK)
}

fn withdrawn(language: Language) -> Response {
    let (title, text) = match language {
        Language::Ja => ("取り下げました", "カードとメールアドレスは消去しました。"),
        Language::En => ("Taken back", "The card and your address have been erased."),
        Language::Easy => ("やめました", "カードと メールアドレスは 消しました。"),
    };
    Page::new(language, title).paragraph(text).answer(StatusCode::OK)
}
