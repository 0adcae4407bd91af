//! Zones by name.

use super::sandbox::Sandbox;

#[test]
fn zones_can_be_asked_for_by_name() {
    let sandbox = Sandbox::new();
    let text = "أسعار القمح ترتفع\n\nروما (رويترز) - قالت المنظمة إن أسعار القمح ارتفعت في مارس مقارنة بالشهر الماضي.\n\n\
                وأضافت أن المخزون انخفض إلى أدنى مستوى له منذ سنوات بسبب الجفاف الطويل.\n\nكلمات دلالية: تجارة، مخزون\n\n\
                اقرأ أيضا:\n\n* البنك المركزي يرفع الفائدة على الودائع\n* منتخب الشباب يفوز بالبطولة الأولى\n";
    sandbox.write("001.txt", text);
    let line = "{\"id\":\"002\",\"title\":\"زيارة رسمية\",\"text\":\"وصل الوفد اليوم.\",\"source\":\"Sputnik\"}";
    sandbox.write("c.jsonl", line);
    sandbox.stdout(&["index", "001.txt", "c.jsonl"]);
    for (query, found) in [
        ("القمح in:title", "001"),
        ("الفائدة", ""),
        ("الفائدة in:related", "001"),
        ("=الفائدة in:related", "001"),
        ("\"الفائدة على الودائع\" in:all", "001"),
        ("tag:تجارة", "001"),
        ("tag:القمح", ""),
        ("تجارة in:body", ""),
        ("مخزون in:body", "001"),
        ("\"أسعار القمح\" in:body", "001"),
        ("=ترتفع in:body", ""),
        ("source:رويترز", "001"),
        ("source:القمح", ""),
        ("source:سبوتنيك", "c.j"),
        ("source:=Sputnik", "c.j"),
    ] {
        assert_eq!(sandbox.found(&[query]), found, "{query}");
    }
    assert_eq!(
        sandbox.found(&["الفائدة", "--zones", "related,tags"]),
        "001"
    );
    insta::assert_snapshot!(sandbox.run(&["search", "الفائدة", "--format", "json"]), @r#"
    exit 1
    --- stdout
    {"version":1,"type":"summary","query":"الفائدة","total":0,"stories":0,"elsewhere":1,"undated":0,"offset":0,"shown":0}
    --- stderr
    "#);
    insta::assert_snapshot!(sandbox.run(&["search", "x", "--zones", "menu"]), @r#"
    exit 2
    --- stdout
    --- stderr
    error: invalid value 'menu' for '--zones <LIST>': there is no zone "menu"; the zones are title, dateline, body, tags, source, related, furniture, and all

    For more information, try '--help'.
    "#);
}
