use std::collections::BTreeSet;
use std::path::PathBuf;

use ratatui::style::{Color, Modifier};

use super::*;

const TRUE_COLOUR: [&str; 5] = ["dark", "light", "high-contrast", "high-contrast-light", "colour-blind-safe"];

fn surroundings(colorterm: &str, no_color: &str, colorfgbg: &str) -> Surroundings {
    let told = |value: &str| (!value.is_empty()).then(|| value.to_owned());
    Surroundings { colorterm: told(colorterm), no_color: told(no_color), colorfgbg: told(colorfgbg) }
}

fn shipped() -> Vec<Listed> {
    Shelf::default().all()
}

#[test]
fn the_theme_follows_what_the_terminal_can_show() {
    let wish = Wish { dark: "a".into(), light: "b".into(), ..Wish::default() };
    let named = |name: &'static str, colorterm, no_color, colorfgbg| {
        let around = surroundings(colorterm, no_color, colorfgbg);
        wish.resolve(name, around.palette(), around.is_light()).to_owned()
    };
    assert_eq!(named(AUTO, "truecolor", "", ""), "a");
    assert_eq!(named(AUTO, "truecolor", "", "15;0"), "a");
    assert_eq!(named(AUTO, "24bit", "", "0;15"), "b");
    assert_eq!(named(AUTO, "24bit", "", "0;default;7"), "b");
    assert_eq!(named(AUTO, "", "", "0;15"), "sixteen");
    assert_eq!(named("light", "", "", ""), "light");
    for name in [AUTO, "light"] {
        assert_eq!(named(name, "truecolor", "1", "0;15"), "none");
    }
    assert_eq!(surroundings("", "", "15;default").is_light(), None);
}

#[test]
fn shipped_themes_are_without_fault_and_say_what_they_are() {
    for listed in shipped() {
        assert_eq!(listed.theme.as_ref().err(), None, "{}", listed.name);
        assert!(!listed.about.is_empty() && listed.file.is_none(), "{}", listed.name);
    }
}

#[test]
fn no_color_means_no_color() {
    let theme = Theme::shipped("none");
    for role in Role::all() {
        assert_eq!((theme.style(role).fg, theme.style(role).bg), (None, None), "{role:?}");
    }
}

/// How a role looks where colours are taken away.
fn sign(theme: &Theme, role: Role) -> u16 {
    theme.style(role).add_modifier.bits()
}

#[test]
fn kinds_of_names_differ_in_more_than_colour_and_none_looks_like_text() {
    for Listed { name, theme, .. } in shipped() {
        let theme = theme.unwrap();
        let kinds = NameKind::ALL.iter().map(|kind| theme.name(*kind).add_modifier.bits());
        let signs: BTreeSet<u16> = kinds.chain([sign(&theme, Role::Date)]).collect();
        assert_eq!(signs.len(), NameKind::ALL.len() + 1, "{name}: kinds and dates");
        // Plain words of a short passage in focus stand among names.
        assert!(!signs.contains(&sign(&theme, Role::Focused)), "{name}: what is in focus");
        assert!(!signs.contains(&0), "{name}: a name without a sign looks like text");
    }
}

#[test]
fn without_colours_names_and_what_is_found_selected_or_in_focus_differ_in_attributes() {
    for name in ["none", "sixteen"] {
        let theme = Theme::shipped(name);
        let names = NameKind::ALL.iter().map(|kind| theme.name(*kind));
        let lit = [theme.found(false), theme.found(true), theme.selection, theme.focused];
        let signs: Vec<u16> = names.chain(lit).map(|style| style.add_modifier.bits()).collect();
        assert_eq!(signs.iter().collect::<BTreeSet<_>>().len(), signs.len(), "{name}: {signs:?}");
        assert_eq!(theme.found(false).add_modifier, theme.matched.add_modifier);
    }
}

