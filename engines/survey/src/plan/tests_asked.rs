//! The tests that a plan asks for.

use super::Refusal;
use super::context::{Context, Prepared};
use super::measure::Answers;
use super::report::TestReport;
use super::spec::{Label, Measure, TestSpec, Trial};
use crate::hypothesis::{TestError, TwoWay, rank_test, two_sample_t};
use crate::multiplicity::adjust;

/// Makes a test, or one for each item.
pub fn report<'a>(context: &Context<'a>, spec: &'a TestSpec) -> Result<TestReport, Refusal> {
    let prepared = context.surveyed(&spec.name, &spec.population)?;
    let design = prepared.design(spec.variance);
    let refused = |error: TestError| Refusal::Test { place: spec.name.clone(), error: Box::new(error) };
    match &spec.trial {
        Trial::Association { rows, columns, statistic } => {
            let (rows, columns) = (prepared.categories(rows)?, prepared.categories(columns)?);
            let table = TwoWay { rows: (&rows.0, rows.1.len()), columns: (&columns.0, columns.1.len()) };
            let result = table.test(design, *statistic).map_err(refused)?;
            Ok(TestReport::Association { name: spec.name.clone(), result })
        }
        Trial::Mean { measure, groups, between } => {
            let groups = two_groups(prepared, groups, between)?;
            let results = each(context, spec, prepared, measure, |values| {
                two_sample_t(design, values, &groups, context.plan.level).map(|test| (test.p, test))
            })?;
            Ok(TestReport::Mean { name: spec.name.clone(), results })
        }
        Trial::Rank { measure, groups, score, ties } => {
            let (codes, names) = prepared.categories(groups)?;
            let results = each(context, spec, prepared, measure, |values| {
                rank_test(design, values, (&codes, names.len()), *score, *ties).map(|test| (test.p, test))
            })?;
            Ok(TestReport::Rank { name: spec.name.clone(), groups: names, results })
        }
    }
}

fn two_groups(prepared: &Prepared<'_>, column: &str, between: &[Label; 2]) -> Result<Vec<u32>, Refusal> {
    let names = between.each_ref().map(Label::text);
    let code = |text: Option<String>| match text {
        Some(text) if text == names[0] => 0,
        Some(text) if text == names[1] => 1,
        _ => u32::MAX,
    };
    Ok(prepared.texts(column)?.into_iter().map(code).collect())
}

/// A test of each item, with its p-value adjusted for all of them.
fn each<'a, T>(
    context: &Context<'a>,
    spec: &TestSpec,
    prepared: &Prepared<'_>,
    measure: &str,
    test: impl Fn(&[f64]) -> Result<(f64, T), TestError>,
) -> Result<Vec<(String, T, f64)>, Refusal> {
    let measure: &'a Measure = context.plan.measure(&spec.name, measure)?;
    let mut found = Vec::new();
    for item in measure.items_or_self() {
        let values = Answers::of(context, prepared, measure, item)?.values()?;
        let place = format!("{}/{item}", spec.name);
        let (p, result) = test(&values).map_err(|error| Refusal::Test { place, error: Box::new(error) })?;
        found.push((item.to_owned(), p, result));
    }
    let family: Vec<f64> = found.iter().map(|(_, p, _)| *p).collect();
    let adjusted = adjust(&family, spec.adjustment).map_err(Refusal::estimation(&spec.name))?;
    Ok(found.into_iter().zip(adjusted).map(|((item, _, result), q)| (item, result, q)).collect())
}
