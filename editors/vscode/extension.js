// Starts `reportdiff lsp` for drafts in Markdown, plain text and HTML.
const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const LANGUAGES = ["markdown", "plaintext", "html"];
/** @type {LanguageClient | undefined} */
let client;

exports.activate = function activate() {
  const command = workspace.getConfiguration("reportdiff").get("command", "reportdiff");
  const watcher = workspace.createFileSystemWatcher("**/{snapshots/**,reportdiff.toml}");
  client = new LanguageClient(
    "reportdiff",
    "reportdiff",
    { command, args: ["lsp"] },
    {
      documentSelector: LANGUAGES.flatMap((language) => [
        { scheme: "file", language },
        { scheme: "untitled", language },
      ]),
      synchronize: { fileEvents: watcher },
    },
  );
  return client.start();
};

exports.deactivate = function deactivate() {
  return client && client.stop();
};
