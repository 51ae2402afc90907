//! Training of the recogniser's weights.
#![allow(
    clippy::all,
    clippy::pedantic,
    clippy::indexing_slicing,
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::cast_possible_truncation,
    unreachable_pub,
    missing_docs
)]
mod corpus;
mod perceptron;

use std::collections::HashMap;
use std::path::PathBuf;

use crate::language::training::*;
use corpus::Labelled;
use perceptron::{Example, Weights};

/// Everything of a set of documents that training needs.
pub(crate) struct Set {
    pub rows: Vec<u32>,
    pub ends: Vec<usize>,
    pub gold: Vec<u8>,
    pub regions: Vec<Example>,
    pub base: Vec<[f32; LABELS]>,
}

pub fn clusters(path: &std::path::Path) -> &'static [u8] {
    let mut words = Vec::new();
    for line in std::fs::read_to_string(path).unwrap().lines() {
        let mut c = line.split('\t');
        let w = c.next().unwrap();
        let a: u16 = c.next().unwrap().parse().unwrap();
        let b: u16 = c.next().unwrap().parse().unwrap();
        words.push((hash(w.as_bytes()), [a + 1, b + 1]));
    }
    Box::leak(pack_clusters(&words).into_boxed_slice())
}

pub fn prepare(docs: &[Labelled], model: &Clusters) -> (Set, usize, usize) {
    let mut set = Set { rows: vec![], ends: vec![], gold: vec![], regions: vec![], base: vec![] };
    let mut vocabulary = Vocabulary::default();
    let mut document = Document::default();
    let mut statistics = Statistics::default();
    let mut run = Runs::default();
    let (mut lost, mut total) = (0, 0);
    for (number, labelled) in docs.iter().enumerate() {
        let (gold, unsure, l) = corpus::label_tokens(labelled, model, &mut vocabulary, &mut document, &mut statistics);
        lost += l;
        total += labelled.names.len();
        for region in &document.regions {
            let view =
                View { document: &document, statistics: &statistics, sentence: &document.sentences[region.sentence] };
            run.find(&document.words, &region.tokens);
            let start = set.ends.len();
            for at in region.tokens.clone() {
                view.of_surroundings(at, &run, &mut set.rows);
                for (n, word) in view.window(at).into_iter().enumerate() {
                    of_word(word, n, &mut set.rows);
                }
                if labelled.corpus > 0 && labelled.corpus < 9 && std::env::var("DOMAIN").is_ok() {
                    let c = labelled.corpus as u64;
                    let w = &document.words[at];
                    for r in [
                        row(300, c, 0),
                        row(301, c, u64::from(w.short_shape)),
                        row(302, c, u64::from(w.clusters[0])),
                        row(303, c, document.marks[at].numbers().fold(0, mix)),
                    ] {
                        set.rows.push(r);
                    }
                }
                set.ends.push(set.rows.len());
                set.gold.push(gold[at]);
            }
            set.regions.push(Example {
                tokens: start..set.ends.len(),
                document: number,
                first: region.tokens.start,
                unsure: unsure[region.tokens.clone()].contains(&true),
            });
        }
    }
    (set, lost, total)
}

impl Set {
    pub fn rows(&self, token: usize) -> &[u32] {
        let start = if token == 0 { 0 } else { self.ends[token - 1] };
        &self.rows[start..self.ends[token]]
    }
}

