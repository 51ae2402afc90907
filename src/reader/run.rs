//! The loop: wait, take everything that has come, change the state, draw once.
//!
//! **In:** [`Options`], and a function that reads the library. **Out:** how it [`Ended`]. **Why:** all that touches the
//! world is here; it draws only when something changed and sleeps while nothing comes.

mod ahead;
mod handover;
mod opening;
mod suspension;

use std::collections::VecDeque;
use std::io::{self, BufWriter, Stdout, stdout};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use crossterm::event::Event;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate, size};
use crossterm::{execute, queue};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use signal_hook::consts::{SIGCONT, SIGINT, SIGWINCH};

use self::ahead::Ahead;
use self::opening::{first_model, sessions, wait_for_texts};
use super::actions::{Action, Command};
use super::clicks::Clicks;
use super::corrector::Corrector;
use super::events::{self, Incoming};
use super::keeper::{Keeper, Where};
use super::model::Model;
use super::outside::gate::Gate;
use super::outside::{Environment, Outside};
use super::preparing::Preparing;
use super::session::Session;
use super::settings::Settings;
use super::theme::{Shelf, Surroundings};
use super::update::{Draw, Effects, Next, update};
use super::views;
use super::wardrobe::{First, Wardrobe};
use crate::article::Article;
use crate::language::Facts;
use crate::library::{Library, Report};

/// How late a signal may come that was meant for a program which has ended.
const LATE_SIGNAL: Duration = Duration::from_millis(500);

/// No one has begun to read what was shown for so short a time.
const UNREAD: Duration = Duration::from_millis(150);

/// What the reader has to know from outside.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The terminal, as the environment describes it.
    pub surroundings: Surroundings,
    /// What it says about other programs.
    pub environment: Environment,
    /// What the people who read have set.
    pub settings: Settings,
    /// What is wrong in their file, so that defaults hold.
    pub wrong: Vec<String>,
    /// Where themes come from.
    pub themes: Shelf,
    /// Where what they do with stories is kept; `None` for nowhere.
    pub state: Option<PathBuf>,
    /// The file of corrections; `None` for nowhere.
    pub corrections: Option<PathBuf>,
    /// By what the library is known again: the same for the same paths.
    pub library: String,
    /// Whether the window of the terminal has a title.
    pub has_titles: bool,
}

/// How the reader ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// As it was asked to.
    Quit,
    /// By this signal; the terminal is restored.
    Signal(i32),
}

/// How the reader ended, and what it could not say any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// How it ended.
    pub ended: Ended,
    /// What went wrong after the last screen was drawn, such as a change that could not be kept: one line each, free of
    /// control characters.
    pub unheard: Vec<String>,
}

/// Why the reader could not go on; the terminal is restored.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The terminal failed.
    #[error("the terminal failed: {0}")]
    Terminal(#[from] io::Error),
    /// There is no library; in the words of the function that reads it.
    #[error("{0}")]
    Library(String),
}

