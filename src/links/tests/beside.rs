//! What two stories are explained by, beside what they say themselves.

use super::*;
use crate::links::around::Around;
use crate::links::tellings::Tellings;

#[test]
fn how_often_people_meet_is_the_same_whoever_else_is_counted() {
    let mut stories = vec![
        dated("a.txt", WEDNESDAY, MET),
        dated("b.txt", "June 10, 2019", "Angela Merkel met Emmanuel Macron in Paris on Monday."),
        dated("c.txt", "June 11, 2019", "Angela Merkel met Theresa May and Emmanuel Macron in London on June 11."),
        dated("d.txt", "June 12, 2019", "Angela Merkel met Theresa May in London on June 12."),
        dated("e.txt", "June 12, 2019", "Emmanuel Macron met Angela Merkel."),
    ];
    connect(&mut stories, Facts::shipped());
    let all = Tellings::of(&stories);
    let everybody = Around::of(all.all());
    let ids = |number: usize| stories[number].meetings.iter().flat_map(|told| &told.participants).map(|who| &who.id);
    for (a, b) in [(0, 1), (0, 2), (1, 3), (2, 3), (0, 4)] {
        let people: Vec<&EntityId> = ids(a).chain(ids(b)).collect();
        let asked = Around::of_people(&stories, &people.iter().copied().collect());
        for (at, one) in people.iter().enumerate() {
            for other in people.iter().skip(at + 1) {
                let two = [*one, *other];
                assert_eq!(asked.days_together(&two), everybody.days_together(&two), "{two:?}");
                let again = |around: &Around<'_>| (17_000..19_000).filter(|day| around.met_again(&two, *day)).count();
                assert_eq!(again(&asked), again(&everybody), "{two:?}");
            }
        }
    }
}
