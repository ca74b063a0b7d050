//! A real mail server beside the program: Debian's aiosmtpd, whose Python also reads the mails back.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use super::root;

/// A mail server on a port of its own. It can be taken down and put up again.
pub struct MailServer {
    port: u16,
    taken: PathBuf,
    child: Option<Child>,
}

impl MailServer {
    /// A port and a file; nothing listens yet.
    pub fn down(folder: &Path) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        Self { port, taken: folder.join("taken.jsonl"), child: None }
    }

    pub fn up(folder: &Path) -> Self {
        let mut server = Self::down(folder);
        server.put_up(&[]);
        server
    }

    /// Listens; with `hold` it takes a mail and never says so.
    pub fn put_up(&mut self, more: &[&str]) {
        let mut child = Command::new("/usr/bin/python3")
            .arg(root().join("tests/support/mail_server.py"))
            .arg(self.port.to_string())
            .arg(&self.taken)
            .args(more)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("python3 starts");
        let said = BufReader::new(child.stdout.take().unwrap()).lines().next();
        assert_eq!(said.unwrap().unwrap(), "ready", "python3-aiosmtpd is installed by .ci/setup test");
        self.child = Some(child);
    }

    pub fn take_down(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }

    /// The flags that send through it.
    pub fn flags(&self) -> Vec<String> {
        let url = format!("smtp://127.0.0.1:{}", self.port);
        let words = [
            "--smtp-url",
            &url,
            "--mail-from",
            "街角 <machikado@ward.example>",
            "--public-url",
            "http://ward.example",
        ];
        words.map(str::to_owned).to_vec()
    }

    /// Every mail taken so far.
    pub fn mails(&self) -> Vec<Value> {
        let text = std::fs::read_to_string(&self.taken).unwrap_or_default();
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// Waits until so many mails were taken.
    pub async fn wait_for(&self, count: usize) -> Vec<Value> {
        let started = Instant::now();
        while started.elapsed() < Duration::from_secs(90) {
            let mails = self.mails();
            if mails.len() >= count {
                return mails;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("{} of {count} mails within a minute and a half: {:#?}", self.mails().len(), self.mails());
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.take_down();
    }
}

/// The path of a link in a mail.
pub fn link(mail: &Value, path: &str) -> String {
    let text = mail["text"].as_str().unwrap();
    let at = text.find(path).unwrap_or_else(|| panic!("{path} in {text}"));
    text[at..].split_whitespace().next().unwrap().to_owned()
}
