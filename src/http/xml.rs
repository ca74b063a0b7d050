//! Text as it may stand in XML and HTML, between tags and in quoted attributes.

/// The text with markup escaped; characters that XML 1.0 cannot hold are left out.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\t' | '\n' | '\r' => safe.push(c),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c < ' ' => {}
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_can_open_a_tag_leave_an_attribute_or_break_the_document() {
        assert_eq!(
            escaped("<a href='x\"'>&\u{0}\u{1f}\u{ffff}あ"),
            "&lt;a href=&#39;x&quot;&#39;&gt;&amp;あ"
        );
    }
}
