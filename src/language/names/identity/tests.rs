//! Who is who in one article. The mentions are given, not recognised: `[P Name]` is a person, `[O …]` an organisation,
//! `[L …]` a place, `[G …]` a group, `[E …]` an event; what the tables know is looked up as the recogniser does.

use super::group;
use crate::language::facts::Facts;
use crate::language::fixture::story;
use crate::language::line::Line;
use crate::language::names::Found;
use crate::language::packed::Sense;
use crate::language::sentences;
use crate::language::spelling::key;
use crate::language::types::NameKind;

/// The names of a text with marked mentions, each as `identity = Name: mention | mention`.
fn names(marked: &str) -> Vec<String> {
    let (mut text, mut marks) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('[') {
        text.push_str(before);
        let (mark, after) = after.split_once(']').unwrap();
        let (kind, words) = mark.split_at(2);
        marks.push((kind.trim().to_owned(), text.len(), text.len() + words.len()));
        text.push_str(words);
        rest = after;
    }
    text.push_str(rest);
    let article = story(&text);
    let (tokens, all) = sentences::split(&article);
    let lines: Vec<Line<'_>> = all.iter().map(|sentence| Line::new(&article, &tokens, sentence)).collect();
    let found = marks.iter().map(|(kind, start, end)| {
        let inside = |line: &&Line<'_>| line.whole().span.start() <= *start && line.whole().span.end() >= *end;
        let line = lines.iter().position(|line| inside(&line)).unwrap();
        let starts = |at: &usize| lines[line].span(*at..*at + 1).start() >= *start;
        let from = (0..lines[line].len()).find(starts).unwrap();
        let ends = |at: &usize| lines[line].span(*at..*at + 1).start() >= *end;
        let to = (from..lines[line].len()).find(ends).unwrap_or(lines[line].len());
        let kind = match kind.as_str() {
            "P" => NameKind::Person,
            "O" => NameKind::Organisation,
            "L" => NameKind::Place,
            "G" => NameKind::Group,
            _ => NameKind::Event,
        };
        let words: Vec<String> = (from..to).map(|at| key(lines[line].word(at))).collect();
        let sense = Facts::shipped().lexicon.phrase(&words.join(" "), true).find(|sense| {
            !matches!(sense, Sense::Office(_)) && (kind == NameKind::Person) == matches!(sense, Sense::Person(_))
        });
        Found { line, tokens: from..to, kind, sense }
    });
    let found = found.collect();
    group(&lines, found, Facts::shipped())
        .iter()
        .map(|name| {
            let mentions: Vec<&str> = name.mentions.iter().map(|mention| mention.passage.span.of(&text)).collect();
            format!("{} = {}: {}", name.id, name.name, mentions.join(" | "))
        })
        .collect()
}

#[track_caller]
fn are(marked: &str, expected: &[&str]) {
    assert_eq!(names(marked), expected, "{marked}");
}

#[test]
fn an_office_holder_is_one_by_every_form_of_the_name() {
    are(
        "[P Russian President Vladimir Putin] came. [P V. Putin] sat. [P Putin] and [P Vladimir Putin] of [L Russia].",
        &[
            "vladimir-putin = Vladimir Putin: Russian President Vladimir Putin | V. Putin | Putin | Vladimir Putin",
            "russia = Russia: Russia",
        ],
    );
    are(
        "[P Bashar Assad] spoke. Then [P Bashar al-Assad] left; [P al-Assad] is [P Assad].",
        &["bashar-al-assad = Bashar al-Assad: Bashar Assad | Bashar al-Assad | al-Assad | Assad"],
    );
    are(
        "[P Tayyip Erdogan] spoke. [P Recep Tayyip Erdoğan] left. [P ERDOGAN] slept.",
        &["recep-tayyip-erdogan = Recep Tayyip Erdogan: Tayyip Erdogan | Recep Tayyip Erdoğan | ERDOGAN"],
    );
}

