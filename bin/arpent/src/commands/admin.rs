//! `arpent admin`: accounts and roles, for the person who hosts the server.

use anyhow::Result;
use arpent_core::permission::Person;
use arpent_core::{Grant, Id, Role, Scope};
use arpent_store::jobs;
use arpent_web::identity::{self, store};
use arpent_web::mail::Letter;
use arpent_web::{Back, Caller};

use crate::instance::Instance;
use crate::options::Options;
use crate::terminal::say;
use crate::texts::Texts;
use crate::trouble::{refused, trouble};

/// Accounts listed at once.
const MOST_LISTED: i64 = 10_000;

/// Accounts and roles.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    act: Act,
}

/// What to do with accounts.
#[derive(Debug, clap::Subcommand)]
enum Act {
    /// Opens an account and prints a login link.
    CreateAccount {
        /// Address.
        #[arg(long, value_name = "EMAIL")]
        email: String,
        /// Name as shown.
        #[arg(long, value_name = "NAME")]
        name: String,
        /// Roles on the whole instance.
        #[arg(long, value_name = "ROLE", value_parser = role)]
        role: Vec<Role>,
    },
    /// Gives a role on the whole instance.
    Grant {
        /// Address of the account.
        #[arg(long, value_name = "EMAIL")]
        email: String,
        /// The role.
        #[arg(long, value_name = "ROLE", value_parser = role, required = true)]
        role: Vec<Role>,
    },
    /// Prints a login link for an account.
    Link {
        /// Address of the account.
        #[arg(long, value_name = "EMAIL")]
        email: String,
    },
    /// Lists accounts with their roles.
    List,
}

fn role(code: &str) -> Result<Role, String> {
    Role::parse(code).ok_or_else(|| Role::ALL.map(Role::code).join(", "))
}

pub(super) async fn run(arguments: Arguments, options: &Options, t: Texts) -> Result<()> {
    let instance = Instance::open(options, t).await?;
    match arguments.act {
        Act::CreateAccount { email, name, role } => create_account(&instance, &email, &name, &role, t).await?,
        Act::Grant { email, role } => {
            let person = person(&instance, &email, t).await?;
            grant(&instance, person, &role, t).await?;
        }
        Act::Link { email } => {
            person(&instance, &email, t).await?;
            link(&instance, &email, t).await?;
        }
        Act::List => list(&instance, t).await?,
    }
    instance.app.db.close().await;
    Ok(())
}

async fn create_account(instance: &Instance, email: &str, name: &str, roles: &[Role], t: Texts) -> Result<()> {
    let operator = instance.operator(t);
    let person = identity::register(&operator, name, email).await.map_err(|refusal| refused(&refusal, t))?;
    say(&t.admin_account_created(email));
    grant(instance, person, roles, t).await?;
    link(instance, email, t).await
}

async fn person(instance: &Instance, email: &str, t: Texts) -> Result<Id<Person>> {
    let account = store::account_by_email(&instance.app.db, &email.trim().to_lowercase()).await?;
    account
        .map(|account| account.person)
        .ok_or_else(|| trouble(t.admin_no_account(email), "", t.admin_no_account_next()))
}

async fn grant(instance: &Instance, person: Id<Person>, roles: &[Role], t: Texts) -> Result<()> {
    let operator = instance.operator(t);
    for role in roles {
        let grant = Grant { role: *role, scope: Scope::Instance, from: operator.now(), to: None };
        identity::give(&operator, person, grant).await.map_err(|refusal| refused(&refusal, t))?;
        say(&t.admin_granted(role_name(*role, t)));
    }
    Ok(())
}

fn role_name(role: Role, t: Texts) -> String {
    arpent_web::context::role_name(arpent_web::texts::Texts::new(t.lang()), role)
}

/// Asks for a login link as the site does, and reads it from the letter that waits to be sent: where no relay is set,
/// the first administrator could not read it anywhere else.
async fn link(instance: &Instance, email: &str, t: Texts) -> Result<()> {
    let operator: Caller = instance.operator(t);
    identity::send_link(&instance.app, &operator, email, &Back::parse("/"))
        .await
        .map_err(|refusal| refused(&refusal, t))?;
    let waiting = jobs::latest(&instance.app.db, 200).await?;
    let letters =
        waiting.into_iter().filter_map(|job| Some((job.created_at, serde_json::from_value(job.payload).ok()?)));
    let latest = letters
        .filter(|(_, letter): &(_, Letter)| letter.to.eq_ignore_ascii_case(email.trim()))
        .max_by_key(|(at, _)| *at);
    let base = &instance.app.config.base_url;
    let address = latest.and_then(|(_, letter)| {
        letter.text.split_whitespace().find(|word| word.starts_with(base.as_str())).map(ToOwned::to_owned)
    });
    say(&t.admin_link(address.unwrap_or_default()));
    Ok(())
}

async fn list(instance: &Instance, t: Texts) -> Result<()> {
    let db = &instance.app.db;
    for account in store::accounts(db, "", (MOST_LISTED, 0)).await? {
        let now = instance.app.clock.now();
        let grants = store::grants(db, account.person).await?;
        let held = grants.iter().filter(|stored| stored.grant.to.is_none_or(|to| to > now));
        let roles: Vec<String> = held.map(|stored| described(&stored.grant, t)).collect();
        say(&format!("{}\t{}\t{}", account.email, account.name, roles.join(", ")));
    }
    Ok(())
}

fn described(grant: &Grant, t: Texts) -> String {
    let name = role_name(grant.role, t);
    if grant.scope == Scope::Instance { name } else { format!("{name} ({})", identity::scope_kind(grant.scope)) }
}