/// Reads stories until the reader is asked to end. `read` reads the library on a thread of its own, where it is then
/// analysed by these facts.
pub fn run<L>(options: &Options, facts: Facts, read: L) -> Result<Outcome, Failure>
where
    L: FnOnce(Report<'_>) -> Result<Library, String> + Send + 'static,
{
    let (sender, incoming) = channel();
    let (screen, shown) = channel();
    let facts = Arc::new(facts);
    events::load(sender.clone(), Arc::clone(&facts), read, shown)?;
    events::watch_signals(sender.clone())?;
    // Looking up the zone of this place takes milliseconds the first time, and here nothing waits for them.
    let _ = jiff::tz::TimeZone::system();
    // While the texts are read, the terminal has time to answer.
    let wardrobe = Wardrobe::new(options, sender.clone());
    let asked = wardrobe.ask();
    let mut put_off = wait_for_texts(&incoming);
    if let Some(Incoming::Loaded(Err(why))) = put_off.back_mut() {
        return Err(Failure::Library(std::mem::take(why)));
    }
    let session = Session::enter(options.has_titles)?;
    if let Some(hush) = asked.hush {
        hush.hand_over();
    }
    let sessions = sessions(options);
    let First { theme, look, wrong } = wardrobe.first(asked.is_light);
    put_off.extend(wrong.map(Incoming::Tell));
    let model = first_model(options, &theme, sessions.as_ref(), &mut put_off)?.wearing(look);
    let place = Where { state: options.state.clone(), library: options.library.clone(), sessions };
    let mut reader = Reader {
        keeper: Keeper::new(place, sender.clone()),
        unasked: None,
        model,
        wardrobe,
        terminal: Terminal::new(CrosstermBackend::new(BufWriter::with_capacity(1 << 16, stdout())))?,
        session,
        corrector: Corrector::new(options.corrections.clone(), Arc::clone(&facts), sender.clone()),
        ahead: Ahead::new(sender.clone(), facts),
        preparing: Preparing::new(sender.clone()),
        incoming,
        clicks: Clicks::default(),
        outside: Outside::new(options.environment.clone(), options.state.as_deref(), sender.clone()),
        gate: Arc::default(),
        put_off: VecDeque::new(),
        untouched_since: None,
        taken_back: None,
    };
    while let Some(early) = put_off.pop_front() {
        if let Step::End(ended) = reader.take(early)? {
            return Ok(reader.close(ended));
        }
    }
    reader.draw()?;
    // Whatever is not needed for the first screen begins after it.
    drop(screen);
    events::watch_terminal(sender, asked.listener, Arc::clone(&reader.gate))?;
    let ended = reader.run()?;
    Ok(reader.close(ended))
}

/// The model and the world around it.
struct Reader {
    model: Model,
    terminal: Terminal<CrosstermBackend<BufWriter<Stdout>>>,
    /// Gives the terminal back when the reader ends, however it ends.
    session: Session,
    /// After the session: the terminal is the shell's again while the last changes are written.
    keeper: Keeper,
    /// The articles of which it is to be asked what was kept, once they are on the screen.
    unasked: Option<Vec<Arc<Article>>>,
    /// After the session, as the keeper.
    corrector: Corrector,
    ahead: Ahead,
    preparing: Preparing,
    wardrobe: Wardrobe,
    incoming: Receiver<Incoming>,
    clicks: Clicks,
    outside: Outside,
    /// Before the thread that waits for keys.
    gate: Arc<Gate>,
    /// What came while the reader waited to be let go on.
    put_off: VecDeque<Incoming>,
    /// Since when the texts have been on the screen; `None` before, and after the first key.
    untouched_since: Option<Instant>,
    /// When another program gave the terminal back last.
    taken_back: Option<Instant>,
}

impl Reader {
    fn run(&mut self) -> Result<Ended, Failure> {
        self.preparing.ask(&self.model)?;
        while let Some(first) = self.wait()? {
            let mut draw = false;
            let mut next = Some(first);
            // Whatever has come meanwhile is taken as well, and drawn once.
            while let Some(incoming) = next {
                match self.take(incoming)? {
                    Step::Drawn => {}
                    Step::Changed => draw = true,
                    Step::End(ended) => return Ok(ended),
                }
                next = self.put_off.pop_front().or_else(|| self.incoming.try_recv().ok());
            }
            if draw {
                self.draw()?;
                self.ahead.ask(&self.model)?;
                self.preparing.ask(&self.model)?;
            }
        }
        Ok(Ended::Quit)
    }

    /// Gives the terminal back, waits until everything is kept, and collects what went wrong with that.
    fn close(self, ended: Ended) -> Outcome {
        let Self { session, keeper, corrector, incoming, .. } = self;
        drop(session);
        drop(keeper);
        drop(corrector);
        let unheard = incoming.try_iter().filter_map(|came| match came {
            Incoming::Tell(message) | Incoming::Uncorrected(message, _) if message.kind().is_trouble() => {
                Some(message.words().to_owned())
            }
            _ => None,
        });
        Outcome { ended, unheard: unheard.collect() }
    }

    /// The next thing from outside; `None` where nothing can come any more. While more keys have to follow, those that
    /// can are shown after a pause.
    fn wait(&mut self) -> Result<Option<Incoming>, Failure> {
        if let Some(pause) = self.model.pause() {
            match self.incoming.recv_timeout(pause) {
                Ok(incoming) => return Ok(Some(incoming)),
                Err(RecvTimeoutError::Disconnected) => return Ok(None),
                Err(RecvTimeoutError::Timeout) => {
                    self.update(Action::ShowFollowing);
                    self.draw()?;
                }
            }
        }
        Ok(self.incoming.recv().ok())
    }

    /// Carries out what has come.
    fn take(&mut self, incoming: Incoming) -> Result<Step, Failure> {
        let action = match incoming {
            Incoming::Terminal(event) => {
                if !matches!(event, Event::FocusGained | Event::FocusLost) {
                    self.untouched_since = None;
                }
                events::action(&self.model, event).map(|action| self.clicks.count(action, Instant::now()))
            }
            Incoming::TerminalLost(error) => return Err(error.into()),
            Incoming::Signal(SIGCONT) => {
                self.come_back()?;
                return Ok(Step::Changed);
            }
            Incoming::Signal(SIGWINCH) => {
                let (width, height) = size()?;
                Some(Action::Resize { width, height })
            }
            // Its Ctrl-C was sent to us as well, and may come late. Ours is a key and no signal.
            Incoming::Signal(SIGINT) if self.taken_back.is_some_and(|back| back.elapsed() < LATE_SIGNAL) => None,
            Incoming::Signal(signal) => {
                let mut effects = self.update(Action::Do(Command::QuitAnywhere));
                self.keeper.keep(&mut effects);
                return Ok(Step::End(Ended::Signal(signal)));
            }
            Incoming::Progress(progress) => Some(Action::Progress(progress)),
            Incoming::Read(library) => {
                self.untouched_since = Some(Instant::now());
                self.unasked = Some(library.stories.iter().map(|story| Arc::clone(&story.article)).collect());
                Some(Action::Read(library))
            }
            Incoming::Analysed(index, story) => Some(Action::Analysed(index, story)),
            Incoming::Kept(kept) => Some(Action::Kept(kept)),
            Incoming::Counted(counts) => Some(Action::Counted(counts)),
            Incoming::KeptAgain(kept) => Some(Action::KeptAgain(kept)),
            Incoming::Tell(message) => Some(Action::Tell(message)),
            Incoming::IsThere(name, is_there) => Some(Action::IsThere(name, is_there)),
            Incoming::Marks(marks) => Some(Action::Marks(marks)),
            Incoming::Corrected(corrected) => Some(Action::Corrected(corrected)),
            Incoming::Correcting(progress) => Some(Action::Correcting(progress)),
            Incoming::Underway(task, reached) => Some(Action::Underway(task, reached)),
            Incoming::Uncorrected(message, request) => Some(Action::Uncorrected(message, request)),
            Incoming::Themes(listed) => Some(Action::Themes(listed)),
            Incoming::Background(is_light) => {
                let theme = self.wardrobe.suit(&self.model.look.name, is_light);
                theme.map(|theme| Action::Suit(is_light, Box::new(theme)))
            }
            Incoming::Loaded(Ok(library)) => return self.take_library(library),
            Incoming::Loaded(Err(why)) => return Err(Failure::Library(why)),
        };
        let Some(action) = action else { return Ok(Step::Drawn) };
        let effects = self.update(action);
        self.carry_out(effects)
    }

    /// Changes the state; what is said by it is said now.
    fn update(&mut self, action: Action) -> Effects {
        self.model.messages.now = jiff::Zoned::now().datetime();
        update(&mut self.model, action)
    }

    /// Shows everything that was found. Now that all days are known, the first story of the list may be another one.
    fn take_library(&mut self, library: Box<Library>) -> Result<Step, Failure> {
        let effects = self.update(Action::Loaded(library));
        if self.untouched_since.take().is_some_and(|since| since.elapsed() < UNREAD) && !self.model.is_resumed() {
            self.update(Action::ChooseFirst);
        }
        self.carry_out(effects)
    }

    fn carry_out(&mut self, mut effects: Effects) -> Result<Step, Failure> {
        self.keeper.keep(&mut effects);
        if effects.read_themes {
            self.wardrobe.read()?;
        }
        effects.keep_theme.map_or(Ok(()), |name| self.wardrobe.keep(name))?;
        self.corrector.ask(std::mem::take(&mut effects.correct), &self.model.library);
        if effects.look_again {
            self.keeper.look_again();
        }
        if let Some(name) = effects.look_up.take() {
            self.outside.look_up(name);
        }
        if let Some(request) = effects.request.take() {
            self.ask_outside(request)?;
        }
        match effects.next {
            Next::Quit => return Ok(Step::End(Ended::Quit)),
            Next::Suspend => self.suspend()?,
            Next::GoOn if effects.draw == Draw::Everything => self.forget_screen()?,
            Next::GoOn => {}
        }
        Ok(if effects.draw == Draw::Nothing { Step::Drawn } else { Step::Changed })
    }

    fn draw(&mut self) -> io::Result<()> {
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        self.terminal.draw(|frame| views::draw(&self.model, frame))?;
        execute!(self.terminal.backend_mut(), EndSynchronizedUpdate)?;
        self.session.ask(self.model.wishes())?;
        self.unasked.take().map_or(Ok(()), |articles| self.keeper.library(articles))
    }
}

/// What one thing from outside led to.
enum Step {
    /// The screen is still right.
    Drawn,
    /// The screen has to be drawn.
    Changed,
    /// The end.
    End(Ended),
}