pub fn evaluate(name: &str, docs: &[Labelled], set: &Set, labels: &[Vec<u8>]) {
    // predicted spans by document
    let mut got: HashMap<usize, Vec<(crate::text::Span, Class)>> = HashMap::new();
    let mut tokens_of: HashMap<usize, Vec<Token>> = HashMap::new();
    for (region, labels) in set.regions.iter().zip(labels) {
        let doc = &docs[region.document];
        let tokens = tokens_of.entry(region.document).or_insert_with(|| annotated_lines(&doc.article).0);
        for (range, class) in names_in(labels) {
            let s = tokens[region.first + range.start].span.start();
            let e = tokens[region.first + range.end - 1].span.end();
            got.entry(region.document).or_default().push((corpus::trimmed(&doc.article.text, s, e), class));
        }
    }
    let mut c = [[0usize; 3]; 5];
    let coarse = |class: Class| if class == Class::Group { 4 } else { class.index() };
    for (n, doc) in docs.iter().enumerate() {
        if doc.names.is_empty() && !name.starts_with("uner") {
            continue;
        }
        let g: std::collections::HashSet<_> = doc.names.iter().map(|(s, k)| (s.start(), s.end(), coarse(*k))).collect();
        let p: std::collections::HashSet<_> =
            got.get(&n).map(|v| v.iter().map(|(s, k)| (s.start(), s.end(), coarse(*k))).collect()).unwrap_or_default();
        if let Ok(f) = std::env::var("DUMP") {
            use std::io::Write;
            let mut f = std::fs::OpenOptions::new().create(true).append(true).open(format!("{f}.{name}")).unwrap();
            let t = &doc.article.text;
            let ctx = |s: usize, e: usize| {
                let a = (0..=s).rev().find(|a| s - a >= 40 && t.is_char_boundary(*a)).unwrap_or(0);
                let b = (e..=t.len()).find(|b| b - e >= 40 && t.is_char_boundary(*b)).unwrap_or(t.len());
                format!("{}[[{}]]{}", &t[a..s], &t[s..e], &t[e..b]).replace('\n', "|")
            };
            for x in g.difference(&p) {
                writeln!(f, "FN\t{}\t{}\t{}", x.2, n, ctx(x.0, x.1)).unwrap()
            }
            for x in p.difference(&g) {
                writeln!(f, "FP\t{}\t{}\t{}", x.2, n, ctx(x.0, x.1)).unwrap()
            }
        }
        for x in &g {
            c[x.2][2] += 1;
            if p.contains(x) {
                c[x.2][0] += 1
            }
        }
        for x in &p {
            c[x.2][1] += 1
        }
    }
    report(name, &c);
}

/// The second pass's features over the labels of the first.
pub fn second(docs: &[Labelled], set: &Set, model: &Clusters, labels: &[Vec<u8>], base: Vec<[f32; LABELS]>) -> Set {
    let mut out = Set { rows: vec![], ends: vec![], gold: set.gold.clone(), regions: vec![], base };
    let mut vocabulary = Vocabulary::default();
    let mut document = Document::default();
    let mut statistics = Statistics::default();
    let mut evidence = Evidence::default();
    let mut next = 0;
    for (number, labelled) in docs.iter().enumerate() {
        corpus::label_tokens(labelled, model, &mut vocabulary, &mut document, &mut statistics);
        let mut all = vec![0u8; document.words.len()];
        for (k, region) in document.regions.iter().enumerate() {
            all[region.tokens.clone()].copy_from_slice(&labels[next + k]);
        }
        evidence.gather(&document, &all);
        for region in &document.regions {
            let start = out.ends.len();
            for at in region.tokens.clone() {
                evidence.features(&document, &document.sentences[region.sentence], at, &all, &mut out.rows);
                out.ends.push(out.rows.len());
            }
            out.regions.push(Example {
                tokens: start..out.ends.len(),
                document: number,
                first: region.tokens.start,
                unsure: set.regions[next].unsure,
            });
            next += 1;
        }
    }
    out
}

