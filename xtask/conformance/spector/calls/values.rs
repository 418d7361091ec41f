//! Values that the description does not list, or does not allow.

use payload_json_merge_patch::Value;
use payload_json_merge_patch::types::{Resource, ResourcePatch};

use crate::{Ended, client};

#[tokio::test]
async fn Type_Enum_Extensible_String_putUnknownValue() -> Ended {
    let client = client!(type_enum_extensible);
    Ok(client.r#type().string_put_unknown_value("Weekend").send().await?)
}

#[tokio::test]
async fn Type_Property_ValueTypes_ExtensibleEnum_put() -> Ended {
    use type_property_value_types::types::ExtensibleEnumProperty;
    let client = client!(type_property_value_types);
    let body = ExtensibleEnumProperty::new("UnknownValue");
    Ok(client.r#type().extensible_enum_put(body).send().await?)
}

#[tokio::test]
async fn Type_Union_StringExtensible_send() -> Ended {
    use type_union::types::StringExtensibleSendBody;
    let client = client!(type_union);
    let body = StringExtensibleSendBody::new("custom");
    Ok(client.r#type().string_extensible_send(body).send().await?)
}

#[tokio::test]
async fn Type_Union_StringExtensibleNamed_send() -> Ended {
    use type_union::types::StringExtensibleNamedSendBody;
    let client = client!(type_union);
    let body = StringExtensibleNamedSendBody::new("custom");
    Ok(client.r#type().string_extensible_named_send(body).send().await?)
}

/// A patch that removes all: the description allows no `null`, so it goes beside the fields.
fn patch() -> ResourcePatch {
    let key = Value::from_iter([("description", Value::Null)]);
    let mut patch = ResourcePatch::new().map([("key", key), ("key2", Value::Null)]);
    let removed = ["description", "array", "intValue", "floatValue", "innerModel", "intArray"];
    patch.extra_mut().extend(removed.map(|name| (name.to_owned(), Value::Null)));
    patch
}

fn assert_removed(resource: &Resource) {
    assert_eq!(resource.name, "Madge");
    assert_eq!(resource.description, None);
    let inner = resource.map.as_ref().and_then(|map| map.get("key"));
    let name = inner.and_then(|inner| inner.get("name")?.as_str());
    assert_eq!(name, Some("InnerMadge"));
}

#[tokio::test]
async fn Payload_JsonMergePatch_updateResource() -> Ended {
    let client = client!(payload_json_merge_patch);
    let call = client.json_merge_patch().update_resource(patch());
    assert_removed(&call.send().await?);
    Ok(())
}

#[tokio::test]
async fn Payload_JsonMergePatch_updateOptionalResource() -> Ended {
    let client = client!(payload_json_merge_patch);
    let call = client.json_merge_patch().update_optional_resource();
    assert_removed(&call.body(patch()).send().await?);
    Ok(())
}
