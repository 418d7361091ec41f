//! Reading and writing 10 MB of contacts: through the client's own door, through serde's, and by
//! types of the same fields that derive serde's traits. Time and allocations of each.
#![allow(unused_imports, reason = "types shared by several binaries")]
#![allow(unreachable_pub, reason = "shared by several binaries")]
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a bench"
)]

mod contacts;
#[path = "contacts/twin.rs"]
mod twin;
#[path = "../tests/codec/types/mod.rs"]
mod types;

use divan::{AllocProfiler, Bencher, counter::BytesCount};
use serde::de::DeserializeOwned;
use specsmith_runtime::{Blank, DecodeLimits, Slot, encode, from_slice};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

type Tables = Vec<types::Contact>;
type Plain = Vec<twin::plain::Contact>;
type Keeping = Vec<twin::keeping::Contact>;

fn main() {
    divan::main();
}

fn json() -> Vec<u8> {
    contacts::json(10_000_000)
}

fn own<T: Slot + Blank>(json: &[u8]) -> T {
    from_slice(json, &DecodeLimits::DEFAULT).expect("the JSON is what the types say")
}

fn serde<T: DeserializeOwned>(json: &[u8]) -> T {
    serde_json::from_slice(json).expect("the JSON is what the types say")
}

#[divan::bench_group(sample_count = 20, sample_size = 1)]
mod decode {
    use super::*;

    fn bench<T>(bencher: Bencher<'_, '_>, decode: fn(&[u8]) -> T) {
        let json = json();
        bencher
            .counter(BytesCount::of_slice(&json))
            .bench_local(|| decode(&json));
    }

    #[divan::bench]
    fn a_own_door(bencher: Bencher<'_, '_>) {
        bench(bencher, own::<Tables>);
    }

    #[divan::bench]
    fn b_serde_door(bencher: Bencher<'_, '_>) {
        bench(bencher, serde::<Tables>);
    }

    #[divan::bench]
    fn c_derived(bencher: Bencher<'_, '_>) {
        bench(bencher, serde::<Plain>);
    }

    #[divan::bench]
    fn d_derived_with_extra(bencher: Bencher<'_, '_>) {
        bench(bencher, serde::<Keeping>);
    }
}

#[divan::bench_group(sample_count = 20, sample_size = 1)]
mod write {
    use super::*;

    fn bench<T>(bencher: Bencher<'_, '_>, value: T, encode: impl Fn(&T) -> Vec<u8>) {
        let size = encode(&value).len();
        bencher
            .counter(BytesCount::new(size))
            .bench_local(|| encode(&value));
    }

    fn derived<T: serde::Serialize>(value: &T) -> Vec<u8> {
        serde_json::to_vec(value).expect("contacts are JSON")
    }

    #[divan::bench]
    fn a_own_door(bencher: Bencher<'_, '_>) {
        bench(bencher, own::<Tables>(&json()), |value| {
            encode(value).expect("contacts are JSON")
        });
    }

    #[divan::bench]
    fn b_serde_door(bencher: Bencher<'_, '_>) {
        bench(bencher, own::<Tables>(&json()), derived);
    }

    #[divan::bench]
    fn c_derived(bencher: Bencher<'_, '_>) {
        bench(bencher, serde::<Plain>(&json()), derived);
    }

    #[divan::bench]
    fn d_derived_with_extra(bencher: Bencher<'_, '_>) {
        bench(bencher, serde::<Keeping>(&json()), derived);
    }
}
