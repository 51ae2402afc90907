//! Averaged structured perceptron (Collins 2002).
use super::Set;
use crate::language::training::*;
use std::ops::Range;

pub(crate) struct Example {
    pub tokens: Range<usize>,
    pub document: usize,
    pub first: usize,
    /// Whether a name of the corpus is not cut as the tokens are, so that no label is right.
    pub unsure: bool,
}

pub(crate) struct Weights {
    pub rows: Vec<[f32; LABELS]>,
    pub transitions: [[f32; LABELS]; LABELS],
}

fn scores(weights: &[[f32; LABELS]], set: &Set, example: &Example, out: &mut Vec<[f32; LABELS]>) {
    out.clear();
    for token in example.tokens.clone() {
        let mut sum = set.base.get(token).copied().unwrap_or([0f32; LABELS]);
        for &row in set.rows(token) {
            let w = &weights[row as usize];
            for k in 0..LABELS {
                sum[k] += w[k];
            }
        }
        out.push(sum);
    }
}

/// The average of several models.
pub(crate) fn train(set: &Set, keep: &(dyn Fn(usize) -> bool + Sync), epochs: usize, seed: u64) -> Weights {
    let n: u64 = std::env::var("MODELS").ok().and_then(|v| v.parse().ok()).unwrap_or(1);
    let mut sum: Option<Weights> = None;
    for k in 0..n {
        let w = train_one(set, keep, epochs, seed + 1000 * k);
        match &mut sum {
            None => sum = Some(w),
            Some(sum) => {
                for (a, b) in sum.rows.iter_mut().zip(&w.rows) {
                    for k in 0..LABELS {
                        a[k] += b[k]
                    }
                }
                for (a, b) in sum.transitions.iter_mut().zip(&w.transitions) {
                    for k in 0..LABELS {
                        a[k] += b[k]
                    }
                }
            }
        }
    }
    let mut sum = sum.unwrap();
    let f = 1. / n as f32;
    for a in sum.rows.iter_mut().chain(sum.transitions.iter_mut()) {
        for x in a.iter_mut() {
            *x *= f
        }
    }
    sum
}

fn train_one(set: &Set, keep: &(dyn Fn(usize) -> bool + Sync), epochs: usize, seed: u64) -> Weights {
    let env = |n: &str, d: f32| std::env::var(n).ok().and_then(|v| v.parse().ok()).unwrap_or(d);
    let (margin, recall, drop) =
        (env("MARGIN", 0.), env("RECALL", 1.), if set.base.is_empty() { env("DROP", 0.) } else { 0. });
    let size = 1usize << ROW_BITS;
    let mut w = vec![[0f32; LABELS]; size];
    let mut u = vec![[0f32; LABELS]; size];
    let mut tr = [[0f32; LABELS]; LABELS];
    let mut ut = [[0f32; LABELS]; LABELS];
    let mut order: Vec<usize> =
        (0..set.regions.len()).filter(|n| keep(set.regions[*n].document) && !set.regions[*n].unsure).collect();
    let mut rng = seed;
    let mut c = 1f32;
    let mut decoder = Decoder::default();
    let (mut sc, mut out) = (vec![], vec![]);
    let (mut kept, mut kept_ends): (Vec<u32>, Vec<Range<usize>>) = (vec![], vec![]);
    for epoch in 0..epochs {
        for i in (1..order.len()).rev() {
            rng = mix(rng, i as u64);
            order.swap(i, (rng % (i as u64 + 1)) as usize);
        }
        let mut wrong = 0;
        for &n in &order {
            let ex = &set.regions[n];
            if drop > 0. {
                kept.clear();
                let threshold = (drop as f64 * u32::MAX as f64) as u64;
                for token in ex.tokens.clone() {
                    let from = kept.len();
                    for &row in set.rows(token) {
                        rng = rng.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
                        if rng >> 32 >= threshold {
                            kept.push(row)
                        }
                    }
                    if token == ex.tokens.start {
                        kept_ends.clear()
                    }
                    kept_ends.push(from..kept.len());
                }
                sc.clear();
                for (k, token) in ex.tokens.clone().enumerate() {
                    let mut sum = set.base.get(token).copied().unwrap_or([0f32; LABELS]);
                    for &row in &kept[kept_ends[k].clone()] {
                        let w = &w[row as usize];
                        for k in 0..LABELS {
                            sum[k] += w[k]
                        }
                    }
                    sc.push(sum);
                }
            } else {
                scores(&w, set, ex, &mut sc);
            }
            out.clear();
            if margin != 0. {
                for (k, sc) in sc.iter_mut().enumerate() {
                    let g = set.gold[ex.tokens.start + k] as usize;
                    for (l, s) in sc.iter_mut().enumerate() {
                        if l != g {
                            *s += if g == 0 {
                                margin
                            } else if l == 0 {
                                margin * recall
                            } else {
                                margin
                            }
                        }
                    }
                }
            }
            decoder.decode(&sc, &Grid::new(&tr), &mut out);
            let gold = &set.gold[ex.tokens.clone()];
            if out != gold {
                let (mut pg, mut pp) = (0usize, 0usize);
                for (k, token) in ex.tokens.clone().enumerate() {
                    let (g, p) = (gold[k] as usize, out[k] as usize);
                    if g != p {
                        wrong += 1;
                        for &row in if drop > 0. { &kept[kept_ends[k].clone()] } else { set.rows(token) } {
                            let row = row as usize;
                            w[row][g] += 1.;
                            w[row][p] -= 1.;
                            u[row][g] += c;
                            u[row][p] -= c;
                        }
                    }
                    if (pg, g) != (pp, p) {
                        tr[pg][g] += 1.;
                        ut[pg][g] += c;
                        tr[pp][p] -= 1.;
                        ut[pp][p] -= c;
                    }
                    (pg, pp) = (g, p);
                }
            }
            c += 1.;
        }
        if epoch % 4 == 3 {
            eprintln!("epoch {epoch}: {wrong} wrong");
        }
    }
    for (w, u) in w.iter_mut().zip(&u) {
        for k in 0..LABELS {
            w[k] -= u[k] / c;
        }
    }
    for a in 0..LABELS {
        for b in 0..LABELS {
            tr[a][b] -= ut[a][b] / c;
        }
    }
    for a in tr.iter_mut() {
        for x in a.iter_mut() {
            *x *= 1. / (1. - drop)
        }
    }
    Weights { rows: w, transitions: tr }
}

pub(crate) fn predict(
    weights: &Weights,
    set: &Set,
    keep: &dyn Fn(usize) -> bool,
    labels: &mut [Vec<u8>],
    base: &mut [[f32; LABELS]],
    scale: f32,
) {
    let mut decoder = Decoder::default();
    let mut sc = vec![];
    for (n, ex) in set.regions.iter().enumerate() {
        if !keep(ex.document) {
            continue;
        }
        scores(&weights.rows, set, ex, &mut sc);
        let mut out = vec![];
        decoder.decode(&sc, &Grid::new(&weights.transitions), &mut out);
        labels[n] = out;
        for (k, token) in ex.tokens.clone().enumerate() {
            base[token] = sc[k].map(|x| x * scale);
        }
    }
}
