//! The pages behind the links in mails of watches. Mail programs post to the stop page themselves
//! (RFC 8058).

use axum::Router;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use axum::routing::get;
use std::sync::Arc;

use crate::app::mail::Token;
use crate::app::watch::Link;
use crate::domain::{Language, Watch, WatchId, WatchState};
use crate::http::api::asked::Named;
use crate::http::page::{Page, nothing};
use crate::http::problem::Problem;
use crate::http::server::Server;

/// The pages.
pub(in crate::http) fn pages() -> Router<Arc<Server>> {
    Router::new()
        .route("/watch/confirm/{token}", get(confirm).post(confirm))
        .route("/watch/stop/{token}", get(stop).post(stop))
}

async fn confirm(server: State<Arc<Server>>, method: Method, token: Named) -> Result<Response, Problem> {
    answer(Link::Confirm, server, &method, token).await
}

async fn stop(server: State<Arc<Server>>, method: Method, token: Named) -> Result<Response, Problem> {
    answer(Link::Stop, server, &method, token).await
}

async fn answer(
    link: Link,
    State(server): State<Arc<Server>>,
    method: &Method,
    Named(token): Named,
) -> Result<Response, Problem> {
    let desk = server.app.watches().ok_or_else(Problem::mail_not_set_up)?;
    let watch = match token.parse::<Token<WatchId>>() {
        Err(_) => Ok(None),
        Ok(token) if method == Method::POST => desk.follow(link, token).await,
        Ok(token) => desk.find(link, token).await,
    };
    let watch = watch.map_err(|error| Problem::internal(None, &error))?;
    Ok(match watch {
        Some(watch) => {
            let Said { title, text, button } = said(link, &watch);
            let page = Page::new(watch.language, title).paragraph(text);
            let page = match button {
                Some(words) => page.button("go", words),
                None => page,
            };
            page.answer(StatusCode::OK)
        }
        None => nothing(),
    })
}

/// What a page says.
struct Said {
    title: &'static str,
    text: &'static str,
    button: Option<&'static str>,
}

const fn said(link: Link, watch: &Watch) -> Said {
    let (title, text, button) = match (link, watch.state, watch.language) {
        (Link::Confirm, WatchState::Unconfirmed, Language::Ja) => {
            ("お知らせメールの確認", "「受け取る」を押すと、お知らせが始まります。", Some("受け取る"))
        }
        (Link::Confirm, WatchState::Unconfirmed, Language::En) => {
            ("Confirm your listing alerts", "Press “Start” and the mails begin.", Some("Start"))
        }
        (Link::Confirm, WatchState::Unconfirmed, Language::Easy) => {
            ("メールの かくにん", "「うけとる」を おすと、メールが 始まります。", Some("うけとる"))
        }
        (Link::Confirm, WatchState::Active, Language::Ja) => (
            "お知らせを始めました",
            "変化があればメールでお知らせします。メールの中のリンクからいつでも止められます。",
            None,
        ),
        (Link::Confirm, WatchState::Active, Language::En) => (
            "Your alerts have started",
            "You will be told by mail. Every mail has a link that stops them.",
            None,
        ),
        (Link::Confirm, WatchState::Active, Language::Easy) => (
            "メールが 始まりました",
            "変わったら メールで お知らせします。メールの 中の リンクで いつでも とめられます。",
            None,
        ),
        (Link::Stop, WatchState::Unconfirmed | WatchState::Active, Language::Ja) => (
            "お知らせを止める",
            "「止める」を押すと、お知らせは届かなくなり、メールアドレスは消去されます。",
            Some("止める"),
        ),
        (Link::Stop, WatchState::Unconfirmed | WatchState::Active, Language::En) => (
            "Stop the mails",
            "Press “Stop”: no more mails are sent and your address is erased.",
            Some("Stop"),
        ),
        (Link::Stop, WatchState::Unconfirmed | WatchState::Active, Language::Easy) => (
            "お知らせを とめる",
            "「とめる」を おすと、メールは もう 来ません。メールアドレスは 消えます。",
            Some("とめる"),
        ),
        (_, WatchState::Stopped, Language::Ja) => {
            ("お知らせを止めました", "メールアドレスは消去しました。もうお知らせは届きません。", None)
        }
        (_, WatchState::Stopped, Language::En) => {
            ("The mails have stopped", "Your address has been erased. Nothing more is sent.", None)
        }
        (_, WatchState::Stopped, Language::Easy) => {
            ("お知らせを とめました", "メールアドレスは 消しました。メールは もう 来ません。", None)
        }
    };
    Said { title, text, button }
}