pub fn main() {
    let args: Vec<String> = std::env::args().collect();
    let data = PathBuf::from(&args[1]);
    let epochs: usize = args[2].parse().unwrap();
    let train: Vec<&str> = args[3].split(',').collect();
    let folds: usize = args[4].parse().unwrap();
    let scale: f32 = args[5].parse().unwrap();
    let model = Clusters::packed(clusters(&data.join("clusters.tsv")));
    let mut docs = vec![];
    for (n, name) in train.iter().enumerate() {
        let d = corpus::read(&data.join(format!("{name}.jsonl")), n).unwrap();
        docs.extend(d);
    }
    let (set, lost, total) = prepare(&docs, &model);
    println!(
        "{} regions, {} tokens, {} features, {lost} of {total} names lost",
        set.regions.len(),
        set.gold.len(),
        set.rows.len()
    );
    let t = std::time::Instant::now();
    let weights: Weights = perceptron::train(&set, &|_| true, epochs, 11);
    println!("trained in {:?}", t.elapsed());
    let mut weights = weights;
    if let Ok(t) = std::env::var("PRUNE") {
        let t: f32 = t.parse().unwrap();
        let q: f32 = std::env::var("STEP").unwrap().parse().unwrap();
        let (mut rows, mut nnz, mut clamped, mut big) = (0, 0, 0, 0f32);
        for r in weights.rows.iter_mut() {
            let m = r.iter().fold(0f32, |a, x| a.max(x.abs()));
            big = big.max(m);
            if m < t {
                *r = [0.; LABELS];
                continue;
            }
            rows += 1;
            for x in r.iter_mut() {
                let y = (*x / q).round();
                if y.abs() > 127. {
                    clamped += 1
                }
                *x = y.clamp(-127., 127.) * q;
                if *x != 0. {
                    nnz += 1
                }
            }
        }
        println!("ALL prune {t}: rows {rows} nnz {nnz} clamped {clamped} max {big}");
    }
    let mut stage2 = None;
    if folds > 1 {
        let mut labels: Vec<Vec<u8>> = vec![vec![]; set.regions.len()];
        let mut base = vec![[0f32; LABELS]; set.gold.len()];
        for fold in 0..folds {
            let w = perceptron::train(&set, &|d| d % folds != fold, epochs, 20 + fold as u64);
            perceptron::predict(&w, &set, &|d| d % folds == fold, &mut labels, &mut base, scale);
        }
        let set2 = second(&docs, &set, &model, &labels, base);
        stage2 = Some(perceptron::train(&set2, &|_| true, epochs, 31));
        println!("second in {:?}", t.elapsed());
    }
    for dev in ["wwn_dev", "uner_ewt_dev"] {
        let docs = corpus::read(&data.join(format!("{dev}.jsonl")), 9).unwrap();
        let (set, _, _) = prepare(&docs, &model);
        let mut labels: Vec<Vec<u8>> = vec![vec![]; set.regions.len()];
        let mut base = vec![[0f32; LABELS]; set.gold.len()];
        perceptron::predict(&weights, &set, &|_| true, &mut labels, &mut base, scale);
        evaluate(&format!("{dev}.1"), &docs, &set, &labels);
        if let Some(w) = &stage2 {
            let set2 = second(&docs, &set, &model, &labels, base);
            let mut base = vec![[0f32; LABELS]; set.gold.len()];
            perceptron::predict(w, &set2, &|_| true, &mut labels, &mut base, 1.);
            evaluate(dev, &docs, &set2, &labels);
        }
    }
    if let (Some(second), Ok(path)) = (&stage2, std::env::var("OUT")) {
        let prune = std::env::var("PRUNE_OUT").ok().and_then(|v| v.parse().ok()).unwrap_or(2.);
        let bytes = pack_model(clusters(&data.join("clusters.tsv")), &weights, second, scale, prune);
        println!("{} bytes", bytes.len());
        std::fs::write(path, &bytes).unwrap();
        evaluate_packed(Box::leak(bytes.into_boxed_slice()), &data);
    }
}

