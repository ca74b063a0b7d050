//! Runs the real program for a test: a data folder of its own, a port of its own, ended with the test.

pub mod bucket;
pub mod mail;

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

/// The project's folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file of the shared test data, or `None` with the reason printed where the folder is absent.
pub fn shared_data(file: &str) -> Option<PathBuf> {
    let path = root().join("../shared/data").join(file);
    if path.exists() {
        return Some(path);
    }
    println!("skipped: {file} of the shared test data is not here");
    None
}

/// Runs `machikado` with words until it ends.
pub fn machikado(words: &[&str]) -> Output {
    machikado_told(words, &[])
}

/// The same, with more in its environment.
pub fn machikado_told(words: &[&str], told: &[(&str, String)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_machikado"));
    command.args(words).envs(told.iter().map(|(name, value)| (name, value)));
    command.output().expect("the program starts")
}

/// Runs `machikado` and expects success; gives what it printed.
pub fn machikado_ok(words: &[&str]) -> String {
    let output = machikado(words);
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "machikado {words:?} failed:\n{printed}\n{complaint}");
    printed
}

/// A running server.
pub struct Server {
    child: Child,
    url: String,
    client: reqwest::Client,
}

impl Server {
    /// Serves a data folder on a free port and waits until it is ready.
    pub async fn start(data: &Path, more: &[&str]) -> Self {
        Self::logging(data, more, &[], Stdio::null()).await
    }

    /// The same, with its log added to a file, every line of it.
    pub async fn start_logged(data: &Path, more: &[&str], log: &Path) -> Self {
        Self::start_told(data, more, &[], log).await
    }

    /// The same, with more in its environment.
    pub async fn start_told(data: &Path, more: &[&str], told: &[(&str, String)], log: &Path) -> Self {
        let log = std::fs::File::options().create(true).append(true).open(log).unwrap();
        Self::logging(data, more, told, log.into()).await
    }

    async fn logging(data: &Path, more: &[&str], told: &[(&str, String)], log: Stdio) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_machikado"))
            .args(["serve", "--bind", "127.0.0.1:0", "--data"])
            .arg(data)
            .args(more)
            .stdout(Stdio::piped())
            .stderr(log)
            .envs(told.iter().map(|(name, value)| (name, value)))
            .env("RUST_LOG", "info,machikado=trace,lettre=trace")
            .spawn()
            .expect("the program starts");
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let url = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| line.split("http://").nth(1).map(|rest| format!("http://{}", rest.trim())))
            .expect("the server says where it listens");
        let server = Self { child, url, client: reqwest::Client::new() };
        server.wait_until_ready().await;
        server
    }

    /// The sample ward in a fresh folder.
    pub async fn sample(data: &Path) -> Self {
        Self::start(data, &["--sample"]).await
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    pub fn client(&self) -> &reqwest::Client {
        &self.client
    }

    async fn wait_until_ready(&self) {
        let started = Instant::now();
        while started.elapsed() < Duration::from_mins(2) {
            let answer = self.client.get(format!("{}/readyz", self.url)).send().await;
            if answer.is_ok_and(|a| a.status() == 200) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("the server is not ready after two minutes");
    }

    pub async fn get(&self, path: &str) -> reqwest::Response {
        self.client.get(format!("{}{path}", self.url)).send().await.unwrap()
    }

    /// The JSON body of a path that answers 200.
    pub async fn json(&self, path: &str) -> Value {
        let answer = self.get(path).await;
        let status = answer.status();
        let text = answer.text().await.unwrap();
        assert_eq!(status, 200, "{path}: {text}");
        serde_json::from_str(&text).unwrap()
    }

    /// The bytes of a tile.
    pub async fn tile(&self, path: &str) -> Vec<u8> {
        let answer = self.get(path).await;
        assert_eq!(answer.status(), 200, "{path}");
        answer.bytes().await.unwrap().to_vec()
    }

    /// Ends the server at once, as a power cut would.
    pub fn cut_power(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
