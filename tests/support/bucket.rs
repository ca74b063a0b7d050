//! A real server that speaks S3 (rclone, which `.ci/setup test` puts under `target/`), over a folder of its own.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::root;

const KEY: &str = "ward";
const SECRET: &str = "synthetic-secret";

/// The server and its one bucket, `ward`.
pub struct Bucket {
    folder: PathBuf,
    address: SocketAddr,
    child: Option<Child>,
}

impl Bucket {
    /// An empty bucket below a folder.
    pub fn up(folder: &Path) -> Self {
        let folder = folder.join("s3");
        std::fs::create_dir_all(folder.join("ward")).unwrap();
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let mut bucket = Self { folder, address, child: None };
        bucket.back();
        bucket
    }

    /// What the environment says to whoever asks the bucket.
    pub fn environment(&self) -> Vec<(&'static str, String)> {
        vec![
            ("AWS_ACCESS_KEY_ID", KEY.into()),
            ("AWS_SECRET_ACCESS_KEY", SECRET.into()),
            ("AWS_REGION", "us-east-1".into()),
            ("AWS_ENDPOINT", format!("http://{}", self.address)),
            ("AWS_ALLOW_HTTP", "true".into()),
        ]
    }

    /// The names of what it holds below a folder, in order.
    pub fn names(&self, below: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.join("ward").join(below)).into_iter().flatten();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// Ends the server at once.
    pub fn gone(&mut self) {
        if let Some(mut child) = self.child.take() {
            child.kill().unwrap();
            child.wait().unwrap();
        }
    }

    /// Starts it again, with what it held.
    pub fn back(&mut self) {
        let child = Command::new(root().join("target/rclone/bin/rclone"))
            .args(["serve", "s3", "--addr", &self.address.to_string()])
            .args(["--auth-key", &format!("{KEY},{SECRET}"), "--config", "/dev/null"])
            .args(["--vfs-cache-mode", "off", "--dir-cache-time", "0s"])
            .arg(&self.folder)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("rclone is where `.ci/setup test` puts it");
        self.child = Some(child);
        let started = Instant::now();
        while TcpStream::connect(self.address).is_err() {
            assert!(started.elapsed() < Duration::from_mins(1), "the S3 server does not listen");
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Bucket {
    fn drop(&mut self) {
        self.gone();
    }
}
