//! The browser flows of `web/e2e/` in a real Chromium, against the real program and the sample ward.

use std::process::Command;

use crate::support::{Server, root};

#[tokio::test]
async fn people_find_premises_on_the_map_in_a_real_browser() {
    let data = tempfile::tempdir().unwrap();
    let server = Server::sample(data.path()).await;
    let output = Command::new("npm")
        .args(["run", "--silent", "e2e"])
        .current_dir(root().join("web"))
        .env("MACHIKADO_URL", server.url())
        .env("MACHIKADO_MAIL", data.path().join("mail"))
        .env("MACHIKADO_DATA", data.path())
        .env("MACHIKADO_PROGRAM", env!("CARGO_BIN_EXE_machikado"))
        .output()
        .expect("npm starts");
    let told =
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{told}");
}
