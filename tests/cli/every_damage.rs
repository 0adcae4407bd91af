//! Files of every kind, each damaged in many ways: a run ends over them, and sound files beside them are found.

use std::collections::BTreeSet;
use std::time::Duration;

use super::every_kind::{SENTENCES, files_with, on_disk, sandbox};

/// What a run over all damaged files may take; a debug build on a busy machine needs a part of it.
const LONGEST: Duration = Duration::from_secs(500);

/// In so many ways each file is damaged.
const WAYS: usize = 20;

/// The next number of a row that is the same in each run.
fn next(state: &mut u64) -> usize {
    *state = state
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*state >> 33).unwrap()
}

/// `bytes` damaged in the way of this number.
fn damaged(bytes: &[u8], way: usize, state: &mut u64) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let length = bytes.len();
    let place = next(state) % length;
    let run = (1 + next(state) % 64).min(length - place);
    match way {
        // The beginning, up to an eighth of it more each time.
        0..=6 => bytes.truncate(length * (way + 1) / 8),
        7 => bytes.truncate(length - 1),
        8 => bytes.truncate(place),
        9..=11 => bytes[place] ^= 1 << (next(state) % 8),
        12 | 13 => {
            // In its first bytes are lengths and places.
            let place = next(state) % length.min(64);
            bytes[place] = 0xFF;
        }
        14 => bytes[place..place + run].fill(0xFF),
        15 => bytes[place..place + run].fill(0),
        16 => {
            let piece = bytes[place..].to_vec();
            bytes.extend(piece);
        }
        17 => drop(bytes.drain(place..place + run)),
        // In its last bytes are those of archives.
        18 => {
            let place = length - 1 - next(state) % length.min(64);
            bytes[place] ^= 0x80;
        }
        _ => bytes.reverse(),
    }
    bytes
}

#[test]
fn damaged_files_hide_no_sound_ones() {
    let (sandbox, names) = sandbox();
    let mut state = 20;
    for name in &names {
        let bytes = std::fs::read(sandbox.path(&format!("files/{name}"))).unwrap();
        for way in 0..WAYS {
            let damaged = damaged(&bytes, way, &mut state);
            sandbox.write(&format!("files/damaged/{way}/{name}"), damaged);
        }
    }
    let output = sandbox
        .command(&["index", "files"])
        .timeout(LONGEST)
        .output()
        .unwrap();
    // All ends of its own are; a signal or a panic is none.
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"));
    for sentence in SENTENCES {
        let found = files_with(&sandbox, sentence);
        let sound = found
            .iter()
            .filter(|path| !path.starts_with("files/damaged/"));
        let found: BTreeSet<String> = sound.map(|path| on_disk(path)).collect();
        let missing: Vec<&String> = names.iter().filter(|name| !found.contains(*name)).collect();
        assert!(missing.is_empty(), "{sentence}: {missing:?}");
    }
    assert!(sandbox.stdout(&["check"]).starts_with("sound"));
}
