//! What happens, in the order of the days; within a day, in the order the README of `demo/` gives.

use jiff::civil::Date;

use super::schema::{
    Answer, Assignment, Barometer, Budget, Charter, CharterAct, Comment, Commitment, Consultation, Contribution,
    Decision, Experiment, InitiativeFile, Learning, Mapping, Measure, Meeting, Merge, Metric, Moderation, Offset,
    OptionSheet, Report, Story, Support, Theme, Wave, Worksites,
};

/// Something a person does.
#[derive(Debug, Clone, Copy)]
pub(super) enum Act<'a> {
    Prepare,
    Consult(&'a Consultation),
    Open,
    Contribute(&'a Contribution),
    Moderate(&'a Moderation),
    Comment(&'a Comment),
    Support(&'a Support),
    Theme(&'a Theme),
    Classify(&'a Theme, &'a str),
    Merge(&'a Merge),
    Assign(&'a Assignment),
    Announce(&'a Meeting),
    Meet(&'a Meeting),
    ComeOut(&'a Meeting, &'a str),
    Metric(&'a Metric),
    Measure(&'a Measure),
    WriteOption(&'a OptionSheet),
    Authorise(&'a Experiment),
    Conclude(&'a Experiment),
    Decide(&'a Decision),
    Commit(&'a Commitment),
    Compare(&'a Commitment),
    Report(&'a Report),
    Withdraw(&'a Commitment),
    Answer(&'a Answer),
    Learn(&'a Learning),
    Charter(&'a Charter, CharterAct<'a>),
    PrepareBudget(&'a Budget),
    Vote(&'a Budget),
    Count(&'a Budget),
    FollowWorks(&'a Budget),
    DrawMap(&'a Mapping),
    Settle(&'a Barometer),
    Ask(&'a Barometer, &'a Wave),
    Collect(&'a Barometer, &'a Wave),
    Publish(&'a Barometer, &'a Wave),
    PublishWorksites(&'a Worksites),
    /// Positions of the worksite and of its shift.
    Debrief(&'a Worksites, (usize, usize)),
    Close,
}

impl Act<'_> {
    /// What it is about, to name an act that is refused.
    pub(super) fn key(&self) -> &str {
        match self {
            Self::Prepare | Self::Open | Self::Close => "",
            Self::Consult(consultation) => &consultation.key,
            Self::Contribute(said) => &said.key,
            Self::Moderate(moderation) => &moderation.contribution,
            Self::Comment(comment) => &comment.contribution,
            Self::Support(support) => &support.contribution,
            Self::Theme(theme) => &theme.key,
            Self::Classify(_, said) => said,
            Self::Merge(merge) => &merge.merged,
            Self::Assign(assignment) => &assignment.assignee,
            Self::Announce(meeting) | Self::Meet(meeting) => &meeting.key,
            Self::ComeOut(_, output) => output,
            Self::Metric(metric) => &metric.key,
            Self::Measure(measure) => &measure.key,
            Self::WriteOption(option) => &option.key,
            Self::Authorise(experiment) | Self::Conclude(experiment) => &experiment.key,
            Self::Decide(decision) => &decision.key,
            Self::Commit(commitment) | Self::Compare(commitment) | Self::Withdraw(commitment) => &commitment.key,
            Self::Report(report) => &report.commitment,
            Self::Answer(answer) => answer.contributions.first().map_or("", String::as_str),
            Self::Learn(learning) => &learning.by,
            Self::Charter(_, act) => act.key(),
            Self::PrepareBudget(budget) | Self::Vote(budget) | Self::Count(budget) | Self::FollowWorks(budget) => {
                &budget.by
            }
            Self::DrawMap(mapping) => &mapping.by,
            Self::Settle(barometer) => &barometer.title,
            Self::PublishWorksites(worksites) | Self::Debrief(worksites, _) => &worksites.by,
            Self::Ask(_, wave) | Self::Collect(_, wave) | Self::Publish(_, wave) => &wave.title,
        }
    }

    /// Its place within a day.
    pub(super) const fn rank(&self) -> u8 {
        match self {
            Self::Prepare => 0,
            Self::Open => 1,
            Self::Metric(_) => 2,
            Self::Consult(consultation) if consultation.opinion.is_none() => 3,
            Self::Contribute(_) => 4,
            Self::Moderate(_) => 5,
            Self::Comment(_) => 6,
            Self::Support(_) => 7,
            Self::Theme(_) => 8,
            Self::Classify(..) => 9,
            Self::Merge(_) => 10,
            Self::Assign(_) => 11,
            Self::Announce(_) | Self::Meet(_) => 12,
            Self::Measure(_) => 13,
            Self::WriteOption(_) => 14,
            Self::Authorise(_) | Self::Conclude(_) => 15,
            Self::Consult(_) => 16,
            Self::Decide(_) => 17,
            Self::ComeOut(..) => 18,
            Self::Commit(_) => 19,
            Self::Compare(_) => 20,
            Self::Report(_) | Self::Withdraw(_) => 21,
            Self::Answer(_) => 22,
            Self::Learn(_) => 23,
            Self::Settle(_)
            | Self::Charter(..)
            | Self::DrawMap(_)
            | Self::PrepareBudget(_)
            | Self::Vote(_)
            | Self::Count(_)
            | Self::FollowWorks(_) => 24,
            Self::Ask(..) => 25,
            Self::Collect(..) => 26,
            Self::Publish(..) => 27,
            Self::PublishWorksites(_) => 28,
            Self::Close => 29,
            // Told in the evening: nothing of the day comes after.
            Self::Debrief(..) => 30,
        }
    }
}

/// An act, its day and its démarche.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step<'a> {
    pub day: Offset,
    /// Position of the démarche in the story.
    pub initiative: usize,
    pub act: Act<'a>,
}

/// The last day of the past: what has happened has happened before the demonstration starts.
const YESTERDAY: Offset = -1;

/// Every act of the story, in order.
pub(super) fn steps(story: &Story, today: Date) -> Vec<Step<'_>> {
    let mut steps: Vec<Step<'_>> =
        story.initiatives.iter().enumerate().flat_map(|(at, file)| of_file(at, file)).collect();
    steps.extend(worksites(story, today));
    // Stable: within a day and a rank, the order of the files is kept.
    steps.sort_by_key(|step| (step.day, step.act.rank()));
    steps
}

fn of_file(initiative: usize, file: &InitiativeFile) -> Vec<Step<'_>> {
    let mut acts: Vec<(Offset, Act<'_>)> = voices(file);
    acts.extend(understanding(file));
    acts.extend(trying(file));
    acts.extend(deciding(file));
    acts.extend(file.meeting.iter().flat_map(|meeting| meeting_of(file, meeting)));
    acts.extend(file.barometer.iter().flat_map(|barometer| judging(file, barometer)));
    if let Some(charter) = &file.charter {
        acts.extend(charter.acts().into_iter().map(|(day, act)| (day, Act::Charter(charter, act))));
    }
    if let Some(budget) = &file.budget {
        acts.push((budget.prepared_day, Act::PrepareBudget(budget)));
        acts.push((budget.vote_day, Act::Vote(budget)));
        acts.push((budget.counted_day, Act::Count(budget)));
        acts.push((budget.followed_day, Act::FollowWorks(budget)));
    }
    acts.extend(file.mapping.iter().map(|mapping| (mapping.opened_day, Act::DrawMap(mapping))));
    acts.push((file.initiative.opened_day, Act::Open));
    acts.extend(file.initiative.closed_day.map(|day| (day, Act::Close)));
    let first = acts.iter().map(|(day, _)| *day).min().unwrap_or(file.initiative.opened_day);
    acts.push((first, Act::Prepare));
    acts.into_iter().map(|(day, act)| Step { day, initiative, act }).collect()
}

fn worksites(story: &Story, today: Date) -> Vec<Step<'_>> {
    let told = &story.worksites;
    let own = |file: &InitiativeFile| file.initiative.key == told.initiative;
    let Some(initiative) = story.initiatives.iter().position(own) else { return vec![] };
    let mut steps = vec![Step { day: told.published_day, initiative, act: Act::PublishWorksites(told) }];
    for (at, worksite) in told.worksite.iter().enumerate() {
        for (n, shift) in worksite.shift.iter().enumerate().filter(|(_, shift)| shift.debrief.is_some()) {
            steps.push(Step { day: shift.day(today), initiative, act: Act::Debrief(told, (at, n)) });
        }
    }
    steps
}

fn judging<'a>(file: &InitiativeFile, barometer: &'a Barometer) -> Vec<(Offset, Act<'a>)> {
    let mut acts = vec![(file.initiative.opened_day, Act::Settle(barometer))];
    for wave in &barometer.wave {
        acts.push((wave.opens_day, Act::Ask(barometer, wave)));
        acts.push((wave.closes_day, Act::Collect(barometer, wave)));
        acts.push((wave.published_day, Act::Publish(barometer, wave)));
    }
    acts
}

/// Three weeks before a meeting it is announced; the day after it, what was said is written down.
const AHEAD: Offset = 21;

fn meeting_of<'a>(file: &'a InitiativeFile, meeting: &'a Meeting) -> Vec<(Offset, Act<'a>)> {
    let announced = (meeting.day - AHEAD).max(file.initiative.opened_day).min(YESTERDAY);
    let mut acts = vec![(announced, Act::Announce(meeting))];
    let after = meeting.day + 1;
    if after <= YESTERDAY {
        acts.push((after, Act::Meet(meeting)));
    }
    for output in &meeting.outputs {
        let options = file.option.iter().map(|option| (option.key.as_str(), option.day));
        let mut made = options.chain(file.decision.iter().map(|decision| (decision.key.as_str(), decision.day)));
        let on = made.find(|(key, _)| key == output).map_or(after, |(_, day)| day.max(after));
        acts.push((on, Act::ComeOut(meeting, output)));
    }
    acts
}

fn voices(file: &InitiativeFile) -> Vec<(Offset, Act<'_>)> {
    let said = |key: &str| file.contribution.iter().find(|said| said.key == key).map_or(YESTERDAY, |said| said.day);
    let mut acts: Vec<_> = file.contribution.iter().map(|said| (said.day, Act::Contribute(said))).collect();
    acts.extend(file.moderation.iter().map(|moderation| (moderation.day, Act::Moderate(moderation))));
    acts.extend(file.comment.iter().map(|comment| (comment.day, Act::Comment(comment))));
    let after = |day: Offset| (day + 1).min(YESTERDAY);
    acts.extend(file.support.iter().map(|support| (after(said(&support.contribution)), Act::Support(support))));
    for theme in &file.theme {
        acts.push((theme.day, Act::Theme(theme)));
        let joins = |key: &str| if said(key) <= theme.day { theme.day } else { after(said(key)) };
        acts.extend(theme.contributions.iter().map(|key| (joins(key), Act::Classify(theme, key))));
    }
    acts
}

fn understanding(file: &InitiativeFile) -> Vec<(Offset, Act<'_>)> {
    let mut acts: Vec<_> = file.merge.iter().map(|merge| (merge.day, Act::Merge(merge))).collect();
    acts.extend(file.assignment.iter().map(|assignment| (assignment.day, Act::Assign(assignment))));
    // A metric has no day of its own: what will be measured is said when the démarche opens.
    acts.extend(file.metric.iter().map(|metric| (file.initiative.opened_day, Act::Metric(metric))));
    acts.extend(file.measure.iter().map(|measure| (measure.day, Act::Measure(measure))));
    acts
}

fn trying(file: &InitiativeFile) -> Vec<(Offset, Act<'_>)> {
    let mut acts: Vec<_> = file.option.iter().map(|option| (option.day, Act::WriteOption(option))).collect();
    for experiment in &file.experiment {
        acts.push((experiment.authorised_day, Act::Authorise(experiment)));
        acts.extend(experiment.result.as_ref().map(|result| (result.day, Act::Conclude(experiment))));
    }
    acts
}

fn deciding(file: &InitiativeFile) -> Vec<(Offset, Act<'_>)> {
    let measured = |key: &str| file.measure.iter().find(|measure| measure.key == key).map(|measure| measure.day);
    let mut acts: Vec<_> =
        file.consultation.iter().map(|consultation| (consultation.met_day, Act::Consult(consultation))).collect();
    acts.extend(file.decision.iter().map(|decision| (decision.day, Act::Decide(decision))));
    for commitment in &file.commitment {
        acts.push((commitment.signed_day, Act::Commit(commitment)));
        let compared = commitment.after.as_deref().and_then(measured).map(|day| day.max(commitment.signed_day));
        acts.extend(compared.map(|day| (day, Act::Compare(commitment))));
        acts.extend(commitment.withdrawal.as_ref().map(|withdrawal| (withdrawal.day, Act::Withdraw(commitment))));
    }
    acts.extend(file.report.iter().map(|report| (report.day, Act::Report(report))));
    acts.extend(file.answer.iter().map(|answer| (answer.day, Act::Answer(answer))));
    acts.extend(file.learning.iter().map(|learning| (learning.day, Act::Learn(learning))));
    acts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demonstration::schema;

    const TODAY: Date = Date::constant(2026, 11, 23);

    #[test]
    fn everything_has_happened_before_the_demonstration_starts() {
        let story = schema::read().expect("the files of demo/");
        let late: Vec<_> = steps(&story, TODAY).into_iter().filter(|step| step.day > YESTERDAY).collect();
        assert!(late.is_empty(), "{late:#?}");
    }

    #[test]
    fn a_contribution_is_said_before_anything_is_done_with_it() {
        let story = schema::read().expect("the files of demo/");
        let steps = steps(&story, TODAY);
        let place = |wanted: &dyn Fn(&Act<'_>) -> bool, initiative| {
            steps.iter().position(|step| step.initiative == initiative && wanted(&step.act))
        };
        for (at, file) in story.initiatives.iter().enumerate() {
            for answer in &file.answer {
                let given = place(&|act| matches!(act, Act::Answer(a) if std::ptr::eq(*a, answer)), at);
                for key in &answer.contributions {
                    let said = place(&|act| matches!(act, Act::Contribute(said) if said.key == *key), at);
                    assert!(said < given, "{key}");
                }
            }
        }
    }
}
