//! The generated crate without one part of its types' API.

use syn::{Expr, ExprCall, ExprLit, ImplItem, Item, ItemImpl, Lit, ReceiverKind};

use super::{Krate, Part};

/// The crate without a part. That its types have the part is made sure of.
pub(super) fn without(part: Part, krate: &Krate) -> Result<Krate, String> {
    let name = format!("{}-no-{}", krate.name, part.name());
    let mut found = 0;
    let strip = |(path, text): &(String, String)| {
        let text = match path.as_str() {
            "Cargo.toml" => text.replace(
                &format!("name = \"{}\"", krate.name),
                &format!("name = \"{name}\""),
            ),
            "src/types/implement.rs" if part == Part::Derives => {
                let kept = without_traits(text).ok_or("the macro of records has no traits")?;
                found += text.len() - kept.len();
                kept
            }
            _ if path.starts_with("src/types/thing") => strip(part, text, &mut found)?,
            _ => text.clone(),
        };
        Ok((path.clone(), text))
    };
    let files: Result<Vec<_>, String> = krate.files.iter().map(strip).collect();
    let files = files?;
    if found == 0 {
        return Err(format!("the generated types have no {}", part.name()));
    }
    Ok(Krate { name, files })
}

fn strip(part: Part, text: &str, found: &mut usize) -> Result<String, String> {
    let mut file = syn::parse_file(text).map_err(|error| error.to_string())?;
    let before = size(&file);
    match part {
        Part::Setters => methods(&mut file.items, |item| !is_setter(item)),
        Part::FieldData => field_data(&mut file.items),
        // The first are macros' work.
        Part::Derives | Part::Extra => {}
    }
    *found += before - size(&file);
    Ok(prettyplease::unparse(&file))
}

fn size(file: &syn::File) -> usize {
    prettyplease::unparse(file).len()
}

fn methods(items: &mut [Item], keep: fn(&ImplItem) -> bool) {
    inherent(items).for_each(|block| block.items.retain(keep));
}

fn inherent(items: &mut [Item]) -> impl Iterator<Item = &mut ItemImpl> {
    items.iter_mut().filter_map(|item| match item {
        Item::Impl(block) if block.trait_.is_none() => Some(block),
        _ => None,
    })
}

/// A setter takes the value and gives it back.
fn is_setter(item: &ImplItem) -> bool {
    let ImplItem::Fn(method) = item else {
        return false;
    };
    let receiver = method.sig.receiver();
    receiver.is_some_and(|receiver| matches!(receiver.kind, ReceiverKind::Value))
}

/// The macros without the traits of the standard library that records get by them, which others
/// would derive.
fn without_traits(macros: &str) -> Option<String> {
    let record = macros.find("macro_rules! implement_record")?;
    let (others, record) = macros.split_at_checked(record)?;
    let (before, traits) = record.split_once("        impl Clone for $name {\n")?;
    let (_, behind) = traits.split_once("        implement_serde!($name);\n")?;
    Some(format!(
        "{others}{before}        implement_serde!($name);\n{behind}"
    ))
}

fn field_data(items: &mut [Item]) {
    for block in inherent(items) {
        for item in &mut block.items {
            if let ImplItem::Const(constant) = item {
                fields(&mut constant.expr);
            }
        }
    }
}

/// Leaves a field its name, and whether it is required and may be `null`: as the generator writes
/// it when no more is said.
fn fields(expr: &mut Expr) {
    match expr {
        Expr::Reference(reference) => fields(&mut reference.expr),
        Expr::Array(array) => array.elems.iter_mut().for_each(fields),
        Expr::Call(call) => {
            if let Some(bare) = bare(call) {
                *expr = bare;
            }
        }
        _ => {}
    }
}

/// The variant of nothing but a name, for a field of which more is said.
fn bare(field: &ExprCall) -> Option<Expr> {
    let first = field.args.first()?;
    let (name, said) = match first {
        // `Detailed(&FieldDetails::new("id").required()…)`
        Expr::Reference(details) => {
            let mut rest = &*details.expr;
            let mut said = Vec::new();
            while let Expr::MethodCall(call) = rest {
                said.push(call.method.to_string().to_uppercase());
                rest = &call.receiver;
            }
            let Expr::Call(new) = rest else { return None };
            (new.args.first()?, said)
        }
        // `Flagged("id", Flags::REQUIRED)`, and those with more behind the flags.
        name => {
            let mut said = Vec::new();
            flags(field.args.get(1)?, &mut said);
            (name, said)
        }
    };
    let Expr::Lit(ExprLit {
        lit: Lit::Str(name),
        ..
    }) = name
    else {
        return None;
    };
    let says = |word: &str| said.iter().any(|it| it == word);
    let variant = match (says("REQUIRED"), says("NULLABLE")) {
        (true, false) => "Required",
        (false, false) => "Optional",
        (true, true) => "RequiredNullable",
        (false, true) => "Nullable",
    };
    syn::parse_str(&format!("Field::{variant}({:?})", name.value())).ok()
}

/// The constants of `Flags::REQUIRED.and(Flags::NULLABLE)`.
fn flags(expr: &Expr, found: &mut Vec<String>) {
    match expr {
        Expr::MethodCall(and) => {
            flags(&and.receiver, found);
            and.args.iter().for_each(|other| flags(other, found));
        }
        Expr::Path(constant) => {
            let last = constant.path.segments.last();
            found.extend(last.map(|last| last.ident.to_string()));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_macro_of_records_has_all_that_is_stripped() {
        let macros = include_str!("../../../templates/rust/types/implement.rs");
        let kept = without_traits(macros).expect("traits of the standard library");
        assert!(kept.contains("impl runtime::Record for $name"));
        let record = kept
            .find("macro_rules! implement_record")
            .expect("the macro");
        let rest = kept
            .get(record..)
            .and_then(|it| it.split("macro_rules! implement_union").next());
        let rest = rest.expect("the macro of records");
        for name in ["Clone", "PartialEq", "Debug"] {
            assert!(!rest.contains(&format!("{name} for $name")), "{name}");
        }
    }

    #[test]
    fn a_field_keeps_its_name_and_presence() {
        for (said, kept) in [
            (r#"&[Field::Required("a")]"#, r#"&[Field::Required("a")]"#),
            (
                r#"&[Field::Formatted("a", Flags::NONE, "date"), Field::Nullable("b")]"#,
                r#"&[Field::Optional("a"), Field::Nullable("b")]"#,
            ),
            (
                r#"&[Field::Constrained("a", Flags::REQUIRED.and(Flags::NULLABLE), &[])]"#,
                r#"&[Field::RequiredNullable("a")]"#,
            ),
            (
                r#"&[Field::Detailed(&FieldDetails::new("a").required().extensions("{}"))]"#,
                r#"&[Field::Required("a")]"#,
            ),
        ] {
            let parsed = |list: &str| {
                syn::parse_file(&format!("const FIELDS: &[Field] = {list};")).expect("Rust")
            };
            let mut found = parsed(said);
            if let Some(Item::Const(constant)) = found.items.first_mut() {
                fields(&mut constant.expr);
            }
            let text = |file| prettyplease::unparse(&file);
            assert_eq!(text(found), text(parsed(kept)));
        }
    }
}
