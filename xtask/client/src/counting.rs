//! Allocations of a call, counted by the allocator.
#![expect(unsafe_code, reason = "an allocator is unsafe by its trait")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use crate::calls::{OPERATIONS, SIDES, Side};
use crate::{Outcome, say};

static COUNT: AtomicU64 = AtomicU64::new(0);
static BYTES: AtomicU64 = AtomicU64::new(0);

struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

// SAFETY: all is done by the allocator of the system.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        count(layout.size());
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(size);
        unsafe { System.realloc(pointer, layout, size) }
    }
}

fn count(bytes: usize) {
    COUNT.fetch_add(1, Relaxed);
    BYTES.fetch_add(bytes as u64, Relaxed);
}

/// Allocations and allocated bytes of a call, each side of each operation.
pub(crate) fn run(url: &str) -> Outcome {
    const CALLS: u64 = 1000;
    let runtime = crate::calls::runtime()?;
    for operation in OPERATIONS {
        for side in SIDES {
            let caller = Side::new(side, url)?;
            let (count, bytes) = runtime.block_on(async {
                caller.calls(operation, 100).await?;
                let before = (COUNT.load(Relaxed), BYTES.load(Relaxed));
                caller.calls(operation, CALLS).await?;
                Outcome::Ok((
                    COUNT.load(Relaxed) - before.0,
                    BYTES.load(Relaxed) - before.1,
                ))
            })?;
            say(&format!("{operation} {side} allocations"), count / CALLS);
            say(&format!("{operation} {side} bytes"), bytes / CALLS);
        }
    }
    Ok(())
}
