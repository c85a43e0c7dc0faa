//! Signing, in five steps that are kept one by one.

use arpent_commons::domain::people::{Organisation, Power};
use arpent_commons::domain::problems::Problems;
use arpent_commons::domain::text::{REASON, SHORT, optional, required};
use arpent_commons::store::people;
use arpent_core::chance::secret;
use arpent_core::permission::Person;
use arpent_core::{Event, Id, Role};
use arpent_store::{Reads, Tx};
use arpent_web::{Caller, FieldProblem, Refusal, Say};

use super::{Conditions, already, get, held, place, scope};
use crate::SIGN;
use crate::domain::charter::{Charter, Version, in_force};
use crate::domain::signature::{Signature, SignatureState, Who};
use crate::domain::sub::{Item, SubCharter};
use crate::store::{charters, signatures, subs};
use crate::texts::Texts;

/// Letters of the code of a page: unguessable while the signature waits, short enough for a QR code.
pub(super) const CODE: usize = 20;

/// One step of a signature, as it was filled in.
#[derive(Debug, Clone)]
pub enum Filled {
    /// Who signs.
    Who(Who),
    /// Which sub-charter.
    Sub(Id<SubCharter>),
    /// Actions chosen and prohibitions accepted.
    Choices(Vec<Id<Item>>),
    /// In her own words.
    Words {
        /// Commitments of its own, one per line.
        commitments: String,
        /// What it does not agree with.
        reservations: String,
        /// An individual accepts to be named.
        public_name: bool,
    },
}

/// What a signature became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// Its page.
    pub code: String,
    /// Counted, or kept waiting for a mandate.
    pub state: SignatureState,
}

/// The version that can be signed today.
pub(crate) async fn signable(src: &impl Reads, charter: Id<Charter>, caller: &Caller) -> Result<Version, Refusal> {
    let versions = charters::versions(src, charter).await?;
    let version = in_force(&versions).cloned();
    version
        .filter(|version| !version.is_over(caller.today()))
        .ok_or_else(|| Refusal::rule("nothing-to-sign", |l| Texts::new(l).nothing_to_sign().into()))
}

/// Begins a signature, or comes back to the one she began for the same signatory.
///
/// # Errors
/// Not signed in, nothing to sign, fields to correct.
pub async fn begin(caller: &Caller, charter: Id<Charter>, who: &Who) -> Result<Id<Signature>, Refusal> {
    let charter = get(&caller.db, charter).await?;
    let person = caller.person()?;
    let tx = caller.begin(SIGN, scope(&charter)).await?;
    let version = signable(&tx, charter.id, caller).await?;
    let who = checked_who(who)?;
    let held = signatures::of_person(&tx, person, charter.id).await?;
    let same = |one: &&Signature| !one.was_given() && one.version == version.id && who_of(one) == who;
    if let Some(begun) = held.iter().find(same) {
        return Ok(begun.id);
    }
    let mut signature = blank(caller, &charter, &version);
    signature.person = Some(person);
    set_who(&mut signature, who);
    signatures::add(&tx, &signature, None).await?;
    tx.commit(Event::new("charter.signature_begun", "charter_signature", signature.id).within(charter.initiative))
        .await?;
    Ok(signature.id)
}

/// A signature of a version with nothing in it.
pub(super) fn blank(caller: &Caller, charter: &Charter, version: &Version) -> Signature {
    Signature {
        id: caller.id(),
        code: secret(&*caller.chance).chars().take(CODE).collect(),
        charter: charter.id,
        version: version.id,
        version_number: version.number,
        sub: None,
        sub_title: None,
        sub_kind: None,
        organisation: None,
        organisation_name: None,
        other_name: String::new(),
        individual: false,
        person: None,
        person_name: None,
        public_name: false,
        signer: String::new(),
        email: None,
        proof: String::new(),
        commitments: String::new(),
        reservations: String::new(),
        state: SignatureState::Draft,
        signed_on: None,
        withdrawn: None,
    }
}

fn checked_who(who: &Who) -> Result<Who, Refusal> {
    let Who::Unknown(typed) = who else { return Ok(who.clone()) };
    required(typed, "other_name", SHORT).map(Who::Unknown).map_err(|problem| Refusal::Invalid(vec![problem]))
}

fn who_of(signature: &Signature) -> Who {
    match signature.organisation {
        Some(organisation) => Who::Organisation(organisation),
        None if signature.individual => Who::Oneself,
        None => Who::Unknown(signature.other_name.clone()),
    }
}

fn set_who(signature: &mut Signature, who: Who) {
    (signature.organisation, signature.other_name) = (None, String::new());
    signature.individual = who == Who::Oneself;
    match who {
        Who::Organisation(id) => signature.organisation = Some(id),
        Who::Unknown(name) => signature.other_name = name,
        Who::Oneself => {}
    }
}

