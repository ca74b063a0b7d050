//! How far a mail has come on its way out.

use super::slug::vocabulary;

vocabulary! {
    /// How far a mail has come.
    pub enum MailState("mail state") {
        /// Waits for its time.
        Queued = "queued", "待機";
        /// Handed to the mail server, whose answer is not known.
        Sending = "sending", "送信中";
        /// The mail server has taken it.
        Sent = "sent", "送信済み";
        /// Given up.
        Failed = "failed", "失敗";
    }
}