#[test]
fn what_is_found_looks_like_no_kind_of_name_nor_date_nor_mistake_where_colours_are_taken_away() {
    for Listed { name, theme, .. } in shipped() {
        let theme = theme.unwrap();
        let kinds = NameKind::ALL.iter().map(|kind| theme.name(*kind).add_modifier);
        let others: Vec<Modifier> = kinds.chain([theme.date.add_modifier, theme.wrong.add_modifier]).collect();
        for in_focus in [false, true] {
            assert!(!others.contains(&theme.found(in_focus).add_modifier), "{name}, in focus: {in_focus}");
        }
    }
}

#[test]
fn the_place_in_focus_has_one_more_sign_whatever_signs_a_theme_gives_to_what_is_found() {
    let mut theme = Theme::dark();
    let block = Modifier::REVERSED | Modifier::UNDERLINED;
    for (own, drawn) in [
        (Modifier::empty(), block),
        (Modifier::REVERSED, Modifier::REVERSED),
        (Modifier::REVERSED | Modifier::BOLD, Modifier::REVERSED | Modifier::BOLD),
    ] {
        theme.matched = theme.matched.remove_modifier(Modifier::all());
        theme.matched = theme.matched.add_modifier(own);
        let (found, focused) = (theme.found(false), theme.found(true));
        assert_ne!(found.add_modifier, focused.add_modifier, "{own:?}");
        // On a name of whatever attributes it looks as it looks on plain words.
        let on_a_name = theme.name(NameKind::Group).patch(found);
        assert_eq!(on_a_name.add_modifier, drawn);
    }
}

#[test]
fn what_a_screen_tells_by_a_role_alone_is_told_without_colours_too() {
    // Keys stand before what they do and rules are no letters: `accent`, `muted` and `faint` only lead the eye.
    for Listed { name, theme, .. } in shipped() {
        let theme = theme.unwrap();
        for role in [Role::Strong, Role::Date, Role::Matched, Role::Wrong] {
            assert_ne!(sign(&theme, role), 0, "{name}: {role:?}");
        }
        for (background, instead) in
            [(Role::Select, Role::Chosen), (Role::Tint, Role::Focused), (Role::Selection, Role::Selection)]
        {
            let has_background = theme.style(background).bg.is_some();
            assert!(has_background || sign(&theme, instead) != 0, "{name}: {background:?}");
        }
    }
}

#[test]
fn of_the_sixteen_colours_only_those_are_used_that_most_backgrounds_leave_readable() {
    let safe = [None, Some(Color::Reset), Some(Color::Blue), Some(Color::Magenta), Some(Color::Red)];
    let theme = Theme::shipped("sixteen");
    for role in Role::all() {
        let style = theme.style(role);
        assert!(safe.contains(&style.fg) && style.bg.is_none(), "{style:?}");
    }
}

