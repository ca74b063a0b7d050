//! Answers "what do the drawn rooms and floor plans look like?".

use super::canvas::{Canvas, HEIGHT, WIDTH};

/// Walls, floor and a window, seen from the door.
fn room(walls: [&str; 3], floor: &str, board: &str) -> Canvas {
    let mut c = Canvas::default();
    c.rect(0, 0, WIDTH, HEIGHT, walls[0]);
    c.polygon(&[(0, 0), (WIDTH, 0), (480, 90), (160, 90)], "#f7f4ee");
    c.polygon(&[(0, 0), (160, 90), (160, 330), (0, HEIGHT)], walls[1]);
    c.polygon(&[(WIDTH, 0), (480, 90), (480, 330), (WIDTH, HEIGHT)], walls[2]);
    c.polygon(&[(0, HEIGHT), (160, 330), (480, 330), (WIDTH, HEIGHT)], floor);
    for k in 1..8 {
        c.line(&[(160 + k * 40, 330), (k * 80, HEIGHT)], 1, board);
    }
    for y in [352, 386, 432] {
        c.line(&[(160 - (y - 330) * 160 / 150, y), (480 + (y - 330) * 160 / 150, y)], 1, board);
    }
    c
}

fn lamp(c: &mut Canvas, x: i32, y: i32) {
    c.line(&[(x, 60), (x, y)], 2, "#4a4a4a");
    c.polygon(&[(x - 20, y + 18), (x + 20, y + 18), (x + 9, y), (x - 9, y)], "#3f4a4f");
    c.circle(x, y + 20, 7, "#ffe9a8");
}

/// A room without or with what was left; `number` from 0 to 3.
pub(super) fn interior(number: usize) -> Canvas {
    match number % 4 {
        // Bare concrete.
        0 => {
            let mut c = room(["#c9c7c2", "#bdbbb5", "#b5b3ad"], "#a8a59e", "#98958e");
            c.glass(210, 140, 220, 110, "#77746e", false);
            for x in [196, 444] {
                c.line(&[(x, 92), (x, 328)], 4, "#9c9a94");
            }
            c.line(&[(60, 36), (200, 104), (440, 104), (580, 36)], 6, "#8d8b86");
            c.rect(176, 300, 26, 18, "#f3f1ea");
            c
        }
        // A café left behind.
        1 => {
            let mut c = room(["#efe3cf", "#e4d5bc", "#dccbb0"], "#a97e56", "#8f6945");
            c.glass(220, 136, 200, 96, "#6d4c33", true);
            c.polygon(&[(0, 330), (176, 286), (176, 330), (0, 430)], "#7a5640");
            c.polygon(&[(0, 318), (176, 278), (176, 288), (0, 334)], "#5b3d2b");
            for (x, y) in [(330, 370), (470, 396)] {
                c.rounded(x - 44, y - 34, 88, 10, 5, "#6d4c33");
                c.rect(x - 4, y - 26, 8, 44, "#4b3424");
                c.rounded(x - 86, y - 22, 30, 8, 3, "#b5714e");
                c.line(&[(x - 80, y - 16), (x - 82, y + 18)], 3, "#4b3424");
                c.line(&[(x - 62, y - 16), (x - 60, y + 18)], 3, "#4b3424");
            }
            for x in [200, 320, 440] {
                lamp(&mut c, x, 104);
            }
            c.plant(520, 372, 20);
            c
        }
        // Fresh white walls.
        2 => {
            let mut c = room(["#f6f4ef", "#ebe8e1", "#e6e3db"], "#d2b48c", "#bb9b71");
            c.glass(196, 132, 120, 120, "#8c8478", false);
            c.rounded(366, 158, 80, 172, 2, "#a58b6b");
            c.circle(436, 250, 4, "#e5c16c");
            c.line(&[(120, 62), (520, 62)], 5, "#6a6a6a");
            for x in [180, 280, 380, 460] {
                c.polygon(&[(x - 9, 66), (x + 9, 66), (x + 14, 84), (x - 14, 84)], "#4d4d4d");
            }
            c
        }
        // A workroom with benches.
        _ => {
            let mut c = room(["#d9ddd8", "#ccd1cb", "#c5cac4"], "#9fa39e", "#8c908b");
            for k in 0..4 {
                c.glass(182 + k * 74, 116, 56, 62, "#6f7a74", false);
            }
            c.polygon(&[(210, 300), (430, 300), (470, 346), (170, 346)], "#b98b56");
            for x in [182, 456] {
                c.rect(x, 346, 10, 62, "#7c5a34");
            }
            c.rect(288, 270, 56, 30, "#55707c");
            c.rect(306, 252, 20, 18, "#41555f");
            for x in [230, 410] {
                lamp(&mut c, x, 96);
            }
            c.rect(496, 300, 60, 90, "#8a7a63");
            c
        }
    }
}