#[test]
fn a_minister_is_not_the_president_of_that_surname() {
    are(
        "Minister [P Hollande] of [L France] wept. [P Hollande] left.",
        &["hollande = Hollande: Hollande | Hollande", "france = France: France"],
    );
    are(
        "President [P Hollande] of [L France] wept. As then minister [P Hollande] had smiled. Minister [P Hollande] left.",
        &["francois-hollande = Francois Hollande: Hollande | Hollande | Hollande", "france = France: France"],
    );
    are(
        "Former minister [P Hollande] of [L France] wept.",
        &["francois-hollande = Francois Hollande: Hollande", "france = France: France"],
    );
    are(
        "Prime Minister [P Thatcher] of [L Britain] wept.",
        &["margaret-thatcher = Margaret Thatcher: Thatcher", "united-kingdom = United Kingdom: Britain"],
    );
    are(
        "Minister [P Lavrov] of [L Russia] slept.",
        &["sergey-lavrov = Sergey Lavrov: Lavrov", "russia = Russia: Russia"],
    );
}

#[test]
fn initials_written_against_a_surname_are_initials() {
    are(
        "[P V.V.Putin] came. [P Vladimir Putin] left [L Russia].",
        &["vladimir-putin = Vladimir Putin: V.V.Putin | Vladimir Putin", "russia = Russia: Russia"],
    );
    are(
        "[P M.Quilligan] came. [P Maria Quilligan] left. [P Z.Q.Board] sat.",
        &["maria-quilligan = Maria Quilligan: M.Quilligan | Maria Quilligan", "z-q-board = Z.Q. Board: Z.Q.Board"],
    );
}

#[test]
fn an_office_holder_is_known_by_sound_where_the_table_lacks_the_spelling() {
    are(
        "[P Ilhaam Aliev] of [L Azerbaijan] spoke. [P Aliev] left.",
        &["ilham-aliyev = Ilham Aliyev: Ilhaam Aliev | Aliev", "azerbaijan = Azerbaijan: Azerbaijan"],
    );
    are("[P Aliev] of [L Azerbaijan].", &["ilham-aliyev = Ilham Aliyev: Aliev", "azerbaijan = Azerbaijan: Azerbaijan"]);
    are("Some [P Aliev] spoke.", &["aliev = Aliev: Aliev"]);
}

#[test]
fn spellings_of_an_unknown_person_are_one() {
    are(
        "[P Sergey Quillyev] spoke. [P Sergei Quilliev] left. [P Quilliyev] sat.",
        &["sergey-quillyev = Sergey Quillyev: Sergey Quillyev | Sergei Quilliev | Quilliyev"],
    );
}

#[test]
fn the_canonical_name_is_the_fullest_form_without_title_or_capitals() {
    are(
        "[P ZORBAX QUILL] spoke. [P Minister Zorbax\u{a0}J. Quill] left.",
        &["zorbax-j-quill = Zorbax J. Quill: ZORBAX QUILL | Minister Zorbax\u{a0}J. Quill"],
    );
}

#[test]
fn several_of_one_surname_stay_several() {
    are(
        "[P Kim Jong Un] is the son of [P Kim Jong-il]. [P Kim Yong Chol] serves [P Kim Jong-un].",
        &[
            "kim-jong-un = Kim Jong Un: Kim Jong Un | Kim Jong-un",
            "kim-jong-il = Kim Jong Il: Kim Jong-il",
            "kim-yong-chol = Kim Yong Chol: Kim Yong Chol",
        ],
    );
    are(
        "[P George W. Bush] and [P George H.W. Bush] sat.",
        &["george-w-bush = George W. Bush: George W. Bush", "george-h-w-bush = George H.W. Bush: George H.W. Bush"],
    );
    are(
        "[P J. Quilligan] wrote to [P John Quilligan] and [P Jane Quilligan].",
        &[
            "j-quilligan = J. Quilligan: J. Quilligan",
            "john-quilligan = John Quilligan: John Quilligan",
            "jane-quilligan = Jane Quilligan: Jane Quilligan",
        ],
    );
}

