//! The codebook of a wave (DDI-Codebook 2.5): what was asked to whom and how, in every language; what each column of its
//! files means; why the answers themselves are not published.

use arpent_documents::ddi::{Codebook, File, Said};

use super::{answers, both, figures, said};
use crate::domain::cube::{Cube, Nature, PopulationNote};
use crate::domain::protocol::Protocol;
use crate::texts::Texts;

fn fixed(say: fn(Texts) -> &'static str) -> Said {
    both(|t| say(t).to_owned())
}

/// The codebook of a wave that was read; `producer` answers for it.
pub(crate) fn of(cube: &Cube, protocol: &Protocol, producer: &str, barometer: &str) -> Codebook {
    let wave = &cube.wave;
    Codebook {
        id: format!("{}/{}", cube.barometer, wave.number),
        title: both(|_| format!("{barometer} — {}", wave.title)),
        producer: producer.to_owned(),
        about: vec![both(|t| {
            let names: Vec<&str> = cube.services.iter().map(|one| one.name.say(t.lang().code())).collect();
            t.ddi_about(arpent_texts::list(t.lang(), &names))
        })],
        collected: Some((wave.opens, wave.closes)),
        universe: cube.populations.iter().map(|one| said(&one.name)).collect(),
        sampling: cube.populations.iter().map(sampling).collect(),
        modes: modes(cube),
        weighting: cube.populations.iter().filter_map(weighting).collect(),
        accuracy: vec![both(|t| {
            let level = arpent_texts::percent(t.lang(), cube.rules.confidence, 0);
            [t.method_rule_confidence(level), t.method_rule_suppress(cube.rules.suppress_under)].join(" ")
        })],
        access: vec![fixed(Texts::ddi_open), fixed(Texts::ddi_not_published)],
        notes: vec![["SHA-256", cube.protocol_sha256.as_str()].join(" ")],
        files: files(cube, protocol),
    }
}

fn files(cube: &Cube, protocol: &Protocol) -> Vec<File> {
    let mut files = vec![File {
        name: format!("{}-{}.sav", cube.barometer, cube.wave.number),
        holds: vec![fixed(Texts::ddi_file_figures)],
        lines: Some(cube.cells.len() as u64),
        variables: figures::columns(cube),
    }];
    files.extend(protocol.populations.iter().map(|population| File {
        name: answers::file_name(&population.code),
        holds: vec![both(|t| t.ddi_file_answers(population.name.say(t.lang().code())))],
        // How many answered is in the cube where it may be told.
        lines: None,
        variables: answers::variables(protocol, population),
    }));
    files
}

fn sampling(one: &PopulationNote) -> Said {
    let how = match one.nature {
        Nature::Flow => Texts::nature_flow,
        Nature::Survey => Texts::nature_survey,
        Nature::Quota => Texts::nature_quota,
    };
    both(|t| [one.name.say(t.lang().code()), how(t)].join(" : "))
}

fn modes(cube: &Cube) -> Vec<Said> {
    let mut codes: Vec<&str> =
        cube.populations.iter().flat_map(|one| &one.modes).map(|(code, _)| code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    let word = |code: &str| both(|t| t.say(&format!("result-mode-{code}")).unwrap_or(t.result_mode_other()).to_owned());
    codes.into_iter().map(word).collect()
}

fn weighting(one: &PopulationNote) -> Option<Said> {
    let weights = one.weights.as_ref()?;
    Some(both(|t| {
        let name = one.name.say(t.lang().code()).to_owned();
        let margins = weights
            .margins
            .iter()
            .map(|margin| t.method_margin(margin.source.as_str(), margin.variable.as_str(), margin.year.to_string()));
        let span = t.weights_span(
            arpent_texts::decimal(t.lang(), weights.max, 1),
            arpent_texts::decimal(t.lang(), weights.min, 1),
        );
        std::iter::once(name).chain(margins).chain([span]).collect::<Vec<_>>().join(" · ")
    }))
}
