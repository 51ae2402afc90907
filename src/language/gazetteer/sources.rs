//! Which table of `tables/` holds what: the list by which the build script, and it alone, fills the gazetteer.

use super::class::{self, Classes};

/// What the phrases of a table's columns are; `None` where the fourth column tells.
pub(crate) const CLASSES: &[(&str, &[usize], Option<Classes>)] = &[
    ("states.tsv", &[1, 3], Some(class::STATE)),
    ("states.tsv", &[4], Some(class::DEMONYM)),
    ("states.tsv", &[5], Some(class::TOWN)),
    ("states.tsv", &[6], Some(class::SEAT)),
    ("offices.tsv", &[1], Some(class::TITLE)),
    ("holders.tsv", &[2, 3], Some(class::PERSON)),
    ("holders.tsv", &[4], Some(class::FAMILY_NAME)),
    ("organisations.tsv", &[1, 2], None),
    ("agencies.tsv", &[1, 2], Some(class::OUTLET)),
    ("places.tsv", &[1, 2], None),
    ("armed_groups.txt", &[0], Some(class::ARMED_GROUP)),
    ("bodies.txt", &[0], Some(class::BODY)),
    ("clubs.txt", &[0], Some(class::CLUB)),
    ("companies.txt", &[0], Some(class::COMPANY)),
    ("documents.txt", &[0], Some(class::DOCUMENT)),
    ("events.txt", &[0], Some(class::EVENT)),
    ("facilities.txt", &[0], Some(class::FACILITY)),
    ("family_names.txt", &[0], Some(class::FAMILY_NAME)),
    ("given_names.txt", &[0], Some(class::GIVEN_NAME)),
    ("given_names_more.txt", &[0], Some(class::GIVEN_NAME)),
    ("groups.txt", &[0], Some(class::GROUP)),
    ("institutions.txt", &[0], Some(class::INSTITUTION)),
    ("landforms.txt", &[0], Some(class::LANDFORM)),
    ("outlets.txt", &[0], Some(class::OUTLET)),
    ("parties.txt", &[0], Some(class::PARTY)),
    ("people.txt", &[0], Some(class::PERSON)),
    ("products.txt", &[0], Some(class::PRODUCT)),
    ("regions.txt", &[0], Some(class::REGION)),
    ("towns.txt", &[0], Some(class::TOWN)),
    ("words_of_calendar.txt", &[0], Some(class::CALENDAR)),
    ("words_of_documents.txt", &[0], Some(class::DOCUMENT_WORD)),
    ("words_of_english.txt", &[0], Some(class::COMMON_WORD)),
    ("words_of_events.txt", &[0], Some(class::EVENT_WORD)),
    ("words_of_organisations.txt", &[0], Some(class::ORGANISATION_WORD)),
    ("words_of_people.txt", &[0], Some(class::NAME_PARTICLE)),
    ("words_of_places.txt", &[0], Some(class::PLACE_WORD)),
];

/// The class that a table's fourth column tells, if it is a known one.
pub(crate) fn class_told(kind: &str) -> Option<Classes> {
    Some(match kind {
        "international" | "government" | "parliament" | "court" | "agency" => class::BODY,
        "party" => class::PARTY,
        "armed-group" => class::ARMED_GROUP,
        "company" | "bank" => class::COMPANY,
        "other" => class::INSTITUTION,
        "city" => class::TOWN,
        "region" => class::REGION,
        "sea" | "river" | "mountain" | "island" => class::LANDFORM,
        "building" | "facility" => class::FACILITY,
        _ => return None,
    })
}
