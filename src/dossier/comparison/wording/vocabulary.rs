//! Words that mean little by themselves, and words of news prose that translators choose between. Both lists are our own.

/// Whether a folded word says nothing by itself.
pub(super) fn is_empty_word(word: &str) -> bool {
    EMPTY.binary_search(&word).is_ok()
}

/// Ascending.
const EMPTY: &[&str] = &[
    "a", "about", "above", "after", "again", "all", "almost", "along", "already", "also", "although", "always", "am",
    "among", "an", "and", "another", "any", "are", "around", "as", "at", "away", "back", "be", "because", "been",
    "before", "being", "between", "both", "but", "by", "came", "can", "cannot", "come", "comes", "could", "did", "do",
    "does", "doing", "done", "down", "during", "each", "either", "even", "ever", "every", "few", "for", "from", "get",
    "give", "given", "go", "goes", "going", "got", "had", "has", "have", "having", "he", "her", "here", "him", "his",
    "how", "however", "i", "if", "in", "into", "is", "it", "its", "itself", "just", "like", "made", "make", "makes",
    "many", "may", "me", "might", "more", "most", "much", "must", "my", "now", "of", "off", "on", "once", "one",
    "only", "or", "other", "others", "our", "out", "over", "own", "per", "put", "quite", "rather", "really", "said",
    "same", "say", "says", "see", "shall", "she", "should", "since", "so", "some", "still", "such", "take", "taken",
    "than", "that", "the", "their", "them", "then", "there", "these", "they", "thing", "things", "this", "those",
    "through", "thus", "to", "together", "too", "took", "toward", "towards", "under", "until", "up", "upon", "us",
    "very", "was", "way", "we", "well", "were", "what", "when", "where", "whether", "which", "while", "who", "whom",
    "whose", "why", "will", "with", "within", "without", "would", "yes", "yet", "you", "your",
];

/// Words that say nearly the same, a line a group. No word stands in two groups, nor do two words of one stem.
pub(super) const SYNONYMS: &str = "\
begin start launch commence
end finish conclude complete cease
help aid assist
agreement accord pact deal treaty
soldier troop
country state
big large huge great major
small little minor
important significant key crucial vital
quick fast rapid swift
kill slay
house home
ship vessel boat
child kid
buy purchase
need require necessary
want wish desire
try attempt
show demonstrate
build construct
fight combat battle
defend protect
safe secure
talk negotiate
discuss debate
goal aim objective
problem question issue
solve resolve settle
reach achieve attain
continue proceed
stop halt
prevent avert
rise grow increase
fall drop decline decrease
ready prepared
happy pleased glad delighted
sad sorry regret
hope expect
believe think consider
idea thought
work labour labor
money fund
rich wealthy
hard difficult tough
easy simple
people citizen
joint common mutual
free liberate
return restore
area region zone
choose elect
leave depart withdraw
meet encounter
speak address
answer reply respond
ask request
near close
hurt injure wound
fire blaze
road path
sure certain
new fresh
old former
mistake error
main chief principal
strengthen bolster reinforce
weaken undermine
sustain maintain preserve keep
give provide supply
allow let permit
ban forbid prohibit
danger threat risk
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_empty_words_can_be_searched() {
        assert!(EMPTY.is_sorted(), "{:?}", EMPTY.windows(2).find(|two| two[0] >= two[1]));
        assert!(is_empty_word("would") && !is_empty_word("harbour"));
    }
}
