//! Texts and the identifiers that become of them.

use super::*;

#[test]
fn any_text_becomes_an_identifier() {
    for (text, case, expected) in [
        ("first_name", Case::Snake, "first_name"),
        ("type", Case::Snake, "r#type"),
        ("gen", Case::Snake, "r#gen"),
        ("self", Case::Snake, "self_"),
        ("Self", Case::Camel, "Self_"),
        ("+1", Case::Camel, "Plus1"),
        ("-1", Case::Camel, "Minus1"),
        ("-created-at", Case::Camel, "MinusCreatedAt"),
        ("+created_at", Case::Snake, "plus_created_at"),
        ("--created", Case::Camel, "Created"),
        ("2.25", Case::Camel, "N2_25"),
        ("-0.5", Case::Camel, "Minus0_5"),
        ("2024-01-01", Case::Camel, "N2024_01_01"),
        ("1st", Case::Snake, "_1st"),
        ("2fa", Case::Camel, "N2fa"),
        (">=", Case::Camel, "GreaterEqual"),
        ("", Case::Camel, "Empty"),
        ("*", Case::Snake, "star"),
        ("Ünïcode größe", Case::Snake, "ünïcode_größe"),
        ("名前", Case::Snake, "名前"),
        ("🎉", Case::Camel, "Symbol"),
        ("a\nb", Case::Snake, "a_b"),
        ("PhoneNumber", Case::Shouty, "PHONE_NUMBER"),
        ("1", Case::Shouty, "N_1"),
        ("名前", Case::Shouty, "N_名前"),
        ("名前", Case::Module, "u540d_u524d"),
        ("Größe b", Case::Module, "gr_uf6_udf_e_b"),
        ("á model", Case::Module, "ue1_model"),
        ("ﬁle²", Case::Snake, "file2"),
        ("IDs", Case::Snake, "ids"),
        ("userIDs", Case::Snake, "user_ids"),
        ("URLsOfIDs", Case::Shouty, "URLS_OF_IDS"),
        ("HTTPServer", Case::Snake, "http_server"),
        ("APIStatus", Case::Snake, "api_status"),
        ("OAuth2Token", Case::Module, "oauth2_token"),
        ("FOOAuth", Case::Snake, "foo_auth"),
        ("clientIPv4", Case::Snake, "client_ipv4"),
        ("OAuth2Token", Case::Camel, "OAuth2Token"),
    ] {
        let ident = Scope::default().name(text, case);
        assert_eq!(ident.to_string(), expected, "from {text:?}");
        syn::parse_str::<syn::Ident>(expected)
            .or_else(|_| syn::parse_str::<syn::Ident>(ident.plain()))
            .expect("an identifier");
    }
}

#[test]
fn what_is_in_snake_case_stays_as_it_is() {
    let mut texts = vec![String::new()];
    for _ in 0..5 {
        let longer = texts
            .iter()
            .flat_map(|text| ["a", "z", "1", "_"].map(|end| format!("{text}{end}")));
        texts = longer.chain([String::new()]).collect();
    }
    let known: Vec<&String> = texts.iter().filter(|text| is_snake(text)).collect();
    assert!(known.len() > 300);
    for text in known {
        assert_eq!(in_case(text, Case::Snake), *text);
        assert_eq!(in_case(text, Case::Module), *text);
    }
}

#[test]
fn no_name_is_longer_than_a_file_name() {
    let mut scope = Scope::default();
    for text in [
        "long ".repeat(99),
        "é".repeat(201),
        format!("1{}", "名".repeat(99)),
    ] {
        for case in [Case::Snake, Case::Camel, Case::Shouty] {
            let names = [scope.name(&text, case), scope.name(&text, case)];
            let [first, second] = names.map(|it| it.plain().to_owned());
            assert!(first.len() > 190 && second.len() < 210, "{first} {second}");
            assert_ne!(first, second);
        }
    }
}

#[test]
fn a_scope_never_gives_a_name_twice() {
    let mut scope = Scope::with_reserved(["Client"]);
    let names: Vec<_> = ["Client", "client", "fooBar", "foo_bar", "FooBar2"]
        .iter()
        .map(|text| scope.name(text, Case::Camel).to_string())
        .collect();
    assert_eq!(
        names,
        ["Client2", "Client3", "FooBar", "FooBar2", "FooBar2_2"]
    );
}

/// Rust takes characters that are written in two ways for the same.
#[test]
fn forms_of_a_character_are_one() {
    let mut scope = Scope::default();
    let names = ["a\u{301}", "\u{e1}", "\u{1100}\u{1161}", "\u{ac00}"];
    let names = names.map(|text| scope.name(text, Case::Snake).to_string());
    assert_eq!(names, ["\u{e1}", "\u{e1}_2", "\u{ac00}", "\u{ac00}_2"]);
}

#[test]
fn an_inner_scope_knows_the_names_of_the_outer_one() {
    let outer = Arc::new(Scope::with_reserved(["Pet"]));
    let named =
        |scope: &mut Scope| ["pet", "dog"].map(|text| scope.name(text, Case::Camel).to_string());
    let (mut one, mut other) = (Scope::inside(&outer), Scope::inside(&outer));
    assert_eq!(named(&mut one), ["Pet2", "Dog"]);
    assert_eq!(named(&mut one), ["Pet3", "Dog2"]);
    assert_eq!(named(&mut other), ["Pet2", "Dog"]);
}