/// Relative luminance: <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>.
fn luminance(color: Color) -> f64 {
    let Color::Rgb(r, g, b) = color else { panic!("{color:?} is not a 24-bit colour") };
    let [r, g, b] = [r, g, b].map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// Contrast ratio: <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.
fn contrast(a: Color, b: Color) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The lowest contrast of any role with letters on any background, and where it is. `faint` draws rules and bars, never
/// words (a test of the screens holds it to that); what only separates has no ratio to reach.
fn lowest(theme: &Theme) -> (f64, String) {
    let backgrounds = [theme.base.bg, theme.select.bg, theme.tint.bg].map(Option::unwrap);
    let roles =
        Role::all().filter(|role| theme.style(*role).fg.is_some() && !matches!(role, Role::Faint | Role::Selection));
    let pairs = roles.flat_map(|role| backgrounds.map(|background| (role, background)));
    let reached = pairs.map(|(role, background)| {
        let reached = contrast(theme.style(role).fg.unwrap(), background);
        (reached, format!("{role:?} on {background:?}: {reached:.2}"))
    });
    reached.min_by(|a, b| a.0.total_cmp(&b.0)).unwrap()
}

#[test]
fn every_role_can_be_read_on_every_background_it_stands_on() {
    for name in TRUE_COLOUR {
        let (reached, place) = lowest(&Theme::shipped(name));
        let wanted = if name.starts_with("high-contrast") { 7.0 } else { 4.5 };
        assert!(reached >= wanted, "{name}: {place}");
        let selection = Theme::shipped(name).selection;
        assert!(contrast(selection.fg.unwrap(), selection.bg.unwrap()) >= wanted, "{name}");
    }
}

#[test]
fn a_chosen_row_and_a_passage_in_focus_stand_out_from_the_page() {
    for name in TRUE_COLOUR {
        let theme = Theme::shipped(name);
        let page = theme.base.bg.unwrap();
        for background in [theme.select.bg.unwrap(), theme.tint.bg.unwrap()] {
            assert!(contrast(page, background) >= 1.1, "{name}: {background:?}");
        }
    }
}

/// A folder of a test's own with these themes in it.
fn shelf(test: &str, themes: &[(&str, &str)]) -> (Shelf, PathBuf) {
    let folder = std::env::temp_dir().join(format!("dateline-themes-{}-{test}", std::process::id()));
    std::fs::create_dir_all(folder.join("themes")).unwrap();
    for (name, text) in themes {
        std::fs::write(folder.join("themes").join(format!("{name}.toml")), text).unwrap();
    }
    (Shelf::new(Some(&folder)), folder)
}

#[test]
fn a_theme_inherits_what_it_does_not_say_and_its_colours_reach_what_it_inherits() {
    let own = "inherits = \"dark\"\n[palette]\nsand = \"#ff0000\"\n[roles]\nplace = { attributes = [] }\nmuted = { fg = \
               \"none\", bg = \"3\" }\ndate = \"sand\"\n";
    let (shelf, folder) = shelf("inherits", &[("own", own), ("bare", "[roles]\ntext = \"red\"\n")]);
    let (theme, dark) = (shelf.load("own").unwrap(), Theme::dark());
    let red = Some(Color::Rgb(255, 0, 0));
    assert_eq!((theme.person.fg, theme.person.add_modifier), (red, Modifier::BOLD));
    assert_eq!((theme.place.fg, theme.place.add_modifier), (dark.place.fg, Modifier::empty()));
    assert_eq!((theme.muted.fg, theme.muted.bg), (None, Some(Color::Indexed(3))));
    assert_eq!((theme.date.fg, theme.date.add_modifier), (red, Modifier::ITALIC | Modifier::UNDERLINED));
    assert_eq!(theme.organisation, dark.organisation);
    // Whoever inherits nothing has the attributes of `none`.
    let bare = shelf.load("bare").unwrap();
    assert_eq!((bare.base.fg, bare.chosen), (Some(Color::Red), Theme::shipped("none").chosen));
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_theme_of_ones_own_stands_before_a_built_in_one_and_may_build_on_it() {
    let (shelf, folder) = shelf("shadow", &[("light", "inherits = \"light\"\n[roles]\naccent = \"#000000\"\n")]);
    let theme = shelf.load("light").unwrap();
    assert_eq!(theme.accent.fg, Some(Color::Rgb(0, 0, 0)));
    assert_eq!(theme.person, Theme::shipped("light").person);
    assert_eq!(shelf.all().iter().filter(|listed| listed.name == "light").count(), 1);
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn what_is_wrong_with_a_theme_is_told_with_its_line_and_what_would_be_right() {
    for (at, (text, line, what)) in [
        ("[roles]\n\npersno = \"red\"", 3, "there is no role `persno`; did you mean `person`?"),
        ("[roels]", 1, "there is no key `roels`; did you mean `roles`?"),
        ("inherits = \"drak\"", 1, "it inherits `drak`, which is no theme; did you mean `dark`?"),
        ("[roles]\nplace = \"gren\"", 2, "there is no colour `gren`; did you mean `green`?"),
        (
            "[palette]\nmoss = \"#010203\"\n[roles]\nplace = \"mos\"",
            4,
            "there is no colour `mos`; did you mean `moss`?",
        ),
        (
            "[roles]\nplace = \"#12\"",
            2,
            "there is no colour `#12`; a colour is \"#d7dae0\", a number to 255 or a name of the palette",
        ),
        ("[roles]\nplace = { colour = \"red\" }", 2, "there is no key `colour`"),
        (
            "[roles]\nplace = { attributes = [\"blod\"] }",
            2,
            "there is no attribute `blod`; did you mean `bold`? (there are bold, dim, italic, underlined, reversed)",
        ),
        (
            "[roles]\nplace = { attributes = \"bold\" }",
            2,
            "`attributes` takes a list: attributes = [\"bold\", \"italic\"]",
        ),
        ("palette = 1", 1, "`palette` is a section; write [palette]"),
    ]
    .into_iter()
    .enumerate()
    {
        let (shelf, folder) = shelf(&format!("wrong-{at}"), &[("own", text)]);
        let told = shelf.load("own").unwrap_err().to_string();
        assert_eq!(told, format!("{}, line {line}: {what}", folder.join("themes/own.toml").display()), "{text}");
        std::fs::remove_dir_all(folder).unwrap();
    }
    let told = Shelf::default().load("drak").unwrap_err().to_string();
    assert_eq!(told, "there is no theme `drak`; did you mean `dark`? (`dateline config themes` lists them)");
}

#[test]
fn themes_that_inherit_each_other_in_a_circle_are_told() {
    let (shelf, folder) = shelf("circle", &[("a", "inherits = \"b\""), ("b", "\ninherits = \"a\"")]);
    let told = shelf.load("a").unwrap_err().to_string();
    assert!(told.ends_with("b.toml, line 2: themes inherit each other in a circle: a, b, a"), "{told}");
    let (itself, folder_of_itself) = self::shelf("itself", &[("c", "inherits = \"c\"")]);
    let told = itself.load("c").unwrap_err().to_string();
    assert!(told.ends_with("c.toml, line 1: themes inherit each other in a circle: c, c"), "{told}");
    for folder in [folder, folder_of_itself] {
        std::fs::remove_dir_all(folder).unwrap();
    }
}

#[test]
fn a_name_is_no_way_to_another_folder() {
    let (shelf, folder) = shelf("way", &[("a", "")]);
    assert!(shelf.load("../themes/a").is_err() && shelf.load("a").is_ok());
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_theme_that_cannot_be_had_gives_way_to_the_one_that_suits_the_terminal() {
    let (theme, error) = Wish::default().theme("gone", &Shelf::default(), Palette::True, Some(true));
    assert_eq!(theme, Theme::shipped("light"));
    assert!(error.unwrap().to_string().starts_with("there is no theme `gone`"));
}

#[test]
fn where_there_are_few_colours_the_nearest_are_taken() {
    let theme = Palette::Few.limit(Theme::dark());
    let is_indexed = |color: Option<Color>| color.is_none_or(|color| matches!(color, Color::Indexed(_)));
    assert!(Role::all().all(|role| is_indexed(theme.style(role).fg) && is_indexed(theme.style(role).bg)));
    assert_eq!(Palette::True.limit(Theme::dark()), Theme::dark());
}

#[test]
fn a_choice_is_kept_until_something_else_is_set() {
    let (_, folder) = shelf("kept", &[]);
    let file = kept::file(&folder.join("state").join("state.db"));
    assert_eq!(kept::read(&file, AUTO), None);
    kept::write(&file, &kept::Kept { chosen: "light".into(), instead_of: AUTO.into() }).unwrap();
    assert_eq!(kept::read(&file, AUTO).as_deref(), Some("light"));
    assert_eq!(kept::read(&file, "dark"), None);
    std::fs::write(&file, "\u{1b}]0;x\u{7}").unwrap();
    assert_eq!(kept::read(&file, AUTO), None);
    std::fs::remove_dir_all(folder).unwrap();
}
