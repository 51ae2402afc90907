//! Files and folders that are their owner's alone.
//!
//! **In:** a path. **Out:** the folder or the file there, made with rights for its owner only where the system knows
//! owners; or one that is there already, with no rights for others any more. **Why:** notes, and what someone reads, are nobody else's business on a machine that many use.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, Write as _};
#[cfg(unix)]
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::Path;

/// The rights of everybody but the owner.
#[cfg(unix)]
const OF_OTHERS: u32 = 0o077;

/// Makes a folder and those above it, where they are not there yet; one that is there keeps its rights.
pub fn make_folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    builder.mode(0o700);
    builder.create(path)
}

/// Makes an empty file where there is none; one that is there stays as it is.
pub fn make_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    options.mode(0o600);
    options.open(path)
}

/// Makes a file where there is none, and fails with [`AlreadyExists`](io::ErrorKind::AlreadyExists) where there is one.
pub fn new_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    options.mode(0o600);
    options.open(path)
}

/// Takes the rights of others from a file or folder that is there, where it is the own one of whoever runs the program. A
/// link is not followed: what it leads to is someone else's business. It fails where nothing is there.
#[cfg(unix)]
pub fn claim(path: &Path) -> io::Result<()> {
    let about = std::fs::symlink_metadata(path)?;
    let is_kept_here = about.is_file() || about.is_dir();
    if !is_kept_here || about.mode() & OF_OTHERS == 0 || about.uid() != rustix::process::geteuid().as_raw() {
        return Ok(());
    }
    // Whatever has taken its place meanwhile keeps its rights: they are changed of what was looked at, not of a name.
    let opened = OpenOptions::new().read(true).open(path)?;
    let now = opened.metadata()?;
    if (now.dev(), now.ino()) == (about.dev(), about.ino()) {
        let mut rights = now.permissions();
        rights.set_mode(rights.mode() & !OF_OTHERS);
        opened.set_permissions(rights)?;
    }
    Ok(())
}

/// As where the system knows owners: here there is nothing to take.
#[cfg(not(unix))]
pub fn claim(_path: &Path) -> io::Result<()> {
    Ok(())
}

/// Writes a file of its own, in place of what was there.
pub fn write_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    options.mode(0o600);
    options.open(path)?.write_all(bytes)
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::*;

    fn rights(path: &Path) -> u32 {
        fs::metadata(path).unwrap().mode() & 0o777
    }

    /// A folder of its own.
    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("dateline-private-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn what_was_open_to_everybody_is_its_owner_s_alone_once_it_is_claimed() {
        let folder = folder("open");
        let file = folder.join("state.db");
        fs::write(&file, "x").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
        claim(&file).unwrap();
        claim(&folder).unwrap();
        assert_eq!((rights(&file), rights(&folder)), (0o600, 0o700));
        assert!(claim(&folder.join("nothing")).is_err());
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn what_a_link_leads_to_keeps_its_rights() {
        let folder = folder("link");
        let (other, link) = (folder.join("other.txt"), folder.join("state.db"));
        fs::write(&other, "x").unwrap();
        fs::set_permissions(&other, fs::Permissions::from_mode(0o644)).unwrap();
        std::os::unix::fs::symlink(&other, &link).unwrap();
        claim(&link).unwrap();
        assert_eq!(rights(&other), 0o644);
        fs::remove_dir_all(&folder).unwrap();
    }
}
