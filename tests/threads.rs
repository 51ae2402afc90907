//! Stories are read side by side. Does it show how many threads there were?

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod folder;

use dateline::library::Library;
use folder::Folder;

/// People who are spelled in several ways, called by surname or described in some stories, and meet in all.
const STORIES: &[(&str, &str)] = &[
    (
        "quay.txt",
        "OSLO, May 3, 2016 (Northwire) - Maria Quilligan met Sergey Quillyev in Oslo on Tuesday. The two talked for an hour. \
         Quilligan flew home.\n",
    ),
    (
        "pier.txt",
        "OSLO, May 4, 2016 (Harbour News) - Sergei Quilliev said his talks with M. Quilligan in Oslo on Tuesday were long. He \
         will meet Angela Merkel in Berlin on Friday.\n",
    ),
    (
        "lock.txt",
        "BERLIN, May 7, 2016 (Northwire) - The German chancellor met Quilliev in Berlin on Friday. Sergei K. Quilliev thanked \
         Merkel.\n",
    ),
    ("dock.txt", "The Zorbax Board for Wool (ZBW) met Maria J. Quilligan on May 9, 2016. ZBW members left.\n"),
    (
        "weir.txt",
        "BERLIN, May 10 (Harbour News) - ZBW said nothing. Zorbax is a town. Quilligan met Merkel on Monday.\n",
    ),
    (
        "ford.txt",
        "Zorbax said he had met Zorbax people in Zorbax. Angela Merkel called Sergey Quillyev on May 11, 2016.\n",
    ),
];

#[test]
fn what_is_read_and_linked_does_not_depend_on_the_number_of_threads() {
    let all = (0..4).flat_map(|copy| STORIES.iter().map(move |(name, text)| (format!("{copy}-{name}"), *text)));
    let folder = all.fold(Folder::new(), |folder, (name, text)| folder.with(name, text));
    let open = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| Library::open(&[folder.path().to_owned()], &|_| ()).unwrap())
    };
    let (alone, together) = (open(1), open(4));
    assert!(!alone.connections.meetings.is_empty());
    assert_eq!(alone.connections, together.connections);
    assert_eq!(alone, together);
}
