//! The look that all mails share: one sheet, written as plain text and as HTML at once.
//!
//! The HTML has no pictures and names no colours, so that it is readable on any background and
//! nobody learns that it was opened. Whatever people wrote stays text.

use std::fmt::Write as _;

use crate::domain::Language;

/// A mail in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Its subject.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The same as an HTML document.
    pub html: String,
}

/// A mail that is being written, in both forms at once.
#[derive(Debug)]
pub struct Sheet {
    pub(super) language: Language,
    subject: String,
    text: String,
    html: String,
}

const BAR: &str = "margin:0 0 1em;padding-left:.8em;border-left:3px solid currentColor";

impl Sheet {
    /// An empty sheet. The subject says 街角 or Machikado by itself.
    pub fn new(language: Language, subject: &str) -> Self {
        let mark = if language == Language::En { "[Machikado] " } else { "【街角】" };
        let subject = format!("{mark}{}", one_line(subject));
        Self { language, subject, text: String::new(), html: String::new() }
    }

    fn write(&mut self, text: &str, html: &str) {
        self.text.push_str(text);
        self.html.push_str(html);
    }

    /// Some sentences.
    pub fn paragraph(&mut self, text: &str) {
        self.write(&format!("{text}\n\n"), &format!("<p style=\"margin:0 0 1em\">{}</p>\n", escaped(text)));
    }

    /// The title of what follows.
    pub fn heading(&mut self, text: &str) {
        let html = format!("<h2 style=\"font-size:1.1em;margin:1.5em 0 .5em\">{}</h2>\n", escaped(text));
        self.write(&format!("■ {text}\n\n"), &html);
    }

    /// What is to be done: a button, and in the text its words and address.
    pub fn link(&mut self, words: &str, url: &str) {
        let html = format!(
            "<p style=\"margin:0 0 1em\"><a href=\"{0}\" style=\"display:inline-block;padding:.6em 1.2em;\
             border:2px solid currentColor;border-radius:.4em;font-weight:bold\">{1}</a></p>\n",
            escaped(url),
            escaped(words)
        );
        self.write(&format!("{words}:\n{url}\n\n"), &html);
    }

    /// A thing with a page of its own, mostly a listing: its title, what is most important, details.
    pub fn entry(&mut self, title: &str, page: Option<&str>, strong: Option<&str>, line: &str) {
        writeln!(self.text, "・{title}").expect("a String takes all text");
        for more in strong.into_iter().chain(Some(line)).chain(page) {
            writeln!(self.text, "  {more}").expect("a String takes all text");
        }
        self.text.push('\n');
        let title = match page {
            Some(url) => format!("<a href=\"{}\">{}</a>", escaped(url), escaped(title)),
            None => escaped(title),
        };
        let strong = strong.map_or(String::new(), |text| format!("<br><strong>{}</strong>", escaped(text)));
        writeln!(self.html, "<p style=\"{BAR}\">{title}{strong}<br>{}</p>", escaped(line))
            .expect("a String takes all text");
    }

    /// Facts by name, one a line.
    pub fn facts(&mut self, facts: &[(&str, &str)]) {
        for (name, value) in facts {
            writeln!(self.text, "{name}: {value}").expect("a String takes all text");
        }
        self.text.push('\n');
        let rows: String = facts
            .iter()
            .map(|(name, value)| format!("<strong>{}</strong>: {}", escaped(name), escaped(value)))
            .collect::<Vec<_>>()
            .join("<br>");
        writeln!(self.html, "<p style=\"margin:0 0 1em\">{rows}</p>").expect("a String takes all text");
    }

    /// What somebody wrote, line by line, marked as theirs.
    pub fn quote(&mut self, words: &str) {
        for line in words.lines() {
            writeln!(self.text, "> {line}").expect("a String takes all text");
        }
        self.text.push('\n');
        let lines: Vec<String> = words.lines().map(escaped).collect();
        writeln!(self.html, "<blockquote style=\"{BAR}\">{}</blockquote>", lines.join("<br>"))
            .expect("a String takes all text");
    }

    /// Who writes, and how it ends if it can be ended. `base` is the server, without a slash at the
    /// end.
    pub fn foot(&mut self, base: &str, stop: Option<&str>) {
        let (from, end) = match self.language {
            Language::Ja => ("街角 Machikado", "お知らせを止める"),
            Language::En => ("Machikado (街角)", "Stop these mails"),
            Language::Easy => ("街角 Machikado", "この お知らせを とめる"),
        };
        writeln!(self.text, "--\n{from} {base}/").expect("a String takes all text");
        write!(self.html, "<hr><p style=\"font-size:.9em\"><a href=\"{0}/\">{from}</a>", escaped(base))
            .expect("a String takes all text");
        if let Some(stop) = stop {
            writeln!(self.text, "{end}: {stop}").expect("a String takes all text");
            write!(self.html, "<br><a href=\"{}\">{end}</a>", escaped(stop))
                .expect("a String takes all text");
        }
        self.html.push_str("</p>\n");
    }

    /// The finished mail.
    pub fn done(self) -> Letter {
        let html = format!(
            "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\">\
             <meta name=\"color-scheme\" content=\"light dark\">\
             <meta name=\"viewport\" content=\"width=device-width\"><title>{}</title></head>\n\
             <body style=\"font-family:sans-serif;line-height:1.6;max-width:40em;margin:1em auto;padding:0 1em\">\n\
             {}</body></html>\n",
            self.language.tag(),
            escaped(&self.subject),
            self.html
        );
        Letter { subject: self.subject, text: self.text, html }
    }
}

/// A subject is one line, whatever a title holds.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_wrote_stays_text_line_by_line() {
        let mut sheet = Sheet::new(Language::En, "a\r\nBcc: b@example.jp");
        sheet.quote("<b>one</b>\ntwo");
        let letter = sheet.done();
        assert_eq!(letter.subject, "[Machikado] a  Bcc: b@example.jp");
        assert_eq!(letter.text, "> <b>one</b>\n> two\n\n");
        assert!(letter.html.contains("&lt;b&gt;one&lt;/b&gt;<br>two"), "{}", letter.html);
    }
}
