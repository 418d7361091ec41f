//! An [`Api`] in a form that is short enough to compare by eye.

use std::fmt::Write;

use specsmith_openapi::api::{
    Additional, Api, Constraints, Docs, Example, Extensions, Field, IntegerRange, Media, OAuthFlow,
    Operation, Parameter, Scalar, SecurityKind, Shape, Status, Trigger, Type, TypeUse, Wire,
};

/// Types, then operations, then what the head of the description says.
pub fn outline(api: &Api) -> String {
    let mut out = String::new();
    for server in &api.servers {
        writeln!(out, "server {}", server.url).unwrap();
        for (name, it) in &server.variables {
            writeln!(out, "  {name} = {} of {:?}", it.default, it.values).unwrap();
        }
    }
    for scheme in &api.security_schemes {
        writeln!(out, "scheme {}: {}", scheme.name, scheme_kind(&scheme.kind)).unwrap();
    }
    for ty in &api.types {
        if !is_plain(ty) {
            write_type(&mut out, api, ty);
        }
    }
    for operation in &api.operations {
        write_operation(&mut out, api, operation);
    }
    for webhook in &api.webhooks {
        match &webhook.trigger {
            Trigger::Event => writeln!(out, "webhook {}", webhook.name).unwrap(),
            Trigger::Callback {
                operations,
                expression,
            } => {
                let paths: Vec<&str> = operations.iter().map(|id| api[*id].path.as_str()).collect();
                writeln!(
                    out,
                    "callback {} of {paths:?} to {expression}",
                    webhook.name
                )
                .unwrap();
            }
        }
        write_operation(&mut out, api, &webhook.request);
    }
    out
}

fn scheme_kind(kind: &SecurityKind) -> String {
    match kind {
        SecurityKind::Bearer => "bearer".to_owned(),
        SecurityKind::Basic => "basic".to_owned(),
        SecurityKind::ApiKey { location, name } => format!("key {location:?} {name}"),
        SecurityKind::Http { scheme } => format!("http {scheme}"),
        SecurityKind::OAuth2 { flows } => {
            let flow = |it: &OAuthFlow| {
                let scopes: Vec<&str> = it.scopes.keys().map(String::as_str).collect();
                let (at, token) = (&it.authorization_url, &it.token_url);
                format!(" {:?}({at:?}, {token:?}, {scopes:?})", it.grant)
            };
            format!("oauth2{}", flows.iter().map(flow).collect::<String>())
        }
        SecurityKind::OpenIdConnect { url } => format!("openIdConnect {url:?}"),
        SecurityKind::MutualTls => "mutual TLS".to_owned(),
    }
}

/// Shared scalars and the type of any value are shown where they are used.
fn is_plain(ty: &Type) -> bool {
    ty.name.is_none() && ty.path.len() == 1 && matches!(ty.shape, Shape::Scalar(_) | Shape::Any)
}

