//! The property that tells alternatives apart.

use super::*;

#[test]
fn a_base_that_lists_what_is_made_of_it() {
    check_schemas(
        "
Base: {type: object, properties: {kind: {type: string}}, oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}], discriminator: {propertyName: kind}}
A: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {a: {type: string}}}]}
B: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {b: {type: string}}}]}
",
        &expect![[r#"
            Base = one of by kind
              A: A when A
              B: B when B
            A = record
              kind?: string
              a?: string
            B = record
              kind?: string
              b?: string
        "#]],
    );
}

#[test]
fn a_discriminator_alone() {
    check_schemas(
        "
Pet: {type: object, discriminator: {propertyName: kind}, properties: {kind: {type: string}}}
",
        &expect![[r#"
            Pet = record
              kind?: string

            warning[not-expressed]: a `discriminator` without `oneOf` or `anyOf` is not expressed in the output
             --> api.yaml:5:25
              |
            5 |     Pet: {type: object, discriminator: {propertyName: kind}, properties: {kind: {type: string}}}
              |                         ^^^^^^^^^^^^^
              = help: list the types that it tells apart under `oneOf`, or make them of this one by `allOf`
        "#]],
    );
}

/// A single alternative is the type; that the mapping knows others is not passed over.
#[test]
fn a_discriminator_beside_a_single_alternative() {
    check_schemas(
        "
Cat: {type: object, properties: {kind: {type: string}}}
Dog: {type: object, properties: {kind: {type: string}}}
Pet:
  oneOf: [{$ref: '#/components/schemas/Cat'}]
  discriminator: {propertyName: kind, mapping: {cat: Cat, dog: '#/components/schemas/Dog'}}
House:
  type: object
  properties:
    pet:
      anyOf: [{$ref: '#/components/schemas/Cat'}, {type: 'null'}]
      discriminator: {propertyName: kind, mapping: {dog: Dog}}
",
        &expect![[r#"
            Cat = record
              kind?: string
            Dog = record
              kind?: string
            Pet = record
              kind?: string
            House = record
              pet?: <House pet> or null
            <House pet> = record
              kind?: string

            warning[discriminator-mapping]: `dog` leads to a schema that is not among the alternatives
             --> api.yaml:9:68
              |
            9 |       discriminator: {propertyName: kind, mapping: {cat: Cat, dog: '#/components/schemas/Dog'}}
              |                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: add the schema to `oneOf`, or remove the value

            warning[discriminator-mapping]: `dog` leads to a schema that is not among the alternatives
              --> api.yaml:15:62
               |
            15 |           discriminator: {propertyName: kind, mapping: {dog: Dog}}
               |                                                              ^^^
               = help: add the schema to `oneOf`, or remove the value
        "#]],
    );
}

#[test]
fn a_discriminator_tells_apart_what_is_made_of_its_schema() {
    check_schemas(
        "
Pet: {type: object, discriminator: {propertyName: kind, mapping: {pet: Pet, meow: Cat, bad: Fish}}, properties: {kind: {type: string, enum: [pet, meow, Dog]}}}
Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {type: integer}}}]}
Dog: {allOf: [{$ref: '#/components/schemas/Pet'}]}
Lion: {allOf: [{$ref: '#/components/schemas/Cat'}, {properties: {friend: {$ref: '#/components/schemas/Pet'}}}]}
Fish: {type: object}
",
        &expect![[r#"
            Pet = one of by kind
              Cat: Cat when meow
              Dog: Dog when Dog
              Lion: Lion when Lion
              base: <Pet base> when pet
            Cat = record
              kind?: <Pet kind>
              lives?: integer
            Dog = record
              kind?: <Pet kind>
            Lion = record
              kind?: <Pet kind>
              lives?: integer
              friend?: Pet
            Fish = {*: any}
            <Pet base> = record
              kind?: <Pet kind>
            <Pet kind> = enum
              "pet"
              "meow"
              "Dog"

            warning[discriminator-mapping]: `bad` leads to a schema that is not among the alternatives
             --> api.yaml:5:97
              |
            5 | …nd, mapping: {pet: Pet, meow: Cat, bad: Fish}}, properties: {kind: {type: string, enum: [pet, meow, Dog]}}}
              |                                          ^^^^
              = help: add the schema to `oneOf`, or remove the value
        "#]],
    );
}

/// Each alternative that is a choice itself brings the values that mean what it chooses from.
#[test]
fn choices_within_choices_bring_their_tags() {
    check_schemas(
        "
Pet:
  oneOf: [{$ref: '#/components/schemas/Furry'}, {$ref: '#/components/schemas/Wild'}, {$ref: '#/components/schemas/Fish'}, {$ref: '#/components/schemas/Cat'}]
  discriminator: {propertyName: kind, mapping: {hairy: Furry, fish: Fish}}
Furry:
  oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}, {$ref: '#/components/schemas/Pet'}]
  discriminator: {propertyName: kind, mapping: {dog: Dog, fish: Dog}}
Wild:
  oneOf: [{$ref: '#/components/schemas/Wolf'}, {$ref: '#/components/schemas/Lost'}]
Lost:
  oneOf: [{$ref: '#/components/schemas/Fox'}, {type: string}]
  discriminator: {propertyName: colour}
Cat: {type: object, properties: {kind: {type: string}}}
Dog: {type: object, properties: {kind: {type: string}}}
Fish: {type: object, properties: {kind: {type: string}}}
Wolf: {type: object, properties: {kind: {const: wolf}}}
Fox: {type: object, properties: {kind: {enum: [fox, 1]}, colour: {const: red}}}
",
        &expect![[r#"
            Pet = one of by kind
              Furry: Furry when hairy, dog
              Wild: Wild when Wild, wolf, fox
              Fish: Fish when fish
              Cat: Cat when Cat
            Furry = one of by kind
              Cat: Cat when Cat
              Dog: Dog when dog, fish
              Pet: Pet when Pet, wolf, fox
            Wild = one of
              Wolf: Wolf
              Lost: Lost
            Lost = one of by colour
              Fox: Fox when red
              string: string
            Cat = record
              kind?: string
            Dog = record
              kind?: string
            Fish = record
              kind?: string
            Wolf = record
              kind?: <Wolf kind>
            Fox = record
              kind?: <Fox kind>
              colour?: <Fox colour>
            <Wolf kind> = enum
              "wolf"
            <Fox kind> = enum
              "fox"
              1
            <Fox colour> = enum
              "red"
        "#]],
    );
}
