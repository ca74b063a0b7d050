//! Changes as a client hears them, over a real socket.

use std::sync::Arc;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::net::tcp::OwnedReadHalf;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

use super::small_city::{self, SHOP};
use crate::app::App;
use crate::domain::{Actor, ListingId};
use crate::http::{Settings, serve};

struct Running {
    app: Arc<App>,
    address: std::net::SocketAddr,
    stop: oneshot::Sender<()>,
    ended: tokio::task::JoinHandle<std::io::Result<()>>,
    _folder: tempfile::TempDir,
}

async fn running() -> Running {
    let folder = tempfile::tempdir().unwrap();
    let app = Arc::new(small_city::open(folder.path()).await);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let shutdown = async {
        let _ = stopped.await;
    };
    let ended = tokio::spawn(serve(listener, Arc::clone(&app), Settings::offline(), shutdown));
    Running { app, address, stop, ended, _folder: folder }
}

async fn listen(running: &Running, headers: &str) -> Lines<BufReader<OwnedReadHalf>> {
    let (reader, mut writer) = TcpStream::connect(running.address).await.unwrap().into_split();
    let request = format!("GET /api/v1/events HTTP/1.1\r\nhost: ward\r\n{headers}\r\n");
    writer.write_all(request.as_bytes()).await.unwrap();
    // Kept open: a half-closed connection ends its stream.
    writer.forget();
    BufReader::new(reader).lines()
}

/// The next line that begins so.
async fn next(lines: &mut Lines<BufReader<OwnedReadHalf>>, start: &str) -> String {
    let found = async {
        while let Some(line) = lines.next_line().await.unwrap() {
            if line.starts_with(start) {
                return line;
            }
        }
        panic!("the stream ended before `{start}`");
    };
    tokio::time::timeout(std::time::Duration::from_secs(10), found).await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_is_heard_and_one_that_was_missed_is_told_again() {
    let running = running().await;
    let mut lines = listen(&running, "").await;
    let before = running.app.city().seq().0;
    assert_eq!(next(&mut lines, "data").await, format!("data: {{\"seq\":{before}}}"));

    let listing = running.app.city().listings().get(ListingId::from_bits(SHOP).unwrap()).unwrap().listing();
    let seq = running.app.put_listing(&listing, Actor::System).await.unwrap().0;
    let told = format!("data: {{\"seq\":{seq},\"layer\":\"listings\",\"id\":\"{}\"}}", listing.id);
    assert_eq!(next(&mut lines, "data").await, told);

    let mut again = listen(&running, &format!("last-event-id: {before}\r\n")).await;
    assert_eq!(next(&mut again, "data").await, format!("data: {{\"seq\":{seq}}}"));
    assert_eq!(next(&mut again, "data").await, told);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn streams_end_when_the_server_stops_and_the_server_with_them() {
    let running = running().await;
    let mut lines = listen(&running, "").await;
    next(&mut lines, "data").await;
    running.stop.send(()).unwrap();
    let ended = tokio::time::timeout(std::time::Duration::from_secs(5), running.ended).await;
    ended.unwrap().unwrap().unwrap();
}

#[tokio::test]
async fn a_position_that_is_none_is_refused() {
    let answer = super::served::get_with("/api/v1/events", &[("last-event-id", "-1")]).await;
    assert_eq!((answer.status.as_u16(), &answer.json()["parameter"]), (400, &"Last-Event-ID".into()));
}
