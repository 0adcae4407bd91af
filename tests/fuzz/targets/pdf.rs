//! PDF: as it is, and with the input for what a page shows and for the map of a font.

use super::reading::read;

/// The objects of a document around those that are the input.
const OBJECTS: &[&str] = &[
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/Contents 7 0 R/Resources<</Font<</F1 4 0 R/F2 5 0 R>>/Properties<</P<</ActualText(xy)>>>>>>>>",
    "<</Type/Font/Subtype/TrueType/BaseFont/X/ToUnicode 8 0 R>>",
    "<</Type/Font/Subtype/Type0/BaseFont/X/ToUnicode 8 0 R/DescendantFonts[6 0 R]>>",
    "<</Type/Font/Subtype/CIDFontType2/BaseFont/X/W[1[0 600 0]]>>",
];

/// What a page shows, and what its codes stand for.
const PAGE: &[u8] = b"BT /F1 12 Tf 0 -20 Td (abc) Tj /F2 12 Tf /Span<</ActualText(x)>> BDC [<00610062> -200 <0063>] TJ EMC ET";
const MAP: &[u8] = b"1 beginbfrange <61> <63> <0627> endbfrange 1 beginbfchar <0062> <> endbfchar";

pub fn run(input: &[u8]) {
    read("news.pdf", input);
    read("news.pdf", &document(input, MAP));
    read("news.pdf", &document(PAGE, input));
}

fn document(page: &[u8], map: &[u8]) -> Vec<u8> {
    let mut document = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    let streams = [page, map].map(|stream| {
        let head = format!("<</Length {}>>\nstream\n", stream.len());
        [head.as_bytes(), stream, b"\nendstream"].concat()
    });
    let objects = OBJECTS.iter().map(|object| object.as_bytes().to_vec());
    for (number, object) in (1..).zip(objects.chain(streams)) {
        places.push(format!("{:010} 00000 n \n", document.len()));
        let head = format!("{number} 0 obj\n");
        document.extend([head.as_bytes(), &object, b"\nendobj\n"].concat());
    }
    let (start, places) = (document.len(), places.concat());
    let end = format!(
        "xref\n0 9\n0000000000 65535 f \n{places}trailer\n<</Root 1 0 R/Size 9>>\nstartxref\n{start}\n%%EOF"
    );
    document.extend(end.as_bytes());
    document
}