/// Her own signature while it does not count, or "not found".
///
/// # Errors
/// Someone else's, or signed.
pub async fn own(caller: &Caller, id: Id<Signature>) -> Result<Signature, Refusal> {
    let signature = signatures::by_id(&caller.db, id).await?.ok_or(Refusal::NotFound)?;
    if !signature.is_of(caller.actor.person) {
        return Err(Refusal::NotFound);
    }
    if signature.was_given() {
        return Err(Refusal::rule("already-signed", |l| Texts::new(l).already_signed().into()));
    }
    Ok(signature)
}

/// Keeps one step: leaving now loses nothing.
///
/// # Errors
/// Someone else's, already signed, fields to correct.
pub async fn keep(caller: &Caller, id: Id<Signature>, filled: &Filled) -> Result<(), Refusal> {
    let mut signature = own(caller, id).await?;
    let charter = get(&caller.db, signature.charter).await?;
    let tx = caller.begin(SIGN, scope(&charter)).await?;
    let menus = subs::of_version(&tx, signature.version).await?;
    match filled {
        Filled::Who(who) => set_who(&mut signature, checked_who(who)?),
        Filled::Sub(sub) => choose_sub(&tx, &mut signature, &menus, *sub).await?,
        Filled::Choices(items) => signatures::choose(&tx, id, &offered(&signature, &menus, items)).await?,
        Filled::Words { commitments, reservations, public_name } => {
            (signature.commitments, signature.reservations) = words(commitments, reservations)?;
            signature.public_name = *public_name;
        }
    }
    signatures::save(&tx, &signature).await?;
    tx.keep_house("a step of a signature is nobody's act before it is signed").await?;
    Ok(())
}

/// Another sub-charter has another menu: what was chosen in the first is let go.
async fn choose_sub(
    tx: &Tx,
    signature: &mut Signature,
    menus: &[SubCharter],
    sub: Id<SubCharter>,
) -> Result<(), Refusal> {
    let chosen = menus.iter().find(|one| one.id == sub);
    let chosen = chosen.filter(|one| one.individuals || !signature.individual).ok_or_else(|| {
        Refusal::Invalid(vec![FieldProblem::new("sub", "missing", |l| Texts::new(l).sign_sub_missing().into())])
    })?;
    if signature.sub != Some(chosen.id) {
        signatures::choose(tx, signature.id, &[]).await?;
    }
    signature.sub = Some(chosen.id);
    Ok(())
}

/// What is chosen elsewhere than in its own menu is nothing.
pub(super) fn offered(signature: &Signature, menus: &[SubCharter], items: &[Id<Item>]) -> Vec<Id<Item>> {
    let menu = signatures::sub_of(signature, menus);
    let offers = |item: &&Id<Item>| menu.is_some_and(|sub| sub.items.iter().any(|one| one.id == **item));
    items.iter().filter(offers).copied().collect()
}

pub(super) fn words(commitments: &str, reservations: &str) -> Result<(String, String), Refusal> {
    let mut p = Problems::default();
    let read =
        (p.read(optional(commitments, "commitments", REASON)), p.read(optional(reservations, "reservations", REASON)));
    p.done()?;
    Ok(read)
}

/// Signs. Everything that is missing is said at once; without a mandate of the day, the signature is kept and waits.
///
/// # Errors
/// Someone else's, already signed, a version that is not in force any more, or conditions that are not met.
pub async fn sign(caller: &Caller, id: Id<Signature>) -> Result<Signed, Refusal> {
    let person = caller.person()?;
    let signature = own(caller, id).await?;
    let charter = get(&caller.db, signature.charter).await?;
    let tx = caller.begin(SIGN, scope(&charter)).await?;
    if signable(&tx, charter.id, caller).await?.id != signature.version {
        return Err(Refusal::rule("version-past", |l| Texts::new(l).version_past().into()));
    }
    let place = place(&tx, &charter).await?;
    gate(&tx, &signature, &format!("{place}/signer/{id}")).await?;
    let state = standing(&tx, caller, &signature, person).await?;
    let twice = already("signed-already", |t: Texts| t.signed_already());
    if !signatures::sign(&tx, id, state, caller.today()).await.map_err(twice)? {
        return Err(Refusal::rule("already-signed", |l| Texts::new(l).already_signed().into()));
    }
    let kind = if state == SignatureState::Signed { "charter.signed" } else { "charter.signature_pending" };
    let event = Event::new(kind, "charter_signature", id).within(charter.initiative);
    tx.commit(event.with("version", signature.version_number)).await?;
    Ok(Signed { code: signature.code, state })
}

/// A mandate to sign on this very day makes it count.
async fn standing(
    tx: &Tx,
    caller: &Caller,
    signature: &Signature,
    person: Id<Person>,
) -> Result<SignatureState, Refusal> {
    let counts = match signature.organisation {
        Some(organisation) => people::mandate_on(tx, person, organisation, Power::Sign, caller.today()).await?,
        None => signature.individual,
    };
    Ok(if counts { SignatureState::Signed } else { SignatureState::Pending })
}

