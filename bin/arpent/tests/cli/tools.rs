//! A data folder, the binary run on it, a server that ends with the test.

use std::io::Read as _;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use arpent_store::{Db, Statement};
use tempfile::TempDir;

/// A data folder of the test's own.
pub struct Folder(TempDir);

/// What a command answered.
#[derive(Debug)]
pub struct Said {
    /// It ended well.
    pub well: bool,
    /// Both outputs.
    pub text: String,
}

impl Folder {
    pub fn new() -> Self {
        Self(TempDir::new().expect("a temporary folder"))
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn database(&self) -> PathBuf {
        self.path("data/arpent.db")
    }

    /// The binary in French, in this folder, with no variable of the machine.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_arpent"));
        command.current_dir(self.0.path()).env_clear().env("ARPENT_LANG", "fr").args(arguments).stdin(Stdio::null());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Said {
        said(self.command(arguments).output().expect("the binary runs"))
    }

    /// Migrated, with an administrator.
    pub fn with_administrator() -> Self {
        let folder = Self::new();
        assert!(folder.run(&["migrate"]).well);
        folder.add_account("claire@exemple.fr", "administrator");
        folder
    }

    pub fn add_account(&self, email: &str, role: &str) {
        let said = self.run(&["admin", "create-account", "--email", email, "--name", "Claire", "--role", role]);
        assert!(said.well, "{}", said.text);
    }

    /// Starts a server and waits until it answers.
    pub fn serve(&self, port: u16) -> Server {
        let child = self.server_command(port).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("starts");
        let mut server = Server { child, address: format!("http://127.0.0.1:{port}") };
        server.wait_until_it_answers();
        server
    }

    pub fn server_command(&self, port: u16) -> Command {
        let listen = format!("127.0.0.1:{port}");
        let mut command = self.command(&["serve", "--listen", &listen, "--limits-loosened", "100000"]);
        command.args(["--log-level", "warn"]);
        command
    }
}

fn said(output: Output) -> Said {
    let text = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).join("\n");
    // Typography is for eyes: no-break spaces are compared as spaces.
    let text = text.replace(['\u{a0}', '\u{202f}'], " ");
    Said { well: output.status.success(), text }
}

/// A running server; ends with the test, whatever happens.
pub struct Server {
    child: Child,
    pub address: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}

impl Server {
    fn wait_until_it_answers(&mut self) {
        for _ in 0..200 {
            if self.answers("/health") {
                return;
            }
            if let Some(status) = self.child.try_wait().expect("a child can be waited for") {
                let mut text = String::new();
                let _ = self.child.stderr.take().map(|mut stderr| stderr.read_to_string(&mut text));
                panic!("the server ended with {status}: {text}");
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!("the server did not answer within ten seconds");
    }

    pub fn answers(&self, path: &str) -> bool {
        agent().get(format!("{}{path}", self.address)).call().is_ok_and(|response| response.status() == 200)
    }

    /// `kill -9`: no goodbye.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Asks the process to end, as systemd does, and says whether it ended well.
    pub fn terminate(&mut self) -> bool {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().expect("kill runs").success());
        self.child.wait().expect("a child can be waited for").success()
    }
}

/// An HTTP client that reports refusals as answers and gives up quickly.
pub fn agent() -> ureq::Agent {
    let config =
        ureq::Agent::config_builder().http_status_as_error(false).timeout_global(Some(Duration::from_secs(5))).build();
    config.into()
}

/// A port nobody uses now.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("its number").port()
}

/// Changes a database behind the product's back.
pub async fn tamper(database: &Path, statements: &[&'static str]) {
    let db = Db::open(&database.display().to_string()).await.expect("opens");
    let author = arpent_store::Author { person: None, role: "system", at: jiff::Timestamp::UNIX_EPOCH };
    let tx = db.begin(author).await.expect("begins");
    for sql in statements {
        let statement = Statement { name: "TAMPER", sqlite: sql, postgres: sql };
        tx.run(&statement, vec![]).await.expect("tampers");
    }
    tx.keep_house("a test tampers").await.expect("keeps");
    db.close().await;
}
