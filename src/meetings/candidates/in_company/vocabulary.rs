//! The words by which two are told to be together, and those of what needs nobody to be there.
//!
//! **In:** nothing. **Out:** lists, each of one sort of sign. **Why:** the sentence is weighed by sorts of signs, and a word
//! more or less changes no rule.

/// How many they are.
pub(super) const COUNTED: &[&str] = &["two", "pair", "three", "four"];

/// Behind these `the two` do nothing.
pub(super) const PREPOSITIONS: &[&str] =
    &["of", "between", "by", "for", "to", "with", "from", "on", "than", "over", "about", "among"];

/// What `the two` may be called.
pub(super) const COUPLES: &[&str] = &[
    "men",
    "women",
    "leaders",
    "presidents",
    "ministers",
    "heads",
    "premiers",
    "of",
    "statesmen",
    "chiefs",
    "envoys",
    "friends",
    "neighbours",
    "neighbors",
    "generals",
    "negotiators",
];

/// Verbs of speech and thought, which need nobody to be there.
pub(super) const SPEECH: &[&str] = &[
    "said",
    "says",
    "say",
    "saying",
    "announced",
    "believes",
    "believed",
    "thinks",
    "thought",
    "wrote",
    "writes",
    "noted",
    "accused",
    "criticised",
    "criticized",
    "praised",
    "blamed",
    "predicted",
    "called",
    "calls",
    "replied",
    "succeeded",
    "replaced",
    "defeated",
    "beat",
    "backed",
    "supported",
    "appointed",
    "named",
    "elected",
    "tweeted",
    "quoted",
    "mentioned",
    "remembered",
    "recalled",
    "known",
    "knew",
    "accompanied",
    "accompanying",
    "according",
    "sent",
    "wanted",
    "wants",
    "played",
    "worked",
    "fought",
    "competed",
    "recorded",
    "starred",
];

/// Verbs of being and having, which tell of no doing.
pub(super) const STATES: &[&str] = &[
    "was", "were", "is", "are", "be", "been", "has", "have", "had", "need", "needed", "remained", "seemed", "appeared",
    "died", "resigned", "kept", "avoided", "missed", "proposed", "demanded", "agreed", "thanked", "put", "reached",
    "left", "pulled", "fled", "lost", "won", "born", "ruled", "governed", "differed", "faced", "differ",
];

/// Past forms that do not end in `ed`.
pub(super) const STRONG: &[&str] = &[
    "ate", "became", "began", "bought", "brought", "built", "came", "caught", "chose", "drank", "drew", "drove", "fed",
    "felt", "flew", "found", "gave", "got", "heard", "held", "hid", "kept", "laid", "led", "left", "let", "lit",
    "made", "met", "put", "ran", "read", "rode", "rose", "sang", "sat", "saw", "set", "shook", "showed", "sought",
    "spent", "spoke", "stood", "swam", "swore", "threw", "told", "took", "went", "wore", "wrung", "rang",
];

/// Lengths of time in which people are together.
pub(super) const LENGTHS: &[&str] = &["hour", "hours", "minutes", "minute", "weekend"];

/// Parts of the day.
pub(super) const HOURS: &[&str] = &[
    "noon",
    "midday",
    "midnight",
    "morning",
    "afternoon",
    "forenoon",
    "evening",
    "night",
    "dawn",
    "dusk",
    "o'clock",
    "o’clock",
    "tonight",
    "sunset",
    "sunrise",
];

/// Meals, and what is on the table.
pub(super) const MEALS: &[&str] = &[
    "breakfast",
    "lunch",
    "luncheon",
    "dinner",
    "supper",
    "tea",
    "coffee",
    "banquet",
    "meal",
    "table",
    "dined",
    "ate",
    "drank",
    "toast",
    "wine",
    "barbecue",
    "picnic",
];

/// Houses and rooms.
pub(super) const HOUSES: &[&str] = &[
    "palace",
    "hotel",
    "villa",
    "residence",
    "desk",
    "room",
    "balcony",
    "terrace",
    "garden",
    "museum",
    "hall",
    "mansion",
    "lounge",
    "airport",
    "cabin",
    "yacht",
    "embassy",
    "consulate",
    "ministry",
    "chancellery",
    "castle",
    "library",
    "study",
    "guesthouse",
    "farm",
    "dacha",
    "chapel",
    "cathedral",
    "harbour",
    "harbor",
    "lodge",
    "inn",
    "restaurant",
];

/// Words of being together.
pub(super) const COMPANY: &[&str] =
    &["together", "alone", "privately", "interpreter", "interpreters", "tête-à-tête", "hand", "handshake", "aside"];

/// Verbs and nouns of ways that are gone together.
pub(super) const WAYS: &[&str] = &[
    "walked",
    "walk",
    "strolled",
    "stroll",
    "drove",
    "rode",
    "ride",
    "sailed",
    "travelled",
    "traveled",
    "toured",
    "tour",
    "boarded",
    "inspected",
    "climbed",
    "hiked",
    "skied",
    "swam",
    "planted",
];

/// Verbs that one does to whoever is there.
pub(super) const FACE_TO_FACE: &[&str] = &[
    "showed",
    "greeted",
    "welcomed",
    "embraced",
    "hugged",
    "kissed",
    "drove",
    "escorted",
    "entertained",
    "fed",
    "guided",
    "treated",
];

/// Through what two have to do with each other from afar, before a court or before the press, or each for himself (`own`).
pub(super) const APART_FROM: &[&str] = &[
    "letter",
    "letters",
    "telegram",
    "tweet",
    "twitter",
    "message",
    "interview",
    "waiting",
    "television",
    "screen",
    "judge",
    "magistrate",
    "court",
    "conference",
    "polls",
    "statement",
    "own",
];