#[test]
fn a_form_that_two_office_holders_share_is_the_one_whom_the_article_names_otherwise() {
    are(
        "[P George Bush] spoke. [P George W. Bush] left.",
        &["george-w-bush = George W. Bush: George Bush | George W. Bush"],
    );
}

#[test]
fn a_bare_surname_is_who_was_introduced_nearest_before_else_first_after() {
    are(
        "[P Quilligan] won. [P Maria Quilligan] spoke. [P Quilligan] sat. [P Robert Quilligan] left. [P Quilligan] slept.",
        &[
            "maria-quilligan = Maria Quilligan: Quilligan | Maria Quilligan | Quilligan",
            "robert-quilligan = Robert Quilligan: Robert Quilligan | Quilligan",
        ],
    );
}

#[test]
fn a_bare_surname_is_the_leaders_among_namesakes_of_whom_no_table_knows() {
    are(
        "[P Angela Merkel] came. [P Zorbax Merkel], her host, waited. [P Merkel] sat down.",
        &["angela-merkel = Angela Merkel: Angela Merkel | Merkel", "zorbax-merkel = Zorbax Merkel: Zorbax Merkel"],
    );
    // Who speaks was introduced just before; and a leader who is told later was not yet meant.
    are(
        "[P Angela Merkel] came. [P Zorbax Merkel], her host, waited. [P Merkel] said he was glad.",
        &["angela-merkel = Angela Merkel: Angela Merkel", "zorbax-merkel = Zorbax Merkel: Zorbax Merkel | Merkel"],
    );
    are(
        "[P Zorbax Merkel] waited. [P Merkel] sat down. [P Angela Merkel] came.",
        &["zorbax-merkel = Zorbax Merkel: Zorbax Merkel | Merkel", "angela-merkel = Angela Merkel: Angela Merkel"],
    );
}

#[test]
fn a_relative_brought_in_by_the_way_does_not_take_the_surname_over() {
    are(
        "[P Maria Quilligan] spoke with her father, [P Zorbax Quilligan]. [P Quilligan] left.",
        &[
            "maria-quilligan = Maria Quilligan: Maria Quilligan | Quilligan",
            "zorbax-quilligan = Zorbax Quilligan: Zorbax Quilligan",
        ],
    );
}

#[test]
fn forms_of_address_tell_a_couple_apart() {
    are(
        "[P John Quilligan] came with [P Mary Quilligan]. Mr [P Quilligan] sat. Mrs [P Quilligan] stood.",
        &[
            "john-quilligan = John Quilligan: John Quilligan | Quilligan",
            "mary-quilligan = Mary Quilligan: Mary Quilligan | Quilligan",
        ],
    );
    are(
        "[P Mr Quilligan] sat. [P Mrs Quilligan] stood.",
        &["mr-quilligan = Mr Quilligan: Mr Quilligan", "mrs-quilligan = Mrs Quilligan: Mrs Quilligan"],
    );
    are("[P Mr Quilligan] sat. [P Quilligan] stood.", &["quilligan = Quilligan: Mr Quilligan | Quilligan"]);
    are(
        "[P John] and [P Mary Quilligan] came. [P John Quilligan] sat. The [P Quilligans] left.",
        &[
            "john-quilligan = John Quilligan: John | John Quilligan",
            "mary-quilligan = Mary Quilligan: Mary Quilligan",
            "quilligans = Quilligans: Quilligans",
        ],
    );
}

#[test]
fn mrs_quilligan_is_not_the_only_quilligan_if_he_is_a_man() {
    are(
        "[P John Quilligan] sat. Mrs [P Quilligan] stood.",
        &["john-quilligan = John Quilligan: John Quilligan", "mrs-quilligan = Mrs Quilligan: Quilligan"],
    );
}

