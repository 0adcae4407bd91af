//! ZIP, as far as it takes to put an input into one.

use flate2::Crc;

/// An archive of these files, which are not packed; of files with the same name, the last.
pub fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let length = |length: usize| u32::try_from(length).expect("a short input").to_le_bytes();
    let mut archive = Vec::new();
    let mut list = Vec::new();
    let mut count = 0_u16;
    for (number, (name, bytes)) in files.iter().enumerate() {
        if files[number + 1..].iter().any(|later| later.0 == *name) {
            continue;
        }
        let mut sum = Crc::new();
        sum.update(bytes);
        let mut about = vec![20, 0, 0, 0, 0, 0, 0, 0, 33, 0]; // version, flags, method, time, and a day
        about.extend(sum.sum().to_le_bytes());
        about.extend([length(bytes.len()), length(bytes.len())].concat());
        about.extend([&length(name.len())[..2], &[0, 0]].concat());
        list.extend(b"PK\x01\x02\x14\0");
        list.extend(&about);
        list.extend([0; 10]); // no comment, the first disk, no attributes
        list.extend(length(archive.len()));
        list.extend(name.as_bytes());
        archive.extend(b"PK\x03\x04");
        archive.extend(about);
        archive.extend(name.as_bytes());
        archive.extend(*bytes);
        count += 1;
    }
    let end = [&[0; 4][..], &count.to_le_bytes(), &count.to_le_bytes()].concat();
    let places = [length(list.len()), length(archive.len())].concat();
    [&archive[..], &list, b"PK\x05\x06", &end, &places, &[0; 2]].concat()
}
