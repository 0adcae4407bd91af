//! A state machine: whatever happens to files, options, streams and processes, an index that was brought up to date
//! answers as a new one of the same files and streams.
//!
//! Steps come from a seed (`FIHRIS_STATE_SEED`); a sequence that fails is made short and printed. There are
//! `FIHRIS_STATE_STEPS` of them, few where that is not set.

#![cfg(unix)]
#![allow(clippy::unwrap_used)] // helpers of tests are tests too

mod answers;
mod content;
mod files;
mod fresh;
mod machine;
mod run;
mod step;
#[path = "../faults/strace.rs"]
mod strace;
mod schemas {
    //! Forms of JSON are the business of other tests.

    pub fn check(_: &[&str], _: &[u8], _: &[u8]) {}
}
#[path = "../cli/pack.rs"]
mod pack;
#[path = "../cli/sandbox.rs"]
#[allow(dead_code)] // it serves other tests too
mod sandbox;

use std::env;

use proptest::collection::vec;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use machine::Machine;
use step::Step;

/// Steps of a sequence.
const LENGTH: usize = 24;

/// Steps where nobody asks for more.
const FEW: usize = LENGTH;

/// Runs of a sequence that failed, to find a shorter one that does.
const SHORTER: usize = 60;

fn number(name: &str, usual: usize) -> usize {
    let set = env::var(name).ok();
    set.map_or(usual, |set| set.parse().expect("a number"))
}

/// Takes the steps, and compares at the end; how many answers were compared.
fn take(steps: &[Step]) -> Result<usize, String> {
    let mut machine = Machine::new()?;
    for step in steps {
        machine.take(step)?;
    }
    machine.compare()?;
    Ok(machine.compared)
}

/// Those of `steps` without which they would not fail, as far as a few tries can tell, and how these fail.
fn shortened(mut steps: Vec<Step>, mut reason: String) -> (Vec<Step>, String) {
    let mut tries = 0;
    let mut size = steps.len().div_ceil(2);
    while size > 0 && tries < SHORTER {
        let mut start = 0;
        while start < steps.len() && tries < SHORTER {
            let end = steps.len().min(start + size);
            let fewer = [&steps[..start], &steps[end..]].concat();
            tries += 1;
            match take(&fewer) {
                Err(again) => (steps, reason) = (fewer, again),
                Ok(_) => start = end,
            }
        }
        size /= 2;
    }
    (steps, reason)
}

#[test]
fn an_index_answers_as_a_new_one_whatever_happened() {
    let seed = number("FIHRIS_STATE_SEED", 1);
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&(seed as u64).to_le_bytes());
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let any = vec(step::any(), LENGTH);
    let (mut done, mut compared) = (0, 0);
    while done < number("FIHRIS_STATE_STEPS", FEW) {
        let steps = any.new_tree(&mut runner).unwrap().current();
        match take(&steps) {
            Ok(answers) => compared += answers,
            Err(reason) => {
                let (steps, reason) = shortened(steps, reason);
                let steps: Vec<String> = steps.iter().map(|step| format!("  {step:?}")).collect();
                let steps = steps.join("\n");
                panic!("seed {seed}, after {done} steps: {reason}\nafter these steps:\n{steps}");
            }
        }
        done += LENGTH;
        println!("{done} steps, {compared} answers compared, no difference");
    }
}
