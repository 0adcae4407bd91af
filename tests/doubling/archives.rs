//! Archives that unpack to much, and their memory.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use tar::{EntryType, Header};

use super::memory::{MOST, peak};

/// So many MiB of zeros are much for a name, and little for a test.
const MUCH: u64 = 40;

/// What a run may take with such a name, in MiB; one that has it in memory takes more.
const LITTLE: u64 = 90;

/// What `write` writes, packed: zeros become a thousandth.
fn gzip(write: impl FnOnce(&mut GzEncoder<Vec<u8>>)) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    write(&mut packer);
    packer.finish().unwrap()
}

fn zeros(output: &mut impl Write, mebibytes: u64) {
    let block = vec![0; 1 << 20];
    for _ in 0..mebibytes {
        output.write_all(&block).unwrap();
    }
}

fn header(name: &str, kind: EntryType, size: u64) -> Header {
    let mut header = Header::new_gnu();
    header.set_path(name).unwrap();
    header.set_entry_type(kind);
    header.set_size(size);
    header.set_cksum();
    header
}

/// A text in a tar.
fn text(output: &mut impl Write, name: &str) {
    let mut block = "بغداد عاصمة".as_bytes().to_vec();
    let header = header(name, EntryType::Regular, block.len() as u64);
    block.resize(512, 0);
    output.write_all(header.as_bytes()).unwrap();
    output.write_all(&block).unwrap();
}

#[test]
fn long_names_in_tar() {
    for kind in [
        EntryType::GNULongName,
        EntryType::GNULongLink,
        EntryType::XHeader,
        EntryType::XGlobalHeader,
    ] {
        let bytes = gzip(|output| {
            text(output, "a.txt");
            output
                .write_all(header("x", kind, MUCH << 20).as_bytes())
                .unwrap();
            zeros(output, MUCH);
            text(output, "b.txt");
            text(output, "c.txt");
            output.write_all(&[0; 1024]).unwrap();
        });
        let (peak, said) = peak("a.tar.gz", &bytes);
        assert!(peak < LITTLE, "{kind:?}: {peak} MiB\n{said}");
        let has_name = kind == EntryType::XGlobalHeader;
        let told =
            said.contains("skipped: news/a.tar.gz/b.txt: its name is longer than 4096 bytes");
        assert!(told != has_name, "{kind:?}: {said}");
        let articles = if has_name { "3 articles" } else { "2 articles" };
        assert!(said.contains(articles), "{kind:?}: {said}");
    }
}

#[test]
fn lists_of_holes_in_tar() {
    let bytes = gzip(|output| {
        let mut sparse = header("holes.txt", EntryType::GNUSparse, 0);
        sparse.as_gnu_mut().unwrap().set_is_extended(true);
        sparse.set_cksum();
        output.write_all(sparse.as_bytes()).unwrap();
        let mut block = [b'0'; 512];
        block[504..].fill(1);
        for _ in 0..50_000 {
            output.write_all(&block).unwrap();
        }
        output.write_all(&[0; 512]).unwrap();
        text(output, "a.txt");
        output.write_all(&[0; 1024]).unwrap();
    });
    let (peak, said) = peak("a.tar.gz", &bytes);
    assert!(peak < MOST, "{peak} MiB\n{said}");
    assert!(
        said.contains("skipped: news/a.tar.gz/holes.txt: a file with holes"),
        "{said}"
    );
    assert!(said.contains("1 article "), "{said}");
}

#[test]
fn files_that_unpack_to_much() {
    let lines = gzip(|output| zeros(output, 80));
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated);
    for name in ["a.txt", "b.txt", "c.txt"] {
        zip.start_file(name, options).unwrap();
        zip.write_all("بغداد".as_bytes()).unwrap();
        zip.start_file(format!("{name}.jsonl"), options).unwrap();
        zeros(&mut zip, 25);
    }
    let zip = zip.finish().unwrap().into_inner();
    for (name, bytes) in [("a.jsonl.gz", lines), ("a.zip", zip)] {
        let (peak, said) = peak(name, &bytes);
        assert!(peak < MOST, "{name}: {peak} MiB\n{said}");
        let reason = format!("skipped: news/{name}: it unpacks to more than 64 MiB");
        assert!(said.contains(&reason), "{said}");
    }
}

#[test]
fn an_object_that_is_larger_than_the_memory() {
    let mut json = b"{\"about\": \"".to_vec();
    json.resize(100 << 20, b'a');
    json.extend("\", \"articles\": [{\"text\": \"بغداد\"},\n{\"text\": \"عمان\"}]}".as_bytes());
    let (peak, said) = peak("a.json", &json);
    assert!(peak < MOST, "{peak} MiB\n{said}");
    assert!(said.contains("2 articles "), "{said}");
}

/// A zip whose files are all the same bytes of it.
fn shared(count: usize) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated);
    zip.start_file("0000.txt", options).unwrap();
    zip.write_all("بغداد عاصمة".as_bytes()).unwrap();
    let zip = zip.finish().unwrap().into_inner();
    let list = zip
        .windows(4)
        .rposition(|bytes| bytes == b"PK\x01\x02")
        .unwrap();
    let end = zip
        .windows(4)
        .rposition(|bytes| bytes == b"PK\x05\x06")
        .unwrap();
    let mut bytes = zip[..list].to_vec();
    for number in 0..count {
        let mut entry = zip[list..end].to_vec();
        entry.splice(46..50, format!("{number:04}").bytes());
        bytes.extend(entry);
    }
    let mut tail = zip[end..].to_vec();
    let number = u16::try_from(count).unwrap().to_le_bytes();
    let length = u32::try_from(bytes.len() - list).unwrap().to_le_bytes();
    tail.splice(8..16, [number.as_slice(), &number, &length].concat());
    [bytes, tail].concat()
}

#[test]
fn files_that_share_their_bytes() {
    let (_, said) = peak("a.zip", &shared(200));
    let reason = "it shares its bytes with another file of the archive";
    assert!(
        said.contains(&format!("skipped: news/a.zip/0001.txt: {reason}")),
        "{said}"
    );
    assert!(said.contains("1 article "), "{said}");
}