fn write_type(out: &mut String, api: &Api, ty: &Type) {
    let kind = match &ty.shape {
        Shape::Scalar(it) => scalar(it),
        Shape::List(it) => format!("[{}]", used(api, it.items)),
        Shape::Tuple(it) => {
            let items: Vec<String> = it.items.iter().map(|it| used(api, *it)).collect();
            format!("({})", items.join(", "))
        }
        Shape::Map(it) => format!("{{*: {}}}", used(api, it.values)),
        Shape::Record(_) => "record".to_owned(),
        Shape::Choice(it) => {
            let by = it
                .discriminator
                .as_deref()
                .map(|by| format!(" by {by}"))
                .unwrap_or_default();
            format!("{}{by}", if it.overlapping { "any of" } else { "one of" })
        }
        Shape::Enumeration(it) if it.open => "enum".to_owned(),
        Shape::Enumeration(_) => "closed enum".to_owned(),
        Shape::Any => "any".to_owned(),
    };
    let rest = said(
        &ty.docs,
        &ty.constraints,
        ty.default.as_ref(),
        &ty.examples,
        &ty.extensions,
    );
    writeln!(out, "{} = {kind}{rest}", name(ty)).unwrap();
    match &ty.shape {
        Shape::Record(record) => {
            for field in &record.fields {
                write_field(out, api, field);
            }
            for rule in &record.presence {
                let sets: Vec<String> = rule.sets.iter().map(|set| set.join(" and ")).collect();
                let word = if rule.exclusive { "one" } else { "some" };
                writeln!(out, "  {word} of: {}", sets.join(", ")).unwrap();
            }
            match record.additional {
                Additional::Any => {}
                Additional::Denied => writeln!(out, "  nothing else").unwrap(),
                Additional::Typed(ty) => writeln!(out, "  *: {}", used(api, ty)).unwrap(),
            }
        }
        Shape::Choice(choice) => {
            for variant in &choice.variants {
                let tags = if variant.tags.is_empty() {
                    String::new()
                } else {
                    format!(" when {}", variant.tags.join(", "))
                };
                writeln!(out, "  {}: {}{tags}", variant.label, used(api, variant.ty)).unwrap();
            }
        }
        Shape::Enumeration(it) => {
            for value in &it.values {
                let name = value
                    .name
                    .as_deref()
                    .map(|it| format!(" as {it}"))
                    .unwrap_or_default();
                let text = value.description.as_deref().map(|it| format!(" // {it}"));
                writeln!(out, "  {}{name}{}", value.value, text.unwrap_or_default()).unwrap();
            }
        }
        Shape::Scalar(_) | Shape::List(_) | Shape::Tuple(_) | Shape::Map(_) | Shape::Any => {}
    }
}

fn write_field(out: &mut String, api: &Api, field: &Field) {
    let required = if field.required { "" } else { "?" };
    let access = match (field.read_only, field.write_only) {
        (true, _) => " read-only",
        (_, true) => " write-only",
        _ => "",
    };
    let rest = said(
        &field.docs,
        &field.constraints,
        field.default.as_ref(),
        &field.examples,
        &field.extensions,
    );
    writeln!(
        out,
        "  {}{required}: {}{access}{rest}",
        field.name,
        used(api, field.ty)
    )
    .unwrap();
}

fn write_operation(out: &mut String, api: &Api, operation: &Operation) {
    let id = operation.id.as_deref().unwrap_or("-");
    let rest = said(
        &operation.docs,
        &Constraints::default(),
        None,
        &[],
        &operation.extensions,
    );
    writeln!(
        out,
        "{} {} {id}{rest}",
        operation.method.as_str(),
        operation.path
    )
    .unwrap();
    for requirement in &operation.security {
        let names: Vec<String> = requirement
            .schemes
            .iter()
            .map(|(id, scopes)| format!("{}{scopes:?}", api[*id].name))
            .collect();
        writeln!(out, "  security {}", names.join(" + ")).unwrap();
    }
    for parameter in &operation.parameters {
        write_parameter(out, api, parameter);
    }
    if let Some(body) = &operation.body {
        let required = if body.required { "" } else { "?" };
        for media in &body.media {
            let ty = media.ty.map_or("-".to_owned(), |ty| used(api, ty));
            writeln!(out, "  body{required} {}: {ty}", media.content_type).unwrap();
            media_details(api, media, out);
        }
    }
    for response in &operation.responses {
        let status = match response.status {
            Status::Code(code) => code.to_string(),
            Status::Range(hundred) => format!("{hundred}XX"),
            Status::Default => "default".to_owned(),
        };
        let text = response.docs.description.as_deref().unwrap_or_default();
        writeln!(out, "  {status} {text}").unwrap();
        for header in &response.headers {
            let required = if header.required { "" } else { "?" };
            writeln!(
                out,
                "    {}{required}: {}",
                header.name,
                used(api, header.ty)
            )
            .unwrap();
        }
        for media in &response.media {
            let ty = media.ty.map_or("-".to_owned(), |ty| used(api, ty));
            writeln!(out, "    {}: {ty}", media.content_type).unwrap();
            media_details(api, media, out);
        }
    }
}

