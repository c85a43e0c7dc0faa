//! Options every command takes, each with its environment variable.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use arpent_texts::Lang;
use arpent_web::Config;

/// Name of the SQLite file in the data folder.
const DATABASE_FILE: &str = "arpent.db";

/// Where Arpent keeps things and how it meets the world.
#[derive(Debug, Clone, clap::Args)]
pub struct Options {
    /// Folder of the SQLite file, of mail that is not sent, of replaced databases.
    #[arg(long, global = true, env = "ARPENT_DATA_DIR", default_value = "data", value_name = "FOLDER")]
    pub data_dir: PathBuf,
    /// A file path or `postgres://…`.
    #[arg(long, global = true, env = "ARPENT_DATABASE_URL", hide_env_values = true, value_name = "URL")]
    pub database_url: Option<String>,
    /// Address and port of the server.
    #[arg(long, global = true, env = "ARPENT_LISTEN", default_value = "127.0.0.1:8080", value_name = "ADDRESS")]
    pub listen: SocketAddr,
    /// Public address of the site, with which links in mail begin.
    #[arg(long, global = true, env = "ARPENT_BASE_URL", value_name = "URL")]
    pub base_url: Option<String>,
    /// Mail relay; without one, mail is written to the data folder.
    #[arg(long, global = true, env = "ARPENT_SMTP_URL", hide_env_values = true, value_name = "URL")]
    pub smtp_url: Option<String>,
    /// Sender of mail.
    #[arg(
        long,
        global = true,
        env = "ARPENT_MAIL_FROM",
        default_value = "Arpent <arpent@localhost>",
        value_name = "ADDRESS"
    )]
    pub mail_from: String,
    /// The proxy in front sets `X-Forwarded-For`.
    #[arg(long, global = true, env = "ARPENT_TRUST_PROXY")]
    pub trust_proxy: bool,
    /// What a collector of measurements must show to read them.
    #[arg(long, global = true, env = "ARPENT_METRICS_TOKEN", hide_env_values = true, value_name = "SECRET")]
    pub metrics_token: Option<String>,
    /// Geocoder of the house (`http://127.0.0.1:7878`), asked by this server for addresses.
    #[arg(long, global = true, env = "ARPENT_GEOCODER", value_name = "URL")]
    pub geocoder: Option<String>,
    /// Multiplies the rate limits: load measures only.
    #[arg(long, global = true, env = "ARPENT_LIMITS_LOOSENED", default_value_t = 1, hide = true, value_name = "N")]
    pub limits_loosened: u32,
    /// Text or JSON; text on a terminal, JSON elsewhere.
    #[arg(long, global = true, env = "ARPENT_LOG", value_name = "FORMAT")]
    pub log: Option<LogFormat>,
    /// Which events are logged: a level, or levels by part (`info,arpent=debug`).
    #[arg(long, global = true, env = "ARPENT_LOG_LEVEL", value_name = "LEVEL")]
    pub log_level: Option<String>,
    /// Language of the command line.
    #[arg(long, global = true, env = "ARPENT_LANG", value_parser = language, value_name = "LANGUAGE")]
    pub lang: Option<Lang>,
}

/// How the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines.
    Json,
}

fn language(typed: &str) -> Result<Lang, String> {
    Lang::parse(typed).ok_or_else(|| "fr, en".to_owned())
}

impl Options {
    /// The database these options name.
    pub fn database(&self) -> String {
        self.database_url.clone().unwrap_or_else(|| self.data_dir.join(DATABASE_FILE).display().to_string())
    }

    /// The path of the database when it is a file.
    pub fn database_file(&self) -> Option<PathBuf> {
        let address = self.database();
        (!address.contains("://")).then(|| Path::new(&address).to_path_buf())
    }

    /// What the application needs to know.
    pub fn config(&self) -> Config {
        let base_url = self.base_url.as_deref().map(|url| url.trim_end_matches('/').to_owned());
        Config {
            database: self.database(),
            data_dir: self.data_dir.clone(),
            listen: self.listen,
            base_url: base_url.unwrap_or_else(|| format!("http://{}", self.listen)),
            smtp_url: self.smtp_url.clone().filter(|url| !url.is_empty()),
            mail_from: self.mail_from.clone(),
            trust_proxy: self.trust_proxy,
            demo: false,
            limits_loosened: self.limits_loosened.max(1),
            metrics_token: self.metrics_token.clone().filter(|token| !token.is_empty()),
            geocoder: self.geocoder.clone().filter(|url| !url.is_empty()),
        }
    }
}
