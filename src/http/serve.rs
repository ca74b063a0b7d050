//! Serves until told to stop, then lets answers that have begun be finished.

use axum::serve::ListenerExt;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use super::router;
use super::settings::Settings;
use crate::app::App;

/// How long answers that have begun may take after the server was told to stop.
const LAST_ANSWERS: Duration = Duration::from_secs(10);

/// Serves a city until `shutdown` is ready; closes the application on the way out, which ends the
/// streams of events.
pub async fn serve(
    listener: TcpListener,
    app: Arc<App>,
    settings: Settings,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    // Small answers must not wait for the acknowledgement of the ones before.
    let listener = listener.tap_io(|connection| {
        if let Err(error) = connection.set_nodelay(true) {
            tracing::debug!(%error, "a connection keeps its delay");
        }
    });
    let (told, stopping) = oneshot::channel();
    let closing = Arc::clone(&app);
    let stop = async move {
        shutdown.await;
        closing.close().await;
        // Nobody waits for it if the server has failed already.
        let _ = told.send(());
    };
    // Whoever asks for mails is counted by where they ask from.
    let service = router(app, settings).into_make_service_with_connect_info::<SocketAddr>();
    let served = axum::serve(listener, service).with_graceful_shutdown(stop);
    tokio::select! {
        ended = served.into_future() => ended,
        () = async { if stopping.await.is_ok() { tokio::time::sleep(LAST_ANSWERS).await } else { std::future::pending().await } } => {
            tracing::warn!("some answers were not finished in time");
            Ok(())
        }
    }
}