/// A kitchen; `number` 0 or 1.
pub(super) fn kitchen(number: usize) -> Canvas {
    let mut c = Canvas::default();
    c.rect(0, 0, WIDTH, 330, "#eef0ee");
    for k in 0..11 {
        c.line(&[(k * 64, 90), (k * 64, 330)], 1, "#d5dad8");
    }
    for k in 0..5 {
        c.line(&[(0, 90 + k * 60), (WIDTH, 90 + k * 60)], 1, "#d5dad8");
    }
    c.rect(0, 330, WIDTH, 150, "#a9a49b");
    let hood = if number == 0 { 90 } else { 330 };
    c.polygon(&[(hood, 120), (hood + 220, 120), (hood + 180, 40), (hood + 40, 40)], "#bcc4c7");
    c.rect(hood + 70, 0, 80, 40, "#a9b2b6");
    c.rect(hood, 120, 220, 12, "#98a2a6");
    c.rect(40, 270, 560, 20, "#d7dddf");
    c.rect(40, 290, 560, 128, "#b8c1c5");
    for k in 0..4 {
        c.rounded(56 + k * 138, 304, 122, 100, 4, "#a6b0b5");
        c.rect(92 + k * 138, 314, 50, 5, "#77828a");
    }
    for k in 0..3 {
        let x = hood + 36 + k * 72;
        c.rect(x - 26, 262, 52, 8, "#3f4549");
        if k != 1 {
            c.rounded(x - 24, 226, 48, 36, 5, "#77828a");
            c.rect(x - 30, 222, 60, 6, "#5d676d");
        }
    }
    let sink = if number == 0 { 400 } else { 80 };
    c.rounded(sink, 262, 150, 14, 4, "#8f9a9f");
    c.line(&[(sink + 75, 262), (sink + 75, 214), (sink + 108, 214), (sink + 108, 230)], 6, "#8f9a9f");
    c.rect(sink - 6, 150, 170, 8, "#8a6a4a");
    for (k, fill) in ["#c8553d", "#f2f2ee", "#5a7d8c", "#e5c16c"].iter().enumerate() {
        c.rounded(sink + 6 + k as i32 * 38, 122, 26, 28, 4, fill);
    }
    c
}

/// A floor plan; `number` from 0 to 2.
pub(super) fn plan(number: usize) -> Canvas {
    let mut c = Canvas::default();
    c.rect(0, 0, WIDTH, HEIGHT, "#fbfaf6");
    for k in 0..16 {
        c.line(&[(k * 40 + 20, 0), (k * 40 + 20, HEIGHT)], 1, "#eeebe3");
    }
    for k in 0..12 {
        c.line(&[(0, k * 40 + 20), (WIDTH, k * 40 + 20)], 1, "#eeebe3");
    }
    let ink = "#39424a";
    let (w, h) = [(380, 260), (300, 320), (440, 240)][number % 3];
    let (x, y) = ((WIDTH - w) / 2, (HEIGHT - h) / 2 - 10);
    c.rect(x, y, w, h, "#ffffff");
    c.line(&[(x, y), (x + w, y), (x + w, y + h), (x, y + h), (x, y)], 8, ink);
    let split = [w * 2 / 3, w, w / 2][number % 3];
    let back = [h, h / 3, h][number % 3];
    if number % 3 == 1 {
        c.line(&[(x, y + back), (x + w * 3 / 5, y + back)], 5, ink);
        c.line(&[(x + w * 4 / 5, y + back), (x + w, y + back)], 5, ink);
    } else {
        c.line(&[(x + split, y), (x + split, y + h / 3)], 5, ink);
        c.line(&[(x + split, y + h * 3 / 5), (x + split, y + h)], 5, ink);
    }
    // Toilet in the corner, door and window to the street.
    c.line(&[(x + w - 70, y), (x + w - 70, y + 64), (x + w - 24, y + 64)], 4, ink);
    c.word(x + w - 36, y + 40, 16, ink, "WC");
    c.line(&[(x + 40, y + h), (x + 104, y + h)], 8, "#ffffff");
    c.line(&[(x + 40, y + h), (x + 40, y + h - 62)], 3, ink);
    c.line(&[(x + 40, y + h - 62), (x + 84, y + h - 44), (x + 104, y + h)], 1, ink);
    c.line(&[(x + 150, y + h), (x + 250, y + h)], 8, "#9fc3d0");
    let rooms = [("店舗", "厨房"), ("客席", "厨房"), ("作業場", "倉庫")][number % 3];
    if number % 3 == 1 {
        c.word(x + w / 2, y + h * 2 / 3, 22, ink, rooms.0);
        c.word(x + w / 3, y + back / 2 + 8, 20, ink, rooms.1);
    } else {
        c.word(x + split / 2, y + h / 2 + 8, 22, ink, rooms.0);
        c.word(x + i32::midpoint(split, w), y + h / 2 + 40, 20, ink, rooms.1);
    }
    c.line(&[(x, y + h + 34), (x + w, y + h + 34)], 2, "#8b8378");
    for end in [x, x + w] {
        c.line(&[(end, y + h + 26), (end, y + h + 42)], 2, "#8b8378");
    }
    c.word(x + w / 2, y + h + 60, 16, "#6d665c", "間取りの例（縮尺なし）");
    c
}
