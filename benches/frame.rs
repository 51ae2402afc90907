//! What drawing a screen costs: each main screen beside a bare frame of the same cells.
//!
//! ```text
//! cargo bench --bench frame               # or only some screens: cargo bench --bench frame -- text
//! cargo bench --bench frame -- --check    # tells screens that cost more than they may, fails where one is far off
//! ```
//!
//! **Why:** a key has to be on the screen within 16 milliseconds, and views should cost little more than the cells that they
//! fill. The bare frame writes every row of the finished screen with one call of `set_string`; both go through the same
//! terminal in memory, which compares them with the frame before. The numbers are medians of single frames. To be checked, a
//! screen has several tries: whatever else a machine does makes a ratio worse and never better. Views touch more memory than
//! ready rows, so that a neighbour who takes the cache raises every try; only what costs far more fails.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    clippy::cast_precision_loss,
    reason = "a bench may stop at a surprise"
)]

#[path = "../tests/stage/mod.rs"]
mod stage;

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use dateline::reader::model::Model;
use dateline::reader::theme::Theme;
use dateline::reader::views::draw;
use ratatui::backend::TestBackend;
use ratatui::{Frame, Terminal};
use stage::{Size, press, reader};

/// How many frames are timed, and how many are drawn before the clock runs.
const FRAMES: usize = 2_000;
const WARM_UP: usize = 200;
/// The same where a screen is only checked.
const CHECKED: usize = 500;
/// What a screen may cost, in bare frames, and how many tries it has to show it.
const MOST: f64 = 1.25;
/// What one has to cost to fail.
const FAR: f64 = 2.0;
const TRIES: usize = 6;

/// Name, keys and size of each screen.
const SCREENS: [(&str, &str, Size); 16] = [
    ("first", "", (120, 36)),
    ("text, a meeting in focus", "j Enter Tab Tab", (120, 36)),
    ("text, large", "j Enter Tab", (200, 50)),
    ("filter", "/ sarn", (120, 36)),
    ("find", "j Enter / strait", (120, 36)),
    ("help", "?", (120, 36)),
    ("palette", ": story", (120, 36)),
    ("meetings", "2", (120, 36)),
    ("a meeting", "2 Enter", (120, 36)),
    ("names", "3", (120, 36)),
    ("a name", "3 Enter", (120, 36)),
    ("map", "4", (120, 36)),
    ("why", "j Enter w", (120, 36)),
    ("compare", "j Enter c", (120, 36)),
    ("corrections", "E", (120, 36)),
    ("peek", "j Enter p", (120, 36)),
];

fn main() -> ExitCode {
    // What begins with a dash is cargo's own, such as `--bench`, or this.
    if std::env::args().any(|argument| argument == "--check") {
        return check();
    }
    print();
    ExitCode::SUCCESS
}

/// Tells each screen that costs more than it may; fails where one costs more than [`FAR`].
fn check() -> ExitCode {
    let mut held = true;
    for (name, keys, size) in SCREENS {
        let mut model = reader(&Theme::dark(), size);
        press(&mut model, keys);
        let ratio = || {
            let (views, bare) = compared(&model, size, CHECKED);
            views.as_secs_f64() / bare.as_secs_f64()
        };
        let best = (0..TRIES).map(|_| ratio()).scan(false, |done, ratio| {
            let go_on = !*done;
            *done = ratio <= MOST;
            go_on.then_some(ratio)
        });
        let best = best.fold(f64::INFINITY, f64::min);
        let told = if best > FAR {
            ": far too much"
        } else if best > MOST {
            ": too much (a warning)"
        } else {
            ""
        };
        println!("{name:<28} {best:>7.2} of {MOST}{told}");
        held &= best <= FAR;
    }
    if held { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn print() {
    for name in ["dark", "light"] {
        let start = Instant::now();
        for _ in 0..FRAMES {
            black_box(Theme::shipped(black_box(name)));
        }
        println!("reading the theme {name}, µs: {:.1}", start.elapsed().as_secs_f64() * 1e6 / FRAMES as f64);
    }
    println!("{:<28} {:>9} {:>10} {:>10} {:>7}", "screen", "size", "views, µs", "bare, µs", "ratio");
    let wanted = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    for (name, keys, size) in SCREENS.into_iter().filter(|(name, ..)| name.contains(&wanted)) {
        let mut model = reader(&Theme::dark(), size);
        press(&mut model, keys);
        let (views, bare) = compared(&model, size, FRAMES);
        let [views, bare] = [views, bare].map(|time| time.as_secs_f64() * 1e6);
        let at = format!("{}×{}", size.0, size.1);
        println!("{name:<28} {at:>9} {views:>10.1} {bare:>10.1} {:>7.2}", views / bare);
    }
}

/// The median time of a frame of the views, and of a bare one; taken in turns, so that whatever else the machine does
/// meets both.
fn compared(model: &Model, size: Size, frames: usize) -> (Duration, Duration) {
    let rows = rows(model, size);
    let base = Theme::dark().base;
    let text_alone = |frame: &mut Frame<'_>| {
        let buffer = frame.buffer_mut();
        for (y, row) in (0..).zip(&rows) {
            buffer.set_string(0, y, row, base);
        }
    };
    let mut terminals = [(); 2].map(|()| Terminal::new(TestBackend::new(size.0, size.1)).unwrap());
    let mut times = [Vec::with_capacity(frames), Vec::with_capacity(frames)];
    for at in 0..WARM_UP + frames {
        let [views, plain] = &mut terminals;
        let spent = [timed(views, |frame| draw(black_box(model), frame)), timed(plain, text_alone)];
        if at >= WARM_UP {
            times.iter_mut().zip(spent).for_each(|(times, spent)| times.push(spent));
        }
    }
    let [views, plain] = times.map(|mut times| {
        times.sort_unstable();
        times[frames / 2]
    });
    (views, plain)
}

fn timed(terminal: &mut Terminal<TestBackend>, render: impl FnOnce(&mut Frame<'_>)) -> Duration {
    let start = Instant::now();
    terminal.draw(render).unwrap();
    start.elapsed()
}

/// The rows of the finished screen.
fn rows(model: &Model, size: Size) -> Vec<String> {
    let (screen, wide) = (stage::screen(model, size), usize::from(size.0));
    stage::rows(screen.backend().buffer()).lines().map(|row| format!("{row:<wide$}")).collect()
}
