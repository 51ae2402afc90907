//! A correction and the library that it is about in, the same in words for people out.
//!
//! **Why:** entries tell stories by their files and names by how they are found again; who reads them knows a story by its
//! outlet and title, and a name by how the screen writes it.

use super::What;
use super::words::{Called, listed, met, place, stories, told, with_article};
use crate::article::Article;
use crate::language::{Correction, EntityId, Interval, person_apart, slug};
use crate::library::Library;
use crate::links::{Entity, MeetingCorrection};
use crate::text::sanitise::one_line;
use crate::text::width::truncate;

/// Columns of a title; the rest of it is cut.
const TITLE: usize = 40;

impl Library {
    /// A story as people know it: `“Title” (Outlet)`; by its id where it is not here, or has no title.
    pub fn called_story(&self, id: &str) -> String {
        self.story(id).map_or_else(|| one_line(id), |story| called(&story.article))
    }

    /// A name as the screen writes it, where an entry has its identity.
    fn called_name(&self, written: &str) -> String {
        if slug(written) != written {
            return written.to_owned();
        }
        self.entity(&EntityId::new(written)).map_or_else(|| written.to_owned(), |entity| one_line(&entity.name))
    }

    /// Whom an entry means.
    fn meant(&self, written: &str) -> Option<&Entity> {
        let own = slug(written);
        let by_id = self.connections.entities.iter().find(|entity| entity.id.as_str() == own);
        by_id.or_else(|| self.connections.entities.iter().find(|entity| slug(&entity.name) == own))
    }
}

/// An article as people know it: `“Title” (Outlet)`; by its id where it has no title.
pub fn called(article: &Article) -> String {
    let title = one_line(&article.title.text);
    let title = if title.is_empty() { one_line(&article.id) } else { format!("“{}”", truncate(&title, TITLE)) };
    match &article.outlet {
        Some(outlet) => format!("{title} ({})", one_line(&outlet.name)),
        None => title,
    }
}

impl What {
    /// In one line, as in `“Wladimir Putin” is “Vladimir Putin”`; stories are called by title and outlet.
    pub fn told(&self, library: &Library) -> String {
        let story = |id: &str| library.called_story(id);
        let renamed = match self {
            Self::Reading(Correction::Rename { to, .. }) => Some(to.as_str()),
            _ => None,
        };
        let name = |written: &str| {
            let called = library.called_name(written);
            // What it is called now is what the entry made of it: before, it was written as its identity has it.
            if renamed == Some(called.as_str()) { unslugged(written) } else { called }
        };
        self.words_with(&Called { story: &story, name: &name })
    }

    /// The same with names as the entry writes them: what the comment in the file says.
    pub fn commented(&self, library: &Library) -> String {
        self.words_with(&Called { story: &|id| library.called_story(id), name: &str::to_owned })
    }

    /// What holds again in a library once it is taken out.
    pub fn undone(&self, library: &Library) -> String {
        let story = |id: &str| library.called_story(id);
        let name = |written: &str| library.called_name(written);
        let called = Called { story: &story, name: &name };
        match self {
            Self::Reading(correction) => undone_reading(correction, library, &called),
            Self::Meeting(MeetingCorrection::Same(tellings)) => {
                format!("{}: told apart again in {}", met(tellings.first()), stories(tellings, &called))
            }
            Self::Meeting(MeetingCorrection::NoMeeting(tellings)) => {
                format!("{} is a meeting again in {}", met(tellings.first()), stories(tellings, &called))
            }
            Self::Meeting(MeetingCorrection::Apart { telling, others }) => {
                let all = std::iter::once(telling).chain(others);
                format!("{}: one meeting again in {}", met(Some(telling)), stories(all, &called))
            }
            Self::Meeting(MeetingCorrection::Day { telling, .. }) => {
                format!("{} has again the day that is told, in {}", met(Some(telling)), story(&telling.story))
            }
        }
    }
}

fn undone_reading(correction: &Correction, library: &Library, called: &Called<'_>) -> String {
    let place = place(correction, called);
    let name_of = |name: &String| (called.name)(name);
    match correction {
        Correction::Same { names, .. } => {
            let names: Vec<String> = names.iter().map(name_of).collect();
            let are = if names.len() > 2 { "are names of their own" } else { "are two names" };
            format!("{} {are} again{place}", listed(&names))
        }
        Correction::Apart { name, words, .. } if words.is_empty() => {
            format!("“{}” is one and the same again{place}", name_of(name))
        }
        Correction::Apart { name, words, .. } => format!("{} is “{}” again{place}", listed(words), name_of(name)),
        Correction::Rename { name, to } => {
            let now = library.meant(name).map_or_else(|| name_of(name), |entity| one_line(&entity.name));
            format!("“{to}” is written “{now}” again")
        }
        Correction::Kind { name, .. } => {
            let meant = library.meant(name);
            let kind = meant.map_or_else(|| "what it was".to_owned(), |entity| with_article(entity.kind.word()));
            format!("“{}” is {kind} again{place}", name_of(name))
        }
        Correction::Never { words, .. } => format!("{} may be a name again{place}", listed(words)),
        Correction::Day { story, .. } => {
            let day =
                library.story(story).and_then(|own| own.annotations.published.as_ref()).map(|published| published.best);
            let day =
                day.map_or_else(|| "of no known day".to_owned(), |day| format!("of {}", told(Interval::day(day))));
            format!("{} is {day} again", (called.story)(story))
        }
    }
}

/// `vladimir-putin` as `Vladimir Putin`: how an identity was written once, about; without what tells a person from something
/// else of the name.
fn unslugged(id: &str) -> String {
    let plain =
        id.rsplit_once('-').map(|(plain, _)| plain).filter(|plain| person_apart(&EntityId::new(plain)).as_str() == id);
    plain.unwrap_or(id).split('-').map(crate::text::letters::first_upper).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_an_identity_the_numbers_stay_and_what_tells_namesakes_apart_goes() {
        assert_eq!(unslugged("protocol-14"), "Protocol 14");
        let apart = person_apart(&EntityId::new("port-sarn"));
        assert_eq!(unslugged(apart.as_str()), "Port Sarn");
        assert_eq!(unslugged("sarn"), "Sarn");
    }
}
