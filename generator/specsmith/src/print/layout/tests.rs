use expect_test::{Expect, expect};

use super::*;

fn check(text: &str, expected: Expect) {
    let once = layout(text).expect("Rust");
    expected.assert_eq(&once);
    assert_eq!(layout(&once).expect("Rust"), once, "laid out once more");
}

#[test]
fn items_stand_apart_and_imports_together() {
    check(
        "// head\n//! docs\n#![allow(dead_code)]\nuse a::b; use c::{D}; mod e; pub mod f; pub use f::g;
         struct S { x: u8 , y : Vec < u8 > } #[derive(Clone)] enum E { A , B ( u8 ) }
         impl S { const A : u8 = 1; const B : u8 = 2; /// docs
         fn a() { x() } fn b() { y() } }
         pub mod op { #[doc = \" A \\\"mark\\\".\"] pub enum X { } pub enum Y {} }",
        expect![[r#"
            // head

            //! docs
            #![allow(dead_code)]

            use a::b;
            use c::D;

            mod e;
            pub mod f;

            pub use f::g;

            struct S {
                x: u8,
                y: Vec<u8>,
            }

            #[derive(Clone)]
            enum E {
                A,
                B(u8),
            }

            impl S {
                const A: u8 = 1;
                const B: u8 = 2;

                /// docs
                fn a() {
                    x()
                }

                fn b() {
                    y()
                }
            }

            pub mod op {
                /// A "mark".
                pub enum X {}

                pub enum Y {}
            }
        "#]],
    );
}

#[test]
fn what_is_too_long_breaks_at_its_loosest_joint() {
    check(
        r##"fn f(first: impl Into<String>, second: impl IntoIterator<Item = impl Into<String>>, third: u8) -> Result<(), Box<dyn Error>> {
            let contact = client.contacts().update("23423523", std::env::var("TRUTO_ACCOUNT_ID")?, ContactUpdate::new().first_name("Jane").last_name("Doe")).send().await?;
            let a_name_that_is_rather_long: Map<Value> = a_function_with_a_name(with_an_argument, and_another_one);
            a_condition_that_is_rather_long() || another_condition_that_is_rather_long(x) && the_third_of_them(y);
            let expected: Value = from_str(r#"{
}"#)?; g(1, r#"
"#);
            items.iter().map(|(key, value)| { let x = 1; value + x }).collect()
        }
        pub type CodeScanningCreateVariantAnalysis<M = Async, T = CodeScanningVariantAnalysis> = Call<op::CodeScanningCreateVariantAnalysis, T, M>;
        static S: Spec = Spec { id: "updateContact", schemes: &[Scheme { name: "bearerAuth", setter: "bearer_token", kind: runtime::Kind::Bearer }], ..Spec::DEFAULT };"##,
        expect![[r##"
            fn f(
                first: impl Into<String>,
                second: impl IntoIterator<Item = impl Into<String>>,
                third: u8,
            ) -> Result<(), Box<dyn Error>> {
                let contact = client
                    .contacts()
                    .update(
                        "23423523",
                        std::env::var("TRUTO_ACCOUNT_ID")?,
                        ContactUpdate::new().first_name("Jane").last_name("Doe"),
                    )
                    .send()
                    .await?;
                let a_name_that_is_rather_long: Map<Value> =
                    a_function_with_a_name(with_an_argument, and_another_one);
                a_condition_that_is_rather_long()
                    || another_condition_that_is_rather_long(x) && the_third_of_them(y);
                let expected: Value = from_str(r#"{
            }"#)?;
                g(
                    1,
                    r#"
            "#,
                );
                items
                    .iter()
                    .map(|(key, value)| {
                        let x = 1;
                        value + x
                    })
                    .collect()
            }

            pub type CodeScanningCreateVariantAnalysis<M = Async, T = CodeScanningVariantAnalysis> =
                Call<op::CodeScanningCreateVariantAnalysis, T, M>;

            static S: Spec = Spec {
                id: "updateContact",
                schemes: &[Scheme { name: "bearerAuth", setter: "bearer_token", kind: runtime::Kind::Bearer }],
                ..Spec::DEFAULT
            };
        "##]],
    );
}

#[test]
fn a_match_has_an_arm_a_line() {
    check(
        r#"fn f(self) -> &'static str { match self { Self::A | Self::B => "a", Self::C { x, .. } if x > 1 && x < LIMIT => { g(); "b" }
           Self::Unknown(value) => a_function_with_a_name_that_is_long(value).map(Self::Variant).or_else(something), _ => match x { _ => "c" } } }"#,
        expect![[r#"
            fn f(self) -> &'static str {
                match self {
                    Self::A | Self::B => "a",
                    Self::C { x, .. } if x > 1 && x < LIMIT => {
                        g();
                        "b"
                    }
                    Self::Unknown(value) => {
                        a_function_with_a_name_that_is_long(value).map(Self::Variant).or_else(something)
                    }
                    _ => match x {
                        _ => "c",
                    },
                }
            }
        "#]],
    );
}

#[test]
fn blanks_stand_where_a_person_would_set_them() {
    check(
        r#"fn f < 'a , T : Copy + 'a > ( mut self , x : & 'a mut [ T ] , y : & mut dyn Fn ( u8 ) -> u8 ) { let ( a , b ) = ( - 1 , ! true ) ; * x = & & y [ 0 .. 2 ] ; if let Some ( z ) = a . b ? { c :: < u8 > ( z ) } else { panic ! ( "x" ) } ; ( 1 , ) ; r#type . 0 . x ; move | | x ; | _ , y | y ; vec ! [ 1 , 2 , ] ; < T as Copy > :: clone ( & x ) }"#,
        expect![[r#"
            fn f<'a, T: Copy + 'a>(mut self, x: &'a mut [T], y: &mut dyn Fn(u8) -> u8) {
                let (a, b) = (-1, !true);
                *x = &&y[0..2];
                if let Some(z) = a.b? {
                    c::<u8>(z)
                } else {
                    panic!("x")
                };
                (1,);
                r#type.0.x;
                move || x;
                |_, y| y;
                vec![1, 2,];
                <T as Copy>::clone(&x)
            }
        "#]],
    );
}

#[test]
fn what_a_comment_cannot_hold_stays_an_attribute() {
    check(
        "#[doc = \" a\\u{301} tab\\t.\"] #[doc = \"\"] #[doc = \" two\\nlines\"] struct S ;",
        expect![[r#"
            /// á tab	.
            ///
            #[doc = " two\nlines"]
            struct S;
        "#]],
    );
}

#[test]
fn bad_rust_has_a_place() {
    for (text, start) in [
        ("fn a() {}\nfn b( {}\n", 14),
        ("fn a() { )", 9),
        ("fn a() }", 7),
        ("let x = \"open;", 8),
        ("let x = №;", 8),
    ] {
        let bad = layout(text).expect_err(text);
        assert_eq!(bad.span.start, start, "{text}: {bad:?}");
    }
}

/// Hand-written Rust of every kind keeps its tokens, whatever it looks like afterwards. Macros are
/// left out: they have grammars of their own, and no template renders one.
#[test]
fn the_layout_changes_no_token() {
    let mut checked = 0;
    for (name, text) in crate::render::BUILT_IN.iter().chain(crate::render::WRITTEN) {
        if !name.ends_with(".rs") || text.contains("macro_rules!") {
            continue;
        }
        let once = layout(text).unwrap_or_else(|bad| panic!("{name}: {bad:?}"));
        assert_eq!(meaning(&once), meaning(text), "{name}");
        assert_eq!(
            layout(&once).expect("Rust"),
            once,
            "{name}, laid out once more"
        );
        checked += 1;
    }
    assert!(checked > 50, "{checked} files");
}

/// The tokens as a parser sees them, without what the layout may add or leave out.
fn meaning(text: &str) -> String {
    let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let tokens = quote::quote!(#file).to_string();
    tokens.replace([',', '{', '}', ' '], "")
}
