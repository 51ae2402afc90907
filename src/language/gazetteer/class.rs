//! The kinds of names that the gazetteer tells apart, as bits of one number.
//!
//! A phrase can have several: `Jackson` is a family name, a given name and a town. The bits stand for ever: trained
//! weights depend on them. A new class takes the next free bit.

/// What a phrase can be, one bit each.
pub(crate) type Classes = u32;

/// A given name.
pub(crate) const GIVEN_NAME: Classes = 1 << 0;
/// A family name.
pub(crate) const FAMILY_NAME: Classes = 1 << 1;
/// The full name of someone known.
pub(crate) const PERSON: Classes = 1 << 2;
/// An office, rank, trade or form of address.
pub(crate) const TITLE: Classes = 1 << 3;
/// A state or territory.
pub(crate) const STATE: Classes = 1 << 4;
/// A state's adjective or people.
pub(crate) const DEMONYM: Classes = 1 << 5;
/// An ethnic, religious or political group.
pub(crate) const GROUP: Classes = 1 << 6;
/// A town.
pub(crate) const TOWN: Classes = 1 << 7;
/// A province, federal state, county or region.
pub(crate) const REGION: Classes = 1 << 8;
/// A sea, lake, river, mountain, desert or island.
pub(crate) const LANDFORM: Classes = 1 << 9;
/// A building, bridge, airport, base or other facility.
pub(crate) const FACILITY: Classes = 1 << 10;
/// What stands for a state's government, such as `Kremlin`.
pub(crate) const SEAT: Classes = 1 << 11;
/// A company, bank or brand.
pub(crate) const COMPANY: Classes = 1 << 12;
/// A ministry, public agency, court, parliament or international organisation.
pub(crate) const BODY: Classes = 1 << 13;
/// A political party.
pub(crate) const PARTY: Classes = 1 << 14;
/// An armed group.
pub(crate) const ARMED_GROUP: Classes = 1 << 15;
/// A news agency, newspaper or broadcaster.
pub(crate) const OUTLET: Classes = 1 << 16;
/// A university, hospital, museum, church, trade union, think tank or other institution.
pub(crate) const INSTITUTION: Classes = 1 << 17;
/// A sports club, or a league or federation of them.
pub(crate) const CLUB: Classes = 1 << 18;
/// A war, holiday, competition, award or other event with a name.
pub(crate) const EVENT: Classes = 1 << 19;
/// A treaty, law, plan or work with a title.
pub(crate) const DOCUMENT: Classes = 1 << 20;
/// A product, weapon, vehicle or ship.
pub(crate) const PRODUCT: Classes = 1 << 21;
/// A word that ends or heads the names of organisations (`Council`, `Ministry`, `Inc`).
pub(crate) const ORGANISATION_WORD: Classes = 1 << 22;
/// A word that begins or ends the names of places (`Mount`, `River`, `Province`).
pub(crate) const PLACE_WORD: Classes = 1 << 23;
/// A word that ends or heads the names of events (`Summit`, `War`, `Cup`).
pub(crate) const EVENT_WORD: Classes = 1 << 24;
/// A word that ends or heads the names of documents (`Treaty`, `Act`, `Resolution`).
pub(crate) const DOCUMENT_WORD: Classes = 1 << 25;
/// A part of personal names that is no name by itself (`van`, `bin`, `Jr`).
pub(crate) const NAME_PARTICLE: Classes = 1 << 26;
/// A month, a day of the week, or another word of the calendar.
pub(crate) const CALENDAR: Classes = 1 << 27;
/// A common word of English, which a capital at the beginning of a sentence does not make a name.
pub(crate) const COMMON_WORD: Classes = 1 << 28;
/// Not a class: the phrase is written in capitals (`WHO`, `US`) in a table.
pub(crate) const IN_CAPITALS: Classes = 1 << 30;
/// Not a class: a longer phrase begins with this one.
pub(crate) const CONTINUES: Classes = 1 << 31;
