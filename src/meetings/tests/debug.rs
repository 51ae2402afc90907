use super::*;
#[test]
fn debug() {
    if let Ok(path) = std::env::var("DBG") {
        let article =
            crate::article::read("s.txt", Path::new("s.txt"), &std::fs::read(path).unwrap()).articles.remove(0);
        let annotations = crate::language::annotate(&article, Facts::shipped(), None);
        let scene = super::super::scene::Scene::new(&article, &annotations, Facts::shipped());
        for row in &scene.rows {
            eprintln!(
                "ROW story={} head={} {:?}",
                row.is_story,
                row.is_headline,
                (0..row.line.len()).map(|at| row.line.word(at)).collect::<Vec<_>>()
            );
            for a in &row.actors {
                eprintln!("   ACTOR {:?} {:?} {:?}", a.tokens, a.who, a.how);
            }
            for t in super::super::triggers::in_line(&row.line) {
                eprintln!("   TRIG {t:?}");
            }
        }
        for c in super::super::candidates::collect(&scene) {
            eprintln!(
                "  CAND {:?} {:?} {:?} {:?} when {:?} back {} def {} new {} sides {:?} place {:?} pair {:?}",
                c.kind,
                c.status,
                c.participants.iter().map(|p| p.id.to_string()).collect::<Vec<_>>(),
                c.ordinal,
                c.when.map(|w| w.interval.to_string()),
                c.points_back,
                c.is_definite,
                c.is_new,
                c.sides,
                c.place.map(|p| p.name),
                c.pair_before.iter().map(|p| p.id.to_string()).collect::<Vec<_>>()
            );
        }
        return;
    }
    for body in [
        "Let me count how many rounds it takes. The twenty-fourth was on January 9 to 11 and gave us a photo.",
        "Negotiators for the Philippine government and the communist National Democratic Front wrapped up a week of formal talks near Oslo on Monday with a promise.",
        "President Bashar al-Assad received on Saturday evening at Tishreen Palace the Lebanese Prime Minister Saad al-Hariri, who is on a two-day visit to Syria.",
        "The chief of State Nicolas Sarkozy had himself received yesterday at Tripoli by Muammar Gaddafi, under the tent.",
        "Each of the two presidents, Heydar Aliyev and Robert Kocharyan, will be received.",
    ] {
        let article = crate::article::read(
            "s.txt",
            Path::new("s.txt"),
            format!("A busy week in the capitals of Europe\n\nWednesday, March 14, 2018\n\n{body}\n").as_bytes(),
        )
        .articles
        .remove(0);
        let annotations = crate::language::annotate(&article, Facts::shipped(), None);
        let scene = super::super::scene::Scene::new(&article, &annotations, Facts::shipped());
        for row in &scene.rows {
            eprintln!(
                "ROW story={} head={} {:?}",
                row.is_story,
                row.is_headline,
                (0..row.line.len()).map(|at| row.line.word(at)).collect::<Vec<_>>()
            );
            for a in &row.actors {
                eprintln!("   ACTOR {:?} {:?} {:?}", a.tokens, a.who, a.how);
            }
            for t in super::super::triggers::in_line(&row.line) {
                eprintln!("   TRIG {t:?}");
            }
        }
        for c in super::super::candidates::collect(&scene) {
            eprintln!(
                "  CAND {:?} {:?} {:?} {:?} when {:?} back {} def {}",
                c.kind,
                c.status,
                c.participants.iter().map(|p| p.id.to_string()).collect::<Vec<_>>(),
                c.ordinal,
                c.when.map(|w| w.interval.to_string()),
                c.points_back,
                c.is_definite
            );
        }
    }
}
