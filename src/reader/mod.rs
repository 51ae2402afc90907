//! The terminal reader: keys in, screens out.