/// The bytes of a model.
pub fn pack_model(cluster_bytes: &[u8], first: &Weights, second: &Weights, scale: f32, prune: f32) -> Vec<u8> {
    let quantised = |weights: &Weights, bits: u32, step: f32, prune: f32| {
        let mut rows: Vec<(u32, [i8; LABELS])> = Vec::new();
        for (n, row) in weights.rows.iter().enumerate() {
            if row.iter().fold(0f32, |a, x| a.max(x.abs())) < prune {
                continue;
            }
            rows.push((n as u32 & ((1 << bits) - 1), row.map(|x| (x / step).round().clamp(-127., 127.) as i8)));
        }
        let mut transitions = Vec::new();
        for t in weights.transitions.iter().flatten() {
            transitions.extend(((t / step).round() as i32).to_le_bytes());
        }
        rows.sort_by_key(|r| r.0);
        rows.dedup_by_key(|r| r.0);
        println!("{} rows of {bits} bits", rows.len());
        (table_pack(bits, &rows), transitions)
    };
    let step1 = 0.3;
    let most = second.rows.iter().flatten().fold(0f32, |a, x| a.max(x.abs()));
    let step2 = most / 127.;
    let ((blocks1, rows1), tr1) = quantised(first, ROW_BITS, step1, prune);
    let ((blocks2, rows2), tr2) = quantised(second, 17, step2, step2 / 2.);
    // The second pass counts in thousandths of a score. Its transitions are stored in units of it.
    let carried = (step1 * scale * 1000.).round() as i32;
    let fresh = (step2 * 1000.).round().max(1.) as i32;
    let tr2: Vec<u8> =
        tr2.chunks(4).flat_map(|c| (i32::from_le_bytes(c.try_into().unwrap()) * fresh).to_le_bytes()).collect();
    println!("most {most} carried {carried} fresh {fresh}");
    let mut out = FORMAT.to_vec();
    for n in [
        cluster_bytes.len(),
        blocks1.len() / 12,
        rows1.len() / 24,
        blocks2.len() / 12,
        rows2.len() / 24,
        carried as usize,
        fresh as usize,
        0,
    ] {
        out.extend((n as u32).to_le_bytes());
    }
    out.extend(tr1);
    out.extend(tr2);
    out.extend(cluster_bytes);
    for part in [blocks1, rows1, blocks2, rows2] {
        out.extend(part)
    }
    out
}

/// Scores the packed model as the program would use it.
pub fn evaluate_packed(bytes: &'static [u8], data: &std::path::Path) {
    let mut recogniser = Recogniser::new(Model::read(bytes).expect("packed"));
    for dev in ["wwn_dev", "uner_ewt_dev"] {
        let docs = corpus::read(&data.join(format!("{dev}.jsonl")), 9).unwrap();
        let prepared: Vec<_> = docs.iter().map(|d| annotated_lines(&d.article)).collect();
        let words: usize = docs.iter().map(|d| d.article.text.split_whitespace().count()).sum();
        let mut got = vec![];
        for round in 0..3 {
            got.clear();
            let t = std::time::Instant::now();
            for (doc, (tokens, sentences)) in docs.iter().zip(&prepared) {
                let lines: Vec<_> =
                    sentences.iter().map(|s| crate::language::Line::new(&doc.article, tokens, s)).collect();
                let hints = hints(&doc.article, &lines);
                got.push(recogniser.recognise(&lines, &hints));
            }
            if round == 2 {
                println!("{dev}: {:.0} words/s", words as f64 / t.elapsed().as_secs_f64());
            }
        }
        let mut c = [[0usize; 3]; 5];
        let coarse = |class: Class| if class == Class::Group { 4 } else { class.index() };
        for ((doc, (tokens, sentences)), got) in docs.iter().zip(&prepared).zip(&got) {
            let g: std::collections::HashSet<_> =
                doc.names.iter().map(|(s, k)| (s.start(), s.end(), coarse(*k))).collect();
            let p: std::collections::HashSet<_> = got
                .iter()
                .map(|r| {
                    let first = sentences[r.line].tokens.start;
                    let s = corpus::trimmed(
                        &doc.article.text,
                        tokens[first + r.tokens.start].span.start(),
                        tokens[first + r.tokens.end - 1].span.end(),
                    );
                    (s.start(), s.end(), coarse(r.class))
                })
                .collect();
            for x in &g {
                c[x.2][2] += 1;
                if p.contains(x) {
                    c[x.2][0] += 1
                }
            }
            for x in &p {
                c[x.2][1] += 1
            }
        }
        report(dev, &c);
    }
}

fn report(name: &str, c: &[[usize; 3]; 5]) {
    let f = |x: [usize; 3]| {
        let p = x[0] as f64 / x[1].max(1) as f64;
        let r = x[0] as f64 / x[2].max(1) as f64;
        (p, r, 2. * p * r / (p + r).max(1e-9))
    };
    let all = [0, 1, 2].iter().fold([0; 3], |a, &k| [a[0] + c[k][0], a[1] + c[k][1], a[2] + c[k][2]]);
    let s = |x| {
        let (p, r, f) = f(x);
        format!("{f:.3} ({p:.3}/{r:.3})")
    };
    println!("{name}: ALL {} PER {} ORG {} LOC {} MISC {}", s(all), s(c[0]), s(c[1]), s(c[2]), s(c[4]));
}