fn media_details(api: &Api, media: &Media, out: &mut String) {
    if let Some(item) = media.item {
        writeln!(out, "      each {}", used(api, item)).unwrap();
    }
    for it in &media.encodings {
        let said = it.wire.as_ref().map(wire).or(it.content_type.clone());
        writeln!(out, "      {} sent {}", it.name, said.unwrap_or_default()).unwrap();
        for header in &it.headers {
            writeln!(out, "        {}: {}", header.name, used(api, header.ty)).unwrap();
        }
    }
}

fn wire(wire: &Wire) -> String {
    match wire {
        Wire::Style {
            style,
            explode,
            allow_reserved,
        } => {
            let explode = if *explode { "*" } else { "" };
            let reserved = if *allow_reserved { " reserved" } else { "" };
            format!("{style:?}{explode}{reserved}")
        }
        Wire::Content(media) => format!("as {media}"),
    }
}

fn write_parameter(out: &mut String, api: &Api, it: &Parameter) {
    let required = if it.required { "" } else { "?" };
    let wire = wire(&it.wire);
    let empty = if it.allow_empty { " or empty" } else { "" };
    let rest = said(
        &it.docs,
        &it.constraints,
        it.default.as_ref(),
        &it.examples,
        &it.extensions,
    );
    let place = format!("{:?}", it.location).to_lowercase();
    writeln!(
        out,
        "  {place} {}{required}: {} {wire}{empty}{rest}",
        it.name,
        used(api, it.ty)
    )
    .unwrap();
}

fn said(
    docs: &Docs,
    constraints: &Constraints,
    default: Option<&serde_json::Value>,
    examples: &[Example],
    extensions: &Extensions,
) -> String {
    let mut out = String::new();
    if *constraints != Constraints::default() {
        let all = serde_json::to_value(constraints).unwrap();
        for (key, value) in all.as_object().unwrap() {
            if !value.is_null() && *value != serde_json::Value::Bool(false) {
                write!(out, " {key}={value}").unwrap();
            }
        }
    }
    if let Some(default) = default {
        write!(out, " = {default}").unwrap();
    }
    for example in examples {
        let name = example
            .name
            .as_deref()
            .map(|it| format!("{it}: "))
            .unwrap_or_default();
        write!(out, " e.g. {name}{}", example.value).unwrap();
    }
    for (key, value) in extensions {
        write!(out, " {key}={value}").unwrap();
    }
    if docs.deprecated {
        out.push_str(" deprecated");
    }
    for text in [&docs.title, &docs.summary, &docs.description]
        .into_iter()
        .flatten()
    {
        write!(out, " // {text}").unwrap();
    }
    out
}

fn name(ty: &Type) -> String {
    match &ty.name {
        Some(name) => name.clone(),
        None => format!("<{}>", ty.path.join(" ")),
    }
}

fn used(api: &Api, used: TypeUse) -> String {
    let ty = &api[used.ty];
    let text = match &ty.shape {
        Shape::Scalar(it) if is_plain(ty) => scalar(it),
        Shape::Any if is_plain(ty) => "any".to_owned(),
        _ => name(ty),
    };
    if used.nullable {
        format!("{text} or null")
    } else {
        text
    }
}

fn scalar(scalar: &Scalar) -> String {
    let with = |word: &str, format: &Option<String>| match format {
        Some(format) => format!("{word}({format})"),
        None => word.to_owned(),
    };
    match scalar {
        Scalar::String { format } => with("string", format),
        Scalar::Number { format } => with("number", format),
        Scalar::Boolean => "boolean".to_owned(),
        Scalar::Integer {
            format,
            range: IntegerRange::I64,
        } => with("integer", format),
        Scalar::Integer { format, range } => {
            format!(
                "{}:{}",
                with("integer", format),
                format!("{range:?}").to_lowercase()
            )
        }
    }
}
