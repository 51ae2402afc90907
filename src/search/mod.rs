//! A query and a library in, the stories that match out, best first.
