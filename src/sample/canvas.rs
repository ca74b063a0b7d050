//! Answers "how is a picture put together?": rectangles, lines and words of a small SVG, with
//! 合成データ in its corner.

use std::fmt::Write as _;

/// Width and height of every picture.
pub(super) const WIDTH: i32 = 640;
pub(super) const HEIGHT: i32 = 480;

/// A picture in the making. Colours are `#rrggbb`.
#[derive(Debug, Default)]
pub(super) struct Canvas {
    body: String,
}

impl Canvas {
    fn put(&mut self, element: std::fmt::Arguments<'_>) {
        // Writing to a String cannot fail.
        let _ = self.body.write_fmt(element);
    }

    pub(super) fn rect(&mut self, x: i32, y: i32, w: i32, h: i32, fill: &str) {
        self.put(format_args!("<path d=\"M{x} {y}h{w}v{h}h-{w}z\" fill=\"{fill}\"/>"));
    }

    pub(super) fn rounded(&mut self, x: i32, y: i32, w: i32, h: i32, r: i32, fill: &str) {
        self.put(format_args!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"{r}\" fill=\"{fill}\"/>"
        ));
    }

    pub(super) fn glass(&mut self, x: i32, y: i32, w: i32, h: i32, frame: &str, lit: bool) {
        self.rect(x - 5, y - 5, w + 10, h + 10, frame);
        self.rect(x, y, w, h, if lit { "#ffe9b8" } else { "#c9dde4" });
        self.polygon(
            &[(x, y + h * 2 / 3), (x, y + h / 3), (x + w / 3, y), (x + w * 2 / 3, y)],
            if lit { "#fff3d6" } else { "#dcebef" },
        );
    }

    pub(super) fn polygon(&mut self, points: &[(i32, i32)], fill: &str) {
        let points: Vec<String> = points.iter().map(|(x, y)| format!("{x} {y}")).collect();
        self.put(format_args!("<path d=\"M{}z\" fill=\"{fill}\"/>", points.join("L")));
    }

    pub(super) fn circle(&mut self, x: i32, y: i32, r: i32, fill: &str) {
        self.put(format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\" fill=\"{fill}\"/>"));
    }

    pub(super) fn ring(&mut self, x: i32, y: i32, r: i32, width: i32, stroke: &str) {
        self.put(format_args!(
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"{width}\"/>"
        ));
    }

    pub(super) fn line(&mut self, points: &[(i32, i32)], width: i32, stroke: &str) {
        let points: Vec<String> = points.iter().map(|(x, y)| format!("{x} {y}")).collect();
        self.put(format_args!(
            "<path d=\"M{}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"{width}\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>",
            points.join("L")
        ));
    }

    /// A word centred on a point.
    pub(super) fn word(&mut self, x: i32, y: i32, size: i32, fill: &str, text: &str) {
        self.put(format_args!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{fill}\" text-anchor=\"middle\">{text}</text>"
        ));
    }

    /// A potted plant standing on `y`.
    pub(super) fn plant(&mut self, x: i32, y: i32, size: i32) {
        self.circle(x, y - size * 2, size, "#5f8f62");
        self.circle(x - size * 2 / 3, y - size * 3 / 2, size * 2 / 3, "#79a874");
        self.circle(x + size * 2 / 3, y - size * 3 / 2, size * 2 / 3, "#4f7d55");
        let (top, foot) = (size * 2 / 3, size / 2);
        self.polygon(&[(x - top, y - size), (x + top, y - size), (x + foot, y), (x - foot, y)], "#b5714e");
    }

    /// The finished file.
    pub(super) fn finish(mut self, label: &str) -> String {
        self.put(format_args!("<rect x=\"522\" y=\"446\" width=\"108\" height=\"26\" rx=\"13\" fill=\"#fff\" fill-opacity=\".85\"/>"));
        self.word(576, 464, 15, "#555555", "合成データ");
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"'Noto Sans JP','Hiragino Sans',sans-serif\" role=\"img\"><title>{label}</title>{}</svg>\n",
            self.body
        )
    }
}
