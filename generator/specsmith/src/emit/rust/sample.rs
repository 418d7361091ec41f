//! Sample requests as Rust code that calls the generated crate.

use std::collections::BTreeSet;

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use specsmith_openapi::api::{SecurityKind, Shape, Value};

use super::{constant, ty};
use crate::plan::{
    Argument, Credential, FormKind, Group, Ident, ItemKind, Library, OperationPlan, Plan, Presence,
    RecordPlan, SampleBody, SampleValue, Success, TextType, Ty, UnionPlan,
};

/// A sample as code, with what it has to import.
#[derive(Debug)]
pub struct Code {
    /// `use` declarations.
    pub imports: TokenStream,
    /// Makes a client out of environment variables.
    pub client: TokenStream,
    /// Calls the operation on `client` and awaits the answer.
    pub call: TokenStream,
    /// What the answer is bound to, e.g. `contact`.
    pub answer: Option<proc_macro2::Ident>,
}

/// Where values come from that the configuration leaves to the environment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Secrets {
    /// Environment variables.
    Environment,
    /// The names of those variables themselves: for tests.
    Names,
}

/// The sample of an operation as code.
pub fn code(plan: &Plan<'_>, group: &Group, op: &OperationPlan, secrets: Secrets) -> Code {
    let mut writer = Writer {
        plan,
        secrets,
        types: BTreeSet::new(),
        chosen: None,
        patch: false,
        value: false,
    };
    let arguments: Vec<TokenStream> = op
        .arguments
        .iter()
        .map(|argument| writer.argument(group, op, *argument))
        .collect();
    let (group_method, method) = (&group.ident, &op.method);
    let body = match &op.body {
        Some(body) if !body.required => {
            let (ident, value) = (&body.ident, writer.body(group, op));
            Some(quote!(.#ident(#value)))
        }
        Some(_) | None => None,
    };
    let send = match op.success {
        Success::Value(_)
        | Success::Items(_)
        | Success::Events(_)
        | Success::Empty
        | Success::Choice(_) => quote!(send),
        Success::Raw => quote!(send_raw),
    };
    let call = quote!(client.#group_method().#method(#(#arguments),*)#body.#send().await?);
    Code {
        imports: writer.imports(),
        client: client(plan, &op.sample.credentials, secrets),
        call,
        answer: answer(plan, op),
    }
}

/// The sample of an operation as a program of its own.
pub fn program(plan: &Plan<'_>, group: &Group, op: &OperationPlan) -> TokenStream {
    let Code {
        imports,
        client,
        call,
        answer,
    } = code(plan, group, op, Secrets::Environment);
    let body = match answer {
        Some(_) if matches!(op.success, Success::Items(_) | Success::Events(_)) => quote! {
            let mut items = #call;
            while let Some(item) = items.next().await {
                println!("{:#?}", item?);
            }
        },
        Some(answer) => {
            let shown = format!("{{{answer}:#?}}");
            quote! {
                let #answer = #call;
                println!(#shown);
            }
        }
        None => quote!(#call;),
    };
    quote! {
        #imports

        #[tokio::main]
        async fn main() -> Result<(), Box<dyn std::error::Error>> {
            #client
            #body
            Ok(())
        }
    }
}

fn answer(plan: &Plan<'_>, op: &OperationPlan) -> Option<proc_macro2::Ident> {
    match &op.success {
        Success::Empty => None,
        Success::Raw => Some(format_ident!("response")),
        Success::Value(Ty::Item(index)) => {
            let name = plan.items.get(*index).map(|item| item.module.plain());
            Some(local(name.unwrap_or("answer")))
        }
        Success::Value(_) | Success::Choice(_) => Some(format_ident!("answer")),
        Success::Items(_) | Success::Events(_) => Some(format_ident!("items")),
    }
}

/// A local variable; keywords and what the program names already are avoided.
fn local(name: &str) -> proc_macro2::Ident {
    match syn::parse_str::<proc_macro2::Ident>(name) {
        Ok(ident) if !matches!(name, "client" | "main") => ident,
        Ok(_) | Err(_) => format_ident!("answer"),
    }
}

fn client(plan: &Plan<'_>, credentials: &[Credential], secrets: Secrets) -> TokenStream {
    let setters = credentials
        .iter()
        .map(|given| credential(plan, given, secrets));
    let base = match secrets {
        Secrets::Names => Some(quote!(.base_url(server.url()))),
        Secrets::Environment => {
            (!plan.servers.has_default).then(|| quote!(.base_url("http://localhost")))
        }
    };
    quote!(let client = Client::builder()#base #(#setters)*.build()?;)
}

fn variable(name: &str, secrets: Secrets) -> TokenStream {
    match secrets {
        Secrets::Environment => quote!(std::env::var(#name)?),
        Secrets::Names => quote!(#name),
    }
}

fn credential(plan: &Plan<'_>, credential: &Credential, secrets: Secrets) -> TokenStream {
    let env = &credential.env;
    let mut schemes = plan.schemes();
    let own = schemes.find(|(scheme, _)| scheme.name == credential.scheme);
    let own = own.and_then(|(_, planned)| planned.setter.as_ref());
    let setter = |general: TokenStream| own.map_or(general, |own| quote!(#own));
    match &credential.kind {
        SecurityKind::Basic => {
            let user = variable(&format!("{env}_USER"), secrets);
            let password = variable(&format!("{env}_PASSWORD"), secrets);
            let setter = setter(quote!(basic_auth));
            quote!(.#setter(#user, #password))
        }
        SecurityKind::Bearer
        | SecurityKind::OAuth2 { .. }
        | SecurityKind::OpenIdConnect { .. }
        | SecurityKind::Http { .. }
        | SecurityKind::ApiKey { .. } => {
            let value = variable(env, secrets);
            let setter = setter(quote!(bearer_token));
            quote!(.#setter(#value))
        }
        SecurityKind::MutualTls => TokenStream::new(),
    }
}

struct Writer<'p, 'a> {
    plan: &'p Plan<'a>,
    secrets: Secrets,
    types: BTreeSet<Ident>,
    /// The enum that the form of the body is chosen with, and its module.
    chosen: Option<(Ident, Ident)>,
    patch: bool,
    value: bool,
}

impl Writer<'_, '_> {
    fn imports(&self) -> TokenStream {
        let lib = local(&self.plan.lib);
        let mut root = vec![quote!(Client)];
        if self.patch {
            root.push(quote!(Patch));
        }
        if self.value {
            root.push(quote!(Value));
        }
        let types = &self.types;
        let types = (!types.is_empty()).then(|| quote!(use #lib::types::{#(#types),*};));
        let chosen = self.chosen.as_ref();
        let chosen = chosen.map(|(module, choice)| quote!(use #lib::#module::#choice;));
        quote!(#chosen #types use #lib::{#(#root),*};)
    }

    fn argument(&mut self, group: &Group, op: &OperationPlan, argument: Argument) -> TokenStream {
        match argument {
            Argument::Body => self.body(group, op),
            Argument::Parameter(index) => {
                let Some(parameter) = op.parameters.get(index) else {
                    return quote!(());
                };
                match op.sample.values.iter().find(|(at, _)| *at == index) {
                    Some((_, SampleValue::Env(name))) => variable(name, self.secrets),
                    Some((_, SampleValue::Value(value))) => self.expression(&parameter.ty, value),
                    None => quote!(Default::default()),
                }
            }
        }
    }

    fn body(&mut self, group: &Group, op: &OperationPlan) -> TokenStream {
        let (Some(body), Some(sample)) = (&op.body, &op.sample.body) else {
            return quote!(());
        };
        let Some(form) = body.forms.get(sample.form) else {
            return quote!(());
        };
        let Some(choice) = &body.choice else {
            return self.given(&form.kind, sample);
        };
        self.chosen = Some((group.ident.clone(), choice.clone()));
        let variant = &form.ident;
        let value = self.held(&form.kind, sample);
        quote!(#choice::#variant(#value))
    }

    /// What a method takes for a body.
    fn given(&mut self, kind: &FormKind, sample: &SampleBody) -> TokenStream {
        match kind {
            FormKind::Json(ty) | FormKind::Fields(ty) | FormKind::Text(ty) => {
                self.expression(ty, &sample.value)
            }
            FormKind::Items(ty) => self.list_of(ty, &sample.value),
            FormKind::File => file(sample),
        }
    }

    /// A body as a variant holds it.
    fn held(&mut self, kind: &FormKind, sample: &SampleBody) -> TokenStream {
        let given = self.given(kind, sample);
        match kind {
            FormKind::File => quote!(#given.into()),
            FormKind::Items(_) => quote!(#given.into()),
            FormKind::Json(ty) | FormKind::Fields(ty) | FormKind::Text(ty) => match ty {
                Ty::List(_) => quote!(#given.into_iter().map(Into::into).collect()),
                Ty::Map(_) => quote!(#given.into_iter().collect()),
                Ty::String | Ty::Upload => quote!(#given.into()),
                Ty::Bool
                | Ty::Int(_)
                | Ty::F32
                | Ty::F64
                | Ty::Text(_)
                | Ty::Value
                | Ty::Option(_)
                | Ty::Patch(_)
                | Ty::Box(_)
                | Ty::Item(_) => given,
            },
        }
    }

    /// Values of exactly this type.
    fn list_of(&mut self, ty: &Ty, value: &Value) -> TokenStream {
        let values = value.as_array().map(Vec::as_slice).unwrap_or_default();
        let values: Vec<TokenStream> = values
            .iter()
            .map(|value| match ty {
                Ty::String => {
                    let text = self.expression(ty, value);
                    quote!(#text.to_owned())
                }
                ty => self.expression(ty, value),
            })
            .collect();
        quote!([#(#values),*])
    }

    /// A type as the sample writes it, imported.
    fn ty(&mut self, ty: &Ty) -> TokenStream {
        let mut named = Vec::new();
        super::ty::named(self.plan, ty, &mut named);
        self.types
            .extend(named.into_iter().map(|item| item.ident.clone()));
        self.value |= ty.any(|ty| matches!(ty, Ty::Value));
        super::ty::tokens(self.plan, ty)
    }

    /// A value of a type. What does not fit the type is left to the type's own default.
    fn expression(&mut self, ty: &Ty, value: &Value) -> TokenStream {
        match (ty, value) {
            (Ty::Patch(_), Value::Null) => {
                self.patch = true;
                quote!(Patch::Null)
            }
            (Ty::Option(_), Value::Null) => quote!(None),
            (Ty::Option(inner), value) => self.some(inner, value),
            (Ty::Patch(inner) | Ty::Box(inner), value) => self.expression(inner, value),
            (Ty::Bool, Value::Bool(value)) => quote!(#value),
            (Ty::Int(_), Value::Number(number)) => integer(number),
            (Ty::F32 | Ty::F64, Value::Number(number)) => float(number),
            (Ty::Upload, _) => quote!("contents of the file"),
            (Ty::String, Value::String(text)) => quote!(#text),
            (Ty::String, value) => {
                let text = value.to_string();
                quote!(#text)
            }
            (Ty::List(inner), Value::Array(items)) => self.list(inner, items),
            (Ty::Map(inner), Value::Object(map)) => self.map(inner, map),
            (Ty::Item(index), value) => self.item(*index, value),
            (Ty::Value, value) => self.json(value),
            (Ty::Text(text), Value::String(value)) => parsed(self.plan, ty, text, value),
            (
                Ty::Bool | Ty::Int(_) | Ty::F32 | Ty::F64 | Ty::Text(_) | Ty::List(_) | Ty::Map(_),
                _,
            ) => self.read(ty, value),
        }
    }

    /// A value that may be absent: its type is told, since any could become an `Option`.
    fn some(&mut self, inner: &Ty, value: &Value) -> TokenStream {
        let declared = super::ty::tokens(self.plan, inner);
        let given = self.expression(inner, value);
        match inner {
            Ty::Bool | Ty::Int(_) | Ty::F32 | Ty::F64 => quote!(Some::<#declared>(#given)),
            Ty::String => quote!(Some(String::from(#given))),
            Ty::List(_) | Ty::Map(_) => quote!(Some(#given.into_iter().collect())),
            Ty::Upload => quote!(Some(#given.into())),
            Ty::Text(_) | Ty::Value | Ty::Item(_) | Ty::Option(_) | Ty::Patch(_) | Ty::Box(_) => {
                quote!(Some(#given))
            }
        }
    }

    fn list(&mut self, inner: &Ty, items: &[Value]) -> TokenStream {
        if items.is_empty() {
            let inner = self.ty(inner);
            return quote!(Vec::<#inner>::new());
        }
        let items = items
            .iter()
            .map(|item| self.expression(inner, item))
            .collect::<Vec<_>>();
        quote!([#(#items),*])
    }

    fn map(&mut self, inner: &Ty, map: &serde_json::Map<String, Value>) -> TokenStream {
        if map.is_empty() {
            let inner = self.ty(inner);
            return quote!(Vec::<(String, #inner)>::new());
        }
        // Strings convert to free-form values by themselves when all of them are strings.
        let texts = *inner == Ty::Value && map.values().all(Value::is_string);
        let inner = if texts { &Ty::String } else { inner };
        let entries = map.iter().map(|(key, value)| {
            let value = self.expression(inner, value);
            quote!((#key, #value))
        });
        let entries = entries.collect::<Vec<_>>();
        quote!([#(#entries),*])
    }

    fn json(&mut self, value: &Value) -> TokenStream {
        self.value = true;
        match value {
            Value::Null => quote!(Value::Null),
            Value::Bool(value) => quote!(Value::from(#value)),
            Value::Number(number) if number.is_f64() => {
                let number = float(number);
                quote!(Value::from(#number))
            }
            Value::Number(number) => {
                let number = suffixed_integer(number);
                quote!(Value::from(#number))
            }
            Value::String(text) => quote!(Value::from(#text)),
            // Without an element, nothing tells the type that an element has.
            Value::Array(items) if items.is_empty() => quote!(Value::Array(Vec::new())),
            Value::Object(map) if map.is_empty() => quote!(Value::Object(Default::default())),
            Value::Array(items) => {
                let items = items.iter().map(|item| self.json(item)).collect::<Vec<_>>();
                quote!(Value::from(vec![#(#items),*]))
            }
            Value::Object(map) => {
                let entries = map.iter().map(|(key, value)| {
                    let value = self.json(value);
                    quote!((#key, #value))
                });
                let entries = entries.collect::<Vec<_>>();
                quote!(Value::from_iter([#(#entries),*]))
            }
        }
    }

    fn item(&mut self, index: usize, value: &Value) -> TokenStream {
        let plan = self.plan;
        let Some(item) = plan.items.get(index) else {
            return self.json(value);
        };
        self.types.insert(item.ident.clone());
        let ident = &item.ident;
        match (&item.kind, value) {
            (ItemKind::Enumeration(_), value) => match (constant::variant(item, value), value) {
                (Some(variant), _) => variant,
                (None, Value::String(text)) => quote!(#ident::from(#text)),
                (None, value) => self.read(&Ty::Item(index), value),
            },
            (ItemKind::Union(union), value) => self.union(index, union, value),
            (ItemKind::Record(record), Value::Object(map)) => {
                let Shape::Record(shape) = &plan.api[item.id].shape else {
                    return quote!(#ident::new());
                };
                self.record(ident, record, &shape.fields, map)
            }
            (ItemKind::Record(_), value) => self.read(&Ty::Item(index), value),
        }
    }

    /// A value as an alternative that is a struct, where the tag says so; others are read.
    fn union(&mut self, index: usize, union: &UnionPlan, value: &Value) -> TokenStream {
        let plan = self.plan;
        let tag = union.tag.as_ref().and_then(|tag| value.get(tag)?.as_str());
        let tagged = tag.and_then(|tag| {
            let mut variants = union.variants.iter();
            variants.find(|variant| variant.tags.iter().any(|it| it == tag))
        });
        let Some((variant, ident)) = tagged.zip(plan.items.get(index).map(|item| &item.ident))
        else {
            return match value {
                Value::String(text) if union.variants.iter().any(|it| it.ty == Ty::String) => {
                    quote!(#text)
                }
                value => self.read(&Ty::Item(index), value),
            };
        };
        let inner = self.expression(&variant.ty, value);
        let name = &variant.ident;
        match variant.ty {
            Ty::Box(_) => quote!(#ident::#name(Box::new(#inner))),
            _ => quote!(#ident::#name(#inner)),
        }
    }

    /// A value that is easier to read than to put together.
    fn read(&mut self, ty: &Ty, value: &Value) -> TokenStream {
        let mut named = Vec::new();
        ty::named(self.plan, ty, &mut named);
        self.types
            .extend(named.iter().map(|item| item.ident.clone()));
        let ty = ty::tokens(self.plan, ty);
        let text = value.to_string();
        quote!(serde_json::from_str::<#ty>(#text)?)
    }

    fn record(
        &mut self,
        ident: &Ident,
        record: &RecordPlan,
        fields: &[specsmith_openapi::api::Field],
        map: &serde_json::Map<String, Value>,
    ) -> TokenStream {
        let wire = |index: usize| fields.get(index).map_or("", |field| field.name.as_str());
        let required: Vec<TokenStream> = record
            .fields
            .iter()
            .filter(|field| field.is_argument())
            .map(|field| {
                self.expression(
                    &field.declared(),
                    map.get(wire(field.index)).unwrap_or(&Value::Null),
                )
            })
            .collect();
        let setters: Vec<TokenStream> = map
            .iter()
            .filter_map(|(key, value)| {
                let field = record
                    .fields
                    .iter()
                    .find(|field| wire(field.index) == key)?;
                let is_set = field.constant.as_ref() == Some(value);
                (!field.is_argument() && !is_set)
                    .then(|| self.setter(field, value))
                    .flatten()
            })
            .collect();
        let declared = quote!(#ident::new(#(#required),*)#(#setters)*);
        let is_declared = |key: &str| record.fields.iter().any(|f| wire(f.index) == key);
        let others = record.extra.iter().flat_map(|ty| {
            let others = map.iter().filter(|(key, _)| !is_declared(key));
            others.map(move |(key, value)| (ty, key, value))
        });
        let others: Vec<TokenStream> = others
            .map(|(ty, key, value)| {
                let value = match ty {
                    Ty::Value => self.json(value),
                    ty => {
                        let value = self.expression(ty, value);
                        quote!(#value.into())
                    }
                };
                quote!(value.extra_mut().insert(#key, #value);)
            })
            .collect();
        if others.is_empty() {
            return declared;
        }
        quote!({
            let mut value = #declared;
            #(#others)*
            value
        })
    }

    fn setter(&mut self, field: &crate::plan::FieldPlan, value: &Value) -> Option<TokenStream> {
        let ident = &field.ident;
        let value = match (field.presence, value) {
            (Presence::Optional, Value::Null) => return None,
            (Presence::Optional, value) => self.expression(&field.ty, value),
            (Presence::Required | Presence::RequiredNullable | Presence::Patch, value) => {
                self.expression(&field.declared(), value)
            }
        };
        Some(quote!(.#ident(#value)))
    }
}

/// A value of a type of its own, from its text.
fn parsed(plan: &Plan<'_>, ty: &Ty, text: &TextType, value: &str) -> TokenStream {
    let path = ty::tokens(plan, ty);
    match text.library {
        Library::Time => {
            let json = Value::from(value).to_string();
            quote!(serde_json::from_str::<#path>(#json)?)
        }
        Library::Base64 => {
            let lib = local(&plan.lib);
            quote!(#value.parse::<#lib::formats::Base64>()?)
        }
        Library::Chrono
        | Library::Jiff
        | Library::RustDecimal
        | Library::Std
        | Library::Url
        | Library::Uuid => quote!(#value.parse::<#path>()?),
    }
}

/// What is sent as it is.
fn file(sample: &SampleBody) -> TokenStream {
    let text = sample.text.as_deref().unwrap_or_default();
    quote!(#text)
}

fn integer(number: &serde_json::Number) -> TokenStream {
    let literal = match (number.as_u64(), number.as_i64()) {
        (Some(number), _) => Literal::u64_unsuffixed(number),
        (None, Some(number)) => Literal::i64_unsuffixed(number),
        (None, None) => Literal::u64_unsuffixed(0),
    };
    quote!(#literal)
}

/// An integer where nothing tells its type: `i32` would be taken, so others say theirs.
fn suffixed_integer(number: &serde_json::Number) -> TokenStream {
    let literal = match (number.as_i64(), number.as_u64()) {
        (Some(number), _) if i32::try_from(number).is_ok() => Literal::i64_unsuffixed(number),
        (Some(number), _) => Literal::i64_suffixed(number),
        (None, Some(number)) => Literal::u64_suffixed(number),
        (None, None) => Literal::u64_unsuffixed(0),
    };
    quote!(#literal)
}

fn float(number: &serde_json::Number) -> TokenStream {
    let literal = Literal::f64_unsuffixed(number.as_f64().unwrap_or_default());
    quote!(#literal)
}
