//! The readings of each word: `analyze WORD…`.

use arabic_lexicon::Lexicon;

fn main() {
    let lexicon = Lexicon::built_in();
    for form in std::env::args().skip(1) {
        println!("{form}");
        for analysis in lexicon.analyze(&form) {
            if let Some(lexeme) = lexicon.lexeme(analysis.lexeme) {
                let proclitics = &form[..analysis.proclitics];
                let stem = &form[analysis.proclitics..analysis.stem_end];
                let suffix = &form[analysis.stem_end..];
                println!(
                    "  {} {:?} {proclitics}+{stem}+{suffix} {:?} slips {} cost {}",
                    lexeme.lemma, lexeme.class, analysis.kind, analysis.slips, analysis.cost
                );
            }
        }
    }
}
