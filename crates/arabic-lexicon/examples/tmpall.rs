use arabic_lexicon::Lexicon;
fn main() {
    let lexicon = Lexicon::built_in();
    for line in std::io::stdin().lines() {
        let form = line.unwrap();
        let mut all = lexicon.analyze_all(&form);
        let kept: Vec<_> = lexicon.analyze(&form).iter().map(|a| a.lexeme).collect();
        all.sort_by_key(|a| a.cost);
        let best = all.first().map_or(0, |a| a.cost);
        let mut out = String::new();
        for a in all.iter().take(9) {
            if let Some(l) = lexicon.lexeme(a.lexeme) {
                out += &format!(" {}{}/{}/{:?}+{}s{}{}", &form[..a.proclitics], l.lemma, l.class.part_of_speech(), a.role, a.cost-best, a.slips, if kept.contains(&a.lexeme) {"*"} else {""});
            }
        }
        println!("{form}:{out}");
    }
}