#[test]
fn a_first_name_alone_is_who_was_introduced_with_it() {
    are("[P Maria Quilligan] sat. [P Maria] slept.", &["maria-quilligan = Maria Quilligan: Maria Quilligan | Maria"]);
    are(
        "[P Maria Quilligan] met [P Maria Zorbax]. [P Maria] slept.",
        &[
            "maria-quilligan = Maria Quilligan: Maria Quilligan",
            "maria-zorbax = Maria Zorbax: Maria Zorbax",
            "maria = Maria: Maria",
        ],
    );
}

#[test]
fn states_capitals_and_groups_have_many_spellings() {
    are(
        "[L US], [L U.S.], [L USA], [L United States]",
        &["united-states = United States: US | U.S. | USA | United States"],
    );
    are("[L Kiev] or [L Kyiv]", &["kyiv = Kyiv: Kiev | Kyiv"]);
    are(
        "[O Jebhat al-Nusra], [O dzhebhat EN-Nusra], [O Jabhat al-Nusra], [O Djebhat en-Nusrah]",
        &[
            "jabhat-al-nusra = Jabhat al-Nusra: Jebhat al-Nusra | dzhebhat EN-Nusra | Jabhat al-Nusra | Djebhat en-Nusrah",
        ],
    );
}

#[test]
fn an_abbreviation_is_its_long_form_wherever_it_stands() {
    are(
        "[O ZBQW] spoke. The [O Zorbax Board for the Quilling of Wool] ([O ZBQW]) answered. [O ZBQW] left.",
        &[
            "zorbax-board-for-the-quilling-of-wool = Zorbax Board for the Quilling of Wool: ZBQW | Zorbax Board for the Quilling of Wool | ZBQW | ZBQW",
        ],
    );
    are(
        "The [O Zorbax Quilling Board] answered. [O ZQB] left.",
        &["zorbax-quilling-board = Zorbax Quilling Board: Zorbax Quilling Board | ZQB"],
    );
    are(
        "The [O Zorbax Quilling Board] met the [O Zeta Quartz Bank]. [O ZQB] left.",
        &[
            "zorbax-quilling-board = Zorbax Quilling Board: Zorbax Quilling Board",
            "zeta-quartz-bank = Zeta Quartz Bank: Zeta Quartz Bank",
            "zqb = ZQB: ZQB",
        ],
    );
    are(
        "The [O Organisation for the Prohibition of Chemical Weapons] ([O OPCW]) is the [O OPCW].",
        &["opcw = OPCW: Organisation for the Prohibition of Chemical Weapons | OPCW | OPCW"],
    );
}

#[test]
fn spellings_of_english_are_one_and_a_province_is_not_its_town() {
    are(
        "[O Quill Organisation] and [O Quill Organization]; [O QUILL ORGANISATION]; the [O Ministry] and the [O Quill Ministry]",
        &[
            "quill-organisation = Quill Organisation: Quill Organisation | Quill Organization | QUILL ORGANISATION",
            "ministry = Ministry: Ministry",
            "quill-ministry = Quill Ministry: Quill Ministry",
        ],
    );
    are("[L Homs province] and [L Homs]", &["homs-province = Homs Province: Homs province", "homs = Homs: Homs"]);
}

#[test]
fn a_person_and_a_place_of_one_name_are_two() {
    are(
        "[P Zorbax] said so in [L Zorbax]. Later [P Zorbax] left.",
        &["zorbax-person = Zorbax: Zorbax | Zorbax", "zorbax = Zorbax: Zorbax"],
    );
    are(
        "[P Florence] said so in [L Florence].",
        &["florence-person = Florence: Florence", "florence = Florence: Florence"],
    );
}

#[test]
fn a_person_called_like_what_the_tables_know_is_told_apart_in_every_story() {
    are("[P Jordan] told them.", &["jordan-person = Jordan: Jordan"]);
    are("[P Maria Jordan] came. [P Jordan] told them.", &["maria-jordan = Maria Jordan: Maria Jordan | Jordan"]);
}

#[test]
fn a_name_that_is_mostly_of_one_kind_is_of_that_kind() {
    are("[O Quillon] and [P Quillon] and [O Quillon].", &["quillon = Quillon: Quillon | Quillon | Quillon"]);
}