/// What must hold before a signature.
pub(super) async fn gate(tx: &Tx, signature: &Signature, href: &str) -> Result<(), Refusal> {
    let menus = subs::of_version(tx, signature.version).await?;
    let chosen = signatures::choices(tx, signature.id).await?;
    let mut gate = Conditions::default();
    let who = if signature.individual { Role::Inhabitant } else { Role::PartnerDelegate };
    let sub = signatures::sub_of(signature, &menus).filter(|sub| sub.individuals || !signature.individual);
    let Some(sub) = sub else {
        gate.ask(("no-sub-charter", 1), who, format!("{href}/2"), Say::new(|l| Texts::new(l).gate_sub().into()));
        return gate.done();
    };
    let (missing, minimum) = (sub.missing(&chosen), sub.minimum);
    gate.ask(
        ("too-few-actions", missing.actions),
        who,
        format!("{href}/3"),
        Say::new(move |l| Texts::new(l).gate_actions(minimum - missing.actions, minimum)),
    );
    gate.ask(
        ("prohibition-not-accepted", missing.prohibitions),
        who,
        format!("{href}/3"),
        Say::new(move |l| Texts::new(l).gate_prohibitions(missing.prohibitions)),
    );
    gate.done()
}

/// Forgets a signature that was never given.
///
/// # Errors
/// Someone else's, or signed.
pub async fn give_up(caller: &Caller, id: Id<Signature>) -> Result<(), Refusal> {
    let signature = own(caller, id).await?;
    let charter = get(&caller.db, signature.charter).await?;
    let tx = caller.begin(SIGN, scope(&charter)).await?;
    signatures::forget(&tx, id).await?;
    tx.commit(Event::new("charter.signature_dropped", "charter_signature", id).within(charter.initiative)).await?;
    Ok(())
}

/// Whether someone acts for a signatory today: her own signature, or a mandate to sign or to commit.
pub(crate) async fn acts_for(src: &impl Reads, caller: &Caller, signature: &Signature) -> Result<bool, Refusal> {
    Ok(holds(src, caller, signature, Power::Sign).await? || holds(src, caller, signature, Power::Commit).await?)
}

async fn holds(src: &impl Reads, caller: &Caller, signature: &Signature, power: Power) -> Result<bool, Refusal> {
    let Some(person) = caller.actor.person else { return Ok(false) };
    match signature.organisation {
        None => Ok(signature.is_of(Some(person))),
        Some(organisation) => Ok(people::mandate_on(src, person, organisation, power, caller.today()).await?),
    }
}

/// Whether someone may take a signature back today: her own, or with a mandate to sign. What was signed on paper is taken
/// back by a letter, which whoever runs the charter has in hand.
pub(crate) async fn may_withdraw(src: &impl Reads, caller: &Caller, signature: &Signature) -> Result<bool, Refusal> {
    if !signature.counts() {
        return Ok(false);
    }
    let on_paper = signature.person.is_none() && !signature.signer.is_empty();
    let charter = get(src, signature.charter).await?;
    Ok(on_paper && held(caller, &charter) || holds(src, caller, signature, Power::Sign).await?)
}

/// Takes a signature back. It stays visible, with its day and the reason if one is given; it is counted no more.
///
/// # Errors
/// Not hers to take back, or a reason too long.
pub async fn withdraw(caller: &Caller, id: Id<Signature>, why: &str) -> Result<(), Refusal> {
    let signature = signatures::by_id(&caller.db, id).await?.filter(Signature::was_given).ok_or(Refusal::NotFound)?;
    let charter = get(&caller.db, signature.charter).await?;
    let tx = caller.begin(SIGN, scope(&charter)).await?;
    if signature.counts() && !may_withdraw(&tx, caller, &signature).await? {
        return Err(Refusal::rule("no-mandate", |l| Texts::new(l).withdraw_no_mandate().into()));
    }
    let why = optional(why, "why", REASON).map_err(|problem| Refusal::Invalid(vec![problem]))?;
    if !signatures::withdraw(&tx, id, caller.today(), &why).await? {
        return Err(Refusal::rule("already-withdrawn", |l| Texts::new(l).already_withdrawn().into()));
    }
    let event = Event::new("charter.signature_withdrawn", "charter_signature", id).within(charter.initiative);
    tx.commit(event.with("version", signature.version_number)).await?;
    Ok(())
}

/// The organisations she may sign for today.
pub(crate) async fn signs_for(caller: &Caller) -> Result<Vec<(Id<Organisation>, String)>, Refusal> {
    let Some(person) = caller.actor.person else { return Ok(Vec::new()) };
    let held = people::mandates_of(&caller.db, person, caller.today()).await?;
    let held = held.into_iter().filter(|one| one.power == Power::Sign);
    Ok(held.map(|one| (one.organisation, one.name)).collect())
}
